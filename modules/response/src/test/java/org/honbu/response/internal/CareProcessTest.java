package org.honbu.response.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.response.internal.World.INCIDENT;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.CareAnswer;
import org.honbu.incidents.CareQuestion.Why;
import org.honbu.incidents.CareQuestions.Drawn;
import org.honbu.incidents.CommandTaken;
import org.honbu.incidents.HandsOnNoticed;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentDeclared;
import org.honbu.incidents.LargeReason;
import org.honbu.incidents.ProcessRebuilt;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Source;
import org.honbu.incidents.Standing;
import org.honbu.incidents.Triage;
import org.honbu.incidents.Undoable;
import org.honbu.incidents.Visibility;
import org.honbu.kernel.Actor;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.notifications.Page;
import org.honbu.notifications.PrivateLine;
import org.honbu.testkit.process.EngineHarness;
import org.honbu.testkit.process.Walked;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Walks the care for a commander, from the declaration of an incident that gets a room; each story
 * begins with an engine that has forgotten the one before.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CareProcessTest {
  @RegisterExtension
  static final Walked WALKED = Walked.everyElementOf("CommandCare", "HandsOnPrompt");

  private static final PersonId MISAKI = new PersonId("misaki");
  private static final PersonId ITSUKI = new PersonId("itsuki");
  private static final PersonId AOI = new PersonId("aoi");
  private static final PersonId SAKURA = new PersonId("sakura");

  private static final Impact DEGRADED =
      new Impact(
          Impact.Users.FEW,
          Impact.Function.MINOR,
          Impact.Condition.DEGRADED,
          Impact.Revenue.NONE,
          Impact.DataSecurity.NONE,
          Impact.Workaround.FULL,
          Impact.Urgency.HIGH);

  private EngineHarness engine;
  private final Clock clock = Response.clock(() -> engine);
  private World world;
  private Outside outside;
  private Course course;

  @BeforeAll
  void start() {
    world = new World(() -> engine.processes(), () -> engine.humanTasks(), clock);
    outside = new Outside(() -> engine.decisions());
    engine =
        Response.in(EngineHarness.all(), () -> engine, world, outside, clock)
            .watchedBy(WALKED)
            .start();
    course = new Course(engine.processes(), world);
  }

  @BeforeEach
  void forget() {
    engine.forgetsEverything();
    world.begin(INCIDENT);
    outside.begin();
  }

  @AfterAll
  void stop() {
    engine.close();
  }

  // ---- hands at work

  @Test
  void aCommanderWhoseHandsAreAtWorkIsAskedAndNobodyElseLearnsOfIt() {
    commandedByAoi();
    outside.posts.clear();

    handsAtWork();

    HumanTask task = engine.humanTasks().open(INCIDENT, "Activity_HandsOn").orElseThrow();
    assertThat(task.assignee()).contains(AOI);
    assertThat(task.people()).containsExactly(AOI);
    assertThat(task.groups()).isEmpty();
    assertThat(outside.whisperedTo()).containsExactly("aoi");
    assertThat(outside.posts).isEmpty();
    assertThat(world.seat.orElseThrow().holder()).as("nothing takes command").isEqualTo(AOI);
  }

  @Test
  void theDeputyIsToldToo() {
    commandedByAoi();
    world.care.deputy = Optional.of(SAKURA);

    handsAtWork();

    assertThat(outside.whisperedTo()).containsExactly("aoi", "sakura");
    assertThat(outside.whispers.get(1).text().en()).contains("Have a word");
  }

  @Test
  void whoGoesOnIsAskedAgainAfterAWhile() {
    commandedByAoi();
    handsAtWork();

    answer(Why.HANDS_ON, new CareAnswer.GoOn("one minute more"));
    assertThat(waits()).contains("Event_AWhileHasPassed").doesNotContain("Activity_HandsOn");
    passes("PT10M");

    assertThat(waits()).contains("Activity_HandsOn");
    assertThat(outside.whisperedTo()).containsExactly("aoi", "aoi");
  }

  @Test
  void whoPassesIsNotAskedAgain() {
    commandedByAoi();
    handsAtWork();

    answer(Why.HANDS_ON, new CareAnswer.Pass(SAKURA, ""));
    passes("PT10M");

    assertThat(waits()).containsAll(CALM).doesNotContain("Activity_HandsOn", "HandsOnPrompt");
    assertThat(outside.whisperedTo()).containsExactly("aoi");
  }

  @Test
  void whoGivesTheWorkAwayIsNotAskedAgain() {
    commandedByAoi();
    handsAtWork();

    answer(Why.HANDS_ON, new CareAnswer.Delegate(ITSUKI, "roll back payment-api"));

    assertThat(waits()).containsAll(CALM).doesNotContain("Activity_HandsOn", "HandsOnPrompt");
    assertThat(outside.whisperedTo())
        .as("whoever does it is asked by the work")
        .containsExactly("aoi");
  }

  @Test
  void whoDoesNotAnswerIsLeftInPeaceUnlessTheSignsGoOn() {
    commandedByAoi();
    handsAtWork();

    passes("PT10M");
    assertThat(waits()).containsAll(CALM).doesNotContain("Activity_HandsOn");
    handsAtWork();

    assertThat(waits()).contains("Activity_HandsOn");
  }

  @Test
  void anActingCommanderIsOnlyTold() {
    roomOpen();

    handsAtWork();

    assertThat(waits()).containsAll(CALM).doesNotContain("Activity_HandsOn");
    assertThat(outside.whisperedTo()).containsExactly("misaki");
    assertThat(outside.whispers.get(0).text().en()).contains("that is fine");
  }

  @Test
  void signsThatAreTooLightOrAnothersOrOldAreNotToldToTheProcess() {
    commandedByAoi();
    int before = engine.calls("askAboutHands").size();

    suspects().on(new HandsOnNoticed(INCIDENT, Kind.REAL, 2, clock.instant()));
    world.care.handsAtWork(INCIDENT, AOI);
    suspects().on(new HandsOnNoticed(INCIDENT, Kind.REAL, 1, clock.instant()));
    settle();

    assertThat(engine.calls("askAboutHands")).hasSize(before);
  }

  @Test
  void whatIsToldThoughNothingIsToAskEndsAtOnce() {
    commandedByAoi();
    int before = engine.calls("askAboutHands").size();

    engine.processes().tell(SuspectsHandsOn.MESSAGE, INCIDENT, Facts.none());
    settle();

    assertThat(engine.calls("askAboutHands")).hasSize(before + 1);
    assertThat(waits()).containsAll(CALM).doesNotContain("Activity_HandsOn");
    assertThat(outside.whispers).isEmpty();
  }

  @Test
  void timeAloneMakesSignsHeavier() {
    commandedByAoi();
    world.care.weighAgainAt = Optional.of(clock.instant().plus(Duration.ofMinutes(3)));
    passes("PT10M"); // the look that was due anyhow sees when it will be time

    world.care.weighAgainAt = Optional.of(clock.instant().plus(Duration.ofMinutes(3)));
    passes("PT10M");

    assertThat(world.facts).anyMatch(HandsOnNoticed.class::isInstance);
  }

  @Test
  void aSuspicionThatComesBeforeAnybodyLooksAfterThemIsWeighedThen() {
    declared();
    world.openRoom(INCIDENT, Set.of(LargeReason.L_HUMAN), Optional.of(AOI), Actor.person(AOI));
    world.take(INCIDENT, AOI);
    world.care.handsAtWork(INCIDENT, AOI);
    suspects().on(lastNoticed());
    world.facts.clear();

    world.tell("Message_Escalate", Facts.none());
    settle();
    suspects().on(lastNoticed());
    settle();

    assertThat(waits()).contains("Activity_HandsOn");
  }

  private HandsOnNoticed lastNoticed() {
    return world.facts.stream()
        .filter(HandsOnNoticed.class::isInstance)
        .map(HandsOnNoticed.class::cast)
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  // ---- command moves

  @Test
  void whenCommandMovesTheQuestionGoesAwayAndTheWorkIsOffered() {
    commandedByAoi();
    handsAtWork();
    world.care.drawn = Optional.of(new Drawn(AOI, new Words("切り戻し", "the rollback")));
    outside.whispers.clear();

    takes(SAKURA);

    assertThat(waits()).containsAll(CALM).doesNotContain("Activity_HandsOn");
    assertThat(outside.whisperedTo()).containsExactly("aoi");
    assertThat(outside.whispers.get(0).text().ja()).contains("「切り戻し」をお任せできますか");
    assertThat(outside.whispers.get(0).text().en()).contains("Could you take on “the rollback”?");
  }

  @Test
  void whenCommandMovesTheTimeBeginsAgain() {
    commandedByAoi();
    passes("PT1H59M");

    takes(SAKURA);
    passes("PT1H59M");
    assertThat(waits()).doesNotContain("Activity_RestOrGoOn");
    passes("PT1M");

    assertThat(waits()).contains("Activity_RestOrGoOn");
  }

  @Test
  void careThatHasNotBegunNeedsNotToFollow() {
    roomOpen();
    engine.forgetsEverything();
    world.take(INCIDENT, AOI);

    follows().on(lastTaken());

    assertThat(engine.isOver(INCIDENT)).isTrue();
  }

  // ---- tired

  @Test
  void afterTwoHoursTheCommanderIsAskedAndAfterFourTheOwnerIsTold() {
    commandedByAoi();

    passes("PT2H");
    HumanTask task = engine.humanTasks().open(INCIDENT, "Activity_RestOrGoOn").orElseThrow();
    assertThat(task.assignee()).contains(AOI);
    assertThat(outside.whisperedTo()).containsExactly("aoi");
    answer(Why.FATIGUE, new CareAnswer.GoOn(""));
    assertThat(waits()).containsAll(CALM).doesNotContain("Activity_RestOrGoOn");

    passes("PT2H");
    assertThat(outside.whisperedTo()).containsExactly("aoi", "takumi");
    assertThat(outside.whispers.get(1).text().en()).contains("aoi").contains("for 4 hours");
    assertThat(world.seat.orElseThrow().holder()).isEqualTo(AOI);
  }

  @Test
  void whoDoesNotAnswerWithinAnHourIsNoLongerAsked() {
    commandedByAoi();

    passes("PT3H");

    assertThat(waits()).containsAll(CALM).doesNotContain("Activity_RestOrGoOn");
    assertThat(world.care.isAsked(Why.FATIGUE)).isFalse();
  }

  @Test
  void nobodyIsAskedWhenThereIsNobodyToAsk() {
    commandedByAoi();
    world.care.isFresh = true;

    passes("PT2H");

    assertThat(waits()).containsAll(CALM).doesNotContain("Activity_RestOrGoOn");
    assertThat(outside.whispers).isEmpty();
  }

  // ---- out of sight

  @Test
  void aCommanderInSightIsLeftAlone() {
    commandedByAoi();
    outside.pages.clear();

    passes("PT1H30M");

    assertThat(outside.pages).isEmpty();
    assertThat(outside.whispers).isEmpty();
  }

  @Test
  void whoIsOutOfSightForTenMinutesIsStoodInForByTheDeputy() {
    commandedByAoi();
    world.care.deputy = Optional.of(SAKURA);
    outside.pages.clear();
    outside.posts.clear();
    world.care.goesAway();

    passes("PT9M59S");
    assertThat(outside.pages).isEmpty();
    passes("PT1S");

    assertThat(outside.called()).containsExactly("sakura");
    assertThat(outside.whisperedTo()).containsExactly("aoi");
    assertThat(outside.posts).as("not a word in the room").noneMatch(this::isOfSight);
    assertThat(world.seat.orElseThrow().holder()).isEqualTo(AOI);
  }

  private boolean isOfSight(org.honbu.notifications.Post post) {
    return post.text().en().contains("seen");
  }

  @Test
  void whenTheDeputyDoesNotComeEveryCommanderIsAsked() {
    commandedByAoi();
    world.care.deputy = Optional.of(SAKURA);
    outside.pages.clear();
    world.care.goesAway();

    passes("PT20M");

    assertThat(outside.called()).containsExactly("sakura", "sakura", "grace");
  }

  @Test
  void withoutADeputyEveryCommanderIsAskedAtOnceAndNotTheOneWhoIsAway() {
    commandedByAoi();
    outside.pages.clear();
    world.care.goesAway();

    passes("PT10M");

    assertThat(outside.called()).containsExactly("sakura", "grace");
    assertThat(outside.pages)
        .extracting(page -> page.call().level())
        .containsOnly(OnCallLevels.STAND_INS);
  }

  @Test
  void whoIsSeenAgainIsAskedForNoMoreAndTheDeputyComesFirstNextTime() {
    commandedByAoi();
    world.care.deputy = Optional.of(SAKURA);
    outside.pages.clear();
    world.care.goesAway();
    passes("PT10M");

    world.care.comesBack();
    passes("PT30M");
    assertThat(outside.called()).containsExactly("sakura");
    world.care.goesAway();
    passes("PT20M");

    assertThat(outside.called()).startsWith("sakura", "sakura").hasSizeLessThan(5);
  }

  @Test
  void whileRecoveryIsWatchedHalfAnHourIsAllowed() {
    commandedByAoi();
    world.declareMitigated(INCIDENT, "rolled back", AOI);
    settle();
    world.verify(INCIDENT, ITSUKI);
    settle();
    passes("PT1M");
    outside.pages.clear();
    world.care.goesAway();

    passes("PT25M");
    assertThat(outside.pages).isEmpty();
    passes("PT20M");

    assertThat(outside.called()).contains("sakura", "grace");
  }

  @Test
  void whenNobodyCommandsThereIsNobodyToLookAfter() {
    commandedByAoi();
    world.care.isNobodys = true;

    passes("PT10M");

    assertThat(waits()).doesNotContain("Event_TimeToLook").contains("Activity_AwaitMitigation");
  }

  // ---- the end of the room

  @Test
  void careEndsWithTheRoom() {
    commandedByAoi();
    handsAtWork();
    world.declareMitigated(INCIDENT, "rolled back", AOI);
    settle();
    world.verify(INCIDENT, ITSUKI);
    settle();

    world.declareResolved(INCIDENT, "steady", AOI);
    passes("PT30S");

    assertThat(waits()).containsExactly("Gateway_ReopenWindow");
  }

  @Test
  void anEndThatIsTakenBackLeavesTheCommanderLookedAfter() {
    commandedByAoi();
    world.declareMitigated(INCIDENT, "rolled back", AOI);
    settle();
    world.verify(INCIDENT, ITSUKI);
    passes("PT9M50S");
    int looks = engine.calls("lookAtCommander").size();

    world.declareResolved(INCIDENT, "steady", AOI);
    passes("PT20S");
    assertThat(engine.calls("lookAtCommander")).as("a look meanwhile").hasSizeGreaterThan(looks);
    world.takeBack(INCIDENT, Undoable.RESOLUTION, AOI);
    settle();

    assertThat(waits()).contains("Activity_LeadTheIncident", "Event_TimeToLook");
    handsAtWork();
    assertThat(waits()).contains("Activity_HandsOn");
  }

  // ---- rebuilding

  @Test
  void aRebuiltRoomIsLookedAfterAgain() {
    commandedByAoi();
    Set<String> before = waits();

    rebuild();

    assertThat(waits()).isEqualTo(before);
    assertThat(outside.whispers).isEmpty();
  }

  @Test
  void aRebuiltRoomAsksAgainWhatWasAsked() {
    commandedByAoi();
    handsAtWork();
    Set<String> before = waits();

    rebuild();

    assertThat(waits()).isEqualTo(before);
    assertThat(world.care.isAsked(Why.HANDS_ON)).isTrue();
  }

  private void rebuild() {
    engine.forgetsEverything();
    new RebuildsOne(world, world, engine.processes()).rebuild(INCIDENT);
    settle();
    new AsksAgainAfterTheRebuild(course, world.care, world.care)
        .on(new ProcessRebuilt(INCIDENT, Kind.REAL, clock.instant()));
    settle();
  }

  // ---- drills

  @Test
  void whatIsSaidInADrillStaysADrills() {
    world.kind = Kind.DRILL;
    commandedByAoi();
    outside.pages.clear();

    handsAtWork();
    world.care.goesAway();
    passes("PT10M");

    assertThat(outside.whispers).hasSize(2).extracting(PrivateLine::kind).containsOnly(Kind.DRILL);
    assertThat(outside.pages).hasSize(2).extracting(Page::kind).containsOnly(Kind.DRILL);
  }

  // ---- the deputy

  @Test
  void atSeverityOneACommanderWithoutADeputyIsAskedForOneUntilThereIsOne() {
    roomOpen();
    world.severity = Optional.of(Severity.SEV1);

    takes(AOI);
    assertThat(outside.whisperedTo()).containsExactly("aoi");
    assertThat(outside.whispers.get(0).text().en()).contains("no deputy yet", "Ask for a deputy");
    passes("PT10M");
    assertThat(outside.whisperedTo()).as("it comes back").containsExactly("aoi", "aoi");

    world.care.deputy = Optional.of(SAKURA);
    passes("PT10M");
    assertThat(outside.whispers).as("there is one").hasSize(2);
  }

  @Test
  void whoeverStandsInIsNotAsked() {
    triaged();
    world.severity = Optional.of(Severity.SEV1);

    escalated();

    assertThat(world.severity).hasValue(Severity.SEV1);
    assertThat(world.seat.orElseThrow().standing()).isEqualTo(Standing.ACTING);
    assertThat(engine.calls("lookAtDeputy")).isNotEmpty();
    assertThat(outside.whispers).isEmpty();
  }

  @Test
  void atSeverityTwoNobodyIsAsked() {
    roomOpen();
    world.severity = Optional.of(Severity.SEV2);

    takes(AOI);
    passes("PT10M");

    assertThat(outside.whispers).isEmpty();
  }

  @Test
  void aTraineeInCommandNeedsADeputyAtAnySeverity() {
    roomOpen();

    takes(new PersonId("trainee"));

    assertThat(outside.whispers).extracting(PrivateLine::key).anyMatch(CareProcessTest::isDeputy);
  }

  private static boolean isDeputy(String key) {
    return key.startsWith("deputy-wanted:");
  }

  // ---- words of the stories above

  private static final List<String> CALM =
      List.of(
          "Activity_LeadTheIncident",
          "Activity_AwaitMitigation",
          "Activity_OneTerm",
          "Event_TimeToLook");

  private void declared() {
    world.impact = DEGRADED;
    world.visibility = Visibility.INTERNAL;
    new StartsTheResponse(engine.processes(), course, world)
        .on(
            new IncidentDeclared(
                INCIDENT,
                world.kind,
                Source.SYSTEM,
                new TeamId("payments"),
                Optional.of("payment-api"),
                clock.instant()));
    settle();
  }

  private void roomOpen() {
    triaged();
    escalated();
  }

  private void triaged() {
    declared();
    world.acknowledge(INCIDENT, MISAKI);
    settle();
    world.triaged(Triage.Answer.REAL, 0);
    complete("Activity_Triage");
  }

  private void escalated() {
    world.escalate(INCIDENT, MISAKI);
    settle();
    assertThat(waits()).containsAll(CALM);
  }

  private void commandedByAoi() {
    roomOpen();
    takes(AOI);
    assertThat(outside.whispers).isEmpty();
  }

  private void takes(PersonId commander) {
    world.take(INCIDENT, commander);
    follows().on(lastTaken());
    settle();
  }

  private CommandTaken lastTaken() {
    return world.facts.stream()
        .filter(CommandTaken.class::isInstance)
        .map(CommandTaken.class::cast)
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  private CareFollowsTheSeat follows() {
    return new CareFollowsTheSeat(course, world);
  }

  private SuspectsHandsOn suspects() {
    return new SuspectsHandsOn(course, world, world.care);
  }

  /** There are signs enough, and the process hears of them. */
  private void handsAtWork() {
    int epoch = world.seat.orElseThrow().epoch();
    world.care.handsAtWork(INCIDENT, AOI);
    suspects().on(new HandsOnNoticed(INCIDENT, world.kind, epoch, clock.instant()));
    settle();
  }

  private void answer(Why why, CareAnswer answer) {
    world.care.answer(INCIDENT, why, answer, AOI);
    settle();
  }

  private Set<String> waits() {
    return engine.waitsAt(INCIDENT);
  }

  private void complete(String step) {
    HumanTask task = engine.humanTasks().open(INCIDENT, step).orElseThrow();
    engine.humanTasks().complete(task, Facts.none());
    settle();
  }

  private void settle() {
    engine.settle();
  }

  private void passes(String iso) {
    engine.time().passes(Duration.parse(iso));
  }
}
