package org.honbu.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.honbu.kernel.PersonId;
import org.junit.jupiter.api.Test;

class RotationTest {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final PersonId AOI = new PersonId("aoi");
  private static final PersonId SAKURA = new PersonId("sakura");

  @Test
  void handsOverOnTheMinute() {
    Rotation weekly = rotation(TOKYO, LocalTime.of(10, 0), LocalDate.of(2026, 1, 5));

    assertThat(weekly.at(Instant.parse("2026-01-12T00:59:59.999999999Z"))).contains(AOI);
    assertThat(weekly.at(Instant.parse("2026-01-12T01:00:00Z"))).contains(SAKURA);
    assertThat(weekly.endOfTurn(Instant.parse("2026-01-12T01:00:00Z")))
        .isEqualTo("2026-01-19T01:00:00Z");
  }

  @Test
  void nobodyBeforeTheFirstHandover() {
    Rotation weekly = rotation(TOKYO, LocalTime.of(10, 0), LocalDate.of(2026, 1, 1));

    assertThat(weekly.at(Instant.parse("2026-01-05T00:59:59Z"))).isEmpty();
    assertThat(weekly.endOfTurn(Instant.parse("2020-01-01T00:00:00Z")))
        .isEqualTo("2026-01-05T01:00:00Z");
  }

  @Test
  void nobodyWithoutPeople() {
    Rotation empty =
        new Rotation(TOKYO, DayOfWeek.MONDAY, LocalTime.NOON, LocalDate.of(2026, 1, 1), List.of());

    assertThat(empty.at(Instant.parse("2026-06-01T00:00:00Z"))).isEmpty();
  }

  /** New York skips 02:00 to 03:00 on Sunday 8 March 2026. */
  @Test
  void skippedHandoverIsAtTheJump() {
    Rotation sundays =
        new Rotation(
            NEW_YORK,
            DayOfWeek.SUNDAY,
            LocalTime.of(2, 30),
            LocalDate.of(2026, 3, 1),
            List.of(AOI, SAKURA));

    assertThat(sundays.at(Instant.parse("2026-03-08T06:59:59Z"))).contains(AOI);
    assertThat(sundays.at(Instant.parse("2026-03-08T07:00:00Z"))).contains(SAKURA);
  }

  /** New York has 01:00 to 02:00 twice on Sunday 1 November 2026. */
  @Test
  void repeatedHandoverIsTheFirstOne() {
    Rotation sundays =
        new Rotation(
            NEW_YORK,
            DayOfWeek.SUNDAY,
            LocalTime.of(1, 30),
            LocalDate.of(2026, 10, 25),
            List.of(AOI, SAKURA));

    assertThat(sundays.at(Instant.parse("2026-11-01T05:29:59Z"))).contains(AOI);
    assertThat(sundays.at(Instant.parse("2026-11-01T05:30:00Z"))).contains(SAKURA);
    assertThat(sundays.at(Instant.parse("2026-11-01T06:15:00Z"))).contains(SAKURA);
  }

  /** The model knows no zone rules: it watches a wall clock for ten years and turns the page. */
  @Property(tries = 36)
  void agreesWithSomebodyWatchingTheClock(@ForAll("rotations") Rotation rotation) {
    LocalDateTime handover =
        rotation
            .begins()
            .with(TemporalAdjusters.nextOrSame(rotation.handoverDay()))
            .atTime(rotation.handoverTime());
    Instant now = rotation.begins().minusDays(2).atStartOfDay(rotation.zone()).toInstant();
    Instant end = now.plus(Duration.ofDays(3653));
    int turn = -1;

    while (now.isBefore(end)) {
      if (!now.atZone(rotation.zone()).toLocalDateTime().isBefore(handover)) {
        turn++;
        handover = handover.plusWeeks(1);
      }
      if (turn < 0) {
        assertThat(rotation.at(now)).isEmpty();
      } else if (!rotation
          .at(now)
          .equals(java.util.Optional.of(rotation.people().get(turn % rotation.people().size())))) {
        assertThat(rotation.at(now))
            .as("turn %d at %s in %s", turn, now, rotation.zone())
            .contains(rotation.people().get(turn % rotation.people().size()));
      }
      now = now.plus(Duration.ofMinutes(30));
    }
  }

  @Property(tries = 60)
  void turnsFollowEachOtherWithoutGapOrOverlap(@ForAll("rotations") Rotation rotation) {
    Instant begin = rotation.endOfTurn(Instant.parse("1990-01-01T00:00:00Z"));

    for (int turn = 0; turn < 522; turn++) {
      Instant end = rotation.endOfTurn(begin);
      PersonId holder = rotation.people().get(turn % rotation.people().size());
      assertThat(rotation.at(begin)).contains(holder);
      assertThat(rotation.at(end.minusNanos(1))).contains(holder);
      assertThat(Duration.between(begin, end))
          .isBetween(Duration.ofDays(5).plusHours(22), Duration.ofDays(8).plusHours(2));
      begin = end;
    }
  }

  @Provide
  Arbitrary<Rotation> rotations() {
    Arbitrary<ZoneId> zones =
        Arbitraries.of(
                "Asia/Tokyo",
                "America/New_York",
                "Europe/London",
                "Australia/Lord_Howe",
                "America/Sao_Paulo",
                "Pacific/Apia")
            .map(ZoneId::of);
    Arbitrary<LocalTime> times =
        Arbitraries.integers().between(0, 47).map(half -> LocalTime.MIN.plusMinutes(half * 30L));
    Arbitrary<LocalDate> beginnings =
        Arbitraries.integers().between(0, 7000).map(LocalDate.of(2005, 1, 1)::plusDays);
    return Combinators.combine(
            zones,
            Arbitraries.of(DayOfWeek.values()),
            times,
            beginnings,
            Arbitraries.integers().between(1, 7).map(RotationTest::people))
        .as(Rotation::new);
  }

  private static List<PersonId> people(int count) {
    List<PersonId> people = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      people.add(new PersonId("person-" + i));
    }
    return people;
  }

  private static Rotation rotation(ZoneId zone, LocalTime handover, LocalDate begins) {
    return new Rotation(zone, DayOfWeek.MONDAY, handover, begins, List.of(AOI, SAKURA));
  }
}
