package org.honbu.incidents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.CommandTaken;
import org.honbu.incidents.Declaration;
import org.honbu.incidents.DutyKind;
import org.honbu.incidents.HandoverReason;
import org.honbu.incidents.HandoverWish;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentMoved;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.LargeReason;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.PublicPhase;
import org.honbu.incidents.ReadBack;
import org.honbu.incidents.Room;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Standing;
import org.honbu.incidents.TakeOutcome;
import org.honbu.incidents.TakenBack;
import org.honbu.incidents.TimelineEntry;
import org.honbu.incidents.Triage;
import org.honbu.incidents.Undo;
import org.honbu.incidents.UndoOffer;
import org.honbu.incidents.Undoable;
import org.honbu.incidents.Visibility;
import org.honbu.kernel.Actor;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a tired thumb takes back, what it cannot any more, and what stays on the timeline. */
class UndoTest {
  private static final PersonId MISAKI = new PersonId("misaki");
  private static final PersonId ITSUKI = new PersonId("itsuki");
  private static final PersonId AOI = new PersonId("aoi");
  private static final PersonId YUMI = new PersonId("yumi");
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

  // --- every act

  @ParameterizedTest
  @EnumSource(Undoable.class)
  void whoDidItTakesItBackWithinThirtySeconds(Undoable act) {
    IncidentId incident = done(act);
    clock.pass(Undo.WITHIN);

    assertThat(takeBack(incident, act)).isInstanceOf(Outcome.Done.class);

    assertThat(record(incident).state()).isEqualTo(before(act));
    assertThat(types(incident)).contains("taken-back");
    assertThat(outbox.told(TakenBack.class))
        .containsExactly(
            new TakenBack(incident, record(incident).kind(), act, doer(act), clock.instant()));
    assertThat(outbox.told(IncidentMoved.class))
        .last()
        .satisfies(moved -> assertThat(moved.to()).isEqualTo(before(act)));
  }

  @ParameterizedTest
  @EnumSource(Undoable.class)
  void afterThirtySecondsItStaysAndSaysWhatHelps(Undoable act) {
    IncidentId incident = done(act);
    IncidentState after = record(incident).state();
    clock.pass(Undo.WITHIN.plusMillis(1));

    Outcome late = takeBack(incident, act);

    assertThat(late)
        .isInstanceOfSatisfying(
            Outcome.NotNow.class,
            no -> {
              assertThat(no.why().ja()).contains("30 秒を過ぎた");
              assertThat(no.why().en()).contains("More than 30 seconds ago");
            });
    assertThat(record(incident).state()).isEqualTo(after);
    assertThat(types(incident)).last().isEqualTo("refused");
    assertThat(life.undo.offered(incident, List.of(Undoable.values()), doer(act))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Undoable.class)
  void nobodyElseTakesItBack(Undoable act) {
    IncidentId incident = done(act);
    IncidentState after = record(incident).state();

    Outcome other = life.undo.takeBack(incident, act, EMMA);

    assertThat(other)
        .isInstanceOfSatisfying(
            Outcome.NotAllowed.class,
            no -> assertThat(no.why().en()).contains("Only " + doer(act).value()));
    assertThat(record(incident).state()).isEqualTo(after);
    assertThat(types(incident)).last().isEqualTo("refused");
    assertThat(life.undo.offered(incident, List.of(Undoable.values()), EMMA)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Undoable.class)
  void takingItBackTwiceDoesNothingTwice(Undoable act) {
    IncidentId incident = done(act);
    takeBack(incident, act);
    int lines = types(incident).size();
    clock.pass(Duration.ofMinutes(1));

    assertThat(takeBack(incident, act)).isInstanceOf(Outcome.AlreadyDone.class);

    assertThat(types(incident)).hasSize(lines);
    assertThat(outbox.told(TakenBack.class)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Undoable.class)
  void whatNobodyDidCannotBeTakenBack(Undoable act) {
    IncidentId incident = declare();

    assertThat(takeBack(incident, act))
        .isInstanceOfSatisfying(
            Outcome.NotNow.class, no -> assertThat(no.why().en()).contains("nothing here"));
  }

  @ParameterizedTest
  @EnumSource(Undoable.class)
  void theOfferNamesItsActItsPersonAndItsLastMoment(Undoable act) {
    IncidentId incident = done(act);

    assertThat(life.undo.offered(incident, List.of(Undoable.values()), doer(act)))
        .contains(new UndoOffer(act, doer(act), clock.instant().plusSeconds(30)));
  }

  @ParameterizedTest
  @EnumSource(Undoable.class)
  void whatWasTakenBackIsOnRecordAndCanBeDoneAgain(Undoable act) {
    IncidentId incident = done(act);
    assertThat(life.undo.hasTakenBack(incident, act)).isFalse();

    takeBack(incident, act);
    clock.pass(Duration.ofMinutes(10));
    doAgain(incident, act);

    assertThat(life.undo.hasTakenBack(incident, act)).isTrue();
    assertThat(takeBack(incident, act)).isInstanceOf(Outcome.Done.class);
  }

  // --- the answer

  @Test
  void anAnswerTakenBackLeavesNobodyWithTheIncident() {
    IncidentId incident = done(Undoable.ANSWER);

    takeBack(incident, Undoable.ANSWER);

    Incident record = record(incident);
    assertThat(record.answeredBy()).isEmpty();
    assertThat(record.times().acknowledgedAt()).isEmpty();
    assertThat(services(incident, DutyKind.ONCALL)).noneMatch(Service::isOpen);
  }

  @Test
  void anAnswerThatWasTriagedStays() {
    IncidentId incident = done(Undoable.ANSWER);
    life.triage.triage(incident, Triage.real(Impact.UNKNOWN), ITSUKI);

    assertThat(why(takeBack(incident, Undoable.ANSWER))).contains("triaged");
    assertThat(record(incident).answeredBy()).contains(MISAKI);
  }

  @Test
  void whoStoodInBeforeTheAnswerStandsInAgain() {
    IncidentId incident = declare();
    life.escalating.escalate(incident, EMMA);
    life.triage.acknowledge(incident, MISAKI);
    assertThat(seat(incident).holder()).isEqualTo(MISAKI);

    takeBack(incident, Undoable.ANSWER);

    assertThat(seat(incident).holder()).isEqualTo(EMMA);
    assertThat(seat(incident).isStandIn()).isTrue();
    assertOneOpenInterval(incident, EMMA);
    assertThat(outbox.told(CommandTaken.class)).last().satisfies(t -> assertAllNamed(t, EMMA));
    life.triage.acknowledge(incident, ITSUKI);
    assertThat(seat(incident).holder()).as("the next answer").isEqualTo(ITSUKI);
  }

  private static void assertAllNamed(CommandTaken taken, PersonId person) {
    assertThat(taken.to()).isEqualTo(person);
    assertThat(taken.standing()).isEqualTo(Standing.ACTING);
  }

  @Test
  void aRoomThatTheAnswerOpenedKeepsThemUntilSomebodyElseAnswers() {
    IncidentId incident = done(Undoable.ANSWER);
    command.openRoom(incident, Set.of(LargeReason.L_SEV), Optional.empty(), RULE);

    assertThat(takeBack(incident, Undoable.ANSWER)).isInstanceOf(Outcome.Done.class);

    assertThat(record(incident).room()).isEqualTo(Room.OPEN);
    assertThat(record(incident).state()).isEqualTo(IncidentState.REPORTED);
    assertThat(seat(incident).holder()).as("never nobody").isEqualTo(MISAKI);
    life.triage.acknowledge(incident, ITSUKI);
    assertThat(seat(incident).holder()).isEqualTo(ITSUKI);
    assertThat(record(incident).state()).isEqualTo(IncidentState.INVESTIGATING);
    assertOneOpenInterval(incident, ITSUKI);
  }

  @Test
  void anAnswerOnWhichSomebodyTookCommandStays() {
    IncidentId incident = done(Undoable.ANSWER);
    command.openRoom(incident, Set.of(LargeReason.L_SEV), Optional.empty(), RULE);
    command.take(incident, AOI);

    assertThat(why(takeBack(incident, Undoable.ANSWER))).contains("aoi has taken command since");
  }

  @Test
  void anAnswerUnderACommanderWhoWasThereBeforeIsTakenBack() {
    IncidentId incident = declare();
    life.escalating.escalate(incident, EMMA);
    command.take(incident, AOI);
    life.triage.acknowledge(incident, MISAKI);

    assertThat(takeBack(incident, Undoable.ANSWER)).isInstanceOf(Outcome.Done.class);

    assertThat(seat(incident).holder()).isEqualTo(AOI);
    assertThat(seat(incident).isHeld()).isTrue();
  }

  @Test
  void whoTookCommandAfterTheirAnswerHandsItOverInstead() {
    IncidentId incident = declare();
    life.triage.acknowledge(incident, AOI);
    command.openRoom(incident, Set.of(LargeReason.L_SEV), Optional.empty(), RULE);
    command.take(incident, AOI);

    assertThat(why(life.undo.takeBack(incident, Undoable.ANSWER, AOI))).contains("handed over");
  }

  // --- the escalation

  @Test
  void anEscalationTakenBackLeavesNoRoomNoSeatAndOneShortInterval() {
    IncidentId incident = done(Undoable.ESCALATION);
    clock.pass(Duration.ofSeconds(20));

    takeBack(incident, Undoable.ESCALATION);

    Incident record = record(incident);
    assertThat(record.room()).isEqualTo(Room.NONE);
    assertThat(record.largeReasons()).isEmpty();
    assertThat(record.times().roomOpenedAt()).isEmpty();
    assertThat(store.seat(incident)).isEmpty();
    assertThat(store.intervals(incident))
        .singleElement()
        .satisfies(only -> assertThat(only.endedAt()).contains(clock.instant()));
    assertThat(types(incident)).contains("room-opened", "taken-back");
    assertThat(record.answeredBy()).as("the answer is another matter").contains(MISAKI);
  }

  @Test
  void theNextEscalationOpensAnotherRoomThatCountsOn() {
    IncidentId incident = done(Undoable.ESCALATION);
    takeBack(incident, Undoable.ESCALATION);

    life.escalating.escalate(incident, ITSUKI);

    assertThat(seat(incident).epoch()).isEqualTo(2);
    assertOneOpenInterval(incident, MISAKI);
    assertThat(life.undo.takeBack(incident, Undoable.ESCALATION, MISAKI))
        .as("the newest is somebody else's")
        .isInstanceOf(Outcome.NotAllowed.class);
  }

  @Test
  void anEscalationOnWhichSomebodyTookCommandStays() {
    IncidentId incident = done(Undoable.ESCALATION);
    command.take(incident, AOI);

    assertThat(why(takeBack(incident, Undoable.ESCALATION))).contains("aoi has taken command");
    assertThat(seat(incident).holder()).isEqualTo(AOI);
  }

  @Test
  void anEscalationOnWhichSomebodyAnnouncesStays() {
    IncidentId incident = done(Undoable.ESCALATION);
    command.takeAnnouncing(incident, YUMI);

    assertThat(why(takeBack(incident, Undoable.ESCALATION))).contains("yumi has taken announcing");
  }

  @Test
  void anEscalationOfWhichUsersWereToldStays() {
    IncidentId incident = done(Undoable.ESCALATION);
    life.noting.published(incident, PublicPhase.INVESTIGATING, RULE);

    assertThat(why(takeBack(incident, Undoable.ESCALATION))).contains("Users have been told");
  }

  @Test
  void anEscalationThatWasTriagedSinceStays() {
    IncidentId incident = done(Undoable.ESCALATION);
    life.triage.triage(incident, Triage.real(Impact.UNKNOWN), ITSUKI);

    assertThat(why(takeBack(incident, Undoable.ESCALATION))).contains("triaged");
  }

  @Test
  void atSeverityOneTheRoomStaysOpen() {
    IncidentId incident = done(Undoable.ESCALATION);
    life.rating.rate(incident, Severity.SEV1, "everything is down", ITSUKI);

    assertThat(why(takeBack(incident, Undoable.ESCALATION))).contains("severity 1");
    assertThat(record(incident).room()).isEqualTo(Room.OPEN);
  }

  @Test
  void anEscalationThatSomebodyAnsweredSinceStays() {
    IncidentId incident = declare();
    life.escalating.escalate(incident, EMMA);
    life.triage.acknowledge(incident, MISAKI);

    assertThat(why(life.undo.takeBack(incident, Undoable.ESCALATION, EMMA)))
        .contains("misaki has taken command");
  }

  @Test
  void pressingEscalateInAnOpenRoomOffersNothing() {
    IncidentId incident = declare();
    life.triage.acknowledge(incident, MISAKI);
    command.openRoom(incident, Set.of(LargeReason.L_SEV), Optional.empty(), RULE);

    assertThat(life.escalating.escalate(incident, ITSUKI).opened()).isFalse();

    assertThat(life.undo.offered(incident, List.of(Undoable.ESCALATION), ITSUKI)).isEmpty();
  }

  @Test
  void theLaterActIsTakenBackFirstAndThenTheEarlier() {
    IncidentId incident = done(Undoable.ESCALATION);

    assertThat(life.undo.offered(incident, List.of(Undoable.values()), MISAKI))
        .map(UndoOffer::act)
        .contains(Undoable.ESCALATION);
    takeBack(incident, Undoable.ESCALATION);

    assertThat(life.undo.offered(incident, List.of(Undoable.values()), MISAKI))
        .map(UndoOffer::act)
        .contains(Undoable.ANSWER);
  }

  @Test
  void escalatingInTheTriageFormIsTakenBackLikeTheButton() {
    IncidentId incident = declare();
    life.triage.acknowledge(incident, MISAKI);
    life.triage.triage(incident, triage(Triage.Answer.REAL, true), MISAKI);

    assertThat(takeBack(incident, Undoable.ESCALATION)).isInstanceOf(Outcome.Done.class);

    assertThat(record(incident).state()).isEqualTo(IncidentState.INVESTIGATING);
    assertThat(record(incident).room()).isEqualTo(Room.NONE);
  }

  // --- the resolution

  @Test
  void aResolutionTakenBackPutsEverybodyBackWhereTheyServed() {
    IncidentId incident = watchedRoom();
    command.takeAnnouncing(incident, YUMI);
    Seat before = seat(incident);
    Instant since = before.since();
    int epoch = before.epoch();
    life.recovery.declareResolved(incident, "done", AOI);
    assertThat(store.seat(incident)).isEmpty();
    clock.pass(Duration.ofSeconds(29));

    takeBack(incident, Undoable.RESOLUTION);

    Incident record = record(incident);
    assertThat(record.room()).isEqualTo(Room.OPEN);
    assertThat(record.times().resolvedAt()).isEmpty();
    assertThat(seat(incident).holder()).isEqualTo(AOI);
    assertThat(seat(incident).standing()).isEqualTo(Standing.HELD);
    assertThat(seat(incident).since()).isEqualTo(since);
    assertThat(seat(incident).epoch()).isEqualTo(epoch);
    assertOneOpenInterval(incident, AOI);
    assertThat(services(incident, DutyKind.ANNOUNCER)).allMatch(Service::isOpen);
    assertThat(services(incident, DutyKind.ONCALL)).allMatch(Service::isOpen);
    assertThat(life.recovery.declareResolved(incident, "really", AOI))
        .isInstanceOf(Outcome.Done.class);
  }

  private HandoverActs handovers() {
    var next = new QualifiedCommanders(store, command, town, clock);
    var draft =
        new BriefingDraft(
            store, nobody -> Optional.empty(), incident -> List.of(), new NothingAimedAt(), names);
    return new HandoverActs(
        store,
        book,
        names,
        command,
        new HandoverBook(store, book, names, command, next),
        new BriefingActs(store, book, names, draft));
  }

  @Test
  void dutiesThatEndedBeforeTheResolutionStayEnded() {
    IncidentId incident = watchedRoom();
    PersonId next = town.newcomer("next");
    HandoverActs handovers = handovers();
    handovers.offer(incident, HandoverWish.to(next, HandoverReason.FATIGUE), AOI);
    clock.pass(Duration.ofMinutes(1));
    handovers.accept(incident, new ReadBack("watch it", "0", "none", "it returns"), next);
    clock.pass(Duration.ofMinutes(1));
    life.recovery.declareResolved(incident, "done", next);

    life.undo.takeBack(incident, Undoable.RESOLUTION, next);

    assertThat(seat(incident).holder()).isEqualTo(next);
    assertOneOpenInterval(incident, next);
  }

  @Test
  void aTeamsResolutionWithoutARoomIsTakenBackToo() {
    IncidentId incident = declare();
    life.triage.acknowledge(incident, MISAKI);
    life.triage.triage(incident, Triage.real(Impact.UNKNOWN), MISAKI);
    life.recovery.declareMitigated(incident, "restarted", MISAKI);
    life.recovery.verify(incident, ITSUKI);
    life.recovery.declareResolved(incident, "done", MISAKI);

    assertThat(takeBackBy(incident, Undoable.RESOLUTION, MISAKI)).isInstanceOf(Outcome.Done.class);

    assertThat(record(incident).state()).isEqualTo(IncidentState.MONITORING);
    assertThat(record(incident).room()).isEqualTo(Room.NONE);
    assertThat(services(incident, DutyKind.ONCALL)).allMatch(Service::isOpen);
  }

  @Test
  void aResolutionThatWasReopenedIsNotTakenBackAsWell() {
    IncidentId incident = done(Undoable.RESOLUTION);
    life.reopening.reopen(incident, "errors again", ITSUKI);

    assertThat(why(takeBack(incident, Undoable.RESOLUTION))).contains("Investigating");
  }

  @Test
  void aResolutionWhoseCommanderCommandsAnotherMajorIncidentStays() {
    IncidentId incident = done(Undoable.RESOLUTION);
    IncidentId another = majorRoom();
    assertThat(command.take(another, AOI)).isInstanceOf(TakeOutcome.Taken.class);

    assertThat(why(takeBack(incident, Undoable.RESOLUTION))).contains("another major incident");
    assertThat(store.seat(incident)).isEmpty();
  }

  @Test
  void whatTheProcessHasLetStandIsNotTakenBackHoweverSoon() {
    IncidentId incident = done(Undoable.RESOLUTION);

    assertThat(life.undo.letStand(incident)).isTrue();

    assertThat(takeBack(incident, Undoable.RESOLUTION)).isInstanceOf(Outcome.NotNow.class);
    assertThat(record(incident).state()).isEqualTo(IncidentState.RESOLVED);
  }

  @Test
  void anEndMayBeTakenBackForItsTimeOnly() {
    IncidentId incident = done(Undoable.RESOLUTION);
    assertThat(life.undo.endMayBeTakenBack(incident)).isTrue();

    clock.pass(Undo.WITHIN.plusMillis(1));

    assertThat(life.undo.endMayBeTakenBack(incident)).isFalse();
    assertThat(life.undo.endMayBeTakenBack(done(Undoable.ESCALATION))).as("no end").isFalse();
  }

  @Test
  void whatWasTakenBackDoesNotStand() {
    IncidentId incident = done(Undoable.RESOLUTION);
    takeBack(incident, Undoable.RESOLUTION);

    assertThat(life.undo.letStand(incident)).isFalse();
  }

  @Test
  void whatComesBackBeforeTheRoomIsLeftKeepsRoomAndCommander() {
    IncidentId incident = done(Undoable.RESOLUTION);

    life.reopening.reopen(incident, "errors again", ITSUKI);

    assertThat(record(incident).state()).isEqualTo(IncidentState.INVESTIGATING);
    assertThat(record(incident).room()).isEqualTo(Room.OPEN);
    assertThat(seat(incident).holder()).isEqualTo(AOI);
    assertOneOpenInterval(incident, AOI);
  }

  @Test
  void whatComesBackAfterwardsFindsTheRoomClosed() {
    IncidentId incident = done(Undoable.RESOLUTION);
    life.undo.letStand(incident);

    life.reopening.reopen(incident, "errors again", ITSUKI);

    assertThat(record(incident).room()).isEqualTo(Room.CLOSED);
    assertThat(store.seat(incident)).isEmpty();
  }

  @Test
  void aRebuiltProcessBeginsAfterTheTimeToTakeBack() {
    IncidentId incident = done(Undoable.RESOLUTION);

    life.noting.processRebuilt(incident, RULE);

    assertThat(takeBack(incident, Undoable.RESOLUTION)).isInstanceOf(Outcome.NotNow.class);
  }

  // --- the false alarm

  @Test
  void aFalseAlarmTakenBackWaitsForTheSecondPairOfEyesAgain() {
    IncidentId incident = done(Undoable.FALSE_ALARM);

    takeBack(incident, Undoable.FALSE_ALARM);

    assertThat(record(incident).triaged().map(t -> t.answer())).contains(Triage.Answer.FALSE_ALARM);
    assertThat(services(incident, DutyKind.ONCALL)).allMatch(Service::isOpen);
  }

  @Test
  void aFalseAlarmOfTheCommanderTakenBackGivesTheRoomBack() {
    IncidentId incident = majorRoom();
    command.take(incident, AOI);
    life.ending.confirmFalseAlarm(incident, "a test", AOI);
    assertThat(record(incident).room()).isEqualTo(Room.CLOSED);

    takeBackBy(incident, Undoable.FALSE_ALARM, AOI);

    assertThat(record(incident).state()).isEqualTo(IncidentState.INVESTIGATING);
    assertThat(record(incident).room()).isEqualTo(Room.OPEN);
    assertOneOpenInterval(incident, AOI);
  }

  @Test
  void aClosedFalseAlarmIsNotTakenBack() {
    IncidentId incident = done(Undoable.FALSE_ALARM);
    life.ending.close(incident, RULE);

    assertThat(why(takeBack(incident, Undoable.FALSE_ALARM))).contains("Closed");
  }

  @Test
  void aFalseAlarmThatClearedByItselfIsNobodysToTakeBack() {
    IncidentId incident = declare();
    life.declaring.attachSignal(
        incident,
        new org.honbu.incidents.Signal(
            org.honbu.incidents.Source.SYSTEM, "a", "full", clock.instant(), Optional.empty()),
        Impact.UNKNOWN);
    life.triage.acknowledge(incident, MISAKI);
    life.declaring.clearSignal(incident, "a", clock.instant());

    life.ending.confirmFalseAlarmCleared(incident, RULE);

    assertThat(takeBackBy(incident, Undoable.FALSE_ALARM, MISAKI))
        .isInstanceOf(Outcome.NotNow.class);
  }

  // --- REST

  @Test
  void theBodyNamesTheAct() {
    assertThat(UndoResource.act(new UndoResource.TakeBack("ESCALATION")))
        .isEqualTo(Undoable.ESCALATION);
    for (var bad :
        new UndoResource.TakeBack[] {
          new UndoResource.TakeBack(null), new UndoResource.TakeBack("everything")
        }) {
      assertThatThrownBy(() -> UndoResource.act(bad))
          .isInstanceOfSatisfying(
              ProblemException.class,
              refusal -> {
                assertThat(refusal.field()).contains("act");
                assertThat(refusal.words().en()).contains("ANSWER, ESCALATION");
              });
    }
    assertThatThrownBy(() -> UndoResource.act(null)).isInstanceOf(ProblemException.class);
  }

  // --- how it is told

  /** Somebody has just done it. */
  private IncidentId done(Undoable act) {
    return switch (act) {
      case ANSWER -> {
        IncidentId incident = declare();
        life.triage.acknowledge(incident, MISAKI);
        yield incident;
      }
      case ESCALATION -> {
        IncidentId incident = declare();
        life.triage.acknowledge(incident, MISAKI);
        life.escalating.escalate(incident, MISAKI);
        yield incident;
      }
      case RESOLUTION -> {
        IncidentId incident = watchedRoom();
        life.recovery.declareResolved(incident, "done", AOI);
        yield incident;
      }
      case FALSE_ALARM -> {
        IncidentId incident = declare();
        life.triage.acknowledge(incident, MISAKI);
        life.triage.triage(incident, triage(Triage.Answer.FALSE_ALARM, false), MISAKI);
        life.ending.confirmFalseAlarm(incident, "a test", ITSUKI);
        yield incident;
      }
    };
  }

  private void doAgain(IncidentId incident, Undoable act) {
    switch (act) {
      case ANSWER -> life.triage.acknowledge(incident, MISAKI);
      case ESCALATION -> life.escalating.escalate(incident, MISAKI);
      case RESOLUTION -> life.recovery.declareResolved(incident, "done", AOI);
      case FALSE_ALARM -> life.ending.confirmFalseAlarm(incident, "a test", ITSUKI);
    }
  }

  private static PersonId doer(Undoable act) {
    return switch (act) {
      case ANSWER, ESCALATION -> MISAKI;
      case RESOLUTION -> AOI;
      case FALSE_ALARM -> ITSUKI;
    };
  }

  private static IncidentState before(Undoable act) {
    return switch (act) {
      case ANSWER -> IncidentState.REPORTED;
      case ESCALATION, FALSE_ALARM -> IncidentState.TRIAGE;
      case RESOLUTION -> IncidentState.MONITORING;
    };
  }

  private Outcome takeBack(IncidentId incident, Undoable act) {
    return takeBackBy(incident, act, doer(act));
  }

  private Outcome takeBackBy(IncidentId incident, Undoable act, PersonId by) {
    return life.undo.takeBack(incident, act, by);
  }

  private static String why(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.NotNow.class);
    return ((Outcome.NotNow) outcome).why().en();
  }

  private IncidentId declare() {
    return life.declaring.declare(
        Declaration.of("payment fails", Actor.person(EMMA), clock.instant()));
  }

  private IncidentId majorRoom() {
    IncidentId incident = declare();
    life.rating.rateByRule(incident, Severity.SEV2, List.of(), RULE);
    life.triage.acknowledge(incident, MISAKI);
    command.openRoom(incident, Set.of(LargeReason.L_SEV), Optional.empty(), RULE);
    return incident;
  }

  /** Aoi commands, it was mitigated and verified, time has passed. */
  private IncidentId watchedRoom() {
    IncidentId incident = majorRoom();
    clock.pass(Duration.ofMinutes(1));
    command.take(incident, AOI);
    life.recovery.declareMitigated(incident, "rolled back", AOI);
    life.recovery.verify(incident, ITSUKI);
    clock.pass(Duration.ofMinutes(30));
    return incident;
  }

  private static Triage triage(Triage.Answer answer, boolean escalateNow) {
    return new Triage(
        answer, Optional.empty(), Impact.UNKNOWN, Visibility.UNKNOWN, Set.of(), escalateNow, "");
  }

  private Incident record(IncidentId incident) {
    return store.find(incident).orElseThrow();
  }

  private Seat seat(IncidentId incident) {
    return store.seat(incident).orElseThrow();
  }

  private List<Service> services(IncidentId incident, DutyKind kind) {
    return store.services(incident).stream().filter(service -> service.kind() == kind).toList();
  }

  private List<String> types(IncidentId incident) {
    return store.timeline(incident).stream().map(TimelineEntry::type).toList();
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
