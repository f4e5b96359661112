package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.honbu.announcements.Announcement;
import org.honbu.announcements.Announcement.State;
import org.honbu.kernel.IncidentId;
import org.honbu.workflow.Facts;

/**
 * When users must hear again: as they were promised, or sooner, when the rhythm of the severity
 * counted from the last publication says so (A33). A promise survives every change of hands.
 */
@ApplicationScoped
class DueTimes {
  /** What is already due is asked for at once, not in the past. */
  private static final Duration SOONEST = Duration.ofSeconds(1);

  private final AnnouncementDesk desk;
  private final Duties duties;
  private final Cadence cadence;
  private final Clock clock;

  @Inject
  DueTimes(AnnouncementDesk desk, Duties duties, Cadence cadence, Clock clock) {
    this.desk = desk;
    this.duties = duties;
    this.cadence = cadence;
    this.clock = clock;
  }

  /** The fact that the loop's timer goes by; none when nothing more is promised. */
  Facts untilNext(IncidentId incident) {
    return due(incident)
        .map(due -> Duration.between(clock.instant(), due))
        .map(wait -> Facts.of("updateWithin", wait.compareTo(SOONEST) < 0 ? SOONEST : wait))
        .orElse(Facts.none());
  }

  Optional<Instant> due(IncidentId incident) {
    Optional<Announcement> last =
        desk.of(incident).stream().filter(said -> said.state() == State.PUBLISHED).findFirst();
    return last.flatMap(Announcement::next)
        .map(promised -> earlier(promised, atLatest(incident, last.get())));
  }

  private Instant atLatest(IncidentId incident, Announcement last) {
    Duration within = cadence.within(incident, duties.now(incident));
    return last.publishedAt().orElse(last.draftedAt()).plus(within);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
