package org.honbu.statuspage.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.honbu.announcements.Announcement;
import org.honbu.announcements.Announcements;
import org.honbu.announcements.Audience;
import org.honbu.incidents.IncidentBoard;
import org.honbu.kernel.IncidentId;

@ApplicationScoped
class IncidentsInside implements Inside {
  private final IncidentBoard incidents;
  private final Announcements announcements;

  @Inject
  IncidentsInside(IncidentBoard incidents, Announcements announcements) {
    this.incidents = incidents;
    this.announcements = announcements;
  }

  @Override
  public Optional<Situation> find(IncidentId incident) {
    return incidents
        .find(incident)
        .map(
            view ->
                new Situation(
                    view.kind(),
                    view.state(),
                    view.publicPhase(),
                    view.component(),
                    view.times().startedAt().orElse(view.times().declaredAt())));
  }

  @Override
  public List<Told> published(IncidentId incident) {
    return announcements.of(incident).stream()
        .filter(said -> said.state() == Announcement.State.PUBLISHED)
        .filter(said -> said.audience() == Audience.USERS)
        .sorted(Comparator.comparingInt(Announcement::number))
        .map(
            said ->
                new Told(
                    said.id(),
                    said.number(),
                    said.phase(),
                    said.text(),
                    said.next(),
                    said.publishedAt().orElseThrow()))
        .toList();
  }
}
