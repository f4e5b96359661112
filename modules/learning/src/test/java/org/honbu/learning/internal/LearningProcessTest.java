package org.honbu.learning.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.learning.internal.Desk.AOI;
import static org.honbu.learning.internal.Desk.GRACE;
import static org.honbu.learning.internal.Desk.INCIDENT;
import static org.honbu.learning.internal.Desk.KEI;
import static org.honbu.learning.internal.Desk.KEN;
import static org.honbu.learning.internal.Desk.MISAKI;
import static org.honbu.learning.internal.Desk.SHO;
import static org.honbu.learning.internal.Desk.TAKUMI;

import jakarta.enterprise.event.Startup;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.ProcessRebuilt;
import org.honbu.incidents.Severity;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.learning.ActionChange;
import org.honbu.learning.ActionItem;
import org.honbu.learning.ActionKind;
import org.honbu.learning.ActionWish;
import org.honbu.learning.Postmortem.Form;
import org.honbu.learning.Postmortem.State;
import org.honbu.learning.Section;
import org.honbu.testkit.process.EngineHarness;
import org.honbu.testkit.process.TasklistUser.Answer;
import org.honbu.testkit.process.Walked;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.TaskRule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From the end of an incident to its last action item, through both doors (A40, A41, T02). */
class LearningProcessTest {
  @RegisterExtension
  static final Walked WALKED =
      Walked.everyElementOf("PostIncident", "PostmortemReview", "ActionItem");

  private static final String OWNER = "Activity_ChooseReviewOwner";
  private static final String MEETING = "Activity_ScheduleReview";
  private static final String DRAFT = "Activity_DraftPostmortem";
  private static final String REVIEW = "Activity_HoldReview";
  private static final String SEE = "Activity_SeeActionsThrough";
  private static final String SHORT = "Activity_AnswerShortReview";
  private static final String ITEM = "Activity_DoActionItem";

  private static EngineHarness engine;
  private static Desk desk;

  @BeforeAll
  static void start() {
    desk = new Desk(() -> engine);
    engine =
        EngineHarness.of(
                "PostIncident.bpmn",
                "PostmortemReview.bpmn",
                "ActionItem.bpmn",
                "PostmortemRequirement.dmn",
                "ActionItemDue.dmn",
                "choose-review-owner.form",
                "schedule-review.form",
                "submit-draft.form",
                "hold-review.form",
                "see-actions-through.form",
                "answer-short-review.form",
                "do-action-item.form")
            .people(Desk.CAST)
            .handler("decideReview", step -> desk.steps.decideReview().perform(step))
            .handler("letShortReviewGo", step -> desk.steps.letShortReviewGo().perform(step))
            .handler("closeAfterReview", step -> desk.steps.closeAfterReview().perform(step))
            .handler("lookAtReview", step -> desk.steps.lookAtReview().perform(step))
            .handler("remindOfReview", step -> desk.steps.remindOfReview().perform(step))
            .handler("lookAtActionItem", step -> desk.itemSteps.lookAtActionItem().perform(step))
            .handler(
                "remindOfActionItem", step -> desk.itemSteps.remindOfActionItem().perform(step))
            .rule(new Rules())
            .watchedBy(WALKED)
            .start();
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @BeforeEach
  void theIncidentIsOver() {
    engine.forgetsEverything();
    desk = new Desk(() -> engine);
  }

  private static void isResolved() {
    desk.state = IncidentState.MONITORING;
    desk.moves(IncidentState.RESOLVED);
    passes(Duration.ofMinutes(1));
  }

  private static void passes(Duration time) {
    engine.time().passes(time);
    desk.hears();
    engine.settle();
  }

  private static Set<String> waits() {
    return engine.waitsAt(INCIDENT);
  }

  // ---- a full review

  /** A40: a draft with its timeline, due within three days, and the commander is asked. */
  @Test
  void aMinuteAfterASeverityOneItsDraftIsThereAndTheCommanderIsAsked() {
    desk.state = IncidentState.MONITORING;
    desk.moves(IncidentState.RESOLVED);
    assertThat(desk.postmortems.find(INCIDENT)).isEmpty();
    assertThat(desk.owed.isOwed(INCIDENT)).as("even before its draft is made").isTrue();
    passes(Duration.ofMinutes(1));

    assertThat(desk.row().state()).isEqualTo(State.DRAFT);
    assertThat(desk.row().dueAt()).isEqualTo(desk.row().begunAt().plus(Duration.ofDays(3)));
    assertThat(waits()).containsExactly(OWNER);
    assertThat(desk.toldTo(AOI)).hasSize(1).allMatch(text -> text.contains("choose the owner"));
  }

  @Test
  void itGoesFromItsOwnerToItsLastActionItemOverOurPages() {
    reviewedWithOneItem();
    assertThat(desk.row().state()).isEqualTo(State.REVIEWED);
    assertThat(waits()).contains(SEE, ITEM);
    desk.state = IncidentState.POSTMORTEM;

    assertThat(desk.items.done(desk.item(1), "入れた", SHO)).isInstanceOf(Outcome.NotAllowed.class);
    assertThat(desk.items.done(desk.item(1), "入れた", KEN)).isInstanceOf(Outcome.Done.class);
    passes(Duration.ZERO);

    assertThat(desk.row().state()).isEqualTo(State.CLOSED);
    assertThat(engine.isOver(INCIDENT)).isTrue();
    assertThat(desk.state).isEqualTo(IncidentState.CLOSED);
    assertThat(desk.owed.isOwed(INCIDENT)).isFalse();
  }

  @Test
  void itGoesTheSameWayInTasklist() {
    isResolved();
    act("aoi", OWNER, Facts.of("person", "sho"));
    assertThat(waits()).containsExactly(MEETING);
    var at = desk.now().plus(Duration.ofDays(2)).toString();
    act("sho", MEETING, Facts.of("person", "grace").and("meetingAt", at));
    assertThat(waits()).containsExactly(DRAFT);
    writes("証明書の期限を知らせるしくみがなかった。更新の手順が二か所にあった");
    act("sho", DRAFT, Facts.none());
    assertThat(waits()).containsExactly(REVIEW);
    act("grace", REVIEW, Facts.of("verdict", "BACK"));
    assertThat(waits()).containsExactly(DRAFT);
    act("sho", DRAFT, Facts.none());
    agrees();
    act("grace", REVIEW, Facts.of("verdict", "REVIEWED"));
    passes(Duration.ZERO);

    Answer early = engine.tasklist("sho").complete(SEE, Facts.none());
    assertThat(early.done()).isFalse();
    assertThat(early.sentence()).contains("There are action items left");
    act("ken", ITEM, Facts.of("verdict", "DONE").and("reason", "見張りを足した"));
    passes(Duration.ZERO);

    assertThat(desk.row().state()).isEqualTo(State.CLOSED);
    assertThat(engine.isOver(INCIDENT)).isTrue();
    assertThat(desk.state).as("it may come back for a day").isEqualTo(IncidentState.RESOLVED);
  }

  /** ADR-0005: what is told before the process listens is told again. */
  @Test
  void anItemThatTheProcessDoesNotListenForYetIsToldAgain() {
    isResolved();
    toReview("証明書の期限を知らせるしくみがなかった");
    agrees();
    desk.hears();
    desk.postmortems.review(INCIDENT, GRACE);
    desk.hears();
    assertThat(waits()).as("it has not looked at the record yet").doesNotContain(SEE, ITEM);

    engine.settle();
    desk.hears();
    engine.settle();

    assertThat(waits()).containsExactlyInAnyOrder(SEE, ITEM);
  }

  /** T02: a person's name as a factor stands against it, through both doors. */
  @Test
  void blameStopsTheReviewAndIsNotRepeatedOnTheTimeline() {
    inReview("佐藤さんの不注意");

    Outcome outcome = desk.postmortems.review(INCIDENT, GRACE);
    Answer answer = engine.tasklist("grace").complete(REVIEW, Facts.of("verdict", "REVIEWED"));

    assertThat(((Outcome.NotNow) outcome).why().ja()).contains("2 か所", "役割と状況");
    assertThat(answer.done()).isFalse();
    assertThat(answer.sentence()).contains("reads as blame in 2 places");
    assertThat(desk.row().state()).isEqualTo(State.IN_REVIEW);
    assertThat(desk.allNotes()).doesNotContain("佐藤さん", "不注意").contains("reads as blame");
    assertThat(waits()).containsExactly(REVIEW);
  }

  @Test
  void withoutAnyItemAReviewIsCompleteAtOnce() {
    inReview("証明書の期限を知らせるしくみがなかった");

    desk.postmortems.review(INCIDENT, GRACE);
    passes(Duration.ZERO);

    assertThat(desk.row().state()).isEqualTo(State.CLOSED);
    assertThat(engine.isOver(INCIDENT)).isTrue();
  }

  // ---- what the response itself lacked

  /** A13: an item of the process at once; it stands in the review, and has reminders of its own. */
  @Test
  void thatNobodyTookCommandIsOneItemOfAProcessOwnerFromTheFirstMoment() {
    desk.state = IncidentState.INVESTIGATING;
    desk.nobodyClaims();
    desk.nobodyClaims();
    desk.hears();

    ActionItem item = desk.items.open().get(0);
    assertThat(desk.items.open()).hasSize(1);
    assertThat(item.kind()).isEqualTo(ActionKind.PROCESS);
    assertThat(item.owner()).isEqualTo(KEI);
    assertThat(item.team().value()).isEqualTo("search");
    assertThat(item.due()).isEqualTo(desk.now().plus(Duration.ofDays(15)));
    assertThat(item.what()).contains("INC-2026-0123 で指揮を", "Nobody took command of INC-2026-0123");
    assertThat(desk.toldTo(KEI)).singleElement().asString().contains("Action item #1 Nobody took");
    assertThat(waits()).as("people respond: it waits on the list").isEmpty();

    isResolved();
    assertThat(waits()).containsExactlyInAnyOrder(OWNER, ITEM);
    assertThat(desk.postmortems.find(INCIDENT).orElseThrow().items()).containsExactly(item);
    toReview("証明書の期限を知らせるしくみがなかった");
    desk.postmortems.review(INCIDENT, GRACE);
    passes(Duration.ZERO);
    assertThat(waits()).containsExactlyInAnyOrder(SEE, ITEM);
    assertThat(
            engine.humanTasks().open(INCIDENT).stream().map(HumanTask::step).filter(ITEM::equals))
        .as("not a second process")
        .hasSize(1);

    act("kei", ITEM, Facts.of("verdict", "DONE").and("reason", "夜の当番を二人にした"));
    passes(Duration.ZERO);
    assertThat(desk.row().state()).isEqualTo(State.CLOSED);
    assertThat(engine.isOver(INCIDENT)).isTrue();
  }

  /** A41 holds for a false alarm too: it stays unfinished until the gap is closed. */
  @Test
  void aFalseAlarmThatNobodyLedClosesWithItsItem() {
    desk.nobodyClaims();
    desk.state = IncidentState.INVESTIGATING;
    desk.moves(IncidentState.FALSE_ALARM);
    passes(Duration.ofMinutes(1));
    desk.postmortems.answerShort(INCIDENT, "監視が二重だった", "しきい値を合わせる", MISAKI);
    passes(Duration.ZERO);
    assertThat(desk.row().state()).isEqualTo(State.CLOSED);
    assertThat(desk.owed.isOwed(INCIDENT)).as("A41").isTrue();

    passes(Duration.ofDays(12));
    assertThat(desk.toldTo(KEI)).last().asString().contains("is due on");
    assertThat(desk.items.waive(desk.item(1), "訓練で足りる", TAKUMI)).isInstanceOf(Outcome.Done.class);
    passes(Duration.ZERO);

    assertThat(desk.state).isEqualTo(IncidentState.CLOSED);
    assertThat(engine.isOver(INCIDENT)).isTrue();
  }

  @Test
  void whatBecamePartOfAnotherKeepsItsItemAlsoAfterARebuild() {
    desk.nobodyClaims();
    desk.state = IncidentState.INVESTIGATING;
    desk.moves(IncidentState.MERGED);
    passes(Duration.ZERO);
    assertThat(waits()).containsExactly(ITEM);

    engine.forgetsEverything();
    new RestartsItsOwnItems(() -> true, desk.gaps).start(new Startup());
    engine.settle();

    assertThat(waits()).containsExactly(ITEM);
    desk.items.done(desk.item(1), "当番表を直した", KEI);
    passes(Duration.ZERO);
    assertThat(engine.isOver(INCIDENT)).isTrue();
  }

  @Test
  void whatADrillLackedIsItsOwnReviewsMatter() {
    desk.kind = Kind.DRILL;
    desk.nobodyClaims();
    assertThat(desk.items.open()).isEmpty();
  }

  // ---- who is reminded

  /** A40: overdue escalates. */
  @Test
  void aDayWithoutAnOwnerIsAProcessOwnersMatter() {
    isResolved();
    assertThat(desk.postmortems.chooseOwner(INCIDENT, SHO, TAKUMI))
        .as("first the commander is asked")
        .isInstanceOf(Outcome.NotAllowed.class);

    passes(Duration.ofDays(1));

    assertThat(desk.toldTo(AOI)).hasSize(2);
    assertThat(desk.toldTo(TAKUMI)).hasSize(1).allMatch(text -> text.contains("Nobody owns"));
    assertThat(desk.allNotes()).contains("postmortem: Nobody owns the review yet");
    passes(Duration.ofSeconds(1));
    assertThat(desk.postmortems.chooseOwner(INCIDENT, SHO, TAKUMI))
        .isInstanceOf(Outcome.Done.class);
  }

  @Test
  void whoeverIsNextIsRemindedAndProcessOwnersHearWhenItIsLate() {
    isResolved();
    desk.postmortems.chooseOwner(INCIDENT, SHO, AOI);
    engine.settle();
    passes(Duration.ofDays(2));
    assertThat(desk.toldTo(SHO)).hasSize(3);
    assertThat(desk.toldTo(TAKUMI)).as("there is time left").isEmpty();
    desk.postmortems.schedule(INCIDENT, desk.now().plus(Duration.ofHours(23)), GRACE, SHO);
    engine.settle();

    passes(Duration.ofSeconds(10));
    assertThat(desk.toldTo(SHO)).hasSize(4).last().asString().contains("open the draft");
    passes(Duration.ofDays(1));
    assertThat(desk.toldTo(TAKUMI)).hasSize(1).allMatch(text -> text.contains("late"));
    desk.postmortems.submit(INCIDENT, SHO);
    engine.settle();
    passes(Duration.ofDays(1));
    assertThat(desk.toldTo(GRACE)).last().asString().contains("how the review went");
    assertThat(desk.toldTo(TAKUMI)).hasSize(2);
  }

  /** TM32: fifteen days for severity 1; three days before, on the day, then weekly. */
  @Test
  void anActionItemRemindsItsOwnerAndTellsProcessOwnersWhenItIsLate() {
    reviewedWithOneItem();
    int before = desk.toldTo(KEN).size();

    passes(Duration.ofDays(11));
    assertThat(desk.toldTo(KEN)).hasSize(before);
    passes(Duration.ofDays(2));
    assertThat(desk.toldTo(KEN)).hasSize(before + 1).last().asString().contains("is due on");
    passes(Duration.ofDays(2));
    assertThat(desk.toldTo(KEN)).hasSize(before + 3).last().asString().contains("was due on");
    assertThat(desk.toldTo(TAKUMI)).last().asString().contains("severity 1 is late");
    passes(Duration.ofDays(7));
    assertThat(desk.toldTo(KEN)).hasSize(before + 4);
  }

  @Test
  void anItemThatChangedHandsWaitsForItsNewOwnerUntilItsNewDay() {
    reviewedWithOneItem();
    int before = desk.toldTo(KEN).size();
    LocalDate sooner = LocalDate.ofInstant(desk.now(), LearningBook.ZONE).plusDays(5);

    desk.items.change(
        desk.item(1), new ActionChange(Optional.of(MISAKI), Optional.of(sooner), "担当が変わった"), KEN);
    passes(Duration.ZERO);

    HumanTask task = engine.humanTasks().open(INCIDENT, ITEM).orElseThrow();
    assertThat(task.people()).containsExactly(MISAKI);
    passes(Duration.ofDays(4));
    assertThat(desk.toldTo(MISAKI)).last().asString().contains("is due on");
    assertThat(desk.toldTo(KEN)).hasSize(before);
    act("misaki", ITEM, Facts.of("verdict", "DONE").and("reason", "入れた"));
    passes(Duration.ZERO);
    assertThat(engine.isOver(INCIDENT)).isTrue();
  }

  @Test
  void inTasklistTooAnItemChangesHandsAndItsDay() {
    reviewedWithOneItem();
    String sooner = LocalDate.ofInstant(desk.now(), LearningBook.ZONE).plusDays(5).toString();
    Facts change = Facts.of("verdict", "CHANGE").and("reason", "担当が変わった").and("newOwner", "misaki");
    assertThat(engine.tasklist("ken").claim(ITEM).done()).isTrue();
    assertThat(engine.tasklist("ken").complete(ITEM, change.and("newDue", "soon")).sentence())
        .contains("The new day cannot be read");

    assertThat(engine.tasklist("ken").complete(ITEM, change.and("newDue", sooner)).done()).isTrue();
    passes(Duration.ZERO);

    HumanTask task = engine.humanTasks().open(INCIDENT, ITEM).orElseThrow();
    assertThat(task.people()).containsExactly(MISAKI);
    assertThat(
            desk.store.items(INCIDENT).get(0).view().due().atZone(LearningBook.ZONE).toLocalDate())
        .hasToString(sooner);
    act("misaki", ITEM, Facts.of("verdict", "DONE").and("reason", "入れた"));
    passes(Duration.ZERO);
    assertThat(engine.isOver(INCIDENT)).isTrue();
  }

  /** A41. */
  @Test
  void onlyAProcessOwnerWhoDoesNotOwnItWaivesAnItem() {
    isResolved();
    toReview("証明書の期限を知らせるしくみがなかった");
    desk.items.add(INCIDENT, wish(KEI), SHO);
    desk.postmortems.review(INCIDENT, GRACE);
    passes(Duration.ZERO);

    assertThat(desk.items.waive(desk.item(1), "やらない", KEI)).isInstanceOf(Outcome.NotAllowed.class);
    Answer own = engine.tasklist("kei").act(() -> {});
    assertThat(own.done()).isTrue();
    assertThat(engine.tasklist("kei").claim(ITEM).done()).isTrue();
    assertThat(
            engine
                .tasklist("kei")
                .complete(ITEM, Facts.of("verdict", "WAIVE").and("reason", "やらない"))
                .sentence())
        .contains("Nobody waives an item of their own");
    assertThat(desk.items.waive(desk.item(1), "やらない", SHO)).isInstanceOf(Outcome.NotAllowed.class);
    assertThat(desk.row().state()).isEqualTo(State.REVIEWED);

    assertThat(desk.items.waive(desk.item(1), "ほかの案件でやる", TAKUMI)).isInstanceOf(Outcome.Done.class);
    passes(Duration.ZERO);
    assertThat(desk.store.items(INCIDENT).get(0).view().state()).isEqualTo(ActionItem.State.WAIVED);
    assertThat(engine.isOver(INCIDENT)).isTrue();
  }

  // ---- a short one, none, and what came back

  @Test
  void aCallForNothingGetsTheShortForm() {
    falseAlarm();
    assertThat(desk.row().form()).isEqualTo(Form.SHORT);
    assertThat(waits()).containsExactly(SHORT);

    assertThat(engine.tasklist("misaki").act(() -> {}).done()).isTrue();
    act("misaki", SHORT, Facts.of("whyCalled", "しきい値が低い").and("makeCheaper", "5 分続いたら鳴らす"));

    assertThat(desk.row().text(Section.MAKE_CHEAPER)).isEqualTo("5 分続いたら鳴らす");
    assertThat(desk.state).isEqualTo(IncidentState.CLOSED);
    assertThat(engine.isOver(INCIDENT)).isTrue();
  }

  @Test
  void theSecondAnswerOfAShortFormStandsBeneathTheFirst() {
    falseAlarm();
    act("misaki", SHORT, Facts.of("whyCalled", "しきい値が低い").and("makeCheaper", "上げる"));
    Outcome second = desk.writing.answerShort(INCIDENT, "夜だけ鳴る", "上げる", new PersonId("itsuki"));

    assertThat(second).isInstanceOf(Outcome.Done.class);
    assertThat(desk.row().text(Section.WHY_CALLED)).isEqualTo("しきい値が低い\n\n夜だけ鳴る");
    assertThat(desk.row().text(Section.MAKE_CHEAPER)).isEqualTo("上げる");
    assertThat(desk.writing.answerShort(INCIDENT, "夜だけ鳴る", "上げる", new PersonId("itsuki")))
        .as("pressed twice")
        .isInstanceOf(Outcome.AlreadyDone.class);
  }

  @Test
  void aShortFormThatNobodyAnswersEndsAfterAWeek() {
    falseAlarm();

    passes(Duration.ofDays(7));

    assertThat(desk.row().state()).isEqualTo(State.CLOSED);
    assertThat(desk.state).isEqualTo(IncidentState.CLOSED);
    assertThat(engine.isOver(INCIDENT)).isTrue();
  }

  @Test
  void aFalseAlarmThatCostNobodyAnythingOwesNothing() {
    desk.paged = false;
    desk.room = false;
    falseAlarm();

    assertThat(engine.isOver(INCIDENT)).isTrue();
    assertThat(desk.owed.isOwed(INCIDENT)).isFalse();
  }

  /** A drill has an after-action review of its own; nothing of it is asked or told here. */
  @Test
  void aDrillOwesNoPostmortem() {
    desk.kind = Kind.DRILL;
    isResolved();

    assertThat(engine.isOver(INCIDENT)).isTrue();
    assertThat(desk.told).isEmpty();
    assertThat(desk.owed.isOwed(INCIDENT)).isFalse();
  }

  @Test
  void anEndThatIsTakenBackAtOnceBeginsNothing() {
    desk.state = IncidentState.MONITORING;
    desk.moves(IncidentState.RESOLVED);
    desk.moves(IncidentState.MONITORING);
    passes(Duration.ofMinutes(1));

    assertThat(engine.isOver(INCIDENT)).isTrue();
    assertThat(desk.postmortems.find(INCIDENT)).isEmpty();
  }

  /** While it is open again no process listens, and nobody's facts get stuck waiting for one. */
  @Test
  void anItemThatIsAgreedWhileTheIncidentIsBackWaitsForItsNextEnd() {
    reviewedWithOneItem();
    desk.moves(IncidentState.INVESTIGATING);
    engine.settle();

    agrees();
    desk.hears();

    assertThat(desk.facts).isEmpty();
    assertThat(waits()).isEmpty();
  }

  @Test
  void whatCameBackIsReviewedAfterItsNextEndAndNothingWrittenIsLost() {
    isResolved();
    desk.postmortems.chooseOwner(INCIDENT, SHO, AOI);
    writes("証明書");
    engine.settle();
    desk.moves(IncidentState.INVESTIGATING);
    engine.settle();
    assertThat(engine.isOver(INCIDENT)).isTrue();

    passes(Duration.ofHours(2));
    desk.moves(IncidentState.RESOLVED);
    passes(Duration.ofMinutes(1));

    assertThat(desk.row().text(Section.FACTORS)).isEqualTo("証明書");
    assertThat(desk.row().begunAt()).isEqualTo(desk.now());
    assertThat(waits()).containsExactly(MEETING);
  }

  @Test
  void whatCameBackAndWasMergedIsReviewedWithItsParent() {
    isResolved();
    writes("証明書");
    desk.moves(IncidentState.INVESTIGATING);
    engine.settle();

    desk.moves(IncidentState.MERGED);

    assertThat(desk.row().state()).isEqualTo(State.CLOSED);
    assertThat(desk.row().text(Section.FACTORS)).as("nothing written is lost").isEqualTo("証明書");
  }

  @Test
  void aFalseAlarmThatWasRealAfterAllLosesItsShortForm() {
    falseAlarm();
    desk.moves(IncidentState.INVESTIGATING);
    engine.settle();

    assertThat(engine.isOver(INCIDENT)).isTrue();
    passes(Duration.ofHours(1));
    desk.moves(IncidentState.RESOLVED);
    passes(Duration.ofMinutes(1));
    assertThat(desk.row().form()).isEqualTo(Form.FULL);
  }

  @Test
  void aReviewThatIsOnlyOfferedIsBegunByAResponder() {
    desk.severity = Optional.of(Severity.SEV3);
    desk.room = false;
    isResolved();
    assertThat(engine.isOver(INCIDENT)).isTrue();
    assertThat(desk.owed.isOwed(INCIDENT)).isFalse();

    assertThat(desk.postmortems.begin(INCIDENT, Desk.EMMA)).isInstanceOf(Outcome.NotAllowed.class);
    assertThat(desk.postmortems.begin(INCIDENT, MISAKI)).isInstanceOf(Outcome.Done.class);
    passes(Duration.ofMinutes(1));
    assertThat(waits()).containsExactly(OWNER);
    assertThat(desk.owed.isOwed(INCIDENT)).isTrue();
  }

  @Test
  void afterARebuildItGoesOnWhereItsRecordStands() {
    reviewedWithOneItem();
    desk.state = IncidentState.POSTMORTEM;
    engine.forgetsEverything();

    new TakesUpReviewsAgain(desk.book, desk.process)
        .on(new ProcessRebuilt(INCIDENT, Kind.REAL, desk.now()));
    passes(Duration.ofMinutes(1));
    desk.hears();
    engine.settle();

    assertThat(waits()).containsExactlyInAnyOrder(SEE, ITEM);
  }

  /** Resolved before there were reviews, it is heard of when it would have closed. */
  @Test
  void whatWaitsForAReviewThatNobodyBeganGetsOne() {
    desk.state = IncidentState.RESOLVED;
    desk.moves(IncidentState.POSTMORTEM);
    passes(Duration.ofMinutes(1));

    assertThat(waits()).containsExactly(OWNER);
  }

  private static void falseAlarm() {
    desk.state = IncidentState.TRIAGE;
    desk.moves(IncidentState.FALSE_ALARM);
    passes(Duration.ofMinutes(1));
  }

  private static void reviewedWithOneItem() {
    isResolved();
    toReview("証明書の期限を知らせるしくみがなかった。更新の手順が二か所にあった");
    agrees();
    desk.postmortems.review(INCIDENT, GRACE);
    engine.settle();
    passes(Duration.ZERO);
  }

  private static void inReview(String factors) {
    isResolved();
    toReview(factors);
  }

  private static void toReview(String factors) {
    desk.postmortems.chooseOwner(INCIDENT, SHO, AOI);
    engine.settle();
    desk.postmortems.schedule(INCIDENT, desk.now().plus(Duration.ofDays(2)), GRACE, SHO);
    engine.settle();
    writes(factors);
    desk.postmortems.submit(INCIDENT, SHO);
    engine.settle();
  }

  private static void writes(String factors) {
    desk.postmortems.write(
        INCIDENT,
        desk.row().edition(),
        Map.of(Section.SUMMARY, "決済が 2 時間遅れた", Section.FACTORS, factors),
        MISAKI);
  }

  private static void agrees() {
    desk.items.add(INCIDENT, wish(KEN), SHO);
  }

  private static ActionWish wish(org.honbu.kernel.PersonId owner) {
    return new ActionWish(
        "証明書の期限を見張る", ActionKind.DETECT, Optional.empty(), owner, Optional.empty());
  }

  private static void act(String login, String step, Facts answers) {
    HumanTask task = engine.humanTasks().open(INCIDENT, step).orElseThrow();
    if (task.assignee().isEmpty()) {
      assertThat(engine.tasklist(login).claim(step)).isEqualTo(new Answer(true, ""));
    }
    assertThat(engine.tasklist(login).complete(step, answers)).isEqualTo(new Answer(true, ""));
    engine.settle();
  }

  /** The rule of the desk that is there now. */
  private static final class Rules implements TaskRule {
    @Override
    public Set<String> steps() {
      return desk.tasks.steps();
    }

    @Override
    public Verdict mayHold(HumanTask task, org.honbu.kernel.PersonId person) {
      return desk.tasks.mayHold(task, person);
    }

    @Override
    public Verdict completed(HumanTask task, org.honbu.kernel.PersonId person, Facts answers) {
      return desk.tasks.completed(task, person, answers);
    }
  }
}
