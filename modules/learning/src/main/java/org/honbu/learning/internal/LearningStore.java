package org.honbu.learning.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.honbu.kernel.IncidentId;

/** Reviews and action items as they are kept. */
interface LearningStore {
  void add(PostmortemRow row);

  void add(ActionItemRow row);

  Optional<PostmortemRow> postmortem(IncidentId incident);

  Optional<ActionItemRow> item(UUID id);

  /** Those of an incident, oldest first. */
  List<ActionItemRow> items(IncidentId incident);

  /** Reviews that are not closed; at most 200. */
  List<PostmortemRow> openPostmortems();

  /** Open items, those due first first; at most 500. */
  List<ActionItemRow> openItems();

  void flush();
}
