package org.honbu.learning.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.honbu.learning.internal.Desk.AOI;
import static org.honbu.learning.internal.Desk.EMMA;
import static org.honbu.learning.internal.Desk.GRACE;
import static org.honbu.learning.internal.Desk.INCIDENT;
import static org.honbu.learning.internal.Desk.KEN;
import static org.honbu.learning.internal.Desk.MISAKI;
import static org.honbu.learning.internal.Desk.SHO;
import static org.honbu.learning.internal.Desk.TAKUMI;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.Severity;
import org.honbu.incidents.TimelineEntry;
import org.honbu.kernel.Actor;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.learning.ActionChange;
import org.honbu.learning.ActionItem;
import org.honbu.learning.ActionKind;
import org.honbu.learning.ActionWish;
import org.honbu.learning.Postmortem;
import org.honbu.learning.Postmortem.Form;
import org.honbu.learning.Section;
import org.honbu.learning.WriteOutcome;
import org.honbu.learning.internal.RequiredReview.Requirement;
import org.honbu.testkit.process.EngineHarness;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What may be decided about a review, without its process. */
class LearningActsTest {
  private static EngineHarness engine;
  private Desk desk;

  @BeforeAll
  static void start() {
    engine =
        EngineHarness.of("PostmortemRequirement.dmn", "ActionItemDue.dmn")
            .people(Desk.CAST)
            .start();
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @BeforeEach
  void aReviewIsOwed() {
    desk = new Desk(() -> engine);
    Instant now = desk.now();
    desk.store.add(
        new PostmortemRow(
            desk.book.view(INCIDENT), Form.FULL, 1, now.plus(Duration.ofDays(3)), now));
  }

  // ---- DM-7, TM31

  @Test
  void severityTwoMeetsWithinFiveWorkingDays() {
    desk.severity = Optional.of(Severity.SEV2);
    Instant wednesdayNoon = Instant.parse("2026-04-01T03:00:00Z");

    Requirement owed = desk.required.of(desk.book.view(INCIDENT), wednesdayNoon);

    assertThat(owed.form()).contains(Form.FULL);
    assertThat(owed.due()).as("Wednesday next week").isEqualTo("2026-04-08T03:00:00Z");
  }

  @Test
  void aWarRoomOwesAReviewWhateverTheSeverity() {
    desk.severity = Optional.of(Severity.SEV4);
    assertThat(desk.required.of(desk.book.view(INCIDENT), desk.now()).form()).contains(Form.FULL);
    desk.room = false;
    Requirement none = desk.required.of(desk.book.view(INCIDENT), desk.now());
    assertThat(none.form()).isEmpty();
    assertThat(none.isOffered()).isFalse();
  }

  // ---- owner, facilitator, meeting

  /** Not the commander, and nobody of the team that owns what broke. */
  @Test
  void whoeverIsNearTheChangeIsNotProposed() {
    desk.timeline.add(said(KEN));
    desk.timeline.add(said(MISAKI));
    desk.timeline.add(said(new PersonId("gone")));

    assertThat(desk.postmortems.proposals(INCIDENT)).containsExactly(SHO, KEN);
  }

  @Test
  void onlyTheCommanderChoosesAndNotThemselves() {
    assertThat(desk.leading.chooseOwner(INCIDENT, SHO, MISAKI))
        .isInstanceOf(Outcome.NotAllowed.class);
    assertThat(desk.leading.chooseOwner(INCIDENT, AOI, AOI)).isInstanceOf(Outcome.NotNow.class);
    assertThatThrownBy(() -> desk.leading.chooseOwner(INCIDENT, new PersonId("gone"), AOI))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("HB-9004");
    assertThat(desk.leading.chooseOwner(INCIDENT, SHO, AOI)).isInstanceOf(Outcome.Done.class);
    assertThat(desk.toldTo(SHO)).hasSize(1);
    assertThat(desk.allNotes()).contains("refused: 葵 中村, who commanded, chooses");
  }

  @Test
  void theMeetingIsLedByAThirdPersonAndByTheDayItIsDue() {
    desk.leading.chooseOwner(INCIDENT, SHO, AOI);
    Instant tomorrow = desk.now().plus(Duration.ofDays(1));

    assertThat(desk.leading.schedule(INCIDENT, tomorrow, GRACE, AOI))
        .isInstanceOf(Outcome.NotAllowed.class);
    assertThat(desk.leading.schedule(INCIDENT, tomorrow, SHO, SHO))
        .isInstanceOf(Outcome.NotNow.class);
    assertThat(desk.leading.schedule(INCIDENT, tomorrow, AOI, SHO))
        .isInstanceOf(Outcome.NotNow.class);
    assertThatThrownBy(
            () -> desk.leading.schedule(INCIDENT, desk.now().plus(Duration.ofDays(4)), GRACE, SHO))
        .hasMessageContaining("HB-9008");
    assertThatThrownBy(
            () -> desk.leading.schedule(INCIDENT, desk.now().minusSeconds(60), GRACE, SHO))
        .hasMessageContaining("HB-9008");
    assertThat(desk.leading.schedule(INCIDENT, tomorrow, GRACE, SHO))
        .isInstanceOf(Outcome.Done.class);
    assertThat(desk.toldTo(GRACE)).hasSize(1);
  }

  // ---- writing

  @Test
  void ofTwoWhoWriteAtOnceTheSecondIsToldAndNothingIsLost() {
    desk.postmortems.write(INCIDENT, 0, Map.of(Section.SUMMARY, "一人目"), MISAKI);

    WriteOutcome second = desk.postmortems.write(INCIDENT, 0, Map.of(Section.SUMMARY, "二人目"), SHO);

    var outdated = (WriteOutcome.Outdated) second;
    assertThat(outdated.why().ja()).contains("美咲 佐藤 さんが保存しました", "消えていません");
    assertThat(outdated.now().text(Section.SUMMARY)).isEqualTo("一人目");
    assertThat(outdated.now().edition()).isEqualTo(1);
    assertThat(desk.row().text(Section.SUMMARY)).isEqualTo("一人目");
    assertThat(desk.postmortems.write(INCIDENT, 1, Map.of(Section.SUMMARY, "二人で"), SHO))
        .isInstanceOf(WriteOutcome.Written.class);
  }

  @Test
  void sectionsThatAreNotNamedStay() {
    desk.postmortems.write(INCIDENT, 0, Map.of(Section.SUMMARY, "概要", Section.LUCKY, "運"), MISAKI);
    desk.postmortems.write(INCIDENT, 1, Map.of(Section.SUMMARY, ""), MISAKI);

    assertThat(desk.row().texts()).containsExactly(Map.entry(Section.LUCKY, "運"));
  }

  @Test
  void whoDoesNotRespondDoesNotWrite() {
    assertThat(desk.postmortems.write(INCIDENT, 0, Map.of(Section.SUMMARY, "x"), EMMA))
        .isInstanceOf(WriteOutcome.Refused.class);
    assertThatThrownBy(
            () ->
                desk.postmortems.write(
                    INCIDENT, 0, Map.of(Section.SUMMARY, "x".repeat(4001)), MISAKI))
        .hasMessageContaining("HB-9002");
  }

  @Test
  void aReviewNeedsASummaryAndFactors() {
    desk.leading.chooseOwner(INCIDENT, SHO, AOI);
    assertThat(desk.writing.submit(INCIDENT, SHO)).isInstanceOf(Outcome.NotNow.class);
    desk.leading.schedule(INCIDENT, desk.now().plus(Duration.ofDays(1)), GRACE, SHO);
    assertThat(desk.writing.submit(INCIDENT, GRACE)).isInstanceOf(Outcome.NotAllowed.class);
    assertThat(desk.writing.submit(INCIDENT, SHO)).isInstanceOf(Outcome.Done.class);
    assertThat(desk.toldTo(MISAKI)).singleElement().asString().contains("add what you saw");

    assertThat(desk.writing.review(INCIDENT, SHO)).isInstanceOf(Outcome.NotAllowed.class);
    assertThat(desk.writing.review(INCIDENT, GRACE)).isInstanceOf(Outcome.NotNow.class);
    desk.postmortems.write(
        INCIDENT, 0, Map.of(Section.SUMMARY, "概要", Section.FACTORS, "二つの手順"), GRACE);
    assertThat(desk.writing.review(INCIDENT, GRACE)).isInstanceOf(Outcome.Done.class);
    assertThat(desk.toldTo(MISAKI)).last().asString().contains("The review is done");
    assertThat(desk.postmortems.write(INCIDENT, 1, Map.of(Section.SUMMARY, "後から"), SHO))
        .isInstanceOf(WriteOutcome.Refused.class);
  }

  // ---- action items

  @Test
  void anItemHasAKnownOwnerAndTeamAndADayTheTableAllows() {
    LocalDate first = LocalDate.of(2026, 4, 1);

    assertThat(add(wish(KEN, Optional.of(first.plusDays(15))))).isInstanceOf(Outcome.Done.class);
    assertThatThrownBy(() -> add(wish(KEN, Optional.of(first.plusDays(16)))))
        .hasMessageContaining("HB-9008");
    assertThatThrownBy(() -> add(wish(KEN, Optional.of(first.minusDays(1)))))
        .hasMessageContaining("HB-9008");
    assertThatThrownBy(() -> add(wish(new PersonId("gone"), Optional.empty())))
        .hasMessageContaining("HB-9004");
    var elsewhere =
        new ActionWish(
            "x", ActionKind.PROCESS, Optional.of(new TeamId("nowhere")), KEN, Optional.empty());
    assertThatThrownBy(() -> add(elsewhere)).hasMessageContaining("HB-9012");
    assertThat(desk.items.add(INCIDENT, wish(KEN, Optional.empty()), EMMA))
        .isInstanceOf(Outcome.NotAllowed.class);
    assertThat(desk.store.items(INCIDENT)).hasSize(1);
  }

  @Test
  void whatIsOverdueComesFirst() {
    add(wish(KEN, Optional.empty()));
    add(wish(SHO, Optional.of(LocalDate.of(2026, 4, 5))));

    assertThat(desk.items.open()).extracting(ActionItem::owner).containsExactly(SHO, KEN);
  }

  @Test
  void anItemIsHandedOnWithAReason() {
    add(wish(KEN, Optional.empty()));

    assertThat(change(Optional.of(MISAKI), Optional.empty(), "担当が変わった", KEN))
        .isInstanceOf(Outcome.Done.class);

    assertThat(desk.items.open()).extracting(ActionItem::owner).containsExactly(MISAKI);
    assertThat(desk.toldTo(MISAKI)).last().asString().contains("is yours");
    assertThat(desk.toldTo(KEN)).as("it was his own wish").hasSize(1);
    assertThat(desk.allNotes()).contains("went from").contains("担当が変わった");
    assertThat(change(Optional.of(SHO), Optional.empty(), "x", KEN))
        .as("no longer his")
        .isInstanceOf(Outcome.NotAllowed.class);
    assertThat(change(Optional.of(KEN), Optional.empty(), "戻す", TAKUMI))
        .isInstanceOf(Outcome.Done.class);
    assertThat(desk.toldTo(MISAKI)).last().asString().contains("takes over");
  }

  /** As with waiving, what is late is not for its owner alone to excuse (A41). */
  @Test
  void nobodyPutsOffAnItemOfTheirOwn() {
    LocalDate first = LocalDate.of(2026, 4, 1);
    add(wish(KEN, Optional.of(first.plusDays(5))));

    assertThat(change(Optional.empty(), Optional.of(first.plusDays(6)), "忙しい", KEN))
        .isInstanceOf(Outcome.NotAllowed.class);
    assertThat(change(Optional.empty(), Optional.of(first.plusDays(4)), "早くできる", KEN))
        .isInstanceOf(Outcome.Done.class);
    assertThat(change(Optional.empty(), Optional.of(first.plusDays(15)), "部品待ち", TAKUMI))
        .isInstanceOf(Outcome.Done.class);
    assertThat(desk.toldTo(KEN)).last().asString().contains("now");
    assertThatThrownBy(
            () -> change(Optional.empty(), Optional.of(first.plusDays(16)), "もっと", TAKUMI))
        .hasMessageContaining("HB-9008");
    assertThat(desk.items.open())
        .extracting(item -> item.due().toString())
        .containsExactly("2026-04-16T14:59:59Z");
  }

  @Test
  void aChangeHasAReasonAndChangesSomething() {
    add(wish(KEN, Optional.empty()));

    assertThatThrownBy(() -> change(Optional.of(SHO), Optional.empty(), " ", KEN))
        .hasMessageContaining("HB-9002");
    assertThatThrownBy(() -> change(Optional.of(new PersonId("gone")), Optional.empty(), "x", KEN))
        .hasMessageContaining("HB-9004");
    assertThat(change(Optional.of(KEN), Optional.empty(), "x", KEN))
        .isInstanceOf(Outcome.NotNow.class);
    desk.items.done(desk.item(1), "した", KEN);
    assertThat(change(Optional.of(SHO), Optional.empty(), "x", TAKUMI))
        .isInstanceOf(Outcome.NotNow.class);
  }

  /** Whoever owns an item reads a private incident. */
  @Test
  void nobodyLetsThemselvesIntoAPrivateIncidentByAnItem() {
    add(wish(KEN, Optional.empty()));
    desk.outside.add(TAKUMI);

    assertThat(change(Optional.of(TAKUMI), Optional.empty(), "私がやる", TAKUMI))
        .isInstanceOf(Outcome.NotAllowed.class);
    assertThat(desk.items.open()).extracting(ActionItem::owner).containsExactly(KEN);
  }

  private Outcome change(
      Optional<PersonId> owner, Optional<LocalDate> due, String reason, PersonId by) {
    return desk.items.change(desk.item(1), new ActionChange(owner, due, reason), by);
  }

  // ---- the document

  @Test
  void theDocumentIsFilledInAndEscaped() {
    desk.timeline.add(said(KEN));
    desk.postmortems.write(
        INCIDENT, 0, Map.of(Section.FACTORS, "# 一つ\n<b>二つ</b> https://example.org/x"), MISAKI);
    add(wish(KEN, Optional.empty()));

    String document = desk.postmortems.markdown(INCIDENT);

    assertThat(document)
        .startsWith("# ポストモーテム / Postmortem: INC\\-2026\\-0123 決済が \\<b\\>遅い\\</b\\>\n")
        .contains("- 検知 / Detected: 2026-04-01 10:00 JST")
        .contains("- 応答 / Acknowledged: 2026-04-01 10:02 JST")
        .contains("## 3. 時系列 / Timeline")
        .contains("- 2026-04-01 10:30 JST 見ました / Seen")
        .contains("\\# 一つ\\\n\\<b\\>二つ\\</b\\> <https://example.org/x>")
        .contains("## 11. アクション / Action items\n\n- [ ] 見張る — 早く気づく / Detect, payments, ")
        .contains("## 14. 付録 / Appendix")
        .doesNotContain("訓練 / DRILL");
  }

  @Test
  void theDocumentOfADrillSaysSo() {
    desk.kind = Kind.DRILL;

    assertThat(desk.postmortems.markdown(INCIDENT)).contains("**訓練 / DRILL**");
  }

  @Test
  void overdueReviewsComeFirst() {
    Postmortem review = desk.postmortems.open().get(0);

    assertThat(review.isOverdue(desk.now())).isFalse();
    assertThat(review.isOverdue(desk.now().plus(Duration.ofDays(4)))).isTrue();
  }

  private Outcome add(ActionWish wish) {
    return desk.items.add(INCIDENT, wish, SHO);
  }

  private static ActionWish wish(PersonId owner, Optional<LocalDate> due) {
    return new ActionWish("見張る", ActionKind.DETECT, Optional.empty(), owner, due);
  }

  private static TimelineEntry said(PersonId by) {
    return new TimelineEntry(
        INCIDENT,
        Instant.parse("2026-04-01T01:30:00Z"),
        Actor.person(by),
        "note",
        new Words("見ました", "Seen"),
        Kind.REAL);
  }
}
