package org.honbu.incidents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.AnswerOutcome;
import org.honbu.incidents.CommandTaken;
import org.honbu.incidents.Declaration;
import org.honbu.incidents.Duty;
import org.honbu.incidents.DutyKind;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentDeclared;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.LargeReason;
import org.honbu.incidents.NobodyClaimed;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.PublicPhase;
import org.honbu.incidents.Reason;
import org.honbu.incidents.Room;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Signal;
import org.honbu.incidents.SignalAttached;
import org.honbu.incidents.SignalsCleared;
import org.honbu.incidents.Source;
import org.honbu.incidents.Standing;
import org.honbu.incidents.TakeOutcome;
import org.honbu.incidents.TimelineEntry;
import org.honbu.incidents.Triage;
import org.honbu.incidents.Visibility;
import org.honbu.kernel.Actor;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.junit.jupiter.api.Test;

class IncidentLifeTest {
  private static final PersonId MISAKI = new PersonId("misaki");
  private static final PersonId ITSUKI = new PersonId("itsuki");
  private static final PersonId AOI = new PersonId("aoi");
  private static final PersonId SAKURA = new PersonId("sakura");
  private static final PersonId RIKU = new PersonId("riku");
  private static final PersonId YUMI = new PersonId("yumi");
  private static final PersonId DANIEL = new PersonId("daniel");
  private static final PersonId EMMA = new PersonId("emma");
  private static final Actor RULE = Actor.honbu("rule");

  private final MovableClock clock = new MovableClock();
  private final MemoryStore store = new MemoryStore();
  private final Announced outbox = new Announced();
  private final Town town = new Town();
  private final Names names = new Names(town);
  private final Ids ids = new Ids(clock);
  private final Book book = new Book(store, outbox, ids, clock, names);
  private final CommandActs command = new CommandActs(store, book, names, town, ids);
  private final Life life = new Life(store, book, command, names, town, ids);

  // --- declaring

  @Test
  void numbersFollowOneAnotherWithinAYear() {
    assertThat(declare("one")).isEqualTo(new IncidentId("INC-2026-0001"));
    assertThat(declare("two")).isEqualTo(new IncidentId("INC-2026-0002"));

    clock.pass(Duration.ofDays(60));

    assertThat(declare("three")).isEqualTo(new IncidentId("INC-2027-0001"));
  }

  @Test
  void oneSentenceIsEnoughAndGoesToThePlatformTeam() {
    IncidentId incident = declare("checkout is slow");

    Incident record = record(incident);
    assertThat(record.state()).isEqualTo(IncidentState.REPORTED);
    assertThat(record.team()).isEqualTo(Town.PLATFORM);
    assertThat(outbox.told(IncidentDeclared.class)).hasSize(1);
    assertThat(types(incident)).containsExactly("declared");
  }

  @Test
  void theComponentBringsItsTeamAndItsFunction() {
    IncidentId incident =
        life.declaring.declare(
            Declaration.of("payment fails", Actor.person(EMMA), clock.instant())
                .about("payment-api"));

    assertThat(record(incident).team()).isEqualTo(Town.PAYMENTS);
    assertThat(record(incident).impact().function()).isEqualTo(Impact.Function.CORE);
  }

  @Test
  void aDeclarationWithoutASentenceNamesTheField() {
    assertThatThrownBy(() -> declare("  "))
        .isInstanceOfSatisfying(
            ProblemException.class, refusal -> assertThat(refusal.field()).contains("what"));
    assertThatThrownBy(() -> declare("x".repeat(141))).isInstanceOf(ProblemException.class);
  }

  // --- signals

  @Test
  void theSameSignalOnlyCountsUp() {
    IncidentId incident = declare("disk full");

    for (int i = 0; i < 40; i++) {
      life.declaring.attachSignal(incident, signal("a"), Impact.UNKNOWN);
    }

    assertThat(store.signals(incident))
        .singleElement()
        .satisfies(one -> assertThat(one.received()).isEqualTo(40));
    assertThat(types(incident)).containsExactly("declared", "signal");
  }

  @Test
  void aLouderSignalMakesItWorseAndAMilderOneDoesNot() {
    IncidentId incident = declare("disk full");
    life.declaring.attachSignal(
        incident, signal("a"), said(Impact.Condition.DOWN, Impact.Urgency.CRITICAL));

    life.declaring.attachSignal(
        incident, signal("b"), said(Impact.Condition.AT_RISK, Impact.Urgency.LOW));
    life.declaring.attachSignal(incident, signal("a"), Impact.UNKNOWN);

    Impact impact = store.find(incident).orElseThrow().impact();
    assertThat(impact.condition()).isEqualTo(Impact.Condition.DOWN);
    assertThat(impact.urgency()).isEqualTo(Impact.Urgency.CRITICAL);
    assertThat(outbox.told(SignalAttached.class)).hasSize(2);
    assertThat(outbox.noHurry).as("the milder one").hasSize(1);
  }

  @Test
  void whatACustomerSaysIsLookedAtAtOnce() {
    IncidentId incident = declare("payment fails");

    life.declaring.attachSignal(
        incident,
        new Signal(Source.CS, "r", "no payment", clock.instant(), Optional.of("shop")),
        Impact.UNKNOWN);

    assertThat(outbox.told(SignalAttached.class)).hasSize(1);
    assertThat(outbox.noHurry).isEmpty();
  }

  private static Impact said(Impact.Condition condition, Impact.Urgency urgency) {
    return new Impact(
        Impact.Users.UNKNOWN,
        Impact.Function.UNKNOWN,
        condition,
        Impact.Revenue.UNKNOWN,
        Impact.DataSecurity.UNKNOWN,
        Impact.Workaround.UNKNOWN,
        urgency);
  }

  /** TM02. */
  @Test
  void aSignalReopensOnlyWhatWasResolvedJustNow() {
    IncidentId incident = resolved();
    Actor alertmanager = new Actor.Integration("prometheus");
    clock.pass(Duration.ofMinutes(20));

    assertThat(life.reopening.reopenIfResolvedSince(incident, ago(10), "again", alertmanager))
        .isFalse();
    assertThat(record(incident).state()).isEqualTo(IncidentState.RESOLVED);
    assertThat(life.reopening.reopenIfResolvedSince(incident, ago(30), "again", alertmanager))
        .isTrue();
    assertThat(record(incident).state()).isEqualTo(IncidentState.INVESTIGATING);
  }

  private Instant ago(int minutes) {
    return clock.instant().minus(Duration.ofMinutes(minutes));
  }

  /** An escalation before anybody answered: in a room people investigate. */
  @Test
  void whoAnswersInAnOpenRoomInvestigates() {
    IncidentId incident = declare("disk full");
    command.openRoom(
        incident, Set.of(LargeReason.L_HUMAN), Optional.of(ITSUKI), Actor.person(ITSUKI));

    life.triage.acknowledge(incident, MISAKI);

    assertThat(record(incident).state()).isEqualTo(IncidentState.INVESTIGATING);
  }

  @Test
  void anIncidentIsQuietOnceAllItsSignalsHaveCleared() {
    IncidentId incident = declare("disk full");
    life.declaring.attachSignal(incident, signal("a"), Impact.UNKNOWN);
    life.declaring.attachSignal(incident, signal("b"), Impact.UNKNOWN);

    assertThat(life.declaring.clearSignal(incident, "a", clock.instant())).isFalse();
    assertThat(outbox.told(SignalsCleared.class)).isEmpty();
    assertThat(life.declaring.clearSignal(incident, "b", clock.instant())).isTrue();
    assertThat(outbox.told(SignalsCleared.class)).hasSize(1);
  }

  @Test
  void aSignalThatComesBackCriesAgain() {
    IncidentId incident = declare("disk full");
    life.declaring.attachSignal(incident, signal("a"), Impact.UNKNOWN);
    life.declaring.clearSignal(incident, "a", clock.instant());

    life.declaring.attachSignal(incident, signal("a"), Impact.UNKNOWN);

    assertThat(store.signals(incident).get(0).isCrying()).isTrue();
  }

  // --- severity

  @Test
  void aRuleOnlyRaises() {
    IncidentId incident = declare("slow");

    assertThat(
            life.rating
                .rateByRule(
                    incident,
                    Severity.SEV3,
                    List.of(new Reason("CORE_LIMITED", new Words("中核", "Core"))),
                    RULE)
                .now())
        .isEqualTo(Severity.SEV3);
    assertThat(life.rating.rateByRule(incident, Severity.SEV4, List.of(), RULE).now())
        .isEqualTo(Severity.SEV3);
    assertThat(life.rating.rateByRule(incident, Severity.SEV1, List.of(), RULE).now())
        .isEqualTo(Severity.SEV1);
    assertThat(store.ratings()).isEqualTo(2);
  }

  @Test
  void aResponderMayNotLowerButTheCommanderMay() {
    IncidentId incident = roomCommandedBy(AOI);

    Outcome refused = life.rating.rate(incident, Severity.SEV3, "looks better", ITSUKI);

    assertThat(refused).isInstanceOf(Outcome.NotAllowed.class);
    assertThat(types(incident)).contains("refused");
    assertThat(record(incident).severity()).contains(Severity.SEV1);
    assertThat(life.rating.rate(incident, Severity.SEV3, "workaround found", AOI))
        .isInstanceOf(Outcome.Done.class);
  }

  @Test
  void aRatingIsToldInWordsAndNeverByTheRulesNames() {
    IncidentId incident = declare("slow");
    var degraded = new Words("中核が広く悪い", "A core function is degraded widely");
    var alert = new Words("警報が重大と言う", "The alert says critical");

    life.rating.rateByRule(
        incident,
        Severity.SEV2,
        List.of(new Reason("ALERT_SAYS_CRITICAL", alert), new Reason("CORE_DEGRADED", degraded)),
        RULE);
    life.triage.acknowledge(incident, MISAKI);
    life.rating.rate(incident, Severity.SEV1, "no payment passes", MISAKI);

    assertThat(store.timeline(incident))
        .map(TimelineEntry::words)
        .contains(
            new Words(
                "重大度は SEV2（重大）です：警報が重大と言う、中核が広く悪い",
                "The severity is SEV2 (Major): The alert says critical; "
                    + "A core function is degraded widely"))
        .map(Words::en)
        .anyMatch(line -> line.endsWith(" set the severity to SEV1 (Critical): no payment passes"));
  }

  // --- answering

  @Test
  void theFirstAnswererHasTheDutyAndTheSecondLearnsWho() {
    IncidentId incident = declare("slow");

    assertThat(life.triage.acknowledge(incident, MISAKI)).isInstanceOf(AnswerOutcome.First.class);
    assertThat(life.triage.acknowledge(incident, ITSUKI))
        .isEqualTo(new AnswerOutcome.AlreadyAnswered(MISAKI, clock.instant()));

    assertThat(record(incident).state()).isEqualTo(IncidentState.TRIAGE);
    assertThat(duties(incident))
        .containsExactly(new Duty(DutyKind.ONCALL, MISAKI, clock.instant(), Optional.empty()));
  }

  @Test
  void answeringTwiceIsTheSameAnswer() {
    IncidentId incident = declare("slow");
    AnswerOutcome first = life.triage.acknowledge(incident, MISAKI);
    clock.pass(Duration.ofMinutes(1));

    assertThat(life.triage.acknowledge(incident, MISAKI)).isEqualTo(first);
  }

  // --- the room and command

  @Test
  void noRoomOpensEmpty() {
    IncidentId incident = declare("down");

    Outcome outcome = command.openRoom(incident, Set.of(LargeReason.L_SEV), Optional.empty(), RULE);

    assertThat(outcome).isInstanceOf(Outcome.NotNow.class);
    assertThat(record(incident).room()).isEqualTo(Room.NONE);
  }

  @Test
  void whoAnsweredActsAsCommanderFromTheMomentTheRoomOpens() {
    IncidentId incident = room();

    Seat seat = seat(incident);
    assertThat(seat.holder()).isEqualTo(MISAKI);
    assertThat(seat.standing()).isEqualTo(Standing.ACTING);
    assertOneOpenInterval(incident, MISAKI);
  }

  @Test
  void whoPressesEscalateStandsInUntilSomebodyAnswers() {
    IncidentId incident = declare("down");
    command.openRoom(incident, Set.of(LargeReason.L_HUMAN), Optional.of(EMMA), Actor.person(EMMA));
    assertThat(seat(incident).holder()).isEqualTo(EMMA);

    life.triage.acknowledge(incident, MISAKI);

    assertThat(seat(incident).holder()).isEqualTo(MISAKI);
    assertThat(seat(incident).standing()).isEqualTo(Standing.ACTING);
    assertOneOpenInterval(incident, MISAKI);
  }

  @Test
  void aCommanderWhoTookItIsNotReplacedByALateAnswer() {
    IncidentId incident = declare("down");
    command.openRoom(incident, Set.of(LargeReason.L_HUMAN), Optional.of(EMMA), Actor.person(EMMA));
    command.take(incident, AOI);

    life.triage.acknowledge(incident, MISAKI);

    assertThat(seat(incident).holder()).isEqualTo(AOI);
  }

  @Test
  void aQualifiedPersonTakesCommandAndTheNextLearnsWho() {
    IncidentId incident = room();

    assertThat(command.take(incident, AOI)).isInstanceOf(TakeOutcome.Taken.class);
    assertThat(command.take(incident, SAKURA))
        .isEqualTo(new TakeOutcome.AlreadyHeld(AOI, clock.instant()));

    assertThat(seat(incident).standing()).isEqualTo(Standing.HELD);
    assertOneOpenInterval(incident, AOI);
    assertThat(outbox.told(CommandTaken.class)).hasSize(1);
  }

  @Test
  void anOwnerOfWhatIsAffectedIsToldToKeepTheirHandsOff() {
    PersonId owner = town.ownerWhoMayCommand("kenta");
    IncidentId theirs =
        life.declaring.declare(
            Declaration.of("payment fails", Actor.person(EMMA), clock.instant())
                .about("payment-api"));
    command.openRoom(theirs, Set.of(LargeReason.L_HUMAN), Optional.of(EMMA), RULE);
    IncidentId another = room();

    assertThat(advice(command.take(theirs, owner))).contains("詳しい領域です。手を動かしたくなったらパスしてください");
    assertThat(advice(command.take(theirs, owner))).as("asking again").isPresent();
    assertThat(advice(command.take(another, SAKURA))).isEmpty();
  }

  private static Optional<String> advice(TakeOutcome outcome) {
    return ((TakeOutcome.Taken) outcome).advice().map(Words::ja);
  }

  @Test
  void takingTwiceChangesNothing() {
    IncidentId incident = roomCommandedBy(AOI);
    TakeOutcome again = command.take(incident, AOI);

    assertThat(again).isInstanceOf(TakeOutcome.Taken.class);
    assertThat(store.intervals(incident)).hasSize(2);
  }

  @Test
  void anUnqualifiedPersonIsToldWhoCan() {
    IncidentId incident = room();

    TakeOutcome outcome = command.take(incident, EMMA);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            TakeOutcome.NotAllowed.class,
            no -> {
              assertThat(no.why().ja()).contains("aoi さん");
              assertThat(no.why().en()).contains("aoi", "sakura");
            });
    assertThat(types(incident)).endsWith("refused");
  }

  @Test
  void afterTheGlassIsBrokenAResponderActsAndAQualifiedPersonStillTakesOver() {
    IncidentId incident = room();
    command.openBreakGlass(incident, RULE);

    assertThat(command.take(incident, ITSUKI)).isInstanceOf(TakeOutcome.Taken.class);
    assertThat(seat(incident).view().unqualified()).isTrue();
    assertThat(seat(incident).standing()).isEqualTo(Standing.ACTING);
    assertThat(command.take(incident, AOI)).isInstanceOf(TakeOutcome.Taken.class);
    assertThat(seat(incident).standing()).isEqualTo(Standing.HELD);
    assertOneOpenInterval(incident, AOI);
  }

  @Test
  void theGlassStaysWholeOnceSomebodyHoldsCommand() {
    IncidentId incident = roomCommandedBy(AOI);

    command.openBreakGlass(incident, RULE);

    assertThat(record(incident).breakGlass()).isFalse();
  }

  @Test
  void nobodyCommandsTwoMajorIncidents() {
    roomCommandedBy(AOI);
    IncidentId second = room();

    assertThat(command.take(second, AOI)).isInstanceOf(TakeOutcome.NotAllowed.class);
    assertThat(command.take(second, SAKURA)).isInstanceOf(TakeOutcome.Taken.class);
  }

  @Test
  void aTraineeCommandsADrillOnly() {
    IncidentId drill = declare("drill", Kind.DRILL);
    life.triage.acknowledge(drill, MISAKI);
    command.openRoom(drill, Set.of(LargeReason.L_HUMAN), Optional.empty(), RULE);

    assertThat(command.take(drill, RIKU)).isInstanceOf(TakeOutcome.Taken.class);
    assertThat(command.take(room(), RIKU)).isInstanceOf(TakeOutcome.NotAllowed.class);
  }

  @Test
  void whenNobodyComesTheActingCommanderIsConfirmedAndMarked() {
    IncidentId incident = room();

    assertThat(command.confirmActing(incident, RULE)).isInstanceOf(Outcome.Done.class);

    assertThat(seat(incident).view())
        .satisfies(
            seat -> {
              assertThat(seat.holder()).isEqualTo(MISAKI);
              assertThat(seat.standing()).isEqualTo(Standing.HELD);
              assertThat(seat.unqualified()).isTrue();
            });
    assertOneOpenInterval(incident, MISAKI);
    assertThat(command.confirmActing(incident, RULE)).isInstanceOf(Outcome.AlreadyDone.class);
    assertThat(outbox.told(NobodyClaimed.class)).hasSize(1);
  }

  @Test
  void aConfirmationThatComesAfterAClaimDoesNothing() {
    IncidentId incident = roomCommandedBy(AOI);

    command.confirmActing(incident, RULE);

    assertThat(outbox.told(NobodyClaimed.class)).isEmpty();
    assertThat(seat(incident).holder()).isEqualTo(AOI);
    assertThat(seat(incident).view().unqualified()).isFalse();
  }

  @Test
  void aTimerThatFallsDueAsTheRoomClosesDoesNothing() {
    IncidentId incident = resolved();
    int lines = types(incident).size();

    assertThat(command.confirmActing(incident, RULE)).isInstanceOf(Outcome.AlreadyDone.class);
    command.openBreakGlass(incident, RULE);

    assertThat(types(incident)).hasSize(lines);
    assertThat(record(incident).breakGlass()).isFalse();
  }

  @Test
  void commandIsOnlyTakenWhereARoomIsOpen() {
    IncidentId incident = declare("slow");

    assertThatThrownBy(() -> command.take(incident, AOI))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> assertThat(refusal.problem().status()).isEqualTo(409));
  }

  // --- announcing

  @Test
  void commanderAndAnnouncerOfAMajorIncidentAreTwoPeople() {
    IncidentId incident = roomCommandedBy(DANIEL);

    assertThat(command.takeAnnouncing(incident, DANIEL)).isInstanceOf(TakeOutcome.NotAllowed.class);
    assertThat(command.takeAnnouncing(incident, YUMI)).isInstanceOf(TakeOutcome.Taken.class);
    assertThat(command.takeAnnouncing(incident, DANIEL))
        .isEqualTo(new TakeOutcome.AlreadyHeld(YUMI, clock.instant()));
  }

  @Test
  void theAnnouncerOfAMajorIncidentCannotTakeCommand() {
    IncidentId incident = room();
    command.takeAnnouncing(incident, DANIEL);

    assertThat(command.take(incident, DANIEL)).isInstanceOf(TakeOutcome.NotAllowed.class);
  }

  // --- to the end

  @Test
  void anotherPersonVerifies() {
    IncidentId incident = roomCommandedBy(AOI);
    life.recovery.declareMitigated(incident, "rolled back", AOI);

    assertThat(life.recovery.verify(incident, AOI)).isInstanceOf(Outcome.NotAllowed.class);
    assertThat(record(incident).state()).isEqualTo(IncidentState.MITIGATED);
    assertThat(life.recovery.verify(incident, ITSUKI)).isInstanceOf(Outcome.Done.class);
    assertThat(record(incident).state()).isEqualTo(IncidentState.MONITORING);
  }

  @Test
  void resolvingEndsEveryDutyAndEmptiesTheRoom() {
    IncidentId incident = watchedRoomOf(AOI);
    command.takeAnnouncing(incident, YUMI);
    clock.pass(Duration.ofMinutes(30));

    assertThat(life.recovery.declareResolved(incident, "done", AOI))
        .isInstanceOf(Outcome.Done.class);

    assertThat(record(incident).state()).isEqualTo(IncidentState.RESOLVED);
    assertThat(record(incident).room()).isEqualTo(Room.CLOSED);
    assertThat(store.seat(incident)).isEmpty();
    assertThat(store.intervals(incident)).noneMatch(Interval::isOpen);
    assertThat(store.services(incident)).noneMatch(Service::isOpen);
  }

  /** ST-8, ST-9, A41. */
  @Test
  void whatWasResolvedWaitsForItsReviewBeforeItCloses() {
    IncidentId incident = resolved();
    life.reviewOwed = true;

    assertThat(life.ending.close(incident, RULE)).isInstanceOf(Outcome.NotNow.class);
    assertThat(record(incident).state()).isEqualTo(IncidentState.POSTMORTEM);
    assertThat(life.ending.close(incident, RULE)).isInstanceOf(Outcome.NotNow.class);
    assertThat(record(incident).state()).isEqualTo(IncidentState.POSTMORTEM);

    life.reviewOwed = false;
    assertThat(life.ending.close(incident, RULE)).isInstanceOf(Outcome.Done.class);
    assertThat(record(incident).state()).isEqualTo(IncidentState.CLOSED);
  }

  /** 2.11: a false alarm that is still to be looked at stays what it is. */
  @Test
  void aFalseAlarmWaitsForItsShortReviewAsAFalseAlarm() {
    IncidentId incident = declare("strange");
    life.triage.acknowledge(incident, MISAKI);
    life.triage.triage(incident, saying(Triage.Answer.FALSE_ALARM, null), MISAKI);
    life.ending.confirmFalseAlarm(incident, "test", ITSUKI);
    life.reviewOwed = true;

    assertThat(life.ending.close(incident, RULE)).isInstanceOf(Outcome.NotNow.class);
    assertThat(record(incident).state()).isEqualTo(IncidentState.FALSE_ALARM);

    life.reviewOwed = false;
    assertThat(life.ending.close(incident, RULE)).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void anOpenIncidentIsNotClosedWhateverIsOwed() {
    IncidentId incident = declare("strange");
    life.reviewOwed = true;

    assertThatThrownBy(() -> life.ending.close(incident, RULE))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void onlyTheCommanderResolves() {
    IncidentId incident = watchedRoomOf(AOI);

    assertThat(life.recovery.declareResolved(incident, "done", ITSUKI))
        .isInstanceOf(Outcome.NotAllowed.class);
    assertThat(record(incident).state()).isEqualTo(IncidentState.MONITORING);
  }

  @Test
  void nothingIsResolvedWhileThePublicWaitsForTheEnd() {
    IncidentId incident = watchedRoomOf(AOI);
    life.noting.published(incident, PublicPhase.MONITORING, Actor.person(YUMI));

    assertThat(life.recovery.declareResolved(incident, "done", AOI))
        .isInstanceOf(Outcome.NotNow.class);
    life.noting.published(incident, PublicPhase.RESOLVED, Actor.person(YUMI));
    assertThat(life.recovery.declareResolved(incident, "done", AOI))
        .isInstanceOf(Outcome.Done.class);
  }

  @Test
  void anIllegalStepChangesNothing() {
    IncidentId incident = roomCommandedBy(AOI);
    int lines = types(incident).size();
    int facts = outbox.all.size();

    assertThatThrownBy(() -> life.recovery.declareResolved(incident, "done", AOI))
        .isInstanceOf(ProblemException.class);

    assertThat(record(incident).state()).isEqualTo(IncidentState.INVESTIGATING);
    assertThat(types(incident)).hasSize(lines);
    assertThat(outbox.all).hasSize(facts);
  }

  @Test
  void aRecurrenceKeepsTheCommander() {
    IncidentId incident = watchedRoomOf(AOI);

    life.recovery.recurred(incident, "errors again", Actor.person(ITSUKI));

    assertThat(record(incident).state()).isEqualTo(IncidentState.INVESTIGATING);
    assertThat(seat(incident).holder()).isEqualTo(AOI);
  }

  @Test
  void reopeningEndsADayAfterTheResolution() {
    IncidentId early = resolved();
    IncidentId late = resolved();

    clock.pass(Duration.ofHours(24));
    assertThat(life.reopening.reopen(early, "again", MISAKI).open()).isEqualTo(early);
    clock.pass(Duration.ofSeconds(1));
    assertThat(life.reopening.reopen(late, "again", MISAKI).open()).isNotEqualTo(late);
  }

  /** A39. */
  @Test
  void whatComesBackLaterIsANewIncidentThatLinksToTheOldOneHoweverOftenItIsPressed() {
    IncidentId over = resolved();
    clock.pass(Duration.ofHours(25));

    ReopeningActs.Reopened late = life.reopening.reopen(over, "again", MISAKI);

    assertThat(late.changed()).isFalse();
    assertThat(record(over).state()).isEqualTo(IncidentState.RESOLVED);
    Incident next = record(late.open());
    assertThat(next.state()).isEqualTo(IncidentState.REPORTED);
    assertThat(next.link()).contains("/incidents/" + over.value());
    assertThat(next.team()).isEqualTo(record(over).team());
    assertThat(types(over)).contains("followed");
    assertThat(types(late.open())).contains("declared", "followed");
    assertThat(life.reopening.reopen(over, "again", ITSUKI).open()).isEqualTo(late.open());
  }

  /** ST-9. */
  @Test
  void whatIsClosedIsFollowedAtOnce() {
    IncidentId over = resolved();
    life.ending.close(over, RULE);

    IncidentId next = life.reopening.reopen(over, "again", MISAKI).open();

    assertThat(next).isNotEqualTo(over);
    assertThat(record(over).state()).isEqualTo(IncidentState.CLOSED);
  }

  @Test
  void aReopenedRoomCountsItsEpochsOn() {
    IncidentId incident = resolved();
    life.reopening.reopen(incident, "again", MISAKI);

    command.openRoom(incident, Set.of(LargeReason.L_HUMAN), Optional.of(ITSUKI), RULE);

    assertThat(store.intervals(incident).stream().map(Interval::epoch)).doesNotHaveDuplicates();
    assertThat(store.intervals(incident).stream().filter(Interval::isOpen)).hasSize(1);
  }

  // --- change of course

  @Test
  void aFalseAlarmNeedsASecondPerson() {
    IncidentId incident = declare("strange");
    life.triage.acknowledge(incident, MISAKI);
    assertThat(life.ending.confirmFalseAlarm(incident, "test", ITSUKI))
        .isInstanceOf(Outcome.NotNow.class);
    life.triage.triage(incident, saying(Triage.Answer.FALSE_ALARM, null), MISAKI);

    assertThat(life.ending.confirmFalseAlarm(incident, "test", MISAKI))
        .isInstanceOf(Outcome.NotAllowed.class);
    assertThat(life.ending.confirmFalseAlarm(incident, "test", ITSUKI))
        .isInstanceOf(Outcome.Done.class);
    assertThat(record(incident).state()).isEqualTo(IncidentState.FALSE_ALARM);
  }

  @Test
  void aFalseAlarmConfirmsItselfOnlyWhenItsSignalsHaveCleared() {
    IncidentId incident = declare("strange");
    life.declaring.attachSignal(incident, signal("a"), Impact.UNKNOWN);
    life.triage.acknowledge(incident, MISAKI);

    assertThat(life.ending.confirmFalseAlarmCleared(incident, RULE))
        .isInstanceOf(Outcome.NotNow.class);
    life.declaring.clearSignal(incident, "a", clock.instant());
    assertThat(life.ending.confirmFalseAlarmCleared(incident, RULE))
        .isInstanceOf(Outcome.Done.class);
  }

  /** TP-4b: users who were told of it hear first that there was nothing. */
  @Test
  void noFalseAlarmEndsWhileThePublicWaitsToHearThatThereWasNothing() {
    IncidentId incident = declare("strange");
    life.declaring.attachSignal(incident, signal("a"), Impact.UNKNOWN);
    life.triage.acknowledge(incident, MISAKI);
    life.triage.triage(incident, saying(Triage.Answer.FALSE_ALARM, null), MISAKI);
    life.declaring.clearSignal(incident, "a", clock.instant());
    life.noting.published(incident, PublicPhase.INVESTIGATING, Actor.person(YUMI));

    assertThat(life.ending.confirmFalseAlarm(incident, "test", ITSUKI))
        .isInstanceOfSatisfying(
            Outcome.NotNow.class, no -> assertThat(no.why().en()).contains("“no impact” first"));
    assertThat(life.ending.confirmFalseAlarmCleared(incident, RULE))
        .isInstanceOf(Outcome.NotNow.class);
    life.noting.published(incident, PublicPhase.RESOLVED, Actor.person(YUMI));

    assertThat(life.ending.confirmFalseAlarm(incident, "test", ITSUKI))
        .isInstanceOf(Outcome.Done.class);
  }

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

  @Test
  void whoeverTriagesFirstHasAnswered() {
    IncidentId incident = declare("slow");

    life.triage.triage(incident, Triage.real(Impact.UNKNOWN), MISAKI);

    assertThat(record(incident).answeredBy()).contains(MISAKI);
    assertThat(record(incident).state()).isEqualTo(IncidentState.INVESTIGATING);
  }

  @Test
  void anEmployeeDeclaresAndEscalatesButDoesNotTriage() {
    IncidentId incident = declare("slow");

    assertThat(life.triage.triage(incident, Triage.real(Impact.UNKNOWN), EMMA))
        .isInstanceOf(Outcome.NotAllowed.class);
    assertThat(record(incident).state()).isEqualTo(IncidentState.REPORTED);
  }

  // --- how it is told

  private IncidentId declare(String what) {
    return declare(what, Kind.REAL);
  }

  private IncidentId declare(String what, Kind kind) {
    return life.declaring.declare(
        new Declaration(
            what,
            kind,
            Source.EMPLOYEE,
            Actor.person(EMMA),
            Optional.empty(),
            Optional.empty(),
            Impact.UNKNOWN,
            Visibility.UNKNOWN,
            Optional.empty(),
            clock.instant(),
            Optional.empty()));
  }

  /** A severity 1 that Misaki answered and whose room is open. */
  private IncidentId room() {
    IncidentId incident = declare("down");
    life.rating.rateByRule(
        incident,
        Severity.SEV1,
        List.of(new Reason("CORE_DOWN_WIDE", new Words("中核", "Core"))),
        RULE);
    life.triage.acknowledge(incident, MISAKI);
    command.openRoom(incident, Set.of(LargeReason.L_SEV), Optional.empty(), RULE);
    return incident;
  }

  private IncidentId roomCommandedBy(PersonId commander) {
    IncidentId incident = room();
    command.take(incident, commander);
    return incident;
  }

  private IncidentId watchedRoomOf(PersonId commander) {
    IncidentId incident = roomCommandedBy(commander);
    life.recovery.declareMitigated(incident, "rolled back", commander);
    life.recovery.verify(incident, ITSUKI);
    return incident;
  }

  /** Resolved, and nobody has taken it back. */
  private IncidentId resolved() {
    IncidentId incident = watchedRoomOf(AOI);
    life.recovery.declareResolved(incident, "done", AOI);
    life.undo.letStand(incident);
    return incident;
  }

  private static Triage saying(
      Triage.Answer answer, @org.jspecify.annotations.Nullable IncidentId duplicateOf) {
    return new Triage(
        answer,
        Optional.ofNullable(duplicateOf),
        Impact.UNKNOWN,
        Visibility.UNKNOWN,
        Set.of(),
        false,
        "");
  }

  private Signal signal(String fingerprint) {
    return new Signal(
        Source.SYSTEM, fingerprint, "disk is full", clock.instant(), Optional.empty());
  }

  private Incident record(IncidentId incident) {
    return store.find(incident).orElseThrow();
  }

  private Seat seat(IncidentId incident) {
    return store.seat(incident).orElseThrow();
  }

  private List<String> types(IncidentId incident) {
    return store.timeline(incident).stream().map(TimelineEntry::type).toList();
  }

  private List<Duty> duties(IncidentId incident) {
    return store.services(incident).stream().map(Service::duty).toList();
  }

  /** Never two commanders, never nobody: the seat and the one open interval agree. */
  private void assertOneOpenInterval(IncidentId incident, PersonId holder) {
    assertThat(store.intervals(incident).stream().filter(Interval::isOpen))
        .singleElement()
        .satisfies(
            open -> {
              assertThat(open.holder()).isEqualTo(holder);
              assertThat(open.standing()).isEqualTo(seat(incident).standing());
              assertThat(open.epoch()).isEqualTo(seat(incident).epoch());
            });
  }
}
