package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T18:41:00Z");
  private final Texts english = texts(Locale.ENGLISH);
  private final Texts japanese = texts(Locale.JAPANESE);

  @Test
  void aDeadlineCountsDownAndThenUpAndNeverDisappears() {
    assertThat(english.left(NOW.plusSeconds(232))).isEqualTo("3:52");
    assertThat(english.left(NOW.plusSeconds(3735))).isEqualTo("1:02:15");
    assertThat(english.left(NOW.minusSeconds(72))).isEqualTo("+1:12");
    assertThat(english.left(NOW.plusSeconds(47 * 3600))).isEqualTo("47:00:00");
    assertThat(english.left(NOW.plusSeconds(119 * 3600 + 59))).isEqualTo("4 d 23 h");
  }

  @Test
  void thousandsAreSetApart() {
    assertThat(japanese.number(10_000)).isEqualTo("10,000");
    assertThat(english.number(7)).isEqualTo("7");
  }

  @Test
  void aTimeIsSaidWithItsZone() {
    assertThat(english.clock(NOW)).isEqualTo("03:41 JST");
    assertThat(japanese.clock(NOW)).isEqualTo("03:41 JST");
  }

  @Test
  void theDayIsSaidWhenItIsNotTodayAndTheYearWhenItIsAnother() {
    Instant weeksAgo = NOW.minus(Duration.ofDays(20));
    Instant lastYear = NOW.minus(Duration.ofDays(400));

    assertThat(japanese.when(NOW.minusSeconds(60))).isEqualTo("03:40 JST");
    assertThat(english.when(weeksAgo)).isEqualTo("3 Nov 03:41 JST");
    assertThat(japanese.when(lastYear)).isEqualTo("2025/10/19 03:41 JST");
  }

  @Test
  void sinceWhenIsSaidAsPeopleSayIt() {
    assertThat(english.ago(NOW.minusSeconds(20))).isEqualTo("just now");
    assertThat(japanese.ago(NOW.minusSeconds(32 * 60))).isEqualTo("32 分前");
    assertThat(english.ago(NOW.minusSeconds(5 * 3600 + 600))).isEqualTo("5 h 10 min ago");
    assertThat(english.ago(NOW.minusSeconds(3 * 86400))).isEqualTo("3 days ago");
  }

  @Test
  void aNameThatOperatorsAddedIsSaidAsTheyWroteIt() {
    assertThat(english.of("channel.", "email", "email")).isEqualTo("E-mail");
    assertThat(english.of("channel.", "pager-duty", "pager-duty")).isEqualTo("pager-duty");
  }

  private static Texts texts(Locale reader) {
    return new Texts(reader, Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of("Asia/Tokyo"));
  }
}
