package org.honbu.context;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What was changed in what runs: deployments, rollbacks, flags, configuration, migrations.
 *
 * <p>Who may tell is the door's check. Each method is one transaction, or joins the caller's.
 */
public interface Changes {

  /**
   * Keeps a change. One word of it is enough: what people do with their own hands is handed on to
   * {@link org.honbu.incidents.Activities}, so that it stands on the timeline of open incidents.
   *
   * @return its id; that of the first time, when the same system told the same external id before
   */
  UUID told(Change change);

  /**
   * What was done to one of these since then, newest first; at most 100. What was told to {@link
   * org.honbu.incidents.Activities} alone is among it.
   */
  List<Change> on(Set<String> components, Instant since);

  /** When the last change was told; tells a live page that there may be news. */
  Optional<Instant> lastTold();
}
