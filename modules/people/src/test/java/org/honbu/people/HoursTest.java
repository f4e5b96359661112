package org.honbu.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursTest {

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "2026-04-01T01:00:00Z, BUSINESS", // Wednesday 10:00 in Tokyo
    "2026-04-01T09:59:59Z, BUSINESS",
    "2026-04-01T10:00:00Z, OFF",
    "2026-04-01T00:59:59Z, OFF",
    "2026-04-04T03:00:00Z, OFF" // Saturday noon
  })
  void peopleAreAtWorkOnWeekdaysFromTenToSeven(Instant at, Hours hours) {
    assertThat(Hours.at(at)).isEqualTo(hours);
  }

  @ParameterizedTest(name = "{1} of work from {0}: {2}")
  @CsvSource({
    "2026-04-01T03:00:00Z, PT30M, PT30M",
    "2026-04-01T09:30:00Z, PT30M, PT30M",
    "2026-04-01T09:45:00Z, PT30M, PT15H30M", // quarter of an hour is left for Thursday
    "2026-04-01T18:00:00Z, PT30M, PT7H30M", // Thursday 03:00 in Tokyo
    "2026-04-03T10:00:00Z, PT30M, PT63H30M", // Friday evening to Monday
    "2026-04-01T03:00:00Z, PT8H, PT23H",
    "2026-04-01T01:00:00Z, PT18H, PT33H"
  })
  void onlyTimeAtWorkCounts(Instant from, Duration worked, Duration passes) {
    assertThat(Hours.untilWorked(from, worked)).isEqualTo(passes);
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "2026-04-01T12:59:59Z, Asia/Tokyo, false",
    "2026-04-01T13:00:00Z, Asia/Tokyo, true", // 22:00
    "2026-04-01T19:59:59Z, Asia/Tokyo, true",
    "2026-04-01T20:00:00Z, Asia/Tokyo, false", // 05:00
    "2026-04-01T20:00:00Z, Europe/London, false",
    "2026-04-01T22:00:00Z, Europe/London, true"
  })
  void deepNightIsFromTenToFive(Instant at, ZoneId zone, boolean deepNight) {
    assertThat(Hours.isDeepNight(at, zone)).isEqualTo(deepNight);
  }
}
