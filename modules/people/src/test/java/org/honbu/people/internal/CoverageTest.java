package org.honbu.people.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.honbu.kernel.PersonId;
import org.honbu.people.Cover;
import org.honbu.people.OnCallLevel;
import org.honbu.people.Person;
import org.honbu.people.Post;
import org.honbu.people.Readiness;
import org.honbu.people.Role;
import org.honbu.people.Rotation;
import org.honbu.people.Stretch;
import org.honbu.people.Watch;
import org.honbu.people.internal.LiveReadiness.Shift;

/** Hours with nobody, to the minute, whatever clocks do. */
class CoverageTest {
  private static final int PEOPLE = 4;
  private static final Post POST = Post.shared(OnCallLevel.COMMANDERS);

  /** Somebody who may be away, out of reach or without the role. */
  private record Colleague(boolean here, boolean reachable, boolean commands) {
    boolean isReady() {
      return here && reachable && commands;
    }
  }

  @Property(tries = 60)
  void coveredAndUncoveredAreFourWeeksWithoutHoleOrOverlap(@ForAll("stories") Tale tale) {
    Cover cover = tale.cover();

    Duration all = Duration.ZERO;
    Instant end = tale.when.from();
    for (Watch watch : cover.watches()) {
      assertThat(watch.when().from()).isEqualTo(end);
      end = watch.when().to();
      all = all.plus(watch.when().length());
    }
    assertThat(end).isEqualTo(tale.when.to());
    assertThat(all).isEqualTo(Readiness.AHEAD);
    Duration covered =
        cover.watches().stream()
            .filter(Watch::isCovered)
            .map(watch -> watch.when().length())
            .reduce(Duration.ZERO, Duration::plus);
    assertThat(covered.plus(cover.missing())).isEqualTo(Readiness.AHEAD);
    for (int i = 1; i < cover.watches().size(); i++) {
      Watch before = cover.watches().get(i - 1);
      Watch after = cover.watches().get(i);
      assertThat(List.of(after.ready(), after.lacks()))
          .isNotEqualTo(List.of(before.ready(), before.lacks()));
    }
  }

  /** The other way: somebody looks at every minute and asks who could come. */
  @Property(tries = 24)
  void agreesWithSomebodyWhoLooksEveryMinute(@ForAll("stories") Tale tale) {
    int next = 0;
    List<Watch> watches = tale.cover().watches();
    for (Instant at = tale.when.from();
        at.isBefore(tale.when.to());
        at = at.plus(Duration.ofMinutes(1))) {
      while (!at.isBefore(watches.get(next).when().to())) {
        next++;
      }
      boolean somebody = tale.rotation.at(at).filter(tale::isReady).isPresent();
      if (watches.get(next).isCovered() != somebody) {
        assertThat(watches.get(next).isCovered()).as("at %s in %s", at, tale).isEqualTo(somebody);
      }
    }
  }

  /** A rotation, the people in it, and four weeks, often with a clock change in them. */
  private record Tale(Rotation rotation, List<Colleague> people, Stretch when) {
    boolean isReady(PersonId person) {
      return people.get(Integer.parseInt(person.value().substring(1))).isReady();
    }

    Cover cover() {
      Map<PersonId, Copy.Entry> known = new HashMap<>();
      Set<PersonId> reachable = new HashSet<>();
      for (int i = 0; i < people.size(); i++) {
        PersonId id = id(i);
        if (people.get(i).here()) {
          known.put(id, entry(id, people.get(i).commands()));
        }
        if (people.get(i).reachable()) {
          reachable.add(id);
        }
      }
      var staff = new Staff(Optional.of(known), Map.of(), reachable);
      return new Cover(
          POST,
          rotation.turns(when).stream()
              .map(turn -> new Shift(turn.when(), turn.person().stream().toList()))
              .map(shift -> staff.watch(POST, shift))
              .toList());
    }

    private static Copy.Entry entry(PersonId id, boolean commands) {
      return new Copy.Entry(
          Person.unknown(id),
          Optional.empty(),
          commands ? Set.of(Role.INCIDENT_COMMANDER) : Set.of(Role.EMPLOYEE));
    }
  }

  private static PersonId id(int number) {
    return new PersonId("p" + number);
  }

  @Provide
  Arbitrary<Tale> stories() {
    Arbitrary<Colleague> colleague =
        Combinators.combine(
                Arbitraries.of(true, true, false),
                Arbitraries.of(true, true, false),
                Arbitraries.of(true, true, false))
            .as(Colleague::new);
    Arbitrary<Stretch> when =
        Arbitraries.of(
                "2026-03-07T13:20:00Z", // New York in spring
                "2026-10-18T00:00:00Z", // London and New York in autumn
                "2026-03-29T00:59:00Z", // London at its jump
                "2026-10-03T15:30:00Z", // Lord Howe moves by half an hour
                "2026-12-20T03:00:00Z")
            .map(Instant::parse)
            .map(from -> new Stretch(from, from.plus(Readiness.AHEAD)));
    return Combinators.combine(rotations(), colleague.list().ofSize(PEOPLE), when).as(Tale::new);
  }

  /** Some begin within the four weeks; some have nobody in them. */
  private static Arbitrary<Rotation> rotations() {
    Arbitrary<ZoneId> zones =
        Arbitraries.of("Asia/Tokyo", "America/New_York", "Europe/London", "Australia/Lord_Howe")
            .map(ZoneId::of);
    Arbitrary<LocalTime> times =
        Arbitraries.integers().between(0, 1439).map(LocalTime.MIN::plusMinutes);
    Arbitrary<LocalDate> beginnings =
        Arbitraries.integers().between(0, 400).map(LocalDate.of(2026, 1, 1)::plusDays);
    return Combinators.combine(
            zones,
            Arbitraries.of(DayOfWeek.values()),
            times,
            beginnings,
            Arbitraries.integers().between(0, PEOPLE).map(CoverageTest::people))
        .as(Rotation::new);
  }

  private static List<PersonId> people(int count) {
    List<PersonId> people = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      people.add(id(i));
    }
    return people;
  }
}
