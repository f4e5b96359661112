package org.honbu.escalation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.honbu.escalation.internal.World.INCIDENT;
import static org.honbu.escalation.internal.World.ITSUKI;
import static org.honbu.escalation.internal.World.MISAKI;
import static org.honbu.escalation.internal.World.PAYMENTS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.honbu.escalation.Calls;
import org.honbu.escalation.Calls.Reply;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.people.OnCallLevel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JpaRunStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-23T03:12:04Z");

  private final Tables tables = new Tables();

  @AfterEach
  void close() {
    tables.close();
  }

  @Test
  void tablesAreAsTheEntitiesExpect() {
    tables.validate();
  }

  @Test
  void whoWasCalledTakesPartInThatIncidentAlone() {
    IncidentId other = new IncidentId("INC-2026-0999");
    tables.inNew(
        store -> {
          Run run = run("process-1");
          store.add(run);
          run.calls(1, List.of(MISAKI), NOW);
          return true;
        });

    tables.inNew(
        store -> {
          var called = new WhoWasCalledTakesPart(store.em);
          assertThat(called.among(Set.of(INCIDENT, other), MISAKI)).containsExactly(INCIDENT);
          assertThat(called.among(Set.of(INCIDENT, other), ITSUKI)).isEmpty();
          assertThat(called.among(Set.of(other), MISAKI)).isEmpty();
          return true;
        });
  }

  @Test
  void runKeepsItsPlanItsCallsAndItsAnswer() {
    tables.inNew(
        store -> {
          Run run = run("process-1");
          store.add(run);
          run.calls(1, List.of(MISAKI), NOW);
          return run.id();
        });
    tables.inNew(
        store -> {
          Run run = store.lock("process-1").orElseThrow();
          run.calls(2, List.of(ITSUKI), NOW.plusSeconds(300));
          run.answered(MISAKI, NOW.plusSeconds(310));
          store.flush();
          return true;
        });

    tables.inNew(
        store -> {
          Run run = store.of(INCIDENT).get(0);
          assertThat(run.state()).isEqualTo(Calls.State.ANSWERED);
          assertThat(run.answeredBy()).contains(MISAKI);
          assertThat(run.planned(2).orElseThrow().level()).isEqualTo(OnCallLevel.SECONDARY);
          assertThat(run.planned(2).orElseThrow().answerWithin()).isEqualTo(Duration.ofMinutes(7));
          assertThat(run.planned(3)).isEmpty();
          assertThat(run.called())
              .extracting(Called::person, Called::step, Called::reply)
              .containsExactly(
                  org.assertj.core.groups.Tuple.tuple(MISAKI, 1, Reply.I_HAVE_IT),
                  org.assertj.core.groups.Tuple.tuple(ITSUKI, 2, Reply.NONE));
          return true;
        });
  }

  @Test
  void onlyRunsThatRingAreLockedForAnAnswer() {
    tables.inNew(
        store -> {
          Run over = run("process-1");
          over.exhausted();
          store.add(over);
          store.add(run("process-2"));
          return true;
        });

    List<String> locked =
        tables.inNew(store -> store.lockRinging(INCIDENT).stream().map(Run::processRun).toList());
    assertThat(locked).containsExactly("process-2");
    List<String> ringing =
        tables.inNew(
            store ->
                store.ringing(List.of(INCIDENT, new IncidentId("INC-2026-9999"))).stream()
                    .map(Run::processRun)
                    .toList());
    assertThat(ringing).containsExactly("process-2");
    List<Run> ofNone = tables.inNew(store -> store.ringing(List.of()));
    assertThat(ofNone).isEmpty();
  }

  @Test
  void aRunThatRingsOnKeepsItsStepAndTheRestOfItsTime() {
    tables.inNew(
        store -> {
          store.add(run("process-0"));
          Run run = run("process-1", NOW.plusSeconds(1));
          store.add(run);
          run.calls(1, List.of(MISAKI), NOW);
          run.answered(MISAKI, NOW.plusSeconds(60));
          return true;
        });
    tables.inNew(
        store -> {
          Run run = store.lockNewest(INCIDENT).orElseThrow();
          run.ringsOn(NOW.plusSeconds(80));
          return true;
        });

    tables.inNew(
        store -> {
          Run run = store.lockNewest(INCIDENT).orElseThrow();
          assertThat(run.processRun()).as("the newest").isEqualTo("process-1");
          assertThat(run.isToWaitOn()).isTrue();
          assertThat(run.step()).isEqualTo(1);
          assertThat(run.answerBy()).contains(NOW.plusSeconds(80 + 240));
          assertThat(run.answeredBy()).isEmpty();
          assertThat(run.called().get(0).reply()).isEqualTo(Reply.NONE);
          return true;
        });
  }

  @Test
  void oneRunOfTheProcessIsOneRun() {
    tables.inNew(
        store -> {
          store.add(run("process-1"));
          return true;
        });

    assertThatThrownBy(
            () ->
                tables.inNew(
                    store -> {
                      store.add(run("process-1"));
                      store.flush();
                      return true;
                    }))
        .hasMessageContaining("RUN_OF_PROCESS");
  }

  private static Run run(String process) {
    return run(process, NOW);
  }

  private static Run run(String process, Instant started) {
    return new Run(
        UUID.randomUUID(),
        process,
        INCIDENT,
        Kind.REAL,
        1,
        PAYMENTS,
        List.of(
            new PlannedStep(OnCallLevel.PRIMARY, Duration.ofMinutes(5)),
            new PlannedStep(OnCallLevel.SECONDARY, Duration.ofMinutes(7))),
        started);
  }
}
