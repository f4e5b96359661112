package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.honbu.announcements.Announcement;
import org.honbu.incidents.AnnouncementPromises;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Words;

/** When users were promised to hear again, by what was published last. */
@ApplicationScoped
class PublishedPromises implements AnnouncementPromises {
  private final AnnouncementDesk desk;

  @Inject
  PublishedPromises(AnnouncementDesk desk) {
    this.desk = desk;
  }

  @Override
  public Optional<Instant> next(IncidentId incident) {
    return desk.of(incident).stream()
        .filter(told -> told.state() == Announcement.State.PUBLISHED)
        .findFirst()
        .flatMap(Announcement::next);
  }

  @Override
  public Optional<Words> waiting(IncidentId incident) {
    return desk.pending(incident).map(Announcement::text);
  }
}
