package org.honbu.response.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.response.internal.World.INCIDENT;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.honbu.incidents.Activities;
import org.honbu.incidents.Activity;
import org.honbu.incidents.ActivityHeard;
import org.honbu.incidents.LargeReason;
import org.honbu.incidents.Work;
import org.honbu.kernel.Actor;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.warroom.Assignment;
import org.honbu.warroom.WorkKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A25: what others do to the system unasked is between Honbu and the commander. */
class UnassignedWorkTest {
  private static final PersonId AOI = new PersonId("aoi");
  private static final PersonId ITSUKI = new PersonId("itsuki");
  private static final UUID ACTIVITY = new UUID(0, 1);

  private final Clock clock = Clock.fixed(Instant.parse("2026-04-01T03:00:00Z"), ZoneOffset.UTC);
  private final Outside outside =
      new Outside(
          () -> {
            throw new UnsupportedOperationException("no table is asked");
          });
  private final World world =
      new World(
          () -> {
            throw new UnsupportedOperationException("no process is told");
          },
          () -> {
            throw new UnsupportedOperationException("no task is looked for");
          },
          clock);
  private final List<Assignment> assignments = new ArrayList<>();

  @ParameterizedTest
  @EnumSource(
      value = Work.class,
      names = {"DEPLOY", "ROLLBACK"})
  void theCommanderHearsOfItAndNobodyElse(Work work) {
    room();

    hears(activity(Optional.of(ITSUKI), work));

    assertThat(outside.whisperedTo()).containsExactly("aoi");
    assertThat(outside.whispers.get(0).text().ja())
        .startsWith("itsuki さん：" + work.label().ja() + "（payment-api）");
    assertThat(outside.whispers.get(0).text().en())
        .startsWith("itsuki: " + work.label().en() + " (payment-api)");
    assertThat(outside.posts).isEmpty();
    assertThat(outside.pages).isEmpty();
  }

  @Test
  void whoHonbuDoesNotKnowIsCalledAsTheOtherSystemCallsThem() {
    room();

    hears(activity(Optional.empty(), Work.DEPLOY));

    assertThat(outside.whispers.get(0).text().en()).startsWith("release-bot: ");
  }

  @ParameterizedTest
  @EnumSource(
      value = Work.class,
      names = {"FEATURE_FLAG", "KUBECTL", "SSH"})
  void lookingAroundIsNoMatterOfTheCommanders(Work work) {
    room();

    hears(activity(Optional.of(ITSUKI), work));

    assertThat(outside.whispers).isEmpty();
  }

  @Test
  void theCommandersOwnWorkIsAnotherMatter() {
    room();

    hears(activity(Optional.of(AOI), Work.DEPLOY));

    assertThat(outside.whispers).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "itsuki, OPERATE,     ACCEPTED,  false",
    "itsuki, OPERATE,     REPORTED,  false",
    "itsuki, OPERATE,     DONE,      false",
    "itsuki, OPERATE,     PROPOSED,  true",
    "itsuki, OPERATE,     DECLINED,  true",
    "itsuki, OPERATE,     CANCELLED, true",
    "itsuki, INVESTIGATE, ACCEPTED,  true",
    "sakura, OPERATE,     ACCEPTED,  true"
  })
  void workThatTheyHadAcceptedIsNotTold(
      String owner, WorkKind kind, Assignment.State state, boolean told) {
    room();
    assignments.add(work(owner, kind, state));

    hears(activity(Optional.of(ITSUKI), Work.DEPLOY));

    assertThat(outside.whispers).hasSize(told ? 1 : 0);
  }

  private Assignment work(String owner, WorkKind kind, Assignment.State state) {
    Instant now = clock.instant();
    return new Assignment(
        new UUID(0, 2),
        INCIDENT,
        1,
        kind,
        "切り戻す",
        new PersonId(owner),
        AOI,
        state,
        Duration.ofMinutes(10),
        now,
        Optional.of(now),
        Optional.of(new Assignment.Report("", "", "", Assignment.Answered.FOUND, now)));
  }

  @Test
  void withoutARoomNobodyIsTold() {
    hears(activity(Optional.of(ITSUKI), Work.DEPLOY));

    assertThat(outside.whispers).isEmpty();
  }

  @Test
  void hearingOfItAgainUsesTheSameKey() {
    room();

    hears(activity(Optional.of(ITSUKI), Work.DEPLOY));
    hears(activity(Optional.of(ITSUKI), Work.DEPLOY));

    assertThat(outside.whispers).extracting(line -> line.key()).containsOnly("work:" + ACTIVITY);
  }

  private void room() {
    world.openRoom(INCIDENT, Set.of(LargeReason.L_SEV), Optional.of(AOI), Actor.person(AOI));
  }

  private void hears(Activity activity) {
    new TellsOfUnassignedWork(
            world,
            new Told(activity),
            incident -> assignments,
            new Voice(outside, outside, clock),
            new Whisper(outside, clock))
        .on(new ActivityHeard(INCIDENT, Kind.REAL, ACTIVITY, clock.instant()));
  }

  private Activity activity(Optional<PersonId> person, Work work) {
    return new Activity(
        "deploys",
        person.map(PersonId::value).orElse("release-bot"),
        person,
        work,
        Optional.of("payment-api"),
        clock.instant(),
        Optional.empty());
  }

  private record Told(Activity activity) implements Activities {
    @Override
    public UUID heard(Activity told) {
      throw new UnsupportedOperationException("nothing more is told");
    }

    @Override
    public Optional<Activity> find(UUID id) {
      return List.of(ACTIVITY).contains(id) ? Optional.of(activity) : Optional.empty();
    }

    @Override
    public List<Activity> on(String component, Instant since) {
      throw new UnsupportedOperationException("one activity is looked at, by its id");
    }
  }
}
