package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.honbu.announcements.Announcement;
import org.honbu.announcements.Announcement.State;
import org.honbu.kernel.IncidentId;

/** What users know, by the newest message they were told. */
@ApplicationScoped
class Told {
  private final AnnouncementDesk desk;
  private final Clock clock;

  @Inject
  Told(AnnouncementDesk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  Optional<Announcement> newest(IncidentId incident) {
    return desk.of(incident).stream().filter(said -> said.state() == State.PUBLISHED).findFirst();
  }

  /** Whether users were told that it is over. */
  boolean isEnded(IncidentId incident) {
    return newest(incident).filter(said -> said.phase().closes()).isPresent();
  }

  /** Whether users know nothing of it: nothing was said, or only that it is over, and it is not. */
  boolean owesTheFirst(IncidentId incident) {
    return newest(incident).map(said -> said.phase().closes()).orElse(true);
  }

  /** The time at which users were promised news, when it has passed without any. */
  Optional<Instant> brokenPromise(IncidentId incident) {
    return newest(incident)
        .flatMap(Announcement::next)
        .filter(promised -> !promised.isAfter(clock.instant()));
  }

  boolean hasBrokenAPromise(IncidentId incident) {
    return brokenPromise(incident).isPresent();
  }
}
