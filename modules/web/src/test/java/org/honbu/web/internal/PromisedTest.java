package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import org.honbu.announcements.Announcement.Phase;
import org.junit.jupiter.api.Test;

/** An author chooses when users hear again, and never later than the rhythm allows. */
class PromisedTest {
  private static final Instant NOW = Instant.parse("2026-03-02T01:00:30Z");

  private final Texts texts =
      new Texts(Locale.ENGLISH, Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of("Asia/Tokyo"));

  @Test
  void theLatestTimeThatTheRhythmAllowsIsProposedAndSoonerOnesMayBeChosen() {
    assertThat(Promised.times(NOW, Duration.ofMinutes(20), texts))
        .extracting(Promised.Time::value, Promised.Time::chosen)
        .containsExactly(
            tuple("2026-03-02T01:05:00Z", false),
            tuple("2026-03-02T01:10:00Z", false),
            tuple("2026-03-02T01:15:00Z", false),
            tuple("2026-03-02T01:20:00Z", true));
  }

  @Test
  void eachTimeIsSaidAsAClockShowsItAndHowFarItIs() {
    assertThat(Promised.times(NOW, Duration.ofMinutes(4), texts))
        .extracting(Promised.Time::label)
        .containsExactly("10:04 JST (in 4 min)");
  }

  @Test
  void everyKindHasAWord() {
    assertThat(Arrays.stream(Phase.values()).map(phase -> Promised.kind(phase, texts)))
        .doesNotContain("")
        .contains("It is back", "No impact");
  }
}
