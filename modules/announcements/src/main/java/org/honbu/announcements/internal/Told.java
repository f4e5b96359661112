package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.honbu.announcements.Announcement;
import org.honbu.announcements.Announcement.State;
import org.honbu.announcements.Audience;
import org.honbu.kernel.IncidentId;

/**
 * What those know who have to be told by now, by the newest message that reached them: what was
 * said inside, or through support alone, is no news for whoever reads the status page.
 */
@ApplicationScoped
class Told {
  private final AnnouncementDesk desk;
  private final Reach reach;
  private final Clock clock;

  @Inject
  Told(AnnouncementDesk desk, Reach reach, Clock clock) {
    this.desk = desk;
    this.reach = reach;
    this.clock = clock;
  }

  Optional<Announcement> newest(IncidentId incident) {
    Audience wanted = reach.now(incident);
    return desk.of(incident).stream()
        .filter(said -> said.state() == State.PUBLISHED && said.audience().reaches(wanted))
        .findFirst();
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
