package org.honbu.response.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.response.internal.World.INCIDENT;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.AnnouncingTaken;
import org.honbu.incidents.CommandTaken;
import org.honbu.incidents.DeputyAppointed;
import org.honbu.incidents.HandoverBegan;
import org.honbu.incidents.HandoverView.End;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentDeclared;
import org.honbu.incidents.NextPart;
import org.honbu.incidents.ProcessRebuilt;
import org.honbu.incidents.Source;
import org.honbu.incidents.Triage;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.testkit.process.EngineHarness;
import org.honbu.testkit.process.Walked;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Walks every way in which command changes hands, from the declaration. */
class HandoverProcessTest {
  @RegisterExtension static final Walked WALKED = Walked.everyElementOf("CommandHandover");

  private static final PersonId MISAKI = new PersonId("misaki");
  private static final PersonId AOI = new PersonId("aoi");
  private static final PersonId SAKURA = new PersonId("sakura");
  private static final PersonId GRACE = new PersonId("grace");
  private static final PersonId DANIEL = new PersonId("daniel");

  private EngineHarness engine;
  private final Clock clock = Response.clock(() -> engine);
  private World world;
  private Outside outside;
  private Handing handing;

  @BeforeEach
  void aoiCommandsARoom() {
    world = new World(() -> engine.processes(), () -> engine.humanTasks(), clock);
    handing = world.handovers;
    outside = new Outside(() -> engine.decisions());
    engine =
        Response.in(EngineHarness.all(), () -> engine, world, outside, clock)
            .watchedBy(WALKED)
            .handler(
                "pageNextLevel",
                step ->
                    Facts.of("levelFound", true)
                        .and("answered", false)
                        .and("answerers", "misaki")
                        .and("answerWithin", "PT5M"))
            .start();
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
    world.acknowledge(INCIDENT, MISAKI);
    settle();
    world.triage(INCIDENT, Triage.real(Impact.UNKNOWN), MISAKI);
    world.escalate(INCIDENT, MISAKI);
    settle();
    world.take(INCIDENT, AOI);
    settle();
    world.facts.clear();
    outside.posts.clear();
    outside.pages.clear();
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  // ---- two keys

  @Test
  void theNamedSuccessorAcceptsAndTheRoomHearsBothNames() {
    handing.offer(SAKURA);
    settle();
    handing.brief(AOI);
    settle();
    assertThat(task("Activity_AcceptCommand").people()).containsExactly(SAKURA);
    assertThat(outside.called()).containsExactly("sakura");

    handing.acceptAtTheTask("Activity_AcceptCommand", SAKURA);
    settle();

    assertThat(lastSaid().ja()).contains("sakura", "aoi", "から交代");
    assertThat(lastSaid().en()).contains("sakura is commander from now on, after aoi");
    assertThat(task("Activity_ChooseNextPart").assignee()).contains(AOI);
    handing.goesOnAs(NextPart.OBSERVER, AOI);
    settle();
    assertNothingOfAHandoverWaits();
  }

  /** A known defect once: it stayed for up to three minutes. */
  @Test
  void theBriefingTaskIsGoneTheMomentCommandHasMoved() {
    handing.offer(SAKURA);
    settle();

    handing.accept(SAKURA);

    assertThat(engine.waitsAt(INCIDENT)).doesNotContain("Activity_WriteBriefing");
    settle();
    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_ChooseNextPart");
  }

  @Test
  void theCandidateReadsTheBriefingInTheirTask() {
    handing.offer(SAKURA);
    settle();
    handing.brief(AOI);
    settle();

    assertThat(task("Activity_AcceptCommand").facts().text("situation"))
        .isEqualTo("調査中 / Investigating");
  }

  @Test
  void whoHandedOverIsNudgedToLeaveAfterHalfAnHour() {
    handing.offer(SAKURA);
    settle();
    handing.accept(SAKURA);
    settle();

    passes("PT30M");

    assertThat(outside.posts)
        .anyMatch(post -> post.text().ja().contains("aoi さん、交代から 30 分たちました。抜けて大丈夫です"));
    assertNothingOfAHandoverWaits();
  }

  // ---- the briefing

  @Test
  void withoutADeputyItGoesOnAfterThreeMinutes() {
    handing.offer(SAKURA);

    passes("PT2M");
    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_WriteBriefing");
    passes("PT1M");

    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_AcceptCommand");
  }

  @Test
  void theDeputyFinishesTheBriefingAfterThreeMinutes() {
    handing.deputy = Optional.of(DANIEL);
    handing.offer(SAKURA);

    passes("PT3M");
    assertThat(task("Activity_FinishBriefing").people()).containsExactly(DANIEL);
    assertThat(lastSaid().ja()).contains("daniel");
    handing.brief(DANIEL);
    settle();

    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_AcceptCommand");
  }

  @Test
  void aDeputyWhoDoesNotFinishItHoldsNobodyUp() {
    handing.deputy = Optional.of(DANIEL);
    handing.offer(SAKURA);
    passes("PT3M");

    passes("PT2M");

    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_AcceptCommand");
  }

  @Test
  void anExecutiveIsAskedAsAnybodyElseAndNotCalled() {
    handing.executiveTakes(GRACE);
    settle();
    handing.brief(AOI);
    settle();

    assertThat(task("Activity_AcceptCommand").people()).containsExactly(GRACE);
    assertThat(outside.called()).isEmpty();
    handing.decline();
    settle();
    assertThat(world.seat.orElseThrow().holder()).isEqualTo(AOI);
    assertNothingOfAHandoverWaits();
  }

  // ---- no, and no answer

  @Test
  void whoDeclinesIsFollowedByTheNext() {
    askedSakura();

    handing.decline();
    settle();

    assertThat(task("Activity_AcceptCommand").people()).containsExactly(GRACE);
    assertThat(outside.called()).containsExactly("sakura", "grace");
    assertThat(world.seat.orElseThrow().holder()).isEqualTo(AOI);
  }

  @Test
  void decliningInTasklistIsTheSame() {
    askedSakura();

    handing.declineAtTheTask(SAKURA);
    settle();

    assertThat(task("Activity_AcceptCommand").people()).containsExactly(GRACE);
  }

  @Test
  void silenceForFiveMinutesIsFollowedByTheNext() {
    askedSakura();

    passes("PT4M");
    assertThat(task("Activity_AcceptCommand").people()).containsExactly(SAKURA);
    passes("PT1M");

    assertThat(task("Activity_AcceptCommand").people()).containsExactly(GRACE);
  }

  /** The timer is only a question to the record: a late no counts once. */
  @Test
  void aNoInTheLastSecondPassesNobodyOverTwice() {
    askedSakura();
    handing.decline();

    settle();
    passes("PT4M");

    assertThat(handing.running(INCIDENT).orElseThrow().round()).isEqualTo(2);
  }

  @Test
  void afterThreeTheProcessOwnerIsCalledAndCommandStays() {
    askedSakura();

    passes("PT5M");
    passes("PT5M");
    passes("PT5M");

    assertThat(handing.newest(INCIDENT).orElseThrow().endedAs(End.NOBODY_LEFT)).isTrue();
    assertThat(outside.called()).endsWith("takumi");
    assertThat(lastSaid().ja()).contains("プロセスオーナー", "aoi");
    assertThat(world.seat.orElseThrow().holder()).isEqualTo(AOI);
    assertNothingOfAHandoverWaits();
  }

  // ---- to everybody

  @Test
  void anOfferToEverybodyIsATaskOfAllCommanders() {
    handing.offerToAll();
    settle();
    handing.brief(AOI);
    settle();

    HumanTask task = task("Activity_TakeOfferedCommand");
    assertThat(task.groups()).containsExactly("incident-commander");
    assertThat(outside.called()).isEmpty();
    handing.acceptAtTheTask("Activity_TakeOfferedCommand", GRACE);
    settle();
    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_ChooseNextPart");
  }

  @Test
  void whenNobodyTakesItOnePersonIsAsked() {
    handing.offerToAll();
    settle();
    handing.brief(AOI);
    settle();

    passes("PT5M");

    assertThat(task("Activity_AcceptCommand").people()).containsExactly(GRACE);
  }

  // ---- called off

  @Test
  void aHandoverThatIsCalledOffLeavesNoTask() {
    askedSakura();

    handing.withdraw();
    settle();

    assertThat(lastSaid().ja()).contains("取りやめ");
    assertNothingOfAHandoverWaits();
  }

  // ---- taken from somebody who does not answer

  @Test
  void withoutAWordCommandMovesAfterTwoMinutes() {
    handing.take(SAKURA);
    settle();
    assertThat(task("Activity_SayStillInCommand").assignee()).contains(AOI);

    passes("PT1M");
    assertThat(world.seat.orElseThrow().holder()).isEqualTo(AOI);
    passes("PT1M");

    assertThat(world.seat.orElseThrow().holder()).isEqualTo(SAKURA);
    assertThat(lastSaid().ja()).contains("aoi さんから返事がないため", "sakura");
    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_ChooseNextPart");
  }

  @Test
  void oneWordEndsTheTakeWhicheverWayItIsSaid() {
    handing.take(SAKURA);
    settle();
    handing.stillInCommand();
    settle();
    assertNothingOfAHandoverWaits();

    handing.take(SAKURA);
    settle();
    handing.stillInCommandAtTheTask(AOI);
    settle();

    assertThat(lastSaid().ja()).contains("まだ指揮中です");
    assertThat(world.seat.orElseThrow().holder()).isEqualTo(AOI);
    assertNothingOfAHandoverWaits();
  }

  @Test
  void theCommanderIsCalledWhenCommandIsTaken() {
    handing.take(SAKURA);
    HandoverBegan began =
        world.facts.stream()
            .filter(HandoverBegan.class::isInstance)
            .map(HandoverBegan.class::cast)
            .findFirst()
            .orElseThrow();

    new AsksTheCommander(world, handing, voice()).on(began);

    assertThat(outside.called()).containsExactly("aoi");
    assertThat(lastSaid().ja()).contains("まだ指揮中ですか", "sakura");
  }

  // ---- what the room hears

  @Test
  void aClaimIsSaidAndADeputyIsLookedFor() {
    CommandTaken claim =
        new CommandTaken(
            INCIDENT,
            Kind.REAL,
            MISAKI,
            AOI,
            org.honbu.incidents.Standing.HELD,
            2,
            clock.instant());

    saysWhoCommands().on(claim);

    assertThat(outside.posts).hasSize(2);
    assertThat(outside.posts.get(0).text().ja()).contains("aoi です。このインシデントのコマンダーをします");
    assertThat(lastSaid().ja()).contains("grace さん、副コマンダーをお願いできますか");
  }

  /** The step and the fact say it with the same key, so that it is heard once. */
  @Test
  void aHandoverIsSaidByTheFactAsByTheStep() {
    handing.offer(SAKURA);
    settle();
    handing.accept(SAKURA);
    settle();
    String key = outside.posts.get(outside.posts.size() - 1).key();

    saysWhoCommands()
        .on(
            world.facts.stream()
                .filter(CommandTaken.class::isInstance)
                .map(CommandTaken.class::cast)
                .findFirst()
                .orElseThrow());

    assertThat(outside.posts.get(outside.posts.size() - 1).key()).isEqualTo(key);
  }

  @Test
  void theRoomHearsWhoIsDeputy() {
    new SaysWhoIsDeputy(world, voice())
        .on(new DeputyAppointed(INCIDENT, Kind.REAL, GRACE, clock.instant()));

    assertThat(lastSaid().ja()).contains("副コマンダーは grace さんです");
  }

  /** RO-F: that one person does both is a warning; that somebody announces is not. */
  @Test
  void theRoomIsWarnedWhenTheCommanderAnnouncesAsWell() {
    var says = new SaysWhoAnnounces(world, voice());

    says.on(new AnnouncingTaken(INCIDENT, Kind.REAL, AOI, clock.instant()));
    assertThat(lastSaid().en()).contains("Warning: aoi, who commands, announces as well");

    says.on(new AnnouncingTaken(INCIDENT, Kind.REAL, GRACE, clock.instant()));
    assertThat(lastSaid().en()).contains("grace announces from now on").doesNotContain("Warning");
  }

  /**
   * The room was not listening yet; it still hears who commands, and Aoi is asked what she does.
   */
  @Test
  void aHandoverThatWasOverBeforeTheProcessHeardOfItIsFollowedToItsEnd() {
    engine.forgetsEverything();
    handing.offer(SAKURA);
    handing.accept(SAKURA);
    new RebuildsOne(world, world, engine.processes()).rebuild(INCIDENT);
    settle();

    new StartsTheHandoverItMissed(handing, world)
        .on(new HandoverBegan(INCIDENT, Kind.REAL, 1, AOI, clock.instant()));
    settle();

    assertThat(lastSaid().ja()).contains("sakura", "aoi", "から交代");
    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_ChooseNextPart");
  }

  // ---- rebuilt

  @Test
  void aRebuiltHandoverWaitsForTheBriefing() {
    handing.offer(SAKURA);
    settle();

    rebuilt();
  }

  @Test
  void aRebuiltHandoverAsksWhoeverIsAskedNow() {
    askedSakura();
    handing.decline();
    settle();

    rebuilt();

    assertThat(task("Activity_AcceptCommand").people()).containsExactly(GRACE);
  }

  @Test
  void aRebuiltOfferWaitsForEverybody() {
    handing.offerToAll();
    settle();
    handing.brief(AOI);
    settle();

    rebuilt();
  }

  @Test
  void aRebuiltTakeWaitsForTheCommander() {
    handing.take(SAKURA);
    settle();

    rebuilt();
  }

  /** The engine loses everything; the process waits again for exactly what it waited for. */
  private void rebuilt() {
    Set<String> before = engine.waitsAt(INCIDENT);
    engine.forgetsEverything();
    new RebuildsOne(world, world, engine.processes()).rebuild(INCIDENT);
    settle();
    new CatchesUp(engine.processes(), world, handing)
        .on(new ProcessRebuilt(INCIDENT, Kind.REAL, clock.instant()));
    settle();
    assertThat(engine.waitsAt(INCIDENT)).isEqualTo(before);
  }

  // ---- words of the stories above

  private void askedSakura() {
    handing.offer(SAKURA);
    settle();
    handing.brief(AOI);
    settle();
    assertThat(task("Activity_AcceptCommand").people()).containsExactly(SAKURA);
  }

  private void assertNothingOfAHandoverWaits() {
    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_LeadTheIncident")
        .doesNotContainAnyElementsOf(
            List.of(
                "Activity_HandOver",
                "Activity_TakeOver",
                "Activity_AskForSuccessor",
                "Activity_ChooseNextPart"));
  }

  private HumanTask task(String step) {
    return engine.humanTasks().open(INCIDENT, step).orElseThrow();
  }

  private org.honbu.kernel.Words lastSaid() {
    return outside.posts.get(outside.posts.size() - 1).text();
  }

  private SaysWhoCommands saysWhoCommands() {
    return new SaysWhoCommands(world, handing, new SpeaksOfCommand(handing, outside, voice()));
  }

  private Voice voice() {
    return new Voice(outside, outside, clock);
  }

  private void settle() {
    engine.settle();
  }

  private void passes(String iso) {
    engine.time().passes(Duration.parse(iso));
  }
}
