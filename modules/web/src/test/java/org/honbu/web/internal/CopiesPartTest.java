package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.honbu.warroom.CopyStatus;
import org.junit.jupiter.api.Test;

/** What operators read about the copies of rooms. */
class CopiesPartTest {
  private static final Instant NOW = Instant.parse("2026-11-28T03:20:00Z");

  @Test
  void aFailureIsSaidWithItsReasonAndTheLastGoodCopy() {
    CopiesPart part =
        part(new CopyStatus.Failing(NOW, Optional.of(NOW.minusSeconds(60)), "disk full"));

    assertThat(part.getSentence())
        .isEqualTo("No copy since 12:20 JST: disk full. The last good one is of 12:19 JST");
    assertThat(part.getStyle()).isEqualTo("t-danger");
  }

  @Test
  void otherwiseItSaysHowManyOrThatThereIsNoPlace() {
    assertThat(part(new CopyStatus.Written(NOW, 1)).getSentence())
        .isEqualTo("1 room copied at 12:20 JST");
    assertThat(part(new CopyStatus.Off()).getSentence()).contains("HONBU_ROOM_COPY");
    assertThat(part(new CopyStatus.NotYet()).getStyle()).isEmpty();
  }

  private static CopiesPart part(CopyStatus status) {
    return new CopiesPart(
        status,
        new Texts(Locale.ENGLISH, Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of("Asia/Tokyo")));
  }
}
