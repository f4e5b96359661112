package org.honbu.incidents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.honbu.incidents.Activity;
import org.honbu.incidents.BoardRow;
import org.honbu.incidents.Briefing;
import org.honbu.incidents.Briefing.Topic;
import org.honbu.incidents.CareAnswer;
import org.honbu.incidents.CareQuestion;
import org.honbu.incidents.CareQuestions.Asked;
import org.honbu.incidents.Declaration;
import org.honbu.incidents.Duty;
import org.honbu.incidents.DutyKind;
import org.honbu.incidents.HandoverReason;
import org.honbu.incidents.HandoverView;
import org.honbu.incidents.HandoverWish;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.LargeReason;
import org.honbu.incidents.NoteTag;
import org.honbu.incidents.OpenCount;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.ReadBack;
import org.honbu.incidents.Reason;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Signal;
import org.honbu.incidents.Source;
import org.honbu.incidents.Standing;
import org.honbu.incidents.TakeOutcome;
import org.honbu.incidents.TimelineEntry;
import org.honbu.incidents.Triage;
import org.honbu.incidents.UndoOffer;
import org.honbu.incidents.Undoable;
import org.honbu.incidents.Visibility;
import org.honbu.incidents.Work;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What must hold on every database that operators may choose. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RealDatabaseContract {
  private static final PersonId MISAKI = new PersonId("misaki");
  private static final PersonId ITSUKI = new PersonId("itsuki");
  private static final PersonId AOI = new PersonId("aoi");
  private static final PersonId YUMI = new PersonId("yumi");
  private static final Actor RULE = Actor.honbu("rule");
  private static final int PEOPLE = 50;
  private static final int ROUNDS = 20;

  private final Town town = new Town();
  private RealDatabase database;

  abstract RealDatabase open();

  @BeforeAll
  void start() {
    database = open();
  }

  @AfterAll
  void stop() throws Exception {
    database.close();
  }

  @Test
  void everythingThatWasWrittenIsReadBack() {
    IncidentId incident = room();
    act(desk -> desk.command.take(incident, AOI));
    act(desk -> desk.command.takeAnnouncing(incident, YUMI));
    act(desk -> signal(desk, incident, "a"));
    act(desk -> signal(desk, incident, "a"));

    var view = view(incident);

    assertThat(view.state()).isEqualTo(IncidentState.INVESTIGATING);
    assertThat(view.severity()).contains(Severity.SEV1);
    assertThat(view.team()).isEqualTo(Town.PAYMENTS);
    assertThat(view.impact().function()).isEqualTo(Impact.Function.CORE);
    assertThat(view.largeReasons()).containsExactly(LargeReason.L_SEV);
    assertThat(view.seat().orElseThrow().holder()).isEqualTo(AOI);
    assertThat(view.seat().orElseThrow().standing()).isEqualTo(Standing.HELD);
    assertThat(view.announcer()).contains(YUMI);
    assertThat(view.signals().received()).isEqualTo(2);
    assertThat(view.duties().stream().filter(duty -> duty.to().isEmpty()))
        .extracting(Duty::kind)
        .containsExactlyInAnyOrder(DutyKind.ONCALL, DutyKind.ANNOUNCER, DutyKind.COMMANDER);
    assertThat(timeline(incident))
        .extracting(TimelineEntry::type)
        .containsExactly(
            "declared",
            "rated",
            "acknowledged",
            "room-opened",
            "command-taken",
            "announcing-taken",
            "signal");
  }

  @Test
  void theBoardShowsWorstFirstAndWhoCommands() {
    IncidentId mild = declare();
    act(desk -> desk.life.rating.rateByRule(mild, Severity.SEV4, List.of(), RULE));
    IncidentId bad = room();

    List<BoardRow> rows = act(desk -> desk.board.open());

    List<IncidentId> order = rows.stream().map(BoardRow::id).toList();
    assertThat(order.indexOf(bad)).isLessThan(order.indexOf(mild));
    assertThat(rows.get(order.indexOf(bad)).commander()).contains(MISAKI);
    assertThat(mine(MISAKI).stream().map(BoardRow::id)).contains(bad).doesNotContain(mild);
  }

  @Test
  void whatIsOpenIsReadInPartsAndCountedWhole() {
    PersonId commander = town.newcomer("one-who-is-counted");
    OpenCount before = countOpen();
    IncidentId room = room();
    IncidentId led = room();
    act(desk -> desk.command.take(led, commander));
    drill("payment-api");

    OpenCount now = countOpen();
    List<BoardRow> all = openRows();
    List<BoardRow> inParts = new ArrayList<>();
    for (int after = 0; after < all.size(); after += 3) {
      int from = after;
      inParts.addAll(act(desk -> desk.board.open(from, 3)));
    }

    assertThat(inParts).isEqualTo(all);
    assertThat(now.all()).isEqualTo(all.size());
    assertThat(now)
        .isEqualTo(
            new OpenCount(
                before.real() + 2,
                before.rooms() + 2,
                before.ledByActing() + 1,
                before.drills() + 1));
    assertThat(all).extracting(BoardRow::id).contains(room, led);
  }

  @Test
  void whatItMayBeMergedWithIsAsRealAndNotItself() {
    IncidentId bad = room();
    IncidentId other = room();

    List<BoardRow> beside = act(desk -> desk.board.openBeside(bad, Kind.REAL, 500));

    assertThat(beside).extracting(BoardRow::id).contains(other).doesNotContain(bad);
    assertThat(beside).extracting(BoardRow::kind).containsOnly(Kind.REAL);
    assertThat(this.<List<BoardRow>>act(desk -> desk.board.openBeside(bad, Kind.REAL, 1)))
        .isEqualTo(beside.subList(0, 1));
  }

  @Test
  void ofEachComponentTheOldestThatIsOpenIsTold() {
    drill("ledger");
    IncidentId first = declareOn("ledger");
    declareOn("ledger");
    IncidentId other = declareOn("mailer");

    assertThat(openOn("ledger", "mailer", "nothing-of-the-kind"))
        .containsExactlyInAnyOrderEntriesOf(Map.of("ledger", first, "mailer", other));
    assertThat(openOn()).isEmpty();
  }

  private Map<String, IncidentId> openOn(String... components) {
    return act(desk -> desk.board.openOn(Set.of(components)));
  }

  private OpenCount countOpen() {
    return act(desk -> desk.board.countOpen());
  }

  private IncidentId declareOn(String component) {
    return act(
        desk ->
            desk.life.declaring.declare(
                Declaration.of("it is down", Actor.person(MISAKI), Instant.now())
                    .about(component)));
  }

  @Test
  void aResolvedIncidentLeavesTheOpenOnesAndStaysOnTheBoard() {
    IncidentId incident = room();
    act(desk -> desk.command.take(incident, AOI));
    act(desk -> desk.life.recovery.declareMitigated(incident, "rolled back", AOI));
    act(desk -> desk.life.recovery.verify(incident, ITSUKI));
    Outcome resolved = act(desk -> desk.life.recovery.declareResolved(incident, "done", AOI));
    assertThat(resolved).isInstanceOf(Outcome.Done.class);

    assertThat(openRows()).extracting(BoardRow::id).doesNotContain(incident);
    assertThat(boardRows()).extracting(BoardRow::id).contains(incident);
    assertThat(view(incident).seat()).isEmpty();
    Instant end = view(incident).times().resolvedAt().orElseThrow();
    assertThat(resolvedSince(end)).extracting(BoardRow::id).containsExactly(incident);
    assertThat(resolvedSince(end.plusSeconds(1))).isEmpty();
  }

  @Test
  void whoHeldCommandOfAnotherIncidentIsNoBeginner() {
    PersonId beginner = town.newcomer("first-timer");
    IncidentId first = room();
    IncidentId second = room();

    act(desk -> desk.command.take(first, beginner));

    assertThat(hasCommandedAnother(beginner, first)).isFalse();
    assertThat(hasCommandedAnother(beginner, second)).isTrue();
  }

  private boolean hasCommandedAnother(PersonId person, IncidentId than) {
    return act(desk -> desk.board.hasCommandedAnother(person, than));
  }

  /** A39. */
  @Test
  void whatFollowsAClosedIncidentIsFoundByItsLink() {
    IncidentId over = room();
    act(desk -> desk.life.recovery.declareMitigated(over, "", MISAKI));
    act(desk -> desk.life.recovery.verify(over, ITSUKI));
    act(desk -> desk.life.recovery.declareResolved(over, "", MISAKI));
    act(desk -> desk.life.ending.close(over, RULE));

    IncidentId next = act(desk -> desk.life.reopening.reopen(over, "again", ITSUKI).open());

    IncidentId pressedAgain = act(desk -> desk.life.reopening.reopen(over, "again", MISAKI).open());
    assertThat(next).isNotEqualTo(over);
    assertThat(pressedAgain).isEqualTo(next);
  }

  @Test
  void whatWasNothingIsNotAmongWhatWasResolvedLately() {
    IncidentId nothing = saidToBeNothing();
    act(desk -> desk.life.ending.close(nothing, RULE));

    assertThat(view(nothing).state()).isEqualTo(IncidentState.CLOSED);
    assertThat(boardRows()).extracting(BoardRow::id).doesNotContain(nothing);
  }

  @Test
  void aMergedIncidentsTimelineAndSignalsAreItsParents() {
    IncidentId parent = declare();
    IncidentId child = declare();
    act(desk -> signal(desk, child, "b"));

    act(desk -> desk.life.merging.merge(child, parent, MISAKI));

    assertThat(view(parent).signals().different()).isEqualTo(1);
    assertThat(timeline(parent)).extracting(TimelineEntry::incident).contains(parent, child);
    List<TimelineEntry> newest = act(desk -> desk.board.newest(parent, 100));
    assertThat(newest).isEqualTo(timeline(parent));
  }

  @Test
  void theNewestLinesAreTheEndOfTheTimeline() {
    IncidentId incident = room();
    List<TimelineEntry> all = timeline(incident);

    List<TimelineEntry> newest = act(desk -> desk.board.newest(incident, 2));

    assertThat(newest).isEqualTo(all.subList(all.size() - 2, all.size()));
  }

  @Test
  void ofTwoReportsOfOneCustomerTheLargerCounts() {
    IncidentId parent = declare();
    IncidentId child = declare();
    Instant now = Instant.now();
    Instant lately = now.minus(30, ChronoUnit.MINUTES);
    act(desk -> report(desk, parent, "shop", 40, lately.minusSeconds(1)));
    act(desk -> report(desk, parent, "shop", 1, now));
    act(desk -> report(desk, child, "bank", 2, now));
    act(desk -> signal(desk, parent, "a"));
    act(desk -> signal(desk, child, "b"));
    act(desk -> desk.life.declaring.clearSignal(child, "b", now));
    act(desk -> desk.life.merging.merge(child, parent, MISAKI));

    assertThat(view(parent).signals()).isEqualTo(new IncidentView.Signals(5, 5, 1, 42));
    int customers = act(desk -> desk.board.customersSince(parent, lately));
    assertThat(customers).isEqualTo(3);
  }

  @Test
  void theLastSignalThatClearsIsTheQuietOne() {
    IncidentId incident = declare();
    act(desk -> report(desk, incident, "shop", 1, Instant.now()));
    act(desk -> signal(desk, incident, "a"));
    act(desk -> signal(desk, incident, "b"));

    assertThat(clears(incident, "a")).isFalse();
    assertThat(clears(incident, "b")).isTrue();
  }

  private boolean clears(IncidentId incident, String fingerprint) {
    return act(desk -> desk.life.declaring.clearSignal(incident, fingerprint, Instant.now()));
  }

  @Test
  void whatWasMergedByMistakeIsTakenApartWithItsSignalsAndItsCommander() {
    PersonId leader = town.newcomer("leader-of-the-other");
    PersonId commander = town.newcomer("leader-of-this");
    IncidentId parent = room();
    IncidentId child = room();
    act(desk -> desk.command.take(parent, leader));
    act(desk -> desk.command.take(child, commander));
    act(desk -> signal(desk, parent, "a"));
    act(desk -> signal(desk, child, "a"));
    act(desk -> signal(desk, child, "b"));
    act(desk -> desk.life.merging.merge(child, parent, MISAKI));

    Outcome parted = act(desk -> desk.life.parting.takeApart(child, "別の障害でした", leader));

    assertThat(parted).isInstanceOf(Outcome.Done.class);
    assertThat(view(child).parent()).isEmpty();
    assertThat(view(child).signals().different()).isEqualTo(2);
    assertThat(view(child).seat().orElseThrow().holder()).isEqualTo(commander);
    assertThat(view(parent).signals().different()).isEqualTo(1);
    assertThat(timeline(parent)).extracting(TimelineEntry::incident).containsOnly(parent);
    assertThat(timeline(parent)).extracting(TimelineEntry::type).contains("merged", "parted");
  }

  @Test
  void oneCommanderOfTwoMajorIncidentsIsRefused() {
    PersonId commander = town.newcomer("commander-of-two");
    IncidentId first = room();
    IncidentId second = room();
    act(desk -> desk.command.take(first, commander));

    TakeOutcome again = act(desk -> desk.command.take(second, commander));

    assertThat(again).isInstanceOf(TakeOutcome.NotAllowed.class);
  }

  @Test
  void whatIsKnownOfACommanderIsReadBack() {
    PersonId commander = town.newcomer("watched");
    PersonId successor = town.newcomer("next");
    IncidentId incident = room();
    act(desk -> desk.command.take(incident, commander));
    act(desk -> desk.notes.write(incident, NoteTag.FINDING, "the queue is full", commander));
    act(desk -> desk.care.handsAtWork(incident, commander));
    act(desk -> desk.care.nudge(incident, ITSUKI));
    Asked asked = act(desk -> desk.asking.askAboutHands(incident));
    var goOn = new CareAnswer.GoOn("one minute more");
    act(desk -> desk.asking.answer(incident, CareQuestion.Why.HANDS_ON, goOn, commander));

    assertThat(asked).isInstanceOf(Asked.Question.class);
    List<Sign> signs = act(desk -> desk.careStore.signs(incident, 2));
    assertThat(signs)
        .extracting(Sign::kind)
        .containsExactly(Sign.Kind.FINDING, Sign.Kind.SELF_REPORT, Sign.Kind.NUDGE);
    Optional<CareAnswer> last = act(desk -> desk.asking.lastAnswer(incident));
    assertThat(last).contains(goOn);
    var wish = HandoverWish.to(successor, HandoverReason.HANDS_ON);
    act(desk -> desk.handovers.offer(incident, wish, commander));
    var readBack = new ReadBack("stop it", "1", "04:06", "none");
    act(desk -> desk.handovers.accept(incident, readBack, successor));
    assertThat(act(desk -> desk.asking.drawnBefore(incident)).orElseThrow().work().en())
        .isEqualTo("the queue is full");
    resolve(incident, successor);
  }

  @Test
  void aCommandersPresenceIsOneRow() {
    PersonId commander = town.newcomer("present");
    IncidentId incident = room();
    act(desk -> desk.command.take(incident, commander));
    seen(incident, commander);
    Instant first = lastSeen(incident);
    seen(incident, commander);
    act(
        desk -> {
          desk.care.commanded(incident, commander);
          return true;
        });

    assertThat(lastSeen(incident)).isAfterOrEqualTo(first);
    assertThat(act(desk -> desk.careStore.presence(incident, commander)).orElseThrow())
        .satisfies(row -> assertThat(row.commandedAt()).contains(row.seenAt()));
    resolve(incident, commander);
  }

  private void seen(IncidentId incident, PersonId person) {
    act(
        desk -> {
          desk.care.seen(incident, person);
          return true;
        });
  }

  private Instant lastSeen(IncidentId incident) {
    return act(desk -> desk.care.watch(incident)).orElseThrow().lastSeen();
  }

  @Test
  void workOnAComponentIsKeptAndToldWhereItBelongs() {
    PersonId commander = town.newcomer("operating");
    IncidentId incident = room();
    IncidentId over = room();
    act(desk -> desk.command.take(incident, commander));
    act(desk -> desk.command.take(over, AOI));
    resolve(over, AOI);
    IncidentId drill = drill("payment-api");
    Activity deploy = activity(commander, Optional.of("payment-api"));
    Activity shell = activity(commander, Optional.empty());

    UUID first = act(desk -> desk.activities.heard(deploy));
    act(desk -> desk.activities.heard(shell));

    assertThat(act(desk -> desk.careStore.activity(first)).orElseThrow().view()).isEqualTo(deploy);
    assertThat(changesSince(deploy.at().minusSeconds(60))).contains(deploy).doesNotContain(shell);
    assertThat(changesSince(deploy.at().plusSeconds(60))).isEmpty();
    assertThat(timeline(incident)).filteredOn(line -> line.type().equals("activity")).hasSize(2);
    assertThat(timeline(over)).noneMatch(line -> line.type().equals("activity"));
    assertThat(timeline(drill)).noneMatch(line -> line.type().equals("activity"));
    List<Sign> signs = act(desk -> desk.careStore.signs(incident, 2));
    assertThat(signs).hasSize(2);
    resolve(incident, commander);
  }

  private List<Activity> changesSince(Instant since) {
    return act(
        desk ->
            desk.careStore.activitiesOn("payment-api", since, 50).stream()
                .map(HeardActivity::view)
                .toList());
  }

  private IncidentId drill(String component) {
    return act(
        desk ->
            desk.life.declaring.declare(
                new Declaration(
                    "payment fails, we say",
                    Kind.DRILL,
                    Source.EMPLOYEE,
                    Actor.person(MISAKI),
                    Optional.of(component),
                    Optional.empty(),
                    Impact.UNKNOWN,
                    Visibility.UNKNOWN,
                    Optional.empty(),
                    Instant.now(),
                    Optional.empty())));
  }

  private static Activity activity(PersonId person, Optional<String> component) {
    return new Activity(
        "deploys",
        person.value(),
        Optional.of(person),
        Work.FEATURE_FLAG,
        component,
        Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.MICROS),
        Optional.of("https://deploys.example.com/42"));
  }

  /** RO-C1, as hard as it gets: the same person reaches for two major incidents at one instant. */
  @Test
  void whoClaimsTwoMajorIncidentsAtTheSameInstantGetsOne() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      PersonId hasty = town.newcomer("hasty-" + round);
      IncidentId first = room();
      IncidentId second = room();

      List<TakeOutcome> outcomes =
          allAtOnce(
              List.of(
                  () -> act(desk -> desk.command.take(first, hasty)),
                  () -> act(desk -> desk.command.take(second, hasty))));

      assertThat(outcomes).filteredOn(TakeOutcome.Taken.class::isInstance).hasSize(1);
      assertThat(outcomes).filteredOn(TakeOutcome.NotAllowed.class::isInstance).hasSize(1);
    }
  }

  @Test
  void anActThatFailsAfterwardsLeavesNothing() {
    IncidentId incident = room();
    int lines = act(desk -> desk.board.timeline(incident)).size();

    assertThatThrownBy(
            () ->
                act(
                    desk -> {
                      desk.command.take(incident, AOI);
                      throw new IllegalStateException("the engine failed");
                    }))
        .hasMessage("the engine failed");

    var view = view(incident);
    assertThat(view.seat().orElseThrow().holder()).isEqualTo(MISAKI);
    assertThat(view.duties().stream().filter(d -> d.kind() == DutyKind.COMMANDER)).hasSize(1);
    assertThat(timeline(incident)).hasSize(lines);
  }

  @Test
  void whatWasReadBeforeTheLockIsNotDecidedOn() {
    IncidentId incident = room();
    PersonId late = town.newcomer("late");

    TakeOutcome outcome =
        act(
            desk -> {
              desk.board.view(incident);
              act(faster -> faster.command.take(incident, AOI));
              return desk.command.take(incident, late);
            });

    assertThat(outcome)
        .isInstanceOfSatisfying(
            TakeOutcome.AlreadyHeld.class, lost -> assertThat(lost.by()).isEqualTo(AOI));
    assertThat(openIntervals(incident)).containsExactly(AOI);
    resolve(incident, AOI);
  }

  @Test
  void oneTransactionDeclaresAndGoesOn() {
    IncidentId incident =
        act(
            desk -> {
              IncidentId declared =
                  desk.life.declaring.declare(
                      Declaration.of("payment fails", Actor.person(MISAKI), Instant.now()));
              signal(desk, declared, "a");
              signal(desk, declared, "b");
              desk.life.triage.triage(declared, Triage.real(Impact.UNKNOWN), MISAKI);
              return declared;
            });

    assertThat(view(incident).state()).isEqualTo(IncidentState.INVESTIGATING);
    assertThat(view(incident).signals().different()).isEqualTo(2);
  }

  @Test
  void whatIsTakenBackIsAsItWas() {
    IncidentId incident = room();
    act(desk -> desk.command.take(incident, AOI));
    act(desk -> desk.command.takeAnnouncing(incident, YUMI));
    act(desk -> desk.life.recovery.declareMitigated(incident, "rolled back", AOI));
    act(desk -> desk.life.recovery.verify(incident, ITSUKI));
    IncidentView before = view(incident);
    act(desk -> desk.life.recovery.declareResolved(incident, "done", AOI));
    Optional<UndoOffer> offer =
        act(desk -> desk.life.undo.offered(incident, List.of(Undoable.values()), AOI));
    assertThat(offer).map(UndoOffer::act).contains(Undoable.RESOLUTION);

    Outcome outcome = act(desk -> desk.life.undo.takeBack(incident, Undoable.RESOLUTION, AOI));

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(view(incident)).isEqualTo(before);
    assertThat(openIntervals(incident)).containsExactly(AOI);
    act(desk -> desk.life.recovery.declareResolved(incident, "done", AOI));
  }

  /** The end of the time and the undo at one instant: the record decides, and both obey. */
  @Test
  void anUndoAndTheEndOfItsTimeNeverBothWin() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      IncidentId incident = saidToBeNothing();

      List<Boolean> wins =
          allAtOnce(
              List.of(
                  () ->
                      act(desk -> desk.life.undo.takeBack(incident, Undoable.FALSE_ALARM, MISAKI))
                          instanceof Outcome.Done,
                  () -> act(desk -> desk.life.undo.letStand(incident))));

      assertThat(wins).containsExactlyInAnyOrder(true, false);
      assertThat(view(incident).state())
          .isEqualTo(wins.get(0) ? IncidentState.INVESTIGATING : IncidentState.FALSE_ALARM);
    }
  }

  /** Misaki acts in a room and has just called it a false alarm. */
  private IncidentId saidToBeNothing() {
    IncidentId incident = declare();
    act(desk -> desk.life.triage.acknowledge(incident, MISAKI));
    act(desk -> desk.life.escalating.escalate(incident, MISAKI));
    act(desk -> desk.life.ending.confirmFalseAlarm(incident, "a test", MISAKI));
    return incident;
  }

  @Test
  void anEscalationIsTakenBackOrBuiltUponAndNeverBoth() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      PersonId commander = town.newcomer("builder-" + round);
      IncidentId incident = declare();
      act(desk -> desk.life.triage.acknowledge(incident, MISAKI));
      act(desk -> desk.life.escalating.escalate(incident, MISAKI));

      List<Boolean> wins =
          allAtOnce(
              List.of(
                  () ->
                      act(desk -> desk.life.undo.takeBack(incident, Undoable.ESCALATION, MISAKI))
                          instanceof Outcome.Done,
                  () -> takes(incident, commander)));

      assertThat(wins).containsExactlyInAnyOrder(true, false);
      assertThat(openIntervals(incident)).isEqualTo(wins.get(0) ? List.of() : List.of(commander));
    }
  }

  private boolean takes(IncidentId incident, PersonId commander) {
    try {
      return act(desk -> desk.command.take(incident, commander)) instanceof TakeOutcome.Taken;
    } catch (ProblemException noRoomAnyMore) {
      assertThat(noRoomAnyMore.problem()).isEqualTo(IncidentProblems.NO_ROOM);
      return false;
    }
  }

  @Test
  void numbersGivenAtTheSameTimeAreDifferentAndGapless() throws Exception {
    List<Callable<IncidentId>> wishes = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      wishes.add(this::declare);
    }

    List<IncidentId> given = allAtOnce(wishes).stream().sorted().toList();

    assertThat(given).doesNotHaveDuplicates();
    assertThat(number(given.get(PEOPLE - 1)) - number(given.get(0))).isEqualTo(PEOPLE - 1);
  }

  @Test
  void ofFiftyPeopleAtTheSameInstantOneCommandsAndTheOthersLearnWho() throws Exception {
    List<PersonId> people = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      people.add(town.newcomer("racer-" + i));
    }
    for (int round = 0; round < ROUNDS; round++) {
      IncidentId incident = room();
      List<Callable<TakeOutcome>> wishes = new ArrayList<>();
      for (PersonId person : people) {
        wishes.add(() -> act(desk -> desk.command.take(incident, person)));
      }
      // TM12 falls due at that very instant.
      wishes.add(
          () -> {
            act(desk -> desk.command.confirmActing(incident, RULE));
            return new TakeOutcome.AlreadyHeld(MISAKI, Instant.EPOCH);
          });

      List<TakeOutcome> outcomes = allAtOnce(wishes).subList(0, PEOPLE);

      PersonId holder = view(incident).seat().orElseThrow().holder();
      assertThat(outcomes.stream().filter(TakeOutcome.Taken.class::isInstance))
          .hasSize(holder.equals(MISAKI) ? 0 : 1);
      assertThat(outcomes.stream().filter(TakeOutcome.AlreadyHeld.class::isInstance))
          .allSatisfy(lost -> assertThat(((TakeOutcome.AlreadyHeld) lost).by()).isEqualTo(holder));
      assertThat(outcomes).noneMatch(TakeOutcome.NotAllowed.class::isInstance);
      assertThat(openIntervals(incident)).containsExactly(holder);
      resolve(incident, holder);
    }
  }

  // --- handover

  @Test
  void aHandoverIsReadBackAsItWasWritten() {
    PersonId commander = town.newcomer("hands-over");
    PersonId successor = town.newcomer("takes-over");
    IncidentId incident = room();
    act(desk -> desk.command.take(incident, commander));
    act(
        desk ->
            desk.handovers.offer(
                incident,
                HandoverWish.to(successor, HandoverReason.FATIGUE)
                    .briefed(Map.of(Topic.RISKS, "再送バッチを動かさない")),
                commander));
    assertThat(view(incident).successor()).contains(successor);
    Briefing said = act(desk -> handover(desk, incident)).briefing();
    assertThat(said.of(Topic.RISKS).en()).isEqualTo("再送バッチを動かさない");
    assertThat(said.of(Topic.SITUATION).en()).contains("SEV1");

    TakeOutcome taken =
        act(desk -> desk.handovers.accept(incident, new ReadBack("a", "1", "b", "c"), successor));

    assertThat(taken).isInstanceOf(TakeOutcome.Taken.class);
    assertThat(view(incident).successor()).isEmpty();
    assertThat(act(desk -> handover(desk, incident)).endedAs(HandoverView.End.TAKEN)).isTrue();
    resolve(incident, successor);
  }

  /** Of a severity 1, of which nobody may command two; the engine and the outbox come on top. */
  @Test
  void acceptingAHandoverAsksLittle() {
    PersonId commander = town.newcomer("hands-over-cheaply");
    PersonId successor = town.newcomer("takes-over-cheaply");
    IncidentId incident = room();
    act(desk -> desk.command.take(incident, commander));
    act(
        desk ->
            desk.handovers.offer(
                incident, HandoverWish.to(successor, HandoverReason.FATIGUE), commander));

    long statements =
        database.statementsOf(
            () ->
                act(
                    desk ->
                        desk.handovers.accept(
                            incident, new ReadBack("a", "1", "b", "c"), successor)));

    assertThat(view(incident).seat().orElseThrow().holder()).isEqualTo(successor);
    assertThat(statements).isLessThanOrEqualTo(15);
    assertThat(database.statementsOf(() -> view(incident))).isLessThanOrEqualTo(4);
    resolve(incident, successor);
  }

  @Test
  void whoDeclinedIsRemembered() {
    PersonId commander = town.newcomer("hands-over-twice");
    PersonId first = town.newcomer("declines");
    IncidentId incident = room();
    act(desk -> desk.command.take(incident, commander));
    act(
        desk ->
            desk.handovers.offer(
                incident, HandoverWish.to(first, HandoverReason.FATIGUE), commander));
    act(desk -> desk.handovers.decline(incident, first));

    HandoverView now = act(desk -> handover(desk, incident));

    assertThat(now.round()).isEqualTo(2);
    assertThat(now.asked()).isPresent().isNotEqualTo(Optional.of(first));
    assertThat(view(incident).seat().orElseThrow().holder()).isEqualTo(commander);
    act(desk -> desk.handovers.withdraw(incident, commander));
    resolve(incident, commander);
  }

  /** HND-3 by the key: whatever a defect may try, the database keeps a running handover alone. */
  @Test
  void theDatabaseItselfKeepsTwoHandoversApart() {
    PersonId commander = town.newcomer("hands-over-by-hand");
    IncidentId incident = room();
    act(desk -> desk.command.take(incident, commander));

    assertThatThrownBy(
            () ->
                database.in(
                    manager -> {
                      Seat seat = manager.find(Seat.class, incident.value());
                      for (int number = 1; number <= 2; number++) {
                        manager.persist(
                            Handover.taken(seat, number, "x", commander, Instant.EPOCH));
                      }
                      manager.flush();
                      return null;
                    }))
        .hasStackTraceContaining("ConstraintViolationException");
    resolve(incident, commander);
  }

  @Test
  void ofManyWhoAcceptAtTheSameInstantOneCommands() throws Exception {
    PersonId commander = town.newcomer("offers-to-all");
    List<PersonId> people = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      people.add(town.newcomer("accepts-" + i));
    }
    IncidentId incident = room();
    act(desk -> desk.command.take(incident, commander));
    act(
        desk ->
            desk.handovers.offer(
                incident, HandoverWish.toAnybody(HandoverReason.SHIFT_END), commander));

    List<Callable<TakeOutcome>> wishes = new ArrayList<>();
    for (PersonId person : people) {
      wishes.add(
          () ->
              act(
                  desk ->
                      desk.handovers.accept(incident, new ReadBack("a", "1", "b", "c"), person)));
    }
    List<TakeOutcome> outcomes = allAtOnce(wishes);

    assertThat(outcomes).filteredOn(TakeOutcome.Taken.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(TakeOutcome.AlreadyHeld.class::isInstance).hasSize(PEOPLE - 1);
    assertThat(openIntervals(incident)).hasSize(1);
    resolve(incident, openIntervals(incident).get(0));
  }

  private static HandoverView handover(Desk desk, IncidentId incident) {
    List<Handover> all = desk.store.handovers(incident);
    return all.get(all.size() - 1).view();
  }

  /** So that the winner may race again (RO-C1). */
  private void resolve(IncidentId incident, PersonId commander) {
    act(desk -> desk.life.recovery.declareMitigated(incident, "", commander));
    act(desk -> desk.life.recovery.verify(incident, ITSUKI));
    act(desk -> desk.life.recovery.declareResolved(incident, "", commander));
  }

  private IncidentView view(IncidentId incident) {
    return act(desk -> desk.board.view(incident));
  }

  private List<TimelineEntry> timeline(IncidentId incident) {
    return act(desk -> desk.board.timeline(incident));
  }

  private List<BoardRow> openRows() {
    return act(desk -> desk.board.open());
  }

  private List<BoardRow> resolvedSince(Instant since) {
    return act(desk -> desk.board.resolvedSince(since, 1));
  }

  private List<BoardRow> boardRows() {
    return act(desk -> desk.board.board());
  }

  private List<BoardRow> mine(PersonId person) {
    return act(desk -> desk.board.mine(person));
  }

  private List<PersonId> openIntervals(IncidentId incident) {
    return view(incident).duties().stream()
        .filter(duty -> duty.kind() == DutyKind.COMMANDER && duty.to().isEmpty())
        .map(Duty::person)
        .toList();
  }

  private static <T> List<T> allAtOnce(List<Callable<T>> wishes) throws Exception {
    var start = new CyclicBarrier(wishes.size());
    ExecutorService threads = Executors.newFixedThreadPool(wishes.size());
    try {
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> wish : wishes) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return wish.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> one : running) {
        results.add(one.get(60, TimeUnit.SECONDS));
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  private static int number(IncidentId incident) {
    return Integer.parseInt(incident.value().substring("INC-2026-".length()));
  }

  private IncidentId declare() {
    return act(
        desk ->
            desk.life.declaring.declare(
                Declaration.of("payment fails", Actor.person(MISAKI), Instant.now())
                    .about("payment-api")));
  }

  private IncidentId room() {
    IncidentId incident = declare();
    act(
        desk ->
            desk.life.rating.rateByRule(
                incident,
                Severity.SEV1,
                List.of(new Reason("CORE_DOWN_WIDE", new Words("中核", "Core"))),
                RULE));
    act(desk -> desk.life.triage.acknowledge(incident, MISAKI));
    act(desk -> desk.command.openRoom(incident, Set.of(LargeReason.L_SEV), Optional.empty(), RULE));
    return incident;
  }

  private static boolean signal(Desk desk, IncidentId incident, String fingerprint) {
    desk.life.declaring.attachSignal(
        incident,
        new Signal(Source.SYSTEM, fingerprint, "disk is full", Instant.now(), Optional.empty()),
        Impact.UNKNOWN);
    return true;
  }

  private static boolean report(
      Desk desk, IncidentId incident, String customer, int customers, Instant at) {
    desk.life.declaring.attachSignal(
        incident,
        new Signal(
            Source.CS,
            UUID.randomUUID().toString(),
            "no payment goes through",
            at,
            Optional.of(customer),
            customers),
        Impact.UNKNOWN);
    return true;
  }

  private <T> T act(Function<Desk, T> work) {
    return database.in(manager -> work.apply(new Desk(manager, town)));
  }
}
