package org.honbu.incidents.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.LargeReason;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.junit.jupiter.api.Test;

/** What comes back: the same incident for a day, and then one that follows it. */
class ReopeningTest extends LifeStories {
  // ---- signals

  /** TM02. */
  @Test
  void aSignalReopensOnlyWhatWasResolvedJustNow() {
    IncidentId incident = resolved();
    Actor alertmanager = new Actor.Integration("prometheus");
    clock.pass(Duration.ofMinutes(20));

    assertThat(life.reopening.reopenIfResolvedSince(incident, ago(10), "again", alertmanager))
        .isFalse();
    assertThat(record(incident).state()).isEqualTo(IncidentState.RESOLVED);
    assertThat(life.reopening.reopenIfResolvedSince(incident, ago(30), "again", alertmanager))
        .isTrue();
    assertThat(record(incident).state()).isEqualTo(IncidentState.INVESTIGATING);
  }

  private Instant ago(int minutes) {
    return clock.instant().minus(Duration.ofMinutes(minutes));
  }

  // ---- to the end

  @Test
  void aRecurrenceKeepsTheCommander() {
    IncidentId incident = watchedRoomOf(AOI);

    life.recovery.recurred(incident, "errors again", Actor.person(ITSUKI));

    assertThat(record(incident).state()).isEqualTo(IncidentState.INVESTIGATING);
    assertThat(seat(incident).holder()).isEqualTo(AOI);
  }

  @Test
  void reopeningEndsADayAfterTheResolution() {
    IncidentId early = resolved();
    IncidentId late = resolved();

    clock.pass(Duration.ofHours(24));
    assertThat(life.reopening.reopen(early, "again", MISAKI).open()).isEqualTo(early);
    clock.pass(Duration.ofSeconds(1));
    assertThat(life.reopening.reopen(late, "again", MISAKI).open()).isNotEqualTo(late);
  }

  /** A39. */
  @Test
  void whatComesBackLaterIsANewIncidentThatLinksToTheOldOneHoweverOftenItIsPressed() {
    IncidentId over = resolved();
    clock.pass(Duration.ofHours(25));

    ReopeningActs.Reopened late = life.reopening.reopen(over, "again", MISAKI);

    assertThat(late.changed()).isFalse();
    assertThat(record(over).state()).isEqualTo(IncidentState.RESOLVED);
    Incident next = record(late.open());
    assertThat(next.state()).isEqualTo(IncidentState.REPORTED);
    assertThat(next.link()).contains("/incidents/" + over.value());
    assertThat(next.team()).isEqualTo(record(over).team());
    assertThat(types(over)).contains("followed");
    assertThat(types(late.open())).contains("declared", "followed");
    assertThat(life.reopening.reopen(over, "again", ITSUKI).open()).isEqualTo(late.open());
  }

  /** ST-9. */
  @Test
  void whatIsClosedIsFollowedAtOnce() {
    IncidentId over = resolved();
    life.ending.close(over, RULE);

    IncidentId next = life.reopening.reopen(over, "again", MISAKI).open();

    assertThat(next).isNotEqualTo(over);
    assertThat(record(over).state()).isEqualTo(IncidentState.CLOSED);
  }

  @Test
  void aReopenedRoomCountsItsEpochsOn() {
    IncidentId incident = resolved();
    life.reopening.reopen(incident, "again", MISAKI);

    command.openRoom(incident, Set.of(LargeReason.L_HUMAN), Optional.of(ITSUKI), RULE);

    assertThat(store.intervals(incident).stream().map(Interval::epoch)).doesNotHaveDuplicates();
    assertThat(store.intervals(incident).stream().filter(Interval::isOpen)).hasSize(1);
  }
}
