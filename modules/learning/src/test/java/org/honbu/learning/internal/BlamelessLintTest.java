package org.honbu.learning.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.honbu.kernel.PersonId;
import org.honbu.learning.Finding;
import org.honbu.learning.Postmortem.Form;
import org.honbu.learning.Section;
import org.honbu.people.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Blame is found before a review is called reviewed (TP-L2, T02). */
class BlamelessLintTest {
  private static final BlamelessLint LINT =
      new BlamelessLint(
          List.of(
              new Person(new PersonId("misaki"), "佐藤", "美咲", Optional.of("Misaki Sato")),
              new Person(new PersonId("mori"), "森", "葵", Optional.of("Aoi Mori")),
              new Person(new PersonId("daniel"), "Weber", "Daniel", Optional.empty())));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "佐藤 美咲が設定を変えた",
        "佐藤美咲さんが設定を変えた",
        "佐藤さんの設定",
        "佐藤の設定",
        "森さんの判断",
        "Misaki Sato changed it",
        "Sato changed it",
        "Daniel's change",
        "misaki が押した",
        "@daniel pressed it"
      })
  void aPersonIsNeverAFactor(String text) {
    assertThat(findings(Section.FACTORS, text)).isNotEmpty();
    assertThat(findings(Section.FACTORS, text).get(0).kinder().en()).contains("role");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "森林のように依存が深い",
        "satoshi-cache was full",
        "misaki-service に負荷が集まった",
        "deploys to daniel.example.com",
        "画面に二つの時刻が出ていた"
      })
  void whatOnlyLooksLikeANameMayStand(String text) {
    assertThat(findings(Section.FACTORS, text)).isEmpty();
  }

  /** The timeline and thanks name people; only a factor must not. */
  @Test
  void namesMayStandElsewhere() {
    assertThat(findings(Section.WENT_WELL, "佐藤さんがすぐ声をかけてくれた")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "原因はヒューマンエラー",
        "不注意だった",
        "もっと早く連絡すべきだった",
        "確認するべきだった",
        "気づくべきでした",
        "根本原因は DNS",
        "Human error",
        "a human-error",
        "They should have known",
        "we shouldn't have deployed",
        "The root cause was DNS",
        "it was careless"
      })
  void wordsThatJudgeAreFoundInEverySection(String text) {
    for (Section section : Section.of(Form.FULL)) {
      assertThat(findings(section, text)).as(section.name()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "人が間違えても止まるしくみがなかった",
        "we should add a check",
        "the cause area was DNS",
        "roots caused"
      })
  void plainWordsMayStand(String text) {
    assertThat(findings(Section.FACTORS, text)).isEmpty();
  }

  @Test
  void aFindingSaysWhereWhatWhyAndHowItCouldBeSaid() {
    Finding finding = findings(Section.LEARNED, "早く止めるべきだった").get(0);

    assertThat(finding.found()).isEqualTo("べきだった");
    assertThat(finding.line().ja()).contains("学び・驚き", "「べきだった」", "結果を知ってから", "当時の見え方");
    assertThat(finding.line().en()).contains("What we learned", "Hindsight", "known at the time");
  }

  @Test
  void theSameWordsOfASectionAreSaidOnce() {
    assertThat(findings(Section.FACTORS, "不注意。また不注意")).hasSize(1);
  }

  @Test
  void theShortFormIsReadAsWell() {
    assertThat(LINT.findings(Form.SHORT, Map.of(Section.WHY_CALLED, "不注意"))).hasSize(1);
  }

  private static List<Finding> findings(Section section, String text) {
    return LINT.findings(Form.FULL, Map.of(section, text));
  }
}
