package org.honbu.incidents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.honbu.incidents.internal.Rehearsal.AOI;
import static org.honbu.incidents.internal.Rehearsal.DANIEL;
import static org.honbu.incidents.internal.Rehearsal.EMMA;
import static org.honbu.incidents.internal.Rehearsal.HONBU;
import static org.honbu.incidents.internal.Rehearsal.MISAKI;
import static org.honbu.incidents.internal.Rehearsal.SAKURA;

import java.util.Map;
import org.honbu.incidents.Briefing.Topic;
import org.honbu.incidents.HandoverReason;
import org.honbu.incidents.HandoverView.End;
import org.honbu.incidents.HandoverWish;
import org.honbu.incidents.NextPart;
import org.honbu.incidents.ReadBack;
import org.honbu.kernel.IncidentId;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.TaskRule.Verdict;
import org.junit.jupiter.api.Test;

/** The doors to a handover, ours, Tasklist's and the process', and what the engine is told. */
class HandoverDoorsTest {
  private static final ReadBack ALL = new ReadBack("止める", "1", "04:06", "二重請求");

  private final Rehearsal room = new Rehearsal();
  private final IncidentId incident = room.roomOf(AOI);
  private final FakeEngine process = new FakeEngine();
  private final Engine engine = new Engine(process, process);
  private final TellsHandovers tells = new TellsHandovers(engine);
  private final TwoKeyHandovers ours =
      new TwoKeyHandovers(
          room.acts, room.briefing, room.takes, room.deputies, room.store, tells, engine);
  private final SteppedHandovers steps =
      new SteppedHandovers(
          room.store, room.book, room.handovers, room.briefing, room.takes, tells, engine);
  private final HandoverTasks tasklist =
      new HandoverTasks(
          room.acts,
          room.briefing,
          room.takes,
          room.deputies,
          room.command,
          room.handovers,
          room.store,
          engine,
          new Verdicts(room.names),
          room.names);

  // --- our own door

  @Test
  void whatTheProcessHearsAtOnceIsNotToldAgain() {
    process.waits.add(Steps.HANDOVER_REQUESTED);

    offer();
    assertThat(steps.follow(incident, 1)).isTrue();

    assertThat(process.told)
        .containsExactly("Message_HandoverRequested {outgoing=aoi, handover=1, forced=false}");
  }

  @Test
  void whatTheProcessMissedIsToldUntilItIsHeard() {
    offer();

    assertThat(steps.follow(incident, 1)).isFalse();
    process.waits.add(Steps.HANDOVER_REQUESTED);
    assertThat(steps.follow(incident, 1)).isTrue();
    assertThat(steps.follow(incident, 1)).isTrue();

    assertThat(process.told).hasSize(3);
  }

  @Test
  void nothingIsToldOfAHandoverThatIsOffAgain() {
    offer();
    ours.withdraw(incident, AOI);
    process.told.clear();

    assertThat(steps.follow(incident, 1)).isTrue();
    assertThat(process.told).isEmpty();
  }

  @Test
  void whatWasTakenBeforeTheProcessHeardIsStillToldToIt() {
    offer();
    ours.accept(incident, ALL, SAKURA);
    process.waits.add(Steps.HANDOVER_REQUESTED);

    assertThat(steps.follow(incident, 1)).isTrue();
    assertThat(process.told).last().asString().startsWith("Message_HandoverRequested");
  }

  @Test
  void aRebuiltProcessHearsOfTheRunningHandoverAgain() {
    process.waits.add(Steps.HANDOVER_REQUESTED);
    offer();

    assertThat(steps.followAgain(incident)).isTrue();
    assertThat(process.told).hasSize(2);
    process.waits.clear();
    assertThat(steps.followAgain(incident)).isFalse();
  }

  /** A19: everything of the commander goes with command; what is only on offer stays so. */
  @Test
  void acceptingMovesEveryTaskOfTheCommander() {
    process.holds(incident, Steps.LEAD, AOI);
    process.holds(incident, "Activity_ApproveAnnouncement", AOI);
    process.opens(incident, Steps.RESOLVE, "incident-commander");
    offer();

    ours.accept(incident, ALL, SAKURA);

    assertThat(process.given)
        .containsExactlyInAnyOrder(
            "Activity_LeadTheIncident sakura", "Activity_ApproveAnnouncement sakura");
    assertThat(process.told).contains(Steps.COMMAND_TAKEN);
  }

  @Test
  void aNoIsToldToWhoeverWaitsForTheAnswerAndTheLastOneToEverybody() {
    offer();
    ours.decline(incident, SAKURA);
    assertThat(process.told).last().isEqualTo(Steps.CANDIDATE_DECLINED);

    ours.decline(incident, DANIEL);
    assertThat(process.told).last().isEqualTo(Steps.HANDOVER_ENDED);
  }

  @Test
  void aBriefingWrittenOnOurPageCompletesTheTask() {
    offer();
    process.opens(incident, Steps.WRITE_BRIEFING);

    ours.brief(incident, Map.of(Topic.RISKS, "再送しない"), AOI);

    assertThat(process.completed).containsExactly(Steps.WRITE_BRIEFING);
  }

  @Test
  void aTakeIsAMessageOfItsOwn() {
    ours.take(incident, "no answer", SAKURA);

    assertThat(process.told)
        .containsExactly("Message_TakeCommand {outgoing=aoi, handover=1, forced=true}");
    ours.stillInCommand(incident, AOI);
    assertThat(process.told).last().isEqualTo(Steps.HANDOVER_ENDED);
  }

  @Test
  void wordsForTheAnnouncerTellTheProcessNothing() {
    ours.override(incident, "止めて", false, EMMA);

    assertThat(process.told).isEmpty();
  }

  @Test
  void sayingWhatOneDoesNextCompletesTheTask() {
    offer();
    ours.accept(incident, ALL, SAKURA);
    process.opens(incident, Steps.CHOOSE_NEXT_PART);

    ours.goesOnAs(incident, NextPart.REST, AOI);

    assertThat(process.completed).containsExactly(Steps.CHOOSE_NEXT_PART);
  }

  // --- the process' door

  @Test
  void aSilentRoundIsPassedOverOnce() {
    offer();

    steps.afterRound(incident, 1, 1, HONBU);
    steps.afterRound(incident, 1, 1, HONBU);

    assertThat(room.handover(incident).asked()).contains(DANIEL);
    assertThat(room.handover(incident).round()).isEqualTo(2);
  }

  @Test
  void aTimerThatComesAfterTheAnswerChangesNothing() {
    ours.take(incident, "no answer", SAKURA);
    ours.stillInCommand(incident, AOI);

    assertThat(steps.moveIfNobodyObjected(incident, 1, HONBU).endedAs(End.STILL_IN_COMMAND))
        .isTrue();
    assertThat(room.seat(incident).holder()).isEqualTo(AOI);
  }

  @Test
  void silenceMovesSeatAndTaskTogether() {
    process.holds(incident, Steps.LEAD, AOI);
    ours.take(incident, "no answer", SAKURA);

    assertThat(steps.moveIfNobodyObjected(incident, 1, HONBU).endedAs(End.TAKEN)).isTrue();

    assertThat(room.seat(incident).holder()).isEqualTo(SAKURA);
    assertThat(process.given).containsExactly("Activity_LeadTheIncident sakura");
  }

  @Test
  void theDeputyIsLetInOnlyWhileTheBriefingIsNotWritten() {
    room.deputies.appoint(incident, DANIEL, AOI);
    offer();

    assertThat(steps.letDeputyBrief(incident, 1, HONBU)).contains(DANIEL);
    ours.brief(incident, Map.of(), DANIEL);
    assertThat(steps.letDeputyBrief(incident, 1, HONBU)).isEmpty();
    assertThat(steps.prepare(incident, 1).briefed()).isTrue();
  }

  @Test
  void anUnfinishedHandoverMayBeGivenUp() {
    offer();

    assertThat(steps.giveUp(incident, 1, HONBU).endedAs(End.NOBODY_LEFT)).isTrue();
    assertThat(room.seat(incident).holder()).isEqualTo(AOI);
  }

  // --- Tasklist's door

  @Test
  void inTasklistNothingIsAcceptedWithoutAReadBack() {
    offer();
    HumanTask task = process.opens(incident, Steps.ACCEPT_COMMAND);

    assertThatThrownBy(
            () ->
                tasklist.completed(task, SAKURA, Facts.of("answer", "ACCEPT").and("readBack", "a")))
        .hasMessageContaining("openWork");
    assertThat(tasklist.completed(task, SAKURA, Facts.none())).isInstanceOf(Verdict.No.class);
    assertThat(room.seat(incident).holder()).isEqualTo(AOI);
  }

  @Test
  void inTasklistAcceptingIsTheSameAct() {
    process.holds(incident, Steps.LEAD, AOI);
    offer();
    HumanTask task = process.opens(incident, Steps.ACCEPT_COMMAND);
    assertThat(tasklist.mayHold(task, DANIEL)).isInstanceOf(Verdict.No.class);
    assertThat(tasklist.mayHold(task, SAKURA)).isInstanceOf(Verdict.Yes.class);

    assertThat(tasklist.completed(task, SAKURA, accepting())).isInstanceOf(Verdict.Yes.class);

    assertThat(room.seat(incident).holder()).isEqualTo(SAKURA);
    assertThat(process.given).containsExactly("Activity_LeadTheIncident sakura");
    assertThat(process.told).doesNotContain(Steps.COMMAND_TAKEN);
  }

  @Test
  void inTasklistTheAnswerMayBeNo() {
    offer();
    HumanTask task = process.opens(incident, Steps.ACCEPT_COMMAND);

    assertThat(tasklist.completed(task, SAKURA, Facts.of("answer", "DECLINE")))
        .isInstanceOf(Verdict.Yes.class);

    assertThat(room.handover(incident).asked()).contains(DANIEL);
  }

  @Test
  void whatIsOnOfferToAllIsHeldByTheQualifiedOnly() {
    room.acts.offer(incident, HandoverWish.toAnybody(HandoverReason.SHIFT_END), AOI);
    HumanTask task = process.opens(incident, Steps.TAKE_OFFERED_COMMAND, "incident-commander");

    assertThat(tasklist.mayHold(task, SAKURA)).isInstanceOf(Verdict.Yes.class);
    assertThat(tasklist.mayHold(task, AOI)).isInstanceOf(Verdict.No.class);
    assertThat(tasklist.mayHold(task, MISAKI)).isInstanceOf(Verdict.No.class);
    assertThat(tasklist.completed(task, DANIEL, accepting())).isInstanceOf(Verdict.Yes.class);
    assertThat(room.seat(incident).holder()).isEqualTo(DANIEL);
  }

  @Test
  void inTasklistTheBriefingIsWrittenByTheCommanderAndFinishedByTheDeputy() {
    room.deputies.appoint(incident, DANIEL, AOI);
    offer();
    HumanTask write = process.opens(incident, Steps.WRITE_BRIEFING);
    HumanTask finish = process.opens(incident, Steps.FINISH_BRIEFING);

    assertThat(tasklist.mayHold(write, AOI)).isInstanceOf(Verdict.Yes.class);
    assertThat(tasklist.mayHold(write, DANIEL)).isInstanceOf(Verdict.No.class);
    assertThat(tasklist.mayHold(finish, DANIEL)).isInstanceOf(Verdict.Yes.class);
    assertThat(tasklist.completed(finish, DANIEL, Facts.of("risk", "x")))
        .as("too early")
        .isInstanceOf(Verdict.No.class);
    assertThat(tasklist.completed(write, AOI, Facts.of("risk", "再送しない")))
        .isInstanceOf(Verdict.Yes.class);
    assertThat(room.handover(incident).briefing().of(Topic.RISKS).ja()).isEqualTo("再送しない");
  }

  @Test
  void inTasklistTheCommanderSaysThatTheyAreStillThere() {
    ours.take(incident, "no answer", SAKURA);
    HumanTask task = process.opens(incident, Steps.SAY_STILL_IN_COMMAND);

    assertThat(tasklist.mayHold(task, SAKURA)).isInstanceOf(Verdict.No.class);
    assertThat(tasklist.mayHold(task, AOI)).isInstanceOf(Verdict.Yes.class);
    assertThat(tasklist.completed(task, AOI, Facts.none())).isInstanceOf(Verdict.No.class);
    assertThat(tasklist.completed(task, AOI, Facts.of("stillInCommand", true)))
        .isInstanceOf(Verdict.Yes.class);
    assertThat(room.handover(incident).endedAs(End.STILL_IN_COMMAND)).isTrue();
  }

  @Test
  void inTasklistTheFormerCommanderSaysWhatTheyDo() {
    offer();
    ours.accept(incident, ALL, SAKURA);
    HumanTask task = process.opens(incident, Steps.CHOOSE_NEXT_PART);

    assertThat(tasklist.mayHold(task, SAKURA)).isInstanceOf(Verdict.No.class);
    assertThat(tasklist.mayHold(task, AOI)).isInstanceOf(Verdict.Yes.class);
    assertThat(tasklist.completed(task, AOI, Facts.of("nextPart", "SLEEP")))
        .isInstanceOf(Verdict.No.class);
    assertThat(tasklist.completed(task, AOI, Facts.of("nextPart", "OBSERVER")))
        .isInstanceOf(Verdict.Yes.class);
  }

  /** Claiming from an acting commander ends what they offered, in the process too. */
  @Test
  void aClaimInTasklistTellsTheHandoverThatItIsOver() {
    IncidentId acting = room.actingRoom();
    room.acts.offer(acting, HandoverWish.to(SAKURA, HandoverReason.FATIGUE), MISAKI);
    var lead =
        new LeadTask(
            room.command,
            room.store,
            engine,
            new DutyEnds(room.book, room.life.undo),
            new Verdicts(room.names),
            room.names);

    lead.claimed(process.opens(acting, Steps.LEAD, "incident-commander"), DANIEL);

    assertThat(process.told).containsExactly(Steps.COMMAND_TAKEN);
  }

  private void offer() {
    ours.offer(incident, HandoverWish.to(SAKURA, HandoverReason.FATIGUE), AOI);
  }

  private static Facts accepting() {
    return Facts.of("answer", "ACCEPT")
        .and("readBack", "止める")
        .and("readBackWork", 1)
        .and("readBackNext", "04:06")
        .and("readBackRisk", "二重請求");
  }
}
