package org.honbu.escalation.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.honbu.kernel.IncidentId;

/** Keeps runs. What it hands out to be changed is locked until the transaction ends. */
interface RunStore {

  void add(Run run);

  /** The run of one run of the process, locked. */
  Optional<Run> lock(String processRun);

  /** Runs of the incident that ring, locked, oldest first. */
  List<Run> lockRinging(IncidentId incident);

  /** The incident's newest run, locked. */
  Optional<Run> lockNewest(IncidentId incident);

  /** The run by its own id, locked. */
  Optional<Run> lockById(String id);

  Optional<Run> find(String id);

  /** All runs of the incident, oldest first. */
  List<Run> of(IncidentId incident);

  /** Runs of any of these incidents that ring, oldest first. */
  List<Run> ringing(Collection<IncidentId> incidents);

  /** Writes what has changed, before the engine reads it. */
  void flush();
}
