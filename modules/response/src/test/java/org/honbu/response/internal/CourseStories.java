package org.honbu.response.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.honbu.response.internal.World.INCIDENT;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.Duty;
import org.honbu.incidents.DutyKind;
import org.honbu.incidents.IncidentMerged;
import org.honbu.incidents.IncidentMoved;
import org.honbu.incidents.IncidentParted;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.LargeReason;
import org.honbu.incidents.Reason;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Triage;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.honbu.testkit.process.Walked;
import org.honbu.workflow.Facts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From the declaration to the end, as an incident would be told. */
abstract class CourseStories extends ResponseStories {
  CourseStories(Walked walked) {
    super(walked);
  }

  // ---- the path of the talk

  @Test
  void aCriticalAlertIsPagedAnsweredTriagedLedResolvedAndClosed() {
    declared(CRITICAL);
    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_AnswerThePage");
    assertThat(outside.channels()).containsExactly("#alert");
    assertThat(world.rated)
        .as("the words beside the rows of two tables")
        .contains(
            new Reason(
                "CORE_DEGRADED_WIDE",
                new Words(
                    "中核が広く不安定で、十分な回避策がない",
                    "A core function is degraded widely without a full workaround")),
            new Reason(
                "ALERT_SAYS_CRITICAL", new Words("監視が緊急と言っている", "Monitoring says it is critical")));

    answeredByPage();
    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_Triage");

    triagedAs(Triage.Answer.REAL, 0);
    assertThat(world.reasons).contains(LargeReason.L_SEV);
    assertThat(world.seat.orElseThrow().holder()).isEqualTo(MISAKI);
    assertThat(engine.waitsAt(INCIDENT))
        .contains(
            "Activity_LeadTheIncident",
            "Activity_AwaitMitigation",
            "Activity_Announce",
            "Activity_DraftAnnouncement");

    world.declareMitigated(INCIDENT, "rolled back", MISAKI);
    settle();
    done("Activity_VerifyMitigation", IncidentState.MONITORING);
    passes("PT30M");
    done("Activity_DeclareResolved", IncidentState.RESOLVED);
    nobodyTakesItBack();
    assertThat(engine.waitsAt(INCIDENT))
        .as("stands by for a day")
        .containsExactly("Gateway_ReopenWindow");

    passes("P1D");
    assertThat(world.state).isEqualTo(IncidentState.CLOSED);
    assertThat(engine.isOver(INCIDENT)).isTrue();
  }

  // ---- triage

  @Test
  void aForgottenTriageIsRemindedAndOpensTheRoomAfterAnHour() {
    declared(CRITICAL);
    answeredByPage();
    int before = outside.posts.size();

    passes("PT15M");
    assertThat(outside.posts).hasSize(before + 1);

    passes("PT45M");
    assertThat(world.reasons).contains(LargeReason.L_60M);
    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_LeadTheIncident");
  }

  @Test
  void escalatingDuringTriageOpensTheRoom() {
    declared(CRITICAL);
    answeredByPage();

    world.escalate(INCIDENT, MISAKI);
    settle();

    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_LeadTheIncident");
  }

  @Test
  void aDuplicateEndsHere() {
    declared(MINOR);
    done("Activity_AcknowledgeAlert", IncidentState.TRIAGE);

    triagedAs(Triage.Answer.DUPLICATE, 0);

    assertThat(engine.isOver(INCIDENT)).isTrue();
  }

  // ---- false alarms and merges

  @Test
  void aFalseAlarmIsClosedWhenTheSecondPersonSaysSo() {
    falseAlarmSuspected();

    done("Activity_ConfirmFalseAlarm", IncidentState.FALSE_ALARM);
    nobodyTakesItBack();

    assertThat(world.state).isEqualTo(IncidentState.CLOSED);
    assertThat(engine.isOver(INCIDENT)).isTrue();
    assertThat(outside.whispers).isEmpty();
  }

  /** T02: to be wrong costs nothing. */
  @Test
  void whoeverReportedAFalseAlarmIsThankedThemselves() {
    world.reporter = Actor.person(new PersonId("emma"));
    falseAlarmSuspected();
    assertThat(outside.whispers).isEmpty();

    done("Activity_ConfirmFalseAlarm", IncidentState.FALSE_ALARM);
    nobodyTakesItBack();

    assertThat(outside.whisperedTo()).containsExactly("emma");
    assertThat(outside.whispers.get(0).text().en()).contains("Thank you");
  }

  @Test
  void aFalseAlarmThatClearedByItselfIsClosedAfterHalfAnHour() {
    falseAlarmSuspected();
    world.crying = false;

    passes("PT30M");
    nobodyTakesItBack();

    assertThat(engine.isOver(INCIDENT)).isTrue();
  }

  @Test
  void aFalseAlarmThatStillCriesIsAskedAgain() {
    falseAlarmSuspected();

    passes("PT30M");

    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_ConfirmFalseAlarm");
  }

  @Test
  void aFalseAlarmConfirmedElsewhereEndsEverything() {
    falseAlarmSuspected();
    int told = outside.posts.size();

    world.confirmFalseAlarm(INCIDENT, "test traffic", ITSUKI);
    settle();
    assertThat(outside.posts).as("nobody is told before it stands").hasSize(told);
    nobodyTakesItBack();

    assertThat(outside.posts).hasSize(told + 1);
    assertThat(world.state).isEqualTo(IncidentState.CLOSED);
    assertThat(engine.isOver(INCIDENT)).isTrue();
  }

  @Test
  void aMergeEndsEverything() {
    declared(CRITICAL);

    engine.processes().tell("Message_Merged", INCIDENT, Facts.none());
    settle();

    assertThat(engine.isOver(INCIDENT)).isTrue();
    assertThat(engine.calls("standDown")).hasSize(1);
  }

  /** A36: it was not the same after all. */
  @Test
  void whatWasMergedByMistakeIsRespondedToAgainWhereItStood() {
    roomOpen();
    Set<String> before = engine.waitsAt(INCIDENT);
    var rebuild = new RebuildsOne(world, world, engine.processes());
    var parting = new StartsWhatWasParted(engine.processes(), world, rebuild);
    var parted =
        new IncidentParted(
            INCIDENT, Kind.REAL, new IncidentId("INC-2026-0009"), clock.instant(), clock.instant());
    assertThatThrownBy(() -> parting.on(parted))
        .as("it has not wound up yet")
        .isInstanceOf(ProblemException.class);
    engine.processes().tell("Message_Merged", INCIDENT, Facts.none());
    settle();
    assertThat(engine.isOver(INCIDENT)).isTrue();

    parting.on(parted);
    settle();

    assertThat(engine.waitsAt(INCIDENT)).isEqualTo(before);
  }

  /** What was left behind has come back; a merge or a false alarm had left nothing behind. */
  @ParameterizedTest
  @EnumSource(names = {"MERGED", "FALSE_ALARM"})
  void whatWasTakenBackOrApartHasNotComeBack(IncidentState before) {
    declared(CRITICAL);
    answeredByPage();
    Set<String> waits = engine.waitsAt(INCIDENT);
    world.state = IncidentState.INVESTIGATING;
    var handler = new HearsOfTheMoveItMissed(new Course(engine.processes(), world), world);

    handler.on(
        new IncidentMoved(
            INCIDENT, Kind.REAL, before, IncidentState.INVESTIGATING, clock.instant()));
    settle();

    assertThat(engine.waitsAt(INCIDENT)).isEqualTo(waits);
    assertThatThrownBy(
            () ->
                handler.on(
                    new IncidentMoved(
                        INCIDENT,
                        Kind.REAL,
                        IncidentState.RESOLVED,
                        IncidentState.INVESTIGATING,
                        clock.instant())))
        .as("what had been resolved has")
        .isInstanceOf(ProblemException.class);
  }

  /** A36: command of both stays where it is; the other commander is told how to have it. */
  @Test
  void bothCommandersHearWhoLeadsAfterAMerge() {
    roomOpen();
    world.take(INCIDENT, AOI);
    outside.begin();
    world.duties =
        List.of(
            new Duty(DutyKind.COMMANDER, ITSUKI, clock.instant(), Optional.of(clock.instant())));
    var other = new IncidentId("INC-2026-0009");

    new SaysWhoLeadsBoth(world, new Voice(outside, outside, clock), new Whisper(outside, clock))
        .on(new IncidentMerged(other, Kind.REAL, INCIDENT, clock.instant()));

    assertThat(outside.whisperedTo()).containsExactly("aoi", "itsuki");
    assertThat(outside.whispers.get(0).text().en()).contains("you go on commanding", "itsuki");
    assertThat(outside.whispers.get(1).text().en()).contains("offer to take over from aoi");
    assertThat(outside.posts).singleElement().asString().contains("commands both");
  }

  // ---- a small problem

  @Test
  void aSmallProblemStaysWithItsTeamUntilItIsResolved() {
    workingAsTeam();

    done("Activity_WorkAsTeam", IncidentState.MITIGATED, Facts.of("askHelp", false));
    world.verify(INCIDENT, ITSUKI);
    settle();
    world.declareResolved(INCIDENT, "restarted", MISAKI);
    nobodyTakesItBack();

    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Gateway_ReopenWindow");
  }

  @Test
  void aTeamThatAsksForHelpGetsARoom() {
    workingAsTeam();

    world.openRoom(
        INCIDENT, Set.of(LargeReason.L_HUMAN), Optional.of(MISAKI), Actor.person(MISAKI));
    complete("Activity_WorkAsTeam", Facts.of("askHelp", true));

    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_LeadTheIncident");
  }

  @Test
  void anybodyMayEscalateOverTheTeam() {
    workingAsTeam();

    world.escalate(INCIDENT, AOI);
    settle();

    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_LeadTheIncident");
  }

  @Test
  void anUnsolvedProblemIsLargeAfterAnHour() {
    workingAsTeam();

    passes("PT60M");

    assertThat(world.reasons).contains(LargeReason.L_60M);
    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_LeadTheIncident");
  }

  @Test
  void aRaisedSeverityIsJudgedAgain() {
    workingAsTeam();

    world.rate(INCIDENT, Severity.SEV2, "spreading", MISAKI);
    settle();

    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_LeadTheIncident");
  }

  @Test
  void whatComesBackToATeamIsJudgedAgain() {
    workingAsTeam();
    world.declareMitigated(INCIDENT, "restarted", MISAKI);
    settle();

    world.recurred(INCIDENT, "slow again", Actor.person(MISAKI));
    settle();

    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_WorkAsTeam");
  }

  @Test
  void whatComesBackWithinADayIsJudgedAgain() {
    workingAsTeam();
    world.declareMitigated(INCIDENT, "restarted", MISAKI);
    settle();
    world.verify(INCIDENT, ITSUKI);
    settle();
    world.declareResolved(INCIDENT, "restarted", MISAKI);
    passes("PT20H");

    world.recurred(INCIDENT, "slow again", Actor.person(MISAKI));
    settle();

    assertThat(world.state).isEqualTo(IncidentState.INVESTIGATING);
    assertThat(engine.isOver(INCIDENT)).isFalse();
    assertThat(engine.calls("judgeProblem")).hasSize(2);
  }

  // ---- starting

  @Test
  void hearingOfADeclarationTwiceStartsOneResponse() {
    declared(CRITICAL);
    declared(CRITICAL);

    assertThat(engine.calls("rateIncident")).hasSize(1);
  }
}
