package org.honbu.announcements.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.announcements.internal.AnnouncementWorld.AOI;
import static org.honbu.announcements.internal.AnnouncementWorld.DANIEL;
import static org.honbu.announcements.internal.AnnouncementWorld.EMMA;
import static org.honbu.announcements.internal.AnnouncementWorld.INCIDENT;
import static org.honbu.announcements.internal.AnnouncementWorld.SAKURA;
import static org.honbu.announcements.internal.AnnouncementWorld.YUMI;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.honbu.announcements.Announcement;
import org.honbu.announcements.Announcement.Phase;
import org.honbu.announcements.Announcement.State;
import org.honbu.announcements.Announcements;
import org.honbu.announcements.Audience;
import org.honbu.announcements.Draft;
import org.honbu.announcements.PrivacyTextsChanged;
import org.honbu.announcements.UserFeedback;
import org.honbu.incidents.Announcers;
import org.honbu.incidents.Impact.DataSecurity;
import org.honbu.incidents.Impact.Users;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentTriaged;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.Words;
import org.honbu.notifications.Post;
import org.honbu.testkit.process.EngineHarness;
import org.honbu.testkit.process.Strict;
import org.honbu.testkit.process.TasklistUser.Answer;
import org.honbu.testkit.process.Walked;
import org.honbu.workflow.BusinessError;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The loop of telling users, walked through both doors with the real desk behind them. */
class AnnouncementLoopProcessTest {
  private static final String DRAFT = "Activity_DraftAnnouncement";
  private static final String APPROVE = "Activity_ApproveAnnouncement";
  private static final String COUNT = "Activity_CountUsersVoices";
  private static final String ANNOUNCE = "Activity_Announce";

  @RegisterExtension static final Walked walked = Walked.everyElementOf("AnnouncementLoop");

  private final EngineClock clock = new EngineClock();
  private final AnnouncementWorld world = new AnnouncementWorld(clock);
  private boolean statusPageIsDown;
  private boolean nobodyElseCould;
  private Runnable beforePublishing = () -> {};
  private EngineHarness engine = started();

  private EngineHarness started() {
    var room = new LoopHandlers.RoomVoice(world.channels, world.situations);
    var publish = new LoopHandlers.PublishAnnouncement(world.desk, world.due, world.toldSoFar);
    return EngineHarness.of(
            "AnnouncementLoop.bpmn",
            "draft-announcement.form",
            "approve-announcement.form",
            "announce.form",
            "publish-by-hand.form",
            "count-users-voices.form")
        .handler("reportLateAnnouncement", step -> reportLate().perform(step))
        .handler("escalateApproval", step -> escalateApproval().perform(step))
        .handler(new PromiseWatch(world.toldSoFar, world.nudge, world.situations))
        .handler(
            new LoopHandlers.AskForAnnouncer(
                room,
                world.whisper,
                world.situations,
                world.crew,
                Strict.fake(Announcers.class, new Falling()),
                world.candidates))
        .handler(
            new LoopHandlers.AskSupportOnShift(world.whisper, world.situations, world.candidates))
        .handler(
            new ClockHandlers.RemindOfFirst(world.toldSoFar, room, world.whisper, world.situations))
        .handler(
            new ClockHandlers.EscalateTheFirst(
                world.toldSoFar, room, world.whisper, world.situations, world.crew, clock))
        .handler(new ClockHandlers.ResetTheClock(world.due))
        .handler(new ClockHandlers.AskForSummary(world.whisper, world.situations, clock))
        .handler("askForCounts", step -> askForCounts().perform(step))
        .handler(
            new LoopHandlers.AskDeputyToApprove(room, world.whisper, world.situations, world.desk))
        .handler("letFirstTextGo", step -> letFirstTextGo().perform(step))
        .handler(new LoopHandlers.TakeApproval(world.desk, world.due))
        .handler(
            "publishAnnouncement",
            step -> {
              if (statusPageIsDown) {
                throw new BusinessError("Error_PublishFailed", "the status page does not answer");
              }
              beforePublishing.run();
              return publish.perform(step);
            })
        .rule(
            new AnnouncementTaskRules(
                world.desk, world.situations, world.byHand, world.approvers, world.shown))
        .rule(new FeedbackTaskRules(world.feedback, world.situations))
        .watchedBy(walked)
        .start();
  }

  private FeedbackHandlers.AskForCounts askForCounts() {
    return new FeedbackHandlers.AskForCounts(
        new SupportVoice(world.channels, world.situations),
        world.situations,
        engine.humanTasks(),
        clock);
  }

  private LoopHandlers.ReportLateAnnouncement reportLate() {
    return new LoopHandlers.ReportLateAnnouncement(
        world.nudge, world.toldSoFar, engine.humanTasks());
  }

  private LoopHandlers.EscalateApproval escalateApproval() {
    return new LoopHandlers.EscalateApproval(world.nudge, world.desk, engine.humanTasks());
  }

  private LoopHandlers.LetFirstTextGo letFirstTextGo() {
    return new LoopHandlers.LetFirstTextGo(world.desk, engine.humanTasks());
  }

  @BeforeEach
  void somebodyIsToBeTold() {
    clock.follow(engine);
    engine
        .processes()
        .start(
            "AnnouncementLoop",
            INCIDENT,
            Facts.of("severity", 1)
                .and("kind", "REAL")
                .and("firstWithin", "PT5M")
                .and("breachWithin", "PT10M")
                .and("updateWithin", "PT20M")
                .and("remindWithin", "PT5M"));
    engine.settle();
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void aTextDraftedAndApprovedInTasklistIsPublished() {
    assertThat(draftInTasklist("INITIAL", "決済が不安定です").done()).isTrue();
    assertThat(approveInTasklist("aoi", "APPROVE").done()).isTrue();
    engine.settle();

    assertThat(world.told)
        .extracting(Announcement::text)
        .containsExactly(new Words("決済が不安定です", "決済が不安定です"));
    assertThat(engine.waitsAt(INCIDENT)).doesNotContain(DRAFT, APPROVE);
  }

  @Test
  void theDeputyApprovesInTasklist() {
    world.deputy = Optional.of(SAKURA);
    draftInTasklist("INITIAL", "決済が不安定です");

    assertThat(approveInTasklist("sakura", "APPROVE").done()).isTrue();
    engine.settle();

    assertThat(world.told).hasSize(1);
  }

  @Test
  void nobodyButTheAnnouncerDraftsAndNobodyButCommanderAndDeputyApprove() {
    assertThat(engine.tasklist("daniel").claim(DRAFT).done()).isFalse();
    draftInTasklist("INITIAL", "決済が不安定です");

    Answer sakura = engine.tasklist("sakura").claim(APPROVE);

    assertThat(sakura.done()).isFalse();
    assertThat(sakura.sentence()).contains("Only the commander and the deputy approve");
  }

  @Test
  void aTextChangedAfterItWasReadIsNotApproved() {
    draftInTasklist("INITIAL", "一つ目");
    assertThat(engine.tasklist("aoi").claim(APPROVE).done()).isTrue();
    world.desk.draft(INCIDENT, update(Phase.INITIAL, "二つ目"), YUMI);

    Answer answer = engine.tasklist("aoi").complete(APPROVE, Facts.of("verdict", "APPROVE"));

    assertThat(answer.done()).isFalse();
    assertThat(answer.sentence()).contains("The text changed");
    assertThat(world.told).isEmpty();
  }

  @Test
  void anUnreadableTimeIsSaidAndKeepsTheTask() {
    engine.tasklist("yumi").claim(DRAFT);

    Answer answer =
        engine
            .tasklist("yumi")
            .complete(DRAFT, Facts.of("bodyJa", "続報").and("nextUpdateAt", "soon"));

    assertThat(answer.sentence()).contains("cannot be read");
    assertThat(engine.waitsAt(INCIDENT)).contains(DRAFT);
  }

  @Test
  void aTextSentBackIsDraftedAgain() {
    draftInTasklist("INITIAL", "決済が不安定です");

    approveInTasklist("aoi", "SEND_BACK");
    engine.settle();

    assertThat(engine.waitsAt(INCIDENT)).contains(DRAFT);
    assertThat(world.told).isEmpty();
  }

  @Test
  void ourOwnDoorMovesTheSameTasks() {
    var announcements =
        new TwoDoorAnnouncements(
            world.desk,
            world.held,
            world.reading(engine),
            world.proposals,
            world.shown,
            engine.humanTasks(),
            engine.processes());
    announcements.draft(INCIDENT, update(Phase.INITIAL, "決済が不安定です"), YUMI);
    Announcement waiting = announcements.pending(INCIDENT).orElseThrow();
    announcements.approve(INCIDENT, waiting.id(), waiting.hash(), AOI);
    engine.settle();
    assertThat(world.told).hasSize(1);

    announcements.draft(INCIDENT, update(Phase.UPDATE, "検索も遅くなっています"), YUMI);

    assertThat(engine.waitsAt(INCIDENT)).contains(APPROVE);
    announcements.sendBack(INCIDENT, announcements.pending(INCIDENT).orElseThrow().id(), AOI);
    engine.settle();
    assertThat(engine.waitsAt(INCIDENT)).contains(DRAFT);
  }

  /** A30, through both doors: what users should not be told does not even reach its approver. */
  @Test
  void aTextThatPromisesARecoveryIsHeldUntilTheCommanderLetsItThrough() {
    Answer inTasklist = draftInTasklist("INITIAL", "10分で復旧します");
    assertThat(inTasklist.done()).isFalse();
    assertThat(inTasklist.sentence()).contains("復旧の時刻は約束できません", "ask the commander");

    var announcements =
        new TwoDoorAnnouncements(
            world.desk,
            world.held,
            world.reading(engine),
            world.proposals,
            world.shown,
            engine.humanTasks(),
            engine.processes());
    announcements.draft(INCIDENT, update(Phase.INITIAL, "10分で復旧します"), YUMI);
    assertThat(engine.waitsAt(INCIDENT)).contains(DRAFT).doesNotContain(APPROVE);

    Announcement held = announcements.held(INCIDENT).orElseThrow();
    announcements.letThrough(INCIDENT, held.id(), held.hash(), AOI);

    assertThat(engine.waitsAt(INCIDENT)).contains(APPROVE).doesNotContain(DRAFT);
    assertThat(approveInTasklist("aoi", "APPROVE").done()).isTrue();
    engine.settle();
    assertThat(world.told).hasSize(1);
  }

  /** What Tasklist shows is the text alone, so the same text with another promise is another. */
  @Test
  void aKindChangedAfterItWasReadIsNotApprovedInTasklist() {
    draftInTasklist("INITIAL", "決済が不安定です");
    assertThat(engine.tasklist("aoi").claim(APPROVE).done()).isTrue();
    engine.time().passes(Duration.ofSeconds(1));
    world.desk.draft(
        INCIDENT,
        new Draft(Phase.RESOLVED, new Words("決済が不安定です", "決済が不安定です"), Optional.empty()),
        YUMI);

    Answer answer = engine.tasklist("aoi").complete(APPROVE, Facts.of("verdict", "APPROVE"));

    assertThat(answer.sentence()).contains("The text changed");
    assertThat(world.told).isEmpty();
  }

  /** From our page, Tasklist shows the approver kind and promise, and approves exactly these. */
  @Test
  void tasklistShowsTheKindAndThePromiseThatAreApproved() {
    ourDoor().draft(INCIDENT, update(Phase.UPDATE, "調査を続けています"), YUMI);
    String next =
        clock
            .instant()
            .plus(Duration.ofMinutes(20))
            .atOffset(ZoneOffset.ofHours(9))
            .truncatedTo(ChronoUnit.MINUTES)
            .toString();

    assertThat(engine.humanTasks().open(INCIDENT, APPROVE).orElseThrow().facts().asMap())
        .containsEntry("announcementKind", "UPDATE")
        .containsEntry("nextUpdateAt", next);
    assertThat(approveInTasklist("aoi", "APPROVE").done()).isTrue();
  }

  @Test
  void aPromiseChangedAfterItWasReadIsNotApprovedInTasklist() {
    draftInTasklist("INITIAL", "決済が不安定です");
    assertThat(engine.tasklist("aoi").claim(APPROVE).done()).isTrue();
    world.desk.draft(
        INCIDENT,
        new Draft(
            Phase.INITIAL,
            new Words("決済が不安定です", "決済が不安定です"),
            Optional.of(clock.instant().plus(Duration.ofMinutes(5)))),
        YUMI);

    Answer answer = engine.tasklist("aoi").complete(APPROVE, Facts.of("verdict", "APPROVE"));

    assertThat(answer.sentence()).contains("The text changed");
    assertThat(world.told).isEmpty();
  }

  /** The announcer writes anew before the approval was taken up: the newer text is not lost. */
  @Test
  void aTextWrittenWhileAnApprovedOneIsOnItsWayGoesOutOnceItIsApproved() {
    TwoDoorAnnouncements announcements = ourDoor();
    announcements.draft(INCIDENT, update(Phase.INITIAL, "決済が不安定です"), YUMI);
    approve(announcements);
    announcements.draft(INCIDENT, update(Phase.INITIAL, "カード決済が不安定です"), YUMI);
    engine.settle();

    approve(announcements);
    engine.settle();

    assertThat(world.told).extracting(told -> told.text().ja()).containsExactly("カード決済が不安定です");
    assertThat(engine.waitsAt(INCIDENT)).doesNotContain(DRAFT, APPROVE);
  }

  /** As above, one step later: the loop does not end with a last message that nobody was told. */
  @Test
  void theLoopGoesOnWhenTheLastMessageWasReplacedBeforeItWentOut() {
    TwoDoorAnnouncements announcements = ourDoor();
    say("INITIAL", "決済が不安定です");
    world.isWatched();
    announcements.draft(INCIDENT, update(Phase.RESOLVED, "復旧しました"), YUMI);
    approve(announcements);
    beforePublishing = () -> announcements.draft(INCIDENT, update(Phase.UPDATE, "まだ続いています"), YUMI);
    engine.settle();
    beforePublishing = () -> {};
    assertThat(engine.isOver(INCIDENT)).isFalse();

    approve(announcements);
    engine.settle();

    assertThat(world.told)
        .extracting(told -> told.text().ja())
        .containsExactly("決済が不安定です", "まだ続いています");
  }

  /**
   * It came back while the text waited: users do not hear that it is over, and the loop goes on.
   */
  @Test
  void whatSaysThatItIsOverIsNotApprovedWhileItGoesOn() {
    say("INITIAL", "決済が不安定です");
    engine.processes().tell("Message_ImpactChanged", INCIDENT, Facts.none());
    world.isWatched();
    draftInTasklist("RESOLVED", "復旧しました");
    world.dataIs(DataSecurity.UNKNOWN, IncidentState.INVESTIGATING);

    Announcement waiting = world.desk.pending(INCIDENT).orElseThrow();
    assertThat(ourDoor().approve(INCIDENT, waiting.id(), waiting.hash(), AOI))
        .isEqualTo(
            new Announcements.Outcome.Refused(
                new Words(
                    "いまは「調査中」で、影響は止まっていません。「復旧」のお知らせは、影響が止まってから承認してください",
                    "It is not over: the incident is “Investigating”. Approve “resolved” once its"
                        + " impact has stopped")));
    assertThat(approveInTasklist("aoi", "APPROVE").sentence()).contains("It is not over");
    assertThat(engine.waitsAt(INCIDENT)).contains(APPROVE);
    assertThat(world.told).hasSize(1);

    world.isWatched();
    assertThat(engine.tasklist("aoi").complete(APPROVE, Facts.of("verdict", "APPROVE")).done())
        .isTrue();
    engine.settle();
    assertThat(engine.isOver(INCIDENT)).isTrue();
  }

  /** Written on our page while another one waits in Tasklist: the approver reads the newer one. */
  @Test
  void aTextThatTakesThePlaceOfAWaitingOneIsReadInTasklist() {
    ourDoor().draft(INCIDENT, update(Phase.INITIAL, "決済が不安定です"), YUMI);
    assertThat(engine.tasklist("aoi").claim(APPROVE).done()).isTrue();
    HumanTask before = engine.humanTasks().open(INCIDENT, APPROVE).orElseThrow();

    ourDoor().draft(INCIDENT, update(Phase.INITIAL, "カード決済が不安定です"), YUMI);

    HumanTask now = engine.humanTasks().open(INCIDENT, APPROVE).orElseThrow();
    assertThat(now.facts().find("bodyJa")).contains("カード決済が不安定です");
    assertThat(now.id()).as("nobody approves what they have not read").isNotEqualTo(before.id());
    assertThat(now.assignee()).contains(AOI);
    assertThat(engine.tasklist("aoi").complete(APPROVE, Facts.of("verdict", "APPROVE")).done())
        .isTrue();
    engine.settle();
    assertThat(world.told).extracting(told -> told.text().ja()).containsExactly("カード決済が不安定です");
  }

  /**
   * Whoever reads for privacy knows no task of the loop: a text is asked for again all the same.
   */
  @Test
  void aTextThatWasSentBackForPrivacyIsWrittenAnew() {
    world.dataIsHarmed();
    ourDoor().draft(INCIDENT, update(Phase.INITIAL, "決済が不安定です"), YUMI);
    assertThat(engine.waitsAt(INCIDENT)).contains(APPROVE);

    world.privacy.sendBack(INCIDENT, "announcement-1", "件数を書かない", EMMA);
    var follows =
        new PrivacyHandlers.FollowsTheTexts(
            world.privacy,
            world.desk,
            new PrivacyProcess(engine.processes(), engine.humanTasks()),
            world.situations);
    follows.on(new PrivacyTextsChanged(INCIDENT, clock.instant()));
    engine.settle();

    assertThat(engine.waitsAt(INCIDENT)).contains(DRAFT).doesNotContain(APPROVE);
  }

  /** TP-4c: the last message ends the loop, and may be wrong. */
  @Test
  void theLastMessageCanBeCorrected() {
    TwoDoorAnnouncements announcements = ourDoor();
    say("INITIAL", "決済が不安定です");
    engine.processes().tell("Message_ImpactChanged", INCIDENT, Facts.none());
    world.isWatched();
    say("RESOLVED", "復旧しました");
    assertThat(engine.isOver(INCIDENT)).isTrue();
    Announcement last = world.told.get(1);

    announcements.draft(
        INCIDENT,
        new Draft(
            Phase.CORRECTION,
            new Words("訂正します。続いています", "Correction: it goes on"),
            Optional.of(clock.instant().plus(Duration.ofMinutes(20))),
            Optional.of(last.id())),
        YUMI);
    approve(announcements);

    assertThat(world.told).hasSize(3);
    assertThat(world.told.get(2).corrects()).contains(last.id());
  }

  private TwoDoorAnnouncements ourDoor() {
    return new TwoDoorAnnouncements(
        world.desk,
        world.held,
        world.reading(engine),
        world.proposals,
        world.shown,
        engine.humanTasks(),
        engine.processes());
  }

  private static void approve(TwoDoorAnnouncements announcements) {
    Announcement waiting = announcements.pending(INCIDENT).orElseThrow();
    assertThat(announcements.approve(INCIDENT, waiting.id(), waiting.hash(), AOI))
        .isInstanceOf(Announcements.Outcome.Done.class);
  }

  /** Tasklist names no message: there, the last one is corrected. */
  @Test
  void aCorrectionInTasklistIsOfTheLastMessage() {
    say("INITIAL", "カード決済が不安定です");
    engine.processes().tell("Message_ImpactChanged", INCIDENT, Facts.none());

    say("CORRECTION", "訂正します。不安定なのは口座振替です");

    assertThat(world.told.get(1).corrects()).contains(world.told.get(0).id());
  }

  @Test
  void eachReasonAsksForANewTextUntilTheLastOneIsOut() {
    say("INITIAL", "第一報");
    engine.time().passes(Duration.ofMinutes(21));
    assertThat(engine.waitsAt(INCIDENT)).as("when the promised time comes").contains(DRAFT);

    say("UPDATE", "続報");
    engine.processes().tell("Message_ImpactChanged", INCIDENT, Facts.none());
    assertThat(engine.waitsAt(INCIDENT)).as("when the impact changes").contains(DRAFT);

    say("UPDATE", "影響が広がりました");
    engine.processes().tell("Message_MitigationDeclared", INCIDENT, Facts.none());
    assertThat(engine.waitsAt(INCIDENT)).as("when the harm has stopped").contains(DRAFT);

    say("MITIGATED", "暫定復旧しました");
    engine.processes().tell("Message_Verified", INCIDENT, Facts.none());
    assertThat(engine.waitsAt(INCIDENT)).as("when that is verified").contains(DRAFT);

    world.isWatched();
    say("RESOLVED", "復旧しました");
    assertThat(engine.isOver(INCIDENT)).isTrue();
    assertThat(world.told).hasSize(5);
  }

  /** T12: nobody announces after three minutes; the commander hears who could. */
  @Test
  void theRoomIsToldOfEveryDelayOnceAndTheCommanderWhoCouldAnnounce() {
    world.announcer = Optional.empty();
    engine.time().passes(Duration.ofMinutes(6));

    assertThat(world.notes)
        .extracting(Words::en)
        .containsExactly(
            "Nobody announces yet. Take the task “Announce”",
            "The first announcement should be out by now, and is not");
    assertThat(world.whispers)
        .containsExactly("aoi: Nobody announces yet. Give it to somebody by name: yumi");
  }

  /** RO-F: the commander writes, and another approves; through Tasklist to the end. */
  @Test
  void whereNobodyElseCouldTheCommanderWritesAndTheDeputyApproves() {
    world.announcer = Optional.empty();
    nobodyElseCould = true;
    engine.time().passes(Duration.ofMinutes(3).plusSeconds(5));

    assertThat(late("Nobody else can announce, so it falls to you")).containsExactly("aoi");
    assertThat(world.notes).extracting(Words::en).noneMatch(line -> line.contains("Take the task"));
    Answer written = draftInTasklist("aoi", "INITIAL", "決済が不安定です");
    assertThat(written.done()).as(written.toString()).isTrue();
    assertThat(engine.tasklist("aoi").claim(APPROVE).sentence())
        .contains("You cannot approve your own text");

    world.deputy = Optional.of(SAKURA);
    assertThat(approveInTasklist("sakura", "APPROVE").done()).isTrue();
    engine.settle();
    assertThat(world.told).extracting(Announcement::author).containsExactly(AOI);
  }

  @Test
  void aCommanderWhoWroteAndHasNoDeputyHearsWhatToDo() {
    world.announcer = Optional.of(AOI);
    new TwoDoorAnnouncements(
            world.desk,
            world.held,
            world.reading(engine),
            world.proposals,
            world.shown,
            engine.humanTasks(),
            engine.processes())
        .draft(INCIDENT, update(Phase.INITIAL, "決済が不安定です"), AOI);

    engine.time().passes(Duration.ofMinutes(3).plusSeconds(5));

    assertThat(late("You cannot approve your own text")).containsExactly("aoi");
  }

  /** TM20: the room may be loud, and it is the deputy who can do something. */
  @Test
  void afterThreeMinutesTheDeputyHearsThatTheyMayApprove() {
    world.deputy = Optional.of(SAKURA);
    draftInTasklist("INITIAL", "決済が不安定です");

    engine.time().passes(Duration.ofMinutes(3).plusSeconds(5));

    assertThat(late("An announcement has waited three minutes")).containsExactly("sakura");
  }

  /** A26: at the target the announcer hears it, at the breach commander and process owner. */
  @Test
  void aLateFirstAnnouncementIsAskedForAndThenEscalated() {
    draftInTasklist("INITIAL", "決済が不安定です");
    engine.time().passes(Duration.ofMinutes(4));
    assertThat(world.whispers).isEmpty();

    engine.time().passes(Duration.ofMinutes(2));
    assertThat(late("The first announcement should be out")).containsExactly("yumi");
    engine.time().passes(Duration.ofMinutes(5));

    assertThat(late("The first announcement is late")).containsExactly("aoi", "tomoko");
  }

  @Test
  void whoWasToldInTimeHearsOfNoDelay() {
    say("INITIAL", "決済が不安定です");

    engine.time().passes(Duration.ofMinutes(11));

    assertThat(world.notes).isEmpty();
    assertThat(world.whispers).isEmpty();
  }

  @Test
  void aLateUpdateIsSaidInTheRoom() {
    say("INITIAL", "決済が不安定です");
    engine.time().passes(Duration.ofMinutes(21));

    engine.time().passes(Duration.ofMinutes(6));

    assertThat(world.notes)
        .extracting(Words::en)
        .anyMatch(line -> line.startsWith("Users were promised news by"));
  }

  /**
   * Due before the promise, since it is graver by now; once that is broken its own clock speaks.
   */
  @Test
  void aLateUpdateIsAskedForAgainAndOfMorePeopleEachTime() {
    world.severity = 2;
    draftPromising(Duration.ofMinutes(30));
    approveInTasklist("aoi", "APPROVE");
    engine.settle();
    world.severity = 1;
    engine.processes().tell("Message_CadenceChanged", INCIDENT, Facts.none());
    engine.settle();
    inSteps(16);
    assertThat(engine.waitsAt(INCIDENT)).as("asked for before it is due").contains(DRAFT);

    inSteps(5);
    assertThat(late("The announcement is overdue")).containsExactly("yumi");
    inSteps(5);
    assertThat(late("The announcement is overdue")).containsExactly("yumi", "yumi", "aoi");
    inSteps(6);
    assertThat(late("The announcement is overdue")).hasSize(3);
    assertThat(late("Users were promised news by")).containsExactly("yumi");
  }

  /** What users were promised in public and did not get is on the timeline, once. */
  @Test
  void aPromiseThatIsBrokenIsWrittenDownAndToldUntilItIsKept() {
    say("INITIAL", "決済が不安定です");
    inSteps(19);
    assertThat(world.types).doesNotContain("announcement-promise-broken");

    inSteps(2);
    assertThat(world.types).containsOnlyOnce("announcement-promise-broken");
    assertThat(late("Users were promised news by")).containsExactly("yumi");
    inSteps(10);
    assertThat(world.types).containsOnlyOnce("announcement-promise-broken");
    assertThat(late("Users were promised news by"))
        .containsExactly("yumi", "yumi", "aoi", "yumi", "aoi", "tomoko");

    say("UPDATE", "続報");
    int heard = world.whispers.size();
    inSteps(9);
    assertThat(world.whispers).as("it is kept now").hasSize(heard);
  }

  @Test
  void aPromiseThatIsKeptIsNotSpokenOf() {
    say("INITIAL", "決済が不安定です");
    inSteps(16);
    say("UPDATE", "続報");

    inSteps(10);

    assertThat(world.types).doesNotContain("announcement-promise-broken");
    assertThat(world.whispers).isEmpty();
  }

  @Test
  void anApprovalIsPressedForUntilItIsGiven() {
    say("INITIAL", "決済が不安定です");
    engine.processes().tell("Message_ImpactChanged", INCIDENT, Facts.none());
    draftInTasklist("UPDATE", "検索も遅くなっています");
    inSteps(6);
    assertThat(late("An announcement has waited")).containsExactly("aoi");

    inSteps(5);
    assertThat(late("An announcement has waited")).containsExactly("aoi", "aoi", "tomoko");
    approveInTasklist("aoi", "APPROVE");
    engine.settle();
    inSteps(10);

    assertThat(late("An announcement has waited")).hasSize(3);
  }

  /** Nothing was said for twenty minutes: the commander and the owner hear it again and again. */
  @Test
  void theFirstAnnouncementIsPressedForUntilItIsOut() {
    inSteps(21);
    assertThat(late("The first announcement is late"))
        .containsExactly("aoi", "tomoko", "aoi", "tomoko", "aoi", "tomoko");

    say("INITIAL", "決済が不安定です");
    inSteps(6);

    assertThat(late("The first announcement is late")).hasSize(6);
    assertThat(engine.waitsAt(INCIDENT)).doesNotContain("Gateway_FirstBreach");
  }

  /** Graver by now: the first one is due sooner, whichever deadline is waited for. */
  @Test
  void aNewDeadlineOfTheFirstIsFollowedBeforeItsTargetAndAfter() {
    tellsTheDeadline("PT2M");
    inSteps(3);
    assertThat(late("The first announcement should be out")).containsExactly("yumi");

    tellsTheDeadline("PT1M");
    inSteps(1);
    assertThat(late("The first announcement should be out")).containsExactly("yumi", "yumi");
    inSteps(2);
    assertThat(late("The first announcement is late")).contains("aoi", "tomoko");
  }

  private void tellsTheDeadline(String first) {
    engine
        .processes()
        .tell(
            "Message_FirstDeadlineChanged",
            INCIDENT,
            Facts.of("firstWithin", first)
                .and("breachWithin", Duration.parse(first).multipliedBy(2))
                .and("remindWithin", "PT5M"));
    engine.settle();
  }

  @Test
  void nobodyWritesWhenNobodyIsLeftToTell() {
    engine.processes().tell("Message_NobodyToTell", INCIDENT, Facts.none());
    engine.settle();

    assertThat(engine.isOver(INCIDENT)).isTrue();
  }

  /** A loop after the last message: users believe that it is over, so the first one is owed. */
  @Test
  void whatIsBackIsOwedLikeAFirstOneAndIsCalledSo() {
    say("INITIAL", "決済が不安定です");
    engine.processes().tell("Message_ImpactChanged", INCIDENT, Facts.none());
    world.isWatched();
    say("RESOLVED", "復旧しました");
    assertThat(engine.isOver(INCIDENT)).isTrue();

    world.dataIs(DataSecurity.UNKNOWN, IncidentState.INVESTIGATING);
    somebodyIsToBeTold();
    assertThat(world.proposals.of(INCIDENT).get(0).phase()).isEqualTo(Phase.RECURRED);
    inSteps(6);
    assertThat(late("The first announcement should be out")).containsExactly("yumi");

    say("RECURRED", "再び発生しています");
    inSteps(5);

    assertThat(world.told).last().extracting(Announcement::phase).isEqualTo(Phase.RECURRED);
    assertThat(late("The first announcement is late")).isEmpty();
    assertThat(world.proposals.of(INCIDENT).get(0).phase()).isEqualTo(Phase.UPDATE);
  }

  private void inSteps(int minutes) {
    for (int i = 0; i < minutes; i++) {
      engine.time().passes(Duration.ofMinutes(1));
    }
  }

  private List<String> late(String words) {
    return world.whispers.stream()
        .filter(line -> line.contains(": " + words))
        .map(line -> line.substring(0, line.indexOf(':')))
        .toList();
  }

  /**
   * A33: severity 2 becomes 1, so the next text is due 20 minutes after the last, not 30; it is
   * asked for five minutes before.
   */
  @Test
  void aGraverSeverityMovesTheNextTextForward() {
    world.severity = 2;
    draftPromising(Duration.ofMinutes(30));
    approveInTasklist("aoi", "APPROVE");
    engine.settle();
    engine.time().passes(Duration.ofMinutes(10));

    world.severity = 1;
    engine.processes().tell("Message_CadenceChanged", INCIDENT, Facts.none());
    engine.settle();
    engine.time().passes(Duration.ofMinutes(4));
    assertThat(engine.waitsAt(INCIDENT)).doesNotContain(DRAFT);
    engine.time().passes(Duration.ofMinutes(2));

    assertThat(engine.waitsAt(INCIDENT)).contains(DRAFT);
  }

  /** A promise is kept, whatever becomes of the severity. */
  @Test
  void aMilderSeverityBreaksNoPromise() {
    draftPromising(Duration.ofMinutes(20));
    approveInTasklist("aoi", "APPROVE");
    engine.settle();

    world.severity = 3;
    engine.processes().tell("Message_CadenceChanged", INCIDENT, Facts.none());
    engine.settle();
    engine.time().passes(Duration.ofMinutes(21));

    assertThat(engine.waitsAt(INCIDENT)).contains(DRAFT);
  }

  /** TM35: every half hour at severity 1, and of the announcer only. */
  @Test
  void theAnnouncerIsAskedForTheExecutivesSummary() {
    say("INITIAL", "決済が不安定です");

    engine.time().passes(Duration.ofMinutes(31));
    assertThat(late("Please send")).containsExactly("yumi");
    world.severity = 2;
    engine.time().passes(Duration.ofMinutes(30));

    assertThat(late("Please send")).hasSize(1);
  }

  // ---- for whom it is (DM-5)

  /** Whichever door it was written through, Tasklist shows whoever approves whom it is for. */
  @Test
  void tasklistShowsWhoApprovesForWhomItIs() {
    world.audience = Audience.INSIDE;
    draftInTasklist("INITIAL", "管理画面が使えません");
    assertThat(engine.humanTasks().open(INCIDENT, APPROVE).orElseThrow().facts().find("shownTo"))
        .contains("社内だけ / Inside the organisation only");

    approveInTasklist("aoi", "SEND_BACK");
    engine.settle();
    world.audience = Audience.USERS;
    ourDoor().draft(INCIDENT, update(Phase.INITIAL, "決済が不安定です"), YUMI);
    assertThat(engine.humanTasks().open(INCIDENT, APPROVE).orElseThrow().facts().find("shownTo"))
        .contains("利用者（ステータスページ） / Users, on the status page");
  }

  /** Severity 3: whoever approves is asked for the status page, and must say. */
  @Test
  void whoApprovesInTasklistSaysWhetherItGoesOnTheStatusPage() {
    world.audience = Audience.SUPPORT;
    world.statusPageIsAsked = true;
    draftInTasklist("INITIAL", "検索が遅くなっています");
    assertThat(engine.humanTasks().open(INCIDENT, APPROVE).orElseThrow().facts().asMap())
        .containsEntry("statusPageAsked", true);

    assertThat(approveInTasklist("aoi", "APPROVE").sentence()).contains("Say whether it goes on");
    assertThat(chooses("NO").done()).isTrue();
    engine.settle();
    assertThat(world.told).extracting(Announcement::audience).containsExactly(Audience.SUPPORT);
    assertThat(world.posted)
        .extracting(Post::channel)
        .contains("#support")
        .doesNotContain("status-page");

    engine.processes().tell("Message_ImpactChanged", INCIDENT, Facts.none());
    draftInTasklist("UPDATE", "検索がさらに遅くなっています");
    engine.tasklist("aoi").claim(APPROVE);
    assertThat(chooses("YES").done()).isTrue();
    engine.settle();
    assertThat(world.told).last().extracting(Announcement::audience).isEqualTo(Audience.USERS);
    assertThat(world.posted).extracting(Post::channel).contains("status-page");
  }

  private Answer chooses(String statusPage) {
    return engine
        .tasklist("aoi")
        .complete(APPROVE, Facts.of("verdict", "APPROVE").and("statusPage", statusPage));
  }

  /** It was told inside in time; now users have to know, and a clock of their own runs. */
  @Test
  void usersAreOwedAFirstOneWhateverWasToldInside() {
    world.audience = Audience.INSIDE;
    say("INITIAL", "管理画面が使えません");
    inSteps(11);
    assertThat(late("The first announcement")).as("those inside know").isEmpty();
    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_AwaitAnotherFirst");

    world.audience = Audience.USERS;
    tellsTheDeadline("PT5M");
    inSteps(6);
    assertThat(late("The first announcement should be out")).containsExactly("yumi");
    inSteps(5);
    assertThat(late("The first announcement is late")).containsExactly("aoi", "tomoko");

    engine.processes().tell("Message_ImpactChanged", INCIDENT, Facts.none());
    say("INITIAL", "決済が不安定です");
    int heard = late("The first announcement is late").size();
    inSteps(6);
    assertThat(late("The first announcement is late")).hasSize(heard);
  }

  /**
   * It became public while the text for inside was on its way: users do not wait for the rhythm.
   */
  @Test
  void aTextForUsersIsAskedForAtOnceWhenTheLastOneDidNotReachThem() {
    world.audience = Audience.INSIDE;
    draftInTasklist("INITIAL", "管理画面が使えません");
    approveInTasklist("aoi", "APPROVE");
    world.audience = Audience.USERS;
    engine.settle();

    engine.time().passes(Duration.ofSeconds(2));

    assertThat(engine.waitsAt(INCIDENT)).contains(DRAFT);
  }

  // ---- the second message says who is affected (DOMAIN 2.9)

  @Test
  void theSecondMessageFollowsSoonWhereItIsKnownWhoIsAffected() {
    world.affects(Users.MANY);
    say("INITIAL", "決済が不安定です");

    inSteps(3);

    assertThat(engine.waitsAt(INCIDENT)).as("due five minutes after the first").contains(DRAFT);
    assertThat(world.proposals.of(INCIDENT).get(0).text().ja()).contains("対象：一部のお客様");
    say("UPDATE", "カード決済が使えません");
    inSteps(14);
    assertThat(engine.waitsAt(INCIDENT)).as("then in the rhythm").doesNotContain(DRAFT);
  }

  @Test
  void theSecondMessageIsAskedForOnceItBecomesKnownWhoIsAffected() {
    say("INITIAL", "決済が不安定です");
    inSteps(8);
    assertThat(engine.waitsAt(INCIDENT)).as("nobody knows yet").doesNotContain(DRAFT);

    world.affects(Users.SOME);
    new MovesTheDueTime.AfterTheTriage(
            engine.processes(),
            new SecondReaders(
                world.privacy, new PrivacyProcess(engine.processes(), engine.humanTasks())))
        .on(new IncidentTriaged(INCIDENT, Kind.REAL, AOI, clock.instant()));
    engine.settle();
    engine.time().passes(Duration.ofSeconds(2));

    assertThat(engine.waitsAt(INCIDENT)).contains(DRAFT);
  }

  // ---- who announces (DOMAIN 2.9)

  /** Announcing begins anew with nobody: support on shift hears of it at once. */
  @Test
  void supportOnShiftIsAskedAtOnce() {
    assertThat(late("You are customer support on shift")).as("somebody announces").isEmpty();
    engine.processes().tell("Message_NobodyToTell", INCIDENT, Facts.none());
    engine.settle();
    world.announcer = Optional.empty();
    world.support = List.of(YUMI);
    world.onCall.add(YUMI);

    somebodyIsToBeTold();

    assertThat(late("You are customer support on shift")).containsExactly("yumi");
  }

  // ---- what users say (FM-2b)

  @Test
  void supportIsAskedForCountsEveryFifteenMinutesAndAnswersInTasklist() {
    inSteps(14);
    assertThat(engine.waitsAt(INCIDENT)).doesNotContain(COUNT);
    inSteps(1);
    assertThat(engine.waitsAt(INCIDENT)).contains(COUNT);
    assertThat(asked()).hasSize(1).allMatch(line -> line.contains("Please count"));

    assertThat(engine.tasklist("daniel").claim(COUNT).done()).isFalse();
    assertThat(engine.tasklist("haruka").claim(COUNT).done()).isTrue();
    Answer impossible = counts(Facts.of("newReports", 3).and("distinctCustomers", 4));
    assertThat(impossible.sentence()).contains("distinctCustomers", "0", "3");
    assertThat(counts(Facts.of("distinctCustomers", 0)).sentence()).contains("newReports");
    Answer counted =
        counts(Facts.of("newReports", 7).and("distinctCustomers", 5).and("sampleQuotes", "払えない"));
    assertThat(counted.done()).as(counted.toString()).isTrue();
    engine.settle();

    assertThat(engine.waitsAt(INCIDENT)).doesNotContain(COUNT);
    assertThat(world.feedback.heard(INCIDENT))
        .extracting(UserFeedback.Heard::voices)
        .containsExactly(new UserFeedback.Voices(7, 5, "払えない", ""));
    inSteps(15);
    assertThat(engine.waitsAt(INCIDENT)).as("and again").contains(COUNT);
  }

  /** Nobody answers: the one question stays and is said again. */
  @Test
  void aCountThatNobodyGivesIsAskedForOnce() {
    inSteps(15);
    HumanTask first = engine.humanTasks().open(INCIDENT, COUNT).orElseThrow();
    inSteps(30);

    assertThat(engine.humanTasks().open(INCIDENT))
        .filteredOn(task -> task.step().equals(COUNT))
        .extracting(HumanTask::id)
        .containsExactly(first.id());
    assertThat(asked()).hasSize(3).filteredOn(line -> line.contains("We still wait")).hasSize(2);
  }

  /** Through our own door, asked or not. */
  @Test
  void whatIsSaidOnOurPageAnswersTheOpenQuestion() {
    var door = new RecordedFeedback(world.feedback, engine.humanTasks());
    door.hear(INCIDENT, new UserFeedback.Voices(1, 1, "", ""), YUMI);
    assertThat(door.askedSince(INCIDENT)).isEmpty();
    inSteps(15);
    assertThat(door.askedSince(INCIDENT)).isPresent();

    assertThat(door.hear(INCIDENT, new UserFeedback.Voices(2, 2, "", ""), DANIEL))
        .as("nobody else answers")
        .isInstanceOf(Outcome.NotAllowed.class);
    assertThat(engine.waitsAt(INCIDENT)).contains(COUNT);
    door.hear(INCIDENT, new UserFeedback.Voices(2, 2, "", ""), YUMI);

    assertThat(door.askedSince(INCIDENT)).isEmpty();
    assertThat(door.customersSince(INCIDENT, clock.instant())).isEqualTo(2);
    assertThat(door.heard(INCIDENT)).hasSize(2);
  }

  @Test
  void nobodyIsAskedWhatUsersSayWhoNoticeNothing() {
    inSteps(15);
    assertThat(engine.waitsAt(INCIDENT)).contains(COUNT);
    world.usersMayNotice = false;
    inSteps(15);
    assertThat(engine.waitsAt(INCIDENT)).as("the question is taken back").doesNotContain(COUNT);
    inSteps(15);

    assertThat(engine.waitsAt(INCIDENT)).doesNotContain(COUNT);
    assertThat(asked()).hasSize(1);
    assertThat(world.feedback.heard(INCIDENT)).isEmpty();
  }

  @Test
  void theEndOfAnnouncingEndsTheQuestion() {
    inSteps(15);
    say("INITIAL", "決済が不安定です");
    engine.processes().tell("Message_ImpactChanged", INCIDENT, Facts.none());
    world.isWatched();
    say("RESOLVED", "復旧しました");

    assertThat(engine.isOver(INCIDENT)).isTrue();
  }

  private Answer counts(Facts answers) {
    return engine.tasklist("haruka").complete(COUNT, answers);
  }

  private List<String> asked() {
    return world.posted.stream()
        .filter(post -> post.channel().equals("#support"))
        .map(post -> post.text().en())
        .toList();
  }

  @Test
  void thePreparedFirstTextGoesOutAfterFiveMinutesWithoutApproval() {
    engine.tasklist("yumi").claim(DRAFT);
    Instant next = clock.instant().plus(Duration.ofMinutes(20)).truncatedTo(ChronoUnit.MINUTES);
    Words prepared = world.proposals.first(INCIDENT, next).text();
    engine
        .tasklist("yumi")
        .complete(
            DRAFT,
            Facts.of("announcementKind", "INITIAL")
                .and("bodyJa", prepared.ja())
                .and("bodyEn", prepared.en())
                .and("nextUpdateAt", next.toString()));

    engine.time().passes(Duration.ofMinutes(4));
    assertThat(world.told).isEmpty();
    engine.time().passes(Duration.ofMinutes(2));

    assertThat(world.told).hasSize(1);
    assertThat(world.rows).extracting(row -> row.view().state()).containsExactly(State.PUBLISHED);
  }

  @Test
  void aTextOfOnesOwnWaitsForApprovalHoweverLong() {
    draftInTasklist("INITIAL", "自分で書いた第一報");

    engine.time().passes(Duration.ofMinutes(30));

    assertThat(world.told).isEmpty();
    assertThat(engine.waitsAt(INCIDENT)).contains(APPROVE);
  }

  @Test
  void whatCannotBePublishedIsPublishedByHandAndAskedForUntilItIs() {
    statusPageIsDown = true;
    say("INITIAL", "第一報");
    engine.time().passes(Duration.ofMinutes(21));
    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_PublishByHand");
    assertThat(world.notes).isNotEmpty();

    engine.tasklist("yumi").claim("Activity_PublishByHand");
    engine.tasklist("yumi").complete("Activity_PublishByHand");
    engine.settle();

    assertThat(engine.waitsAt(INCIDENT)).doesNotContain("Activity_PublishByHand");
    assertThat(world.told).as("what was entered by hand is on the record").hasSize(1);
    assertThat(world.posted).extracting(post -> post.channel()).doesNotContain("status-page");
  }

  @Test
  void theDutyMayEndBeforeTheLoop() {
    engine.tasklist("yumi").claim(ANNOUNCE);

    engine
        .humanTasks()
        .complete(engine.humanTasks().open(INCIDENT, ANNOUNCE).orElseThrow(), Facts.none());
    engine.settle();

    assertThat(engine.waitsAt(INCIDENT)).containsExactlyInAnyOrder(DRAFT, "Gateway_FirstTarget");
  }

  private void say(String kind, String text) {
    assertThat(draftInTasklist(kind, text).done()).isTrue();
    assertThat(approveInTasklist("aoi", "APPROVE").done()).isTrue();
    engine.settle();
  }

  private void draftPromising(Duration wait) {
    draftInTasklist("INITIAL", "決済が不安定です", clock.instant().plus(wait));
  }

  private Answer draftInTasklist(String kind, String text) {
    return draftInTasklist(kind, text, clock.instant().plus(Duration.ofMinutes(20)));
  }

  private Answer draftInTasklist(String kind, String text, Instant next) {
    return draftInTasklist("yumi", kind, text, next);
  }

  private Answer draftInTasklist(String who, String kind, String text) {
    return draftInTasklist(who, kind, text, clock.instant().plus(Duration.ofMinutes(20)));
  }

  private Answer draftInTasklist(String who, String kind, String text, Instant next) {
    engine.tasklist(who).claim(DRAFT);
    return engine
        .tasklist(who)
        .complete(
            DRAFT,
            Facts.of("announcementKind", kind)
                .and("bodyJa", text)
                .and("nextUpdateAt", next.toString()));
  }

  private Answer approveInTasklist(String who, String verdict) {
    engine.tasklist(who).claim(APPROVE);
    return engine.tasklist(who).complete(APPROVE, Facts.of("verdict", verdict));
  }

  /** Whoever decides to whom announcing falls. */
  final class Falling {
    boolean fallsToTheCommander(IncidentId incident) {
      if (nobodyElseCould) {
        world.announcer = world.commander;
        engine
            .humanTasks()
            .open(incident, DRAFT)
            .ifPresent(task -> engine.humanTasks().assign(task, AOI));
      }
      return nobodyElseCould;
    }
  }

  private Draft update(Phase phase, String text) {
    return new Draft(
        phase, new Words(text, text), Optional.of(clock.instant().plus(Duration.ofMinutes(20))));
  }
}
