package org.honbu.incidents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.Triage;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.ProblemException;
import org.junit.jupiter.api.Test;

/** Two that are one: who survives, and what becomes of the other. */
class MergeTest extends LifeStories {
  @Test
  void theIncidentWithACommanderSurvivesAMerge() {
    IncidentId older = declare("slow");
    IncidentId newer = roomCommandedBy(AOI);

    MergeActs.Merged merged = life.merging.merge(older, newer, MISAKI);

    assertThat(merged.parent()).isEqualTo(newer);
    assertThat(record(older).state()).isEqualTo(IncidentState.MERGED);
    assertThat(record(older).parent()).contains(newer);
    assertThat(seat(newer).holder()).isEqualTo(AOI);
  }

  @Test
  void otherwiseTheOlderSurvivesAndCountsTheSignalsOfBoth() {
    IncidentId older = declare("slow");
    IncidentId newer = declare("slow too");
    life.declaring.attachSignal(older, signal("a"), Impact.UNKNOWN);
    life.declaring.attachSignal(newer, signal("b"), Impact.UNKNOWN);

    MergeActs.Merged merged = life.merging.merge(newer, older, MISAKI);

    assertThat(merged.parent()).isEqualTo(older);
    assertThat(store.signals(older)).hasSize(2);
    assertThat(life.merging.merge(newer, older, MISAKI).changed()).isFalse();
  }

  @Test
  void aMergedSignalIsTakenBackAtTheSurvivor() {
    IncidentId older = declare("slow");
    IncidentId newer = declare("slow too");
    life.declaring.attachSignal(older, signal("a"), Impact.UNKNOWN);
    life.declaring.attachSignal(newer, signal("a"), Impact.UNKNOWN);
    life.declaring.attachSignal(newer, signal("b"), Impact.UNKNOWN);

    life.merging.merge(newer, older, MISAKI);

    assertThat(life.declaring.clearSignal(older, "a", clock.instant()))
        .as("b still cries")
        .isFalse();
    assertThat(life.declaring.clearSignal(older, "b", clock.instant())).isTrue();
  }

  @Test
  void aDrillAndARealIncidentAreNeverMerged() {
    IncidentId real = declare("slow");
    IncidentId drill = declare("drill", Kind.DRILL);

    assertThatThrownBy(() -> life.merging.merge(real, drill, MISAKI))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> assertThat(refusal.problem().status()).isEqualTo(409));
    assertThat(record(real).state()).isEqualTo(IncidentState.REPORTED);
  }

  @Test
  void aMergedRoomsCommanderStandsDown() {
    IncidentId first = roomCommandedBy(AOI);
    IncidentId second = roomCommandedBy(SAKURA);

    life.merging.merge(first, second, MISAKI);

    assertThat(store.seat(second)).isEmpty();
    assertThat(store.intervals(second)).noneMatch(Interval::isOpen);
    assertThat(seat(first).holder()).isEqualTo(AOI);
  }

  @Test
  void aTriageThatFindsADuplicateMerges() {
    IncidentId known = declare("slow");
    IncidentId incident = declare("slow too");

    life.triage.triage(incident, saying(Triage.Answer.DUPLICATE, known), MISAKI);

    assertThat(record(incident).parent()).contains(known);
  }
}
