package org.honbu.response.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.honbu.response.internal.World.INCIDENT;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.DataSecurityRated;
import org.honbu.incidents.Duty;
import org.honbu.incidents.DutyKind;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentDeclared;
import org.honbu.incidents.IncidentMerged;
import org.honbu.incidents.IncidentMoved;
import org.honbu.incidents.IncidentParted;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentTriaged;
import org.honbu.incidents.LargeReason;
import org.honbu.incidents.ProcessRebuilt;
import org.honbu.incidents.PublicPhase;
import org.honbu.incidents.Reason;
import org.honbu.incidents.Room;
import org.honbu.incidents.RoomOpened;
import org.honbu.incidents.Severity;
import org.honbu.incidents.SeverityRated;
import org.honbu.incidents.Source;
import org.honbu.incidents.Standing;
import org.honbu.incidents.TakenBack;
import org.honbu.incidents.Triage;
import org.honbu.incidents.Undoable;
import org.honbu.incidents.Visibility;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.people.Eligibility;
import org.honbu.testkit.process.EngineHarness;
import org.honbu.testkit.process.Walked;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.Timers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Walks the response from the declaration, as an incident would be told. */
class ResponseProcessTest {
  @RegisterExtension
  static final Walked WALKED =
      Walked.everyElementOf("IncidentResponse", "FirstAnswer", "WarRoom", "Recovery", "TimeToUndo");

  private static final PersonId MISAKI = new PersonId("misaki");
  private static final PersonId ITSUKI = new PersonId("itsuki");
  private static final PersonId AOI = new PersonId("aoi");
  private static final PersonId SAKURA = new PersonId("sakura");

  /** The catalogue knows a minor component; a person says it is degraded. */
  private static final Impact MINOR =
      new Impact(
          Impact.Users.FEW,
          Impact.Function.MINOR,
          Impact.Condition.DEGRADED,
          Impact.Revenue.NONE,
          Impact.DataSecurity.NONE,
          Impact.Workaround.FULL,
          Impact.Urgency.HIGH);

  private static final Impact CRITICAL =
      new Impact(
          Impact.Users.UNKNOWN,
          Impact.Function.CORE,
          Impact.Condition.DEGRADED,
          Impact.Revenue.UNKNOWN,
          Impact.DataSecurity.UNKNOWN,
          Impact.Workaround.UNKNOWN,
          Impact.Urgency.CRITICAL);

  private static final Impact ALL_DOWN =
      new Impact(
          Impact.Users.ALL,
          Impact.Function.CORE,
          Impact.Condition.DOWN,
          Impact.Revenue.STOPPED,
          Impact.DataSecurity.NONE,
          Impact.Workaround.NONE,
          Impact.Urgency.CRITICAL);

  private EngineHarness engine;
  private final Clock clock = Response.clock(() -> engine);
  private World world;
  private Outside outside;
  private boolean somebodyIsOnCall = true;
  private boolean saysThatItIsOver = true;

  @BeforeEach
  void start() {
    world = new World(() -> engine.processes(), () -> engine.humanTasks(), clock);
    outside = new Outside(() -> engine.decisions());
    engine =
        Response.in(EngineHarness.all(), () -> engine, world, outside, clock)
            .watchedBy(WALKED)
            .handler("pageNextLevel", step -> calling())
            .handler(
                "takeTheAnswer",
                step -> Facts.of("answered", true).and("answeredBy", "misaki").and("outcome", "A"))
            .handler(
                "askNextMember",
                step ->
                    Facts.of("memberFound", false)
                        .and("settled", true)
                        .and("member", "")
                        .and("round", 0))
            .handler("takeApproval", step -> Facts.of("approved", true))
            .handler(
                "publishAnnouncement",
                step ->
                    Facts.of("last", saysThatItIsOver)
                        .and("updateWithin", "PT30M")
                        .and("promiseWithin", "PT30M"))
            .handler("askForWork", step -> Facts.of("awaited", false).and("owner", "misaki"))
            .handler("takeWorkAnswer", step -> Facts.of("accepted", false).and("box", "PT1M"))
            .handler("askWhoIsFree", step -> Facts.of("pickAwaited", false))
            .handler("takePick", step -> Facts.of("oneIsNamed", false))
            .rule(new ReachedByPhone(outside, world))
            .start();
  }

  /** What escalation would answer: the same level again and again, or nobody at all. */
  private Facts calling() {
    return Facts.of("levelFound", somebodyIsOnCall)
        .and("answered", false)
        .and("answerers", "misaki")
        .and("answerWithin", "PT5M");
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  // ---- work in the room

  @Test
  void theRoomLetsEachPieceOfWorkAndEachCallRunBesideTheOthers() {
    roomOpen();

    world.tell("Message_AssignWork", Facts.of("assignmentId", "1"));
    world.tell("Message_AssignWork", Facts.of("assignmentId", "2"));
    world.tell("Message_VolunteerCall", Facts.of("callId", "3"));
    engine.settle();

    assertThat(engine.calls("askForWork"))
        .extracting(step -> step.facts().text("assignmentId"))
        .containsExactly("1", "2");
    assertThat(engine.calls("askWhoIsFree"))
        .extracting(step -> step.facts().text("callId"))
        .containsExactly("3");
    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_LeadTheIncident");
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

  @Test
  void severityOneOpensTheRoomOnTheFirstAnswerAndCallsTheCommandersAtOnce() {
    declared(ALL_DOWN);
    assertThat(outside.channels()).containsExactly("#alert", "#war_room");
    assertThat(outside.called()).containsExactly("aoi");

    answeredByPage();

    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_LeadTheIncident");
    assertThat(engine.waitsAt(INCIDENT)).doesNotContain("Activity_Triage");
  }

  /** A59: they were called together, and each answer has its own meaning. */
  @Test
  void whenTheCommanderAnswersFirstTheRoomIsTheirsAndTheOnCallIsCalledOn() {
    declared(ALL_DOWN);
    passes("PT2M");

    world.openRoom(INCIDENT, Set.of(LargeReason.L_SEV), Optional.of(AOI), Actor.person(AOI));
    world.take(INCIDENT, AOI);
    hearsThatTheRoomIsOpen();

    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_AnswerThePage", "Activity_LeadTheIncident");

    world.acknowledge(INCIDENT, MISAKI);
    settle();

    assertThat(engine.waitsAt(INCIDENT))
        .as("triage is done in the room")
        .doesNotContain("Activity_AnswerThePage", "Activity_Triage")
        .contains("Activity_LeadTheIncident");
    assertThat(world.seat.orElseThrow().holder()).isEqualTo(AOI);
  }

  private void hearsThatTheRoomIsOpen() {
    var handler = new OpensTheRoomItMissed(new Course(engine.processes(), world), world);
    world.facts.stream()
        .filter(RoomOpened.class::isInstance)
        .map(RoomOpened.class::cast)
        .forEach(handler::on);
    settle();
  }

  @Test
  void whoPressesBeforeAnybodyAnsweredActsAndThePagingGoesOn() {
    declared(CRITICAL);

    world.escalate(INCIDENT, ITSUKI);
    settle();

    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_AnswerThePage", "Activity_LeadTheIncident");
    assertThat(world.seat.orElseThrow().holder()).isEqualTo(ITSUKI);

    world.acknowledge(INCIDENT, MISAKI);
    settle();

    assertThat(engine.waitsAt(INCIDENT))
        .doesNotContain("Activity_AnswerThePage", "Activity_Triage")
        .contains("Activity_LeadTheIncident");
  }

  @Test
  void theRoomGoesOnAfterTheLastAnnouncement() {
    roomOpen();
    complete("Activity_DraftAnnouncement", Facts.none());
    complete("Activity_ApproveAnnouncement", Facts.none());

    assertThat(engine.calls("publishAnnouncement")).hasSize(1);
    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_LeadTheIncident", "Activity_AwaitMitigation")
        .doesNotContain("Activity_Announce");
  }

  // ---- who is told, asked again

  /** What the triage in the room found is heard, though nobody was to be told before. */
  @Test
  void somebodyIsToldOnceItIsKnownThatCustomersSeeIt() {
    world.visibility = Visibility.INTERNAL;
    workingAsTeam();
    world.escalate(INCIDENT, MISAKI);
    settle();
    assertThat(engine.waitsAt(INCIDENT)).doesNotContain("Activity_Announce");

    world.visibility = Visibility.CUSTOMER_VISIBLE;
    world.severity = Optional.of(Severity.SEV3);
    new ReviewsAnnouncing.AfterTheTriage(review())
        .on(new IncidentTriaged(INCIDENT, Kind.REAL, MISAKI, clock.instant()));
    settle();

    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_Announce", "Activity_DraftAnnouncement");
  }

  @Test
  void harmToDataIsHeardWhoeverSaysItAndHoweverGraveItWasBefore() {
    world.visibility = Visibility.INTERNAL;
    workingAsTeam();
    world.escalate(INCIDENT, MISAKI);
    settle();
    assertThat(engine.waitsAt(INCIDENT)).doesNotContain("Activity_Announce");

    world.impact = suspected(world.impact);
    new ReviewsAnnouncing.AfterDataHarm(review()).on(suspected());
    settle();

    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_Announce");
  }

  /** The merged one had told users; the survivor had nobody to tell, and is told of now. */
  @Test
  void usersOfAMergedIncidentHearTheEndFromTheSurvivor() {
    world.visibility = Visibility.INTERNAL;
    workingAsTeam();
    world.escalate(INCIDENT, MISAKI);
    settle();
    var other = new IncidentId("INC-2026-0002");

    world.publicPhase = PublicPhase.INVESTIGATING;
    new ReviewsAnnouncing.AfterAMerge(review())
        .on(new IncidentMerged(other, Kind.REAL, INCIDENT, clock.instant()));
    settle();
    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_Announce");

    world.publicPhase = PublicPhase.NONE;
    new ReviewsAnnouncing.AfterAParting(review())
        .on(new IncidentParted(other, Kind.REAL, INCIDENT, clock.instant(), clock.instant()));
    settle();
    assertThat(engine.waitsAt(INCIDENT)).doesNotContain("Activity_Announce");
  }

  // ---- harm to data, found later

  /** L_DATA: large whatever else is known, also before a triage says so. */
  @Test
  void harmToDataOpensTheRoomWhileItIsStillTriaged() {
    declared(MINOR);
    world.acknowledge(INCIDENT, MISAKI);
    settle();
    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_Triage");

    harmIsSuspected();

    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_LeadTheIncident")
        .doesNotContain("Activity_Triage");
    assertThat(world.reasons).contains(LargeReason.L_DATA);
  }

  @Test
  void harmToDataBecomesAReasonOfTheRoomThatIsOpen() {
    workingAsTeam();
    world.escalate(INCIDENT, MISAKI);
    settle();

    harmIsSuspected();

    assertThat(world.reasons).contains(LargeReason.L_HUMAN, LargeReason.L_DATA);
  }

  /** Who answers it is acting commander: until somebody has, the triage judges it. */
  @Test
  void harmToDataOpensNoRoomWithoutAnAnswer() {
    declared(MINOR);

    harmIsSuspected();

    assertThat(engine.waitsAt(INCIDENT)).doesNotContain("Activity_LeadTheIncident");
    assertThat(world.reasons).isEmpty();
  }

  /** Whoever watches the recovery is not asked into a room again; the severity still rises. */
  @Test
  void harmToDataOpensNoRoomOnceItIsMitigated() {
    workingAsTeam();
    world.state = IncidentState.MONITORING;

    harmIsSuspected();

    assertThat(world.reasons).isEmpty();
    assertThat(world.severity).contains(Severity.SEV2);
  }

  private void harmIsSuspected() {
    world.impact = suspected(world.impact);
    new RatesHarmAgain(world, Response.judgement(() -> engine, world, clock), world)
        .on(suspected());
    hearsThatTheRoomIsOpen();
  }

  private DataSecurityRated suspected() {
    return new DataSecurityRated(
        INCIDENT,
        Kind.REAL,
        Impact.DataSecurity.UNKNOWN,
        Impact.DataSecurity.SUSPECTED,
        clock.instant());
  }

  @Test
  void nobodyIsLeftToTellWhenItIsMilderAndNothingWasSaid() {
    roomOpen();
    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_Announce");

    rated(Severity.SEV4);

    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_AwaitNeed", "Activity_LeadTheIncident")
        .doesNotContain("Activity_Announce", "Activity_DraftAnnouncement");
    assertThat(outside.posts)
        .anyMatch(post -> post.text().en().contains("Users need not be told any more"));
  }

  /** Whatever the table says by then: who was told something hears how it ended. */
  @Test
  void usersWhoWereToldHearTheEndHoweverMildItIs() {
    roomOpen();
    world.publicPhase = PublicPhase.INVESTIGATING;

    rated(Severity.SEV4);

    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_Announce", "Activity_DraftAnnouncement");
  }

  @Test
  void theFirstOneIsDueSoonerWhenItIsGraverAndNeverLater() {
    roomOpen();
    rated(Severity.SEV3);
    passes("PT1M");
    assertThat(engine.calls("remindOfFirst")).isEmpty();

    rated(Severity.SEV1);
    passes("PT5M");

    assertThat(engine.calls("remindOfFirst")).hasSize(1);
  }

  @Test
  void whatIsMilderPutsNoDeadlineOff() {
    roomOpen();
    passes("PT14M");
    rated(Severity.SEV3);

    passes("PT1M");

    assertThat(engine.calls("remindOfFirst")).hasSize(1);
  }

  /** The last message had ended the loop; the harm is back, in the same room. */
  @Test
  void usersWhoWereToldThatItIsOverAreToldThatItIsBack() {
    mitigated();
    world.verify(INCIDENT, ITSUKI);
    settle();
    announced(PublicPhase.RESOLVED);
    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_AwaitNeed");
    rated(Severity.SEV3);
    assertThat(engine.waitsAt(INCIDENT)).as("it is over").contains("Activity_AwaitNeed");

    world.recurred(INCIDENT, "errors again", Actor.person(ITSUKI));
    hearsOfTheRecurrence();

    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_Announce", "Activity_DraftAnnouncement");
  }

  /** The loop still waits for the end, and users were told that it is better. */
  @Test
  void usersWhoWereToldThatItIsBetterAreToldThatItIsNot() {
    saysThatItIsOver = false;
    mitigated();
    announced(PublicPhase.MONITORING);
    assertThat(engine.waitsAt(INCIDENT)).doesNotContain("Activity_DraftAnnouncement");

    world.recurred(INCIDENT, "errors again", Actor.person(ITSUKI));
    hearsOfTheRecurrence();

    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_Announce", "Activity_DraftAnnouncement");
  }

  /** It is the outbox that tries again, until the room listens. */
  @Test
  void aRoomThatIsStillBeingOpenedIsAskedLater() {
    declared(CRITICAL);
    world.room = Room.OPEN;
    world.state = IncidentState.INVESTIGATING;

    review().ask(INCIDENT);
    assertThat(engine.calls("decideAnnouncements")).as("its first decision comes").isEmpty();
    world.room = Room.CLOSED;
    review().ask(INCIDENT);
    assertThat(engine.calls("decideAnnouncements")).isEmpty();
  }

  private ReviewsAnnouncing.Review review() {
    return new ReviewsAnnouncing.Review(new Course(engine.processes(), world), world);
  }

  private void rated(Severity to) {
    world.facts.clear();
    world.rate(INCIDENT, to, "we know more", MISAKI);
    var handler = new ReviewsAnnouncing.AfterTheSeverity(review());
    world.facts.stream()
        .filter(SeverityRated.class::isInstance)
        .map(SeverityRated.class::cast)
        .forEach(handler::on);
    settle();
  }

  private void hearsOfTheRecurrence() {
    settle();
    var handler = new ReviewsAnnouncing.AfterARecurrence(review());
    world.facts.stream()
        .filter(IncidentMoved.class::isInstance)
        .map(IncidentMoved.class::cast)
        .filter(moved -> moved.from().compareTo(IncidentState.MITIGATED) >= 0)
        .filter(moved -> moved.to() == IncidentState.INVESTIGATING)
        .forEach(handler::on);
    settle();
  }

  private void announced(PublicPhase told) {
    complete("Activity_DraftAnnouncement", Facts.none());
    world.publicPhase = told;
    complete("Activity_ApproveAnnouncement", Facts.none());
  }

  private static Impact suspected(Impact known) {
    return new Impact(
        known.users(),
        known.function(),
        known.condition(),
        known.revenue(),
        Impact.DataSecurity.SUSPECTED,
        known.workaround(),
        known.urgency());
  }

  // ---- the first answer

  @Test
  void aPageAnsweredAtItsTaskLeadsToTriage() {
    declared(CRITICAL);

    done("Activity_AnswerThePage", IncidentState.TRIAGE);

    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_Triage");
    assertThat(world.answeredBy).contains(MISAKI);
  }

  @Test
  void whatIsNotCriticalWaitsForTheTeamAndBecomesAPage() {
    declared(MINOR);
    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_AcknowledgeAlert");

    passes("PT22H59M");
    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_AcknowledgeAlert");

    passes("PT1M");
    assertThat(engine.waitsAt(INCIDENT))
        .as("eight business hours after Wednesday noon are Thursday at eleven")
        .containsExactly("Activity_AnswerThePage");
  }

  @Test
  void theTeamAcknowledges() {
    declared(MINOR);

    done("Activity_AcknowledgeAlert", IncidentState.TRIAGE, Facts.none());

    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_Triage");
  }

  @Test
  void raisingTheSeverityPagesWhoWasNotPaged() {
    declared(MINOR);

    world.rate(INCIDENT, Severity.SEV2, "worse than it looked", AOI);
    settle();

    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_AnswerThePage");
  }

  @Test
  void whenNobodyAnswersTheProcessOwnerReachesSomebodyByPhone() {
    somebodyIsOnCall = false;
    declared(CRITICAL);
    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_ReachByPhone");
    assertThat(world.notes).contains("nobody-answered");
    assertThat(outside.channels()).contains("#war_room");

    var takumi = engine.tasklist("takumi");
    takumi.claim("Activity_ReachByPhone");
    var nobody = takumi.complete("Activity_ReachByPhone", Facts.of("answeredBy", "ghost"));
    assertThat(nobody.done()).isFalse();
    assertThat(nobody.sentence()).contains("つながった人");
    var somebody = takumi.complete("Activity_ReachByPhone", Facts.of("answeredBy", "itsuki"));
    settle();

    assertThat(somebody.done()).isTrue();
    assertThat(world.answeredBy).contains(ITSUKI);
    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_Triage");
  }

  @Test
  void thePagingStartsAgainWhileNobodyIsReached() {
    somebodyIsOnCall = false;
    declared(CRITICAL);
    somebodyIsOnCall = true;

    passes("PT15M");

    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_AnswerThePage");
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
  void topicsAreTalkedAboutBesideTheRoom() {
    workingAsTeam();
    world.escalate(INCIDENT, AOI);
    settle();

    for (String topic : List.of("alpha", "bravo")) {
      assertThat(world.tell("Message_OpenTopic", Facts.of("topic", topic))).isTrue();
    }
    settle();

    assertThat(engine.calls("lookAtTopic"))
        .extracting(step -> step.facts().text("topic"))
        .containsExactly("alpha", "bravo");
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

  // ---- the war room

  @Test
  void commandIsAskedForWidelyThenBackstoppedThenConfirmed() {
    roomOpen();
    outside.pages.clear();

    passes("PT2M");
    assertThat(outside.called()).containsExactly("aoi", "sakura", "grace");
    assertThat(world.breakGlass).isFalse();

    passes("PT3M");
    assertThat(world.breakGlass).isTrue();
    assertThat(outside.called()).contains("takumi");
    assertThat(world.seat.orElseThrow().standing()).isEqualTo(Standing.ACTING);

    passes("PT5M");
    assertThat(world.seat.orElseThrow().standing()).isEqualTo(Standing.HELD);
    assertThat(world.seat.orElseThrow().holder()).isEqualTo(MISAKI);
  }

  @Test
  void whoFitsBestIsCalledFirstAndWhoCannotComeIsNot() {
    roomOpen();
    outside.pages.clear();
    outside.commanders.clear();
    outside.commanders.addAll(
        List.of(
            Outside.commander("grace"),
            Outside.commander("aoi"),
            Outside.commander("sakura", Eligibility.not(Eligibility.Reason.NEEDS_REST), true),
            Outside.commander("daniel", Eligibility.not(Eligibility.Reason.NEEDS_REST), false),
            Outside.commander("kenta", Eligibility.not(Eligibility.Reason.DECLINED), true),
            Outside.commander("riku", Eligibility.not(Eligibility.Reason.NOT_QUALIFIED), false)));

    passes("PT2M");

    assertThat(outside.called()).containsExactly("grace", "aoi", "sakura");
  }

  @Test
  void whatWillHappenByItselfIsKnownInTheDiagramsWords() {
    roomOpen();

    var next = engine.timers().next(INCIDENT);

    assertThat(next)
        .extracting(Timers.Next::on, Timers.Next::then, timer -> inMinutes(timer.due()))
        .startsWith(
            tuple(
                "Activity_LeadTheIncident",
                Optional.of("候補を広げて声をかける / Ask every qualified commander"),
                2L))
        .contains(
            tuple("Activity_AwaitMitigation", Optional.of("経過時間を伝える / Call out the time"), 10L));
    assertThat(next).isSortedAccordingTo(Comparator.comparing(Timers.Next::due));
    assertThat(next.get(0).step()).isEqualTo("Event_TwoMinutesUnclaimed");
    assertThat(next.get(0).name()).isEqualTo("2 分たった / After 2 minutes");

    passes("PT2M");
    assertThat(engine.timers().next(INCIDENT))
        .extracting(Timers.Next::step)
        .doesNotContain("Event_TwoMinutesUnclaimed");
  }

  @Test
  void aTimerIsFollowedPastGatewaysThatOnlyJoin() {
    declared(CRITICAL);

    assertThat(engine.timers().next(INCIDENT))
        .extracting(Timers.Next::process, Timers.Next::then, Timers.Next::asks)
        .containsExactly(
            tuple("OnCallPage", Optional.of("次の段の人を呼び出す / Page the next level"), false));
    assertThat(engine.timers().next(new IncidentId("INC-2026-9999"))).isEmpty();
  }

  @Test
  void aTimerThatOnlyAsksPeopleSaysSo() {
    mitigated();
    world.verify(INCIDENT, ITSUKI);
    settle();

    assertThat(engine.timers().next(INCIDENT))
        .extracting(Timers.Next::then, Timers.Next::asks)
        .contains(tuple(Optional.of("復旧を宣言する / Declare it resolved"), true));
  }

  private long inMinutes(Instant due) {
    return Duration.between(clock.instant(), due).toMinutes();
  }

  @Test
  void onceCommandIsTakenNobodyIsAskedAnyMore() {
    roomOpen();
    outside.pages.clear();
    world.take(INCIDENT, AOI);

    passes("PT11M");

    assertThat(outside.pages).isEmpty();
    assertThat(world.breakGlass).isFalse();
    assertThat(world.seat.orElseThrow().holder()).isEqualTo(AOI);
  }

  @Test
  void theTimeIsCalledOutEveryTenMinutes() {
    roomOpen();

    passes("PT31M");

    assertThat(engine.calls("callOutTheTime")).hasSize(3);
  }

  @Test
  void careForTheCommanderEndsWithoutClosingTheRoom() {
    roomOpen();
    world.take(INCIDENT, AOI);
    settle();
    world.care.isNobodys = true;

    passes("PT10M");

    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_AwaitMitigation")
        .doesNotContain("Activity_OneTerm");
  }

  @Test
  void theDutyOfCommandEndsWithoutClosingTheRoom() {
    roomOpen();

    complete("Activity_LeadTheIncident", Facts.none());

    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_AwaitMitigation")
        .doesNotContain("Activity_LeadTheIncident");
  }

  @Test
  void nobodyIsToldOfWhatNobodySees() {
    world.visibility = Visibility.INTERNAL;
    workingAsTeam();

    world.escalate(INCIDENT, MISAKI);
    settle();

    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_LeadTheIncident")
        .doesNotContain("Activity_Announce");
  }

  @Test
  void theRoomFollowsTheSeverity() {
    roomOpen();

    world.rate(INCIDENT, Severity.SEV1, "everything", MISAKI);
    settle();

    assertThat(engine.calls("followTheSeverity")).hasSize(1);
    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_LeadTheIncident");
  }

  @Test
  void whatComesBackInTheRoomIsWorkedOnAgainWithTheSameCommander() {
    roomOpen();
    world.take(INCIDENT, AOI);
    world.declareMitigated(INCIDENT, "rolled back", AOI);
    settle();
    world.verify(INCIDENT, ITSUKI);
    settle();

    world.recurred(INCIDENT, "errors again", Actor.person(ITSUKI));
    settle();

    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_AwaitMitigation", "Activity_LeadTheIncident");
    assertThat(world.seat.orElseThrow().holder()).isEqualTo(AOI);
  }

  // ---- recovery

  @Test
  void theVerifierIsRemindedEveryTenMinutesAndMaySayNo() {
    mitigated();

    passes("PT21M");
    assertThat(engine.calls("remindTheVerifier")).hasSize(2);

    done("Activity_VerifyMitigation", IncidentState.INVESTIGATING);
    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_AwaitMitigation");
  }

  @Test
  void theCommanderIsRemindedToDeclareItResolved() {
    mitigated();
    world.verify(INCIDENT, ITSUKI);
    passes("PT30M");
    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_DeclareResolved");

    passes("PT10M");
    assertThat(engine.calls("remindToResolve")).hasSize(1);

    world.declareResolved(INCIDENT, "rolled back", AOI);
    nobodyTakesItBack();
    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Gateway_ReopenWindow");
  }

  @Test
  void itMayComeBackJustBeforeItIsDeclaredResolved() {
    mitigated();
    world.verify(INCIDENT, ITSUKI);
    passes("PT30M");

    world.recurred(INCIDENT, "errors again", Actor.person(ITSUKI));
    settle();

    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_AwaitMitigation");
  }

  // ---- handing over (HandoverProcessTest tells the rest)

  @Test
  void aHandoverRunsBesideTheRoomUntilItIsSettled() {
    roomOpen();
    world.take(INCIDENT, AOI);
    world.handovers.offer(SAKURA);
    settle();
    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_WriteBriefing");

    world.handovers.withdraw();
    settle();

    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_LeadTheIncident")
        .doesNotContain("Activity_HandOver");
  }

  @Test
  void aTakeRunsBesideTheRoomUntilItIsSettled() {
    roomOpen();
    world.take(INCIDENT, AOI);
    world.handovers.take(SAKURA);
    settle();
    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_SayStillInCommand");

    world.handovers.stillInCommand();
    settle();

    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_LeadTheIncident")
        .doesNotContain("Activity_TakeOver");
  }

  // ---- summons (SummonMemberProcessTest tells the rest)

  @Test
  void eachSummonsRunsBesideTheRoomWithANumberOfItsOwn() {
    roomOpen();

    world.tell("Message_Summon", Facts.of("summons", 1));
    world.tell("Message_Summon", Facts.of("summons", 2));
    settle();

    assertThat(engine.calls("askNextMember"))
        .extracting(step -> step.facts().number("summons"))
        .containsExactly(1, 2);
    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_LeadTheIncident")
        .doesNotContain("Activity_Summon");
  }

  // ---- taken back

  @Test
  void anAnswerTakenBackIsAskedForAgain() {
    declared(CRITICAL);
    answeredByPage();

    world.takeBack(INCIDENT, Undoable.ANSWER, MISAKI);
    settle();
    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_AnswerThePage");

    world.acknowledge(INCIDENT, ITSUKI);
    settle();
    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_Triage");
    assertThat(outside.channels()).as("the alert is posted once").containsExactly("#alert");
  }

  @Test
  void anAnswerTakenBackBeforeItIsNotedIsAskedForAgain() {
    declared(CRITICAL);
    world.acknowledge(INCIDENT, MISAKI);

    world.takeBack(INCIDENT, Undoable.ANSWER, MISAKI);
    settle();

    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_AnswerThePage");
    assertThat(world.answeredBy).isEmpty();
  }

  @Test
  void anUndoThatNobodyHeardIsHeardByItsFact() {
    declared(CRITICAL);
    answeredByPage();
    // Taken back while the answer was being noted: the word came before anybody waited for it.
    world.answeredBy = Optional.empty();
    world.state = IncidentState.REPORTED;

    undone(Undoable.ANSWER);

    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_AnswerThePage");
    undone(Undoable.ANSWER);
    assertThat(engine.calls("routeIncident")).as("once more, not twice").hasSize(2);
  }

  private void undone(Undoable act) {
    new HearsOfTheUndoItMissed(new Course(engine.processes(), world), world)
        .on(new TakenBack(INCIDENT, Kind.REAL, act, MISAKI, clock.instant()));
    settle();
  }

  @Test
  void anAnswerThatOpenedTheRoomTakenBackCallsAgainBesideTheRoom() {
    declared(ALL_DOWN);
    answeredByPage();
    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_LeadTheIncident");

    world.takeBack(INCIDENT, Undoable.ANSWER, MISAKI);
    settle();
    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_LeadTheIncident", "Activity_AnswerThePage");

    world.acknowledge(INCIDENT, ITSUKI);
    settle();
    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_LeadTheIncident")
        .doesNotContain("Activity_AnswerThePage", "Activity_Triage");
    assertThat(engine.calls("openRoom")).as("one room").hasSize(1);
  }

  @Test
  void theTeamIsNotGivenMoreTimeByAnAnswerTakenBack() {
    declared(MINOR);
    world.acknowledge(INCIDENT, MISAKI);
    passes("PT20S");

    world.takeBack(INCIDENT, Undoable.ANSWER, MISAKI);
    settle();
    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_AcknowledgeAlert");

    passes("PT22H59M40S");
    assertThat(engine.waitsAt(INCIDENT))
        .as("Thursday at eleven, as if nobody had pressed")
        .containsExactly("Activity_AnswerThePage");
  }

  @Test
  void anEscalationTakenBackInTriageGoesBackToTriage() {
    declared(CRITICAL);
    answeredByPage();
    world.escalate(INCIDENT, MISAKI);
    settle();
    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_LeadTheIncident");

    world.takeBack(INCIDENT, Undoable.ESCALATION, MISAKI);
    settle();

    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_Triage");
    assertThat(world.room).isEqualTo(Room.NONE);
    assertThat(outside.channels()).as("the room hears of it").endsWith("#war_room", "#war_room");
    assertThat(outside.cancelled).isNotEmpty();
  }

  @Test
  void aRoomTakenBackBeforeItsProcessCameToOpenItIsNotOpenedByIt() {
    declared(CRITICAL);
    answeredByPage();
    world.escalate(INCIDENT, MISAKI);
    // Taken back by another node, whose word the process has not heard.
    world.room = Room.NONE;
    world.seat = Optional.empty();
    world.reasons.clear();
    world.state = IncidentState.TRIAGE;

    settle();
    assertThat(world.room).isEqualTo(Room.NONE);
    assertThat(outside.channels()).doesNotContain("#war_room");
    undone(Undoable.ESCALATION);

    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_Triage");
  }

  @Test
  void anEscalationTakenBackByTheTeamGoesBackToItsWork() {
    workingAsTeam();
    world.escalate(INCIDENT, MISAKI);
    settle();

    world.takeBack(INCIDENT, Undoable.ESCALATION, MISAKI);
    settle();

    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_WorkAsTeam");
  }

  @Test
  void anEscalationTakenBackBeforeAnybodyAnsweredLeavesTheCalls() {
    declared(CRITICAL);
    world.escalate(INCIDENT, ITSUKI);
    settle();

    world.takeBack(INCIDENT, Undoable.ESCALATION, ITSUKI);
    settle();

    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_AnswerThePage");
  }

  @Test
  void aRoomThatWasCalledOffOpensAgainWhenItIsNeeded() {
    declared(CRITICAL);
    world.escalate(INCIDENT, ITSUKI);
    settle();
    world.takeBack(INCIDENT, Undoable.ESCALATION, ITSUKI);
    settle();

    answeredByPage();
    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_Triage");
    world.escalate(INCIDENT, MISAKI);
    settle();

    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_LeadTheIncident")
        .doesNotContain("Activity_Triage");
  }

  @Test
  void aResolutionTakenBackIsWatchedAgainInTheSameRoom() {
    mitigated();
    world.verify(INCIDENT, ITSUKI);
    settle();
    world.declareResolved(INCIDENT, "rolled back", AOI);
    settle();
    int told = outside.posts.size();
    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_LeadTheIncident", "Gateway_AwaitUndo");

    passes("PT29S");
    world.takeBack(INCIDENT, Undoable.RESOLUTION, AOI);
    settle();

    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_LeadTheIncident", "Gateway_Watch");
    assertThat(outside.posts).as("nobody was told that it was over").hasSize(told);
    assertThat(world.seat.orElseThrow().holder()).isEqualTo(AOI);
    world.declareResolved(INCIDENT, "really", AOI);
    nobodyTakesItBack();
    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Gateway_ReopenWindow");
    assertThat(outside.posts).hasSize(told + 1);
  }

  @Test
  void theFactOfAResolutionNeedNotWaitUntilItStands() {
    mitigated();
    world.verify(INCIDENT, ITSUKI);
    settle();
    world.declareResolved(INCIDENT, "rolled back", AOI);
    settle();

    assertThatCode(
            () ->
                new HearsOfTheMoveItMissed(new Course(engine.processes(), world), world)
                    .on(
                        new IncidentMoved(
                            INCIDENT,
                            Kind.REAL,
                            IncidentState.MONITORING,
                            IncidentState.RESOLVED,
                            clock.instant())))
        .doesNotThrowAnyException();
  }

  @Test
  void whatIsTakenBackAtTheInstantOfTheTimerIsWatchedAgain() {
    mitigated();
    world.verify(INCIDENT, ITSUKI);
    settle();
    world.declareResolved(INCIDENT, "rolled back", AOI);
    settle();
    // The timer has moved the token; the step that lets it stand has not begun.
    world.state = IncidentState.MONITORING;

    nobodyTakesItBack();

    assertThat(engine.waitsAt(INCIDENT)).contains("Gateway_Watch");
  }

  @Test
  void whatComesBackBeforeItStandsIsWorkedOnInTheSameRoom() {
    mitigated();
    world.verify(INCIDENT, ITSUKI);
    settle();
    world.declareResolved(INCIDENT, "rolled back", AOI);
    settle();

    world.recurred(INCIDENT, "errors again", Actor.person(ITSUKI));
    settle();

    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_AwaitMitigation", "Activity_LeadTheIncident");
    assertThat(world.room).isEqualTo(Room.OPEN);
  }

  @Test
  void nobodyIsCalledToCommandWhatIsOverAndNotToldYet() {
    roomOpen();
    world.declareMitigated(INCIDENT, "rolled back", MISAKI);
    settle();
    world.verify(INCIDENT, ITSUKI);
    passes("PT1M50S");
    outside.pages.clear();
    world.declareResolved(INCIDENT, "rolled back", MISAKI);

    passes("PT20S");

    assertThat(outside.pages).isEmpty();
  }

  @Test
  void aFalseAlarmTakenBackInTasklistIsAskedAgain() {
    falseAlarmSuspected();
    world.confirmFalseAlarmByTask();
    complete("Activity_ConfirmFalseAlarm", Facts.none());
    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Gateway_AwaitUndo");

    world.takeBack(INCIDENT, Undoable.FALSE_ALARM, ITSUKI);
    settle();

    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_ConfirmFalseAlarm");
  }

  @Test
  void aFalseAlarmTakenBackOnThePageLeavesEverythingWhereItWas() {
    roomOpen();
    Set<String> before = engine.waitsAt(INCIDENT);
    world.confirmFalseAlarm(INCIDENT, "a test", AOI);
    settle();

    world.takeBack(INCIDENT, Undoable.FALSE_ALARM, AOI);
    settle();

    assertThat(engine.waitsAt(INCIDENT)).isEqualTo(before);
    world.confirmFalseAlarm(INCIDENT, "really", AOI);
    nobodyTakesItBack();
    assertThat(engine.isOver(INCIDENT)).isTrue();
  }

  // ---- starting

  @Test
  void hearingOfADeclarationTwiceStartsOneResponse() {
    declared(CRITICAL);
    declared(CRITICAL);

    assertThat(engine.calls("rateIncident")).hasSize(1);
  }

  // ---- rebuilding

  @Test
  void aRebuiltProcessWaitsForTheFirstAnswer() {
    declared(CRITICAL);

    rebuilt();
  }

  @Test
  void aRebuiltProcessWaitsForTheTeamToAcknowledge() {
    declared(MINOR);

    rebuilt();
  }

  @Test
  void aRebuiltProcessWaitsForTheTriage() {
    declared(CRITICAL);
    answeredByPage();

    rebuilt();
  }

  @Test
  void aRebuiltProcessWaitsForTheSecondPair() {
    falseAlarmSuspected();

    rebuilt();
  }

  @Test
  void aRebuiltProcessWaitsForTheTeam() {
    workingAsTeam();

    rebuilt();
  }

  @Test
  void aRebuiltRoomCanBeClaimedAndCallsNobodyTwiceOnceItIsHeld() {
    roomOpen();
    rebuilt();
    world.take(INCIDENT, AOI);
    int calls = outside.pages.size();

    rebuilt();

    assertThat(outside.pages).hasSize(calls);
  }

  @Test
  void anUnansweredRoomIsRebuiltWithItsCalls() {
    declared(CRITICAL);
    world.escalate(INCIDENT, ITSUKI);
    settle();

    rebuilt();
  }

  @Test
  void aRebuiltProcessWaitsForTheVerdictAndForTheWatch() {
    mitigated();
    rebuilt();
    world.verify(INCIDENT, ITSUKI);
    settle();

    rebuilt();
  }

  @Test
  void aRebuiltTeamsRecoveryIsWatched() {
    workingAsTeam();
    world.declareMitigated(INCIDENT, "restarted", MISAKI);
    settle();

    rebuilt();
  }

  @Test
  void aRebuiltProcessStandsByForADay() {
    mitigated();
    world.verify(INCIDENT, ITSUKI);
    settle();
    world.declareResolved(INCIDENT, "rolled back", AOI);
    nobodyTakesItBack();

    rebuilt();
  }

  /** The engine loses everything; the process waits again for exactly what it waited for. */
  private void rebuilt() {
    Set<String> before = engine.waitsAt(INCIDENT);
    assertThat(before).isNotEmpty();
    engine.forgetsEverything();
    assertThat(engine.waitsAt(INCIDENT)).isEmpty();

    new RebuildsOne(world, world, engine.processes()).rebuild(INCIDENT);
    settle();
    new CatchesUp(engine.processes(), world, world.handovers)
        .on(new ProcessRebuilt(INCIDENT, Kind.REAL, clock.instant()));
    settle();

    assertThat(engine.waitsAt(INCIDENT)).isEqualTo(before);
  }

  // ---- words of the stories above

  private void declared(Impact impact) {
    world.impact = impact;
    new StartsTheResponse(engine.processes(), new Course(engine.processes(), world), world)
        .on(
            new IncidentDeclared(
                INCIDENT,
                Kind.REAL,
                Source.SYSTEM,
                new TeamId("payments"),
                Optional.of("payment-api"),
                clock.instant()));
    settle();
  }

  /** Misaki answers; the record learns of it as escalation would tell it. */
  private void answeredByPage() {
    world.acknowledge(INCIDENT, MISAKI);
    settle();
  }

  private void triagedAs(Triage.Answer answer, int teams) {
    world.triaged(answer, teams);
    complete("Activity_Triage", Facts.none());
  }

  private void falseAlarmSuspected() {
    declared(MINOR);
    done("Activity_AcknowledgeAlert", IncidentState.TRIAGE);
    triagedAs(Triage.Answer.FALSE_ALARM, 0);
    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_ConfirmFalseAlarm");
  }

  private void workingAsTeam() {
    declared(MINOR);
    world.acknowledge(INCIDENT, MISAKI);
    settle();
    triagedAs(Triage.Answer.REAL, 0);
    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_WorkAsTeam");
  }

  private void roomOpen() {
    declared(CRITICAL);
    answeredByPage();
    triagedAs(Triage.Answer.REAL, 0);
    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_LeadTheIncident");
  }

  private void mitigated() {
    roomOpen();
    world.take(INCIDENT, AOI);
    world.declareMitigated(INCIDENT, "rolled back", AOI);
    settle();
    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_VerifyMitigation");
  }

  /** The task's own door: its façade has moved the record, the task is completed. */
  private void done(String step, IncidentState state) {
    done(step, state, Facts.none());
  }

  private void done(String step, IncidentState state, Facts facts) {
    world.state = state;
    world.answeredBy = world.answeredBy.or(() -> Optional.of(MISAKI));
    complete(step, facts);
  }

  private void complete(String step, Facts facts) {
    HumanTask task = engine.humanTasks().open(INCIDENT, step).orElseThrow();
    engine.humanTasks().complete(task, facts);
    settle();
  }

  private void nobodyTakesItBack() {
    settle();
    passes("PT30S");
  }

  private void settle() {
    engine.settle();
  }

  private void passes(String iso) {
    engine.time().passes(Duration.parse(iso));
  }
}
