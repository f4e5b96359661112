package org.honbu.statuspage.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.honbu.announcements.Announcement;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.PublicPhase;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.Words;

/**
 * The little that the status page asks of what lies below it. Joins the caller's transaction.
 *
 * <p>Nothing of people, severities, titles or hosts is here, so none of it can reach a page.
 */
interface Inside {

  Optional<Situation> find(IncidentId incident);

  /** What was published of it, oldest first. */
  List<Told> published(IncidentId incident);

  /**
   * An incident.
   *
   * @param component as the catalogue names it
   * @param since when it began, as far as known
   * @param phase what the record says the public was told
   */
  record Situation(
      Kind kind,
      IncidentState state,
      PublicPhase phase,
      Optional<String> component,
      Instant since) {}

  /** A published message. */
  record Told(
      UUID id,
      int number,
      Announcement.Phase said,
      Words text,
      Optional<Instant> next,
      Instant at) {}
}
