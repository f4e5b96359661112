package org.honbu.incidents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.incidents.internal.Rehearsal.AOI;
import static org.honbu.incidents.internal.Rehearsal.ITSUKI;
import static org.honbu.incidents.internal.Rehearsal.YUMI;

import org.honbu.incidents.Undo;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.workflow.Facts;
import org.honbu.workflow.TaskRule;
import org.honbu.workflow.TaskRule.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tasks of the two duties, and by when a hand may complete them. */
class DutyEndsTest {
  private final Rehearsal room = new Rehearsal();
  private final FakeEngine process = new FakeEngine();
  private final DutyEnds ends = new DutyEnds(room.book, room.life.undo);
  private final IncidentId incident = room.roomOf(AOI);

  enum DutyTask {
    LEAD,
    ANNOUNCE
  }

  @BeforeEach
  void yumiAnnounces() {
    room.command.takeAnnouncing(incident, YUMI);
  }

  @ParameterizedTest
  @EnumSource
  void aDutyIsNotCompletedWhileItsIncidentGoesOn(DutyTask duty) {
    assertThat(no(duty)).contains("not here");
  }

  @ParameterizedTest
  @EnumSource
  void aDutyIsNotCompletedWhileTheEndMayBeTakenBack(DutyTask duty) {
    resolve();
    room.time.pass(Undo.WITHIN);

    assertThat(no(duty)).contains("can be taken back");
    assertThat(room.record(incident).state().isOpen()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void aDutyMayBeCompletedOnceTheEndStands(DutyTask duty) {
    resolve();
    room.time.pass(Undo.WITHIN.plusMillis(1));

    assertThat(completed(duty)).isInstanceOf(Verdict.Yes.class);
  }

  private void resolve() {
    room.life.recovery.declareMitigated(incident, "rolled back", AOI);
    room.life.recovery.verify(incident, ITSUKI);
    room.life.recovery.declareResolved(incident, "done", AOI);
  }

  private String no(DutyTask duty) {
    Verdict verdict = completed(duty);
    assertThat(verdict).isInstanceOf(Verdict.No.class);
    return ((Verdict.No) verdict).why().en();
  }

  private Verdict completed(DutyTask duty) {
    var verdicts = new Verdicts(room.names);
    return switch (duty) {
      case LEAD ->
          completed(
              new LeadTask(
                  room.command,
                  room.store,
                  new Engine(process, process),
                  ends,
                  verdicts,
                  room.names),
              Steps.LEAD,
              AOI);
      case ANNOUNCE ->
          completed(
              new AnnounceTask(room.command, room.store, ends, verdicts), Steps.ANNOUNCE, YUMI);
    };
  }

  private Verdict completed(TaskRule rule, String step, PersonId by) {
    return rule.completed(process.opens(incident, step), by, Facts.none());
  }
}
