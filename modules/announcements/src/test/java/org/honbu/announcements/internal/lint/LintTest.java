package org.honbu.announcements.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.honbu.announcements.Announcement.Phase;
import org.honbu.announcements.Draft;
import org.honbu.announcements.LintFinding;
import org.honbu.announcements.LintFinding.Field;
import org.honbu.announcements.LintFinding.Rule;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.people.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What users should not be told so is found, and what they should be told is not (TP-L, A30). */
class LintTest {
  private static final Instant NEXT = Instant.parse("2026-03-02T01:20:00Z");
  private static final List<Person> PEOPLE =
      List.of(
          new Person(new PersonId("yumi"), "田中", "由美", Optional.of("Yumi Tanaka")),
          new Person(new PersonId("daniel"), "Kim", "Daniel", Optional.empty()));
  private static final Lint.Known DEGRADED = new Lint.Known(PEOPLE, false);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10分で復旧します",
        "１０分以内に復旧見込みです",
        "30 分後に復旧",
        "1時間ほどで直ります",
        "14:30 ごろに解消する予定です",
        "14時30分までに再開します",
        "まもなく回復します",
        "復旧は 14:30 ごろの見込みです",
        "現在調べています。本日中に復旧できる見通しです",
        "We expect to be back within 10 minutes.",
        "Payments will be restored by 14:30",
        "It should be working again soon",
        "The fix is expected in about an hour."
      })
  void nobodyPromisesATimeOfRecovery(String text) {
    assertThat(rules(text)).contains(Rule.RECOVERY_PROMISED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10:05 に復旧しました",
        "10 分で復旧しました",
        "復旧に向けて作業しています。次のお知らせは 10:20 JST 予定です",
        "復旧までの時間はまだわかりません",
        "カード決済が 09:40 ごろからご利用しづらい状況です",
        "The problem was resolved at 10:05.",
        "We are working on a fix. Next update by 10:20 JST.",
        "We will share what we learned."
      })
  void whatHasHappenedAndWhenWeSpeakAgainMayBeSaid(String text) {
    assertThat(rules(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "db-03が応答しません",
        "192.168.10.4 への接続",
        "pay-db.internal が遅い",
        "web01 を再起動",
        "localhost:8080",
        "PAY-1234 で対応中",
        "INC-2026-0001",
        "田中由美が対応しています",
        "田中 由美",
        "田中さんが確認中",
        "Yumi Tanaka is on it",
        "Daniel Kim",
        "@yumi が見ています"
      })
  void whatMeansSomethingInsideOnlyIsFound(String text) {
    assertThat(rules(text)).contains(Rule.INTERNAL_NAME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"田中町の店舗", "UTF-8 の文字", "payment-api がご利用しづらい状況です", "3-1 の画面"})
  void whatOnlyLooksLikeItIsNot(String text) {
    assertThat(rules(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"設定ミスでした", "ヒューマンエラーです", "委託先のせいです", "A human error", "their mistake"})
  void nobodyIsBlamed(String text) {
    assertThat(rules(text)).contains(Rule.BLAME);
  }

  @Test
  void aMismatchIsNoBlame() {
    assertThat(rules("表示のミスマッチを直しました")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"決済が全停止しています", "サービス停止中です", "サーバーがダウンしました", "A payment outage", "It is down"})
  void allHasStoppedIsSaidOnlyWhenItHas(String text) {
    assertThat(rules(text)).contains(Rule.OUTAGE_WORD);
    assertThat(Lint.read(both(text, text), new Lint.Known(PEOPLE, true))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "影響は 18 % です|About 20 % are affected",
        "10:05 から発生|Since 10:15",
        "続報 2|Update three",
        "影響は 1,200 件|1,300 orders are affected"
      })
  void bothLanguagesGiveTheSameFigures(String ja, String en) {
    assertThat(Lint.read(both(ja, en), DEGRADED))
        .extracting(LintFinding::rule)
        .containsExactly(Rule.NUMBERS_DIFFER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "影響は 18 % です|18 % are affected",
        "10時5分から発生|Since 10:05",
        "続報 3|Update three",
        "1,200 件|1200 orders",
        "午後2時から|Since 14:00"
      })
  void theSameFigureMayBeWrittenInManyWays(String ja, String en) {
    assertThat(Lint.read(both(ja, en), DEGRADED)).isEmpty();
  }

  @Test
  void theTextPromisesWhatTheFieldPromises() {
    assertThat(rules("次のお知らせは 10:20 JST 予定です")).isEmpty();
    assertThat(rules("次のお知らせは 11:00 JST 予定です")).containsExactly(Rule.NEXT_TIME_DIFFERS);
    assertThat(rules("Next update by 10:30 JST.")).containsExactly(Rule.NEXT_TIME_DIFFERS);
  }

  @Test
  void whenTheNextOneComesIsMissingOnlyWhileItGoesOn() {
    var update = new Draft(Phase.UPDATE, new Words("続報", "Update"), Optional.empty());
    var over = new Draft(Phase.RESOLVED, new Words("復旧", "Resolved"), Optional.empty());

    assertThat(Lint.read(update, DEGRADED))
        .extracting(LintFinding::rule, LintFinding::field)
        .containsExactly(tuple(Rule.NO_NEXT_TIME, Field.NEXT));
    assertThat(Lint.read(over, DEGRADED)).isEmpty();
  }

  @Test
  void whatIsTooLongOrStillOpenIsFound() {
    assertThat(rules("あ".repeat(401))).contains(Rule.TOO_LONG);
    assertThat(rules("あ".repeat(400))).isEmpty();
    assertThat(rules("正：［正しい内容］")).containsExactly(Rule.UNFINISHED);
    assertThat(rules("{{impact}}")).containsExactly(Rule.UNFINISHED);
  }

  @Test
  void aFindingNamesThePlaceAndTheFixInBothLanguages() {
    LintFinding finding = Lint.read(both("10分で復旧します", "Fine"), DEGRADED).get(0);

    assertThat(finding.sentence().ja()).startsWith("本文（日本語）「10分で復旧します」：復旧の時刻は約束できません");
    assertThat(finding.sentence().en()).contains("Text in Japanese", "Say when the next update");
  }

  @Test
  void aTextThatServesBothLanguagesIsReadOnce() {
    assertThat(Lint.read(both("設定ミスでした", "設定ミスでした"), DEGRADED)).hasSize(1);
  }

  private static List<Rule> rules(String text) {
    return Lint.read(both(text, text), DEGRADED).stream().map(LintFinding::rule).toList();
  }

  private static Draft both(String ja, String en) {
    return new Draft(Phase.UPDATE, new Words(ja, en), Optional.of(NEXT));
  }
}
