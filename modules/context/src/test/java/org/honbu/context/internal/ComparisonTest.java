package org.honbu.context.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.context.Likeness.ALERT;
import static org.honbu.context.Likeness.COMPONENT;
import static org.honbu.context.Likeness.LABELS;
import static org.honbu.context.Likeness.RECENCY;
import static org.honbu.context.Likeness.WORDING;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.alerts.Signal;
import org.honbu.context.ContextPack.Term;
import org.honbu.incidents.Impact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
  private static final Duration YESTERDAY = Duration.ofDays(1);

  @Test
  void theSameInEverythingIsAHundredPointsAndEveryReasonIsShown() {
    Traits payments = traits("決済 API が応答しません / Payment API does not answer", "payment-api");

    assertThat(Comparison.of(payments, payments, Duration.ZERO))
        .containsExactly(
            new Term(COMPONENT, 40),
            new Term(ALERT, 25),
            new Term(WORDING, 15),
            new Term(LABELS, 10),
            new Term(RECENCY, 10));
  }

  @Test
  void beingRecentAloneMakesNothingAlike() {
    Traits payments = traits("決済が止まりました", "payment-api");
    Traits mail = new Traits("メールが遅い", Optional.of("mail-sender"), Set.of("MailQueue"), Set.of());

    assertThat(Comparison.of(payments, mail, Duration.ZERO)).isEmpty();
  }

  @Test
  void whatNobodyNamedIsNotTheSameComponent() {
    Traits nameless = new Traits("決済が止まりました", Optional.empty(), Set.of(), Set.of());

    assertThat(Comparison.of(nameless, nameless, YESTERDAY))
        .extracting(Term::reason)
        .containsExactly(WORDING, RECENCY);
  }

  @Test
  void ageCountsLessAndLess() {
    Traits payments = traits("決済が止まりました", "payment-api");

    assertThat(recency(payments, Duration.ofDays(1))).isEqualTo(10);
    assertThat(recency(payments, Duration.ofDays(182))).isEqualTo(5);
    assertThat(recency(payments, Duration.ofDays(400))).isZero();
    assertThat(recency(payments, Duration.ofDays(-1)))
        .as("a clock that was set back")
        .isEqualTo(10);
  }

  private static int recency(Traits both, Duration ago) {
    return Comparison.of(both, both, ago).stream()
        .filter(term -> term.reason() == RECENCY)
        .mapToInt(Term::points)
        .sum();
  }

  @ParameterizedTest(name = "{0} · {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          決済が止まりました                       | 決済が止まりました                       | 1.0 | 1.0
          決済画面の5xx急増                        | 決済画面のエラー急増                     | 0.4 | 0.9
          Payment API does not answer              | payment api is slow                      | 0.5 | 0.8
          決済 API / Payment API                   | Payment API                              | 0.9 | 1.0
          しています                               | しています                               | 0.0 | 0.0
          検索が遅い                               | 決済が止まりました                       | 0.0 | 0.0
          Checkout is down                         | Search is down                           | 0.4 | 0.6
          ＡＰＩ                                   | api                                      | 1.0 | 1.0
          """)
  void titlesAreComparedByPairsOfCharactersInJapaneseAndByWordsElsewhere(
      String one, String other, double least, double most) {
    assertThat(TitleWords.overlap(one, other)).isBetween(least, most);
    assertThat(TitleWords.overlap(other, one)).isBetween(least, most);
  }

  @Test
  void oneMachineIsNoTrait() {
    Traits traits =
        Traits.of(
            "x",
            Optional.empty(),
            List.of(signal("alertname=Down, instance=db-1:5432, run=7, severity=critical, odd")));

    assertThat(traits.alerts()).containsExactly("Down");
    assertThat(traits.labels()).containsExactly("severity=critical");
  }

  private static Traits traits(String what, String component) {
    return new Traits(
        what, Optional.of(component), Set.of("PaymentApiDown"), Set.of("severity=critical"));
  }

  private static Signal signal(String labels) {
    Instant now = Instant.parse("2026-11-23T18:05:00Z");
    return new Signal(
        "prometheus", "f", "t", labels, Impact.Urgency.CRITICAL, now, now, 1, Optional.empty());
  }
}
