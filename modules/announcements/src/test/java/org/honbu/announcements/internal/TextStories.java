package org.honbu.announcements.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.announcements.internal.AnnouncementWorld.AOI;
import static org.honbu.announcements.internal.AnnouncementWorld.EMMA;
import static org.honbu.announcements.internal.AnnouncementWorld.INCIDENT;
import static org.honbu.announcements.internal.AnnouncementWorld.SAKURA;
import static org.honbu.announcements.internal.AnnouncementWorld.YUMI;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.honbu.announcements.Announcement;
import org.honbu.announcements.Announcement.Phase;
import org.honbu.announcements.Announcement.State;
import org.honbu.announcements.Announcements;
import org.honbu.announcements.Draft;
import org.honbu.announcements.PrivacyTextsChanged;
import org.honbu.incidents.Impact.DataSecurity;
import org.honbu.incidents.IncidentState;
import org.honbu.kernel.Words;
import org.honbu.testkit.process.TasklistUser.Answer;
import org.honbu.testkit.process.Walked;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.junit.jupiter.api.Test;

/** What is written, read and approved, through both doors. */
abstract class TextStories extends AnnouncingStories {
  TextStories(Walked walked) {
    super(walked);
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
    TwoDoorAnnouncements announcements = ourDoor();
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

    TwoDoorAnnouncements announcements = ourDoor();
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

  private static void approve(TwoDoorAnnouncements announcements) {
    Announcement waiting = announcements.pending(INCIDENT).orElseThrow();
    assertThat(announcements.approve(INCIDENT, waiting.id(), waiting.hash(), AOI))
        .isInstanceOf(Announcements.Outcome.Done.class);
  }
}
