package org.honbu.incidents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.honbu.incidents.IncidentState;
import org.honbu.kernel.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransitionsTest {

  @Test
  void theHappyPathIsOpen() {
    var path =
        Stream.of(
                IncidentState.REPORTED,
                IncidentState.TRIAGE,
                IncidentState.INVESTIGATING,
                IncidentState.IDENTIFIED,
                IncidentState.MITIGATED,
                IncidentState.MONITORING,
                IncidentState.RESOLVED,
                IncidentState.CLOSED)
            .toList();

    for (int i = 0; i + 1 < path.size(); i++) {
      assertThat(Transitions.from(path.get(i))).contains(path.get(i + 1));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = IncidentState.class,
      names = {"CLOSED", "MERGED", "ABORTED"})
  void nothingFollowsAFinalState(IncidentState end) {
    assertThat(Transitions.from(end)).isEmpty();
    assertThat(end.isFinal()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = IncidentState.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"MONITORING"})
  void onlyAWatchedIncidentIsResolved(IncidentState state) {
    assertThat(Transitions.from(state)).doesNotContain(IncidentState.RESOLVED);
  }

  @ParameterizedTest
  @EnumSource(
      value = IncidentState.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"MITIGATED"})
  void onlyAMitigatedIncidentIsWatched(IncidentState state) {
    assertThat(Transitions.from(state)).doesNotContain(IncidentState.MONITORING);
  }

  @Test
  void aStepThatIsNotDrawnIsRefusedAndNamesBothStates() {
    assertThatThrownBy(
            () -> Transitions.check("INC-2026-0001", IncidentState.TRIAGE, IncidentState.RESOLVED))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> {
              assertThat(refusal.problem().status()).isEqualTo(409);
              assertThat(refusal.words().ja()).contains("トリアージ中", "復旧");
              assertThat(refusal.words().en()).contains("Triage", "Resolved");
            });
  }
}
