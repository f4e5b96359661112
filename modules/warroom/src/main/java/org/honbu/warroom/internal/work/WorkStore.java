package org.honbu.warroom.internal.work;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/** Keeps work and volunteer calls; joins the running transaction. */
interface WorkStore {
  void add(AssignmentRow row);

  void add(CallRow row);

  /** All of the incident, oldest first. */
  List<AssignmentRow> work(IncidentId incident);

  /** All of the incident, oldest first. */
  List<CallRow> calls(IncidentId incident);

  Optional<AssignmentRow> work(UUID id);

  Optional<CallRow> call(UUID id);

  /** How much work each of them has taken by now, in whatever incident; nobody is left out. */
  Map<PersonId, Long> taken(Collection<PersonId> people);

  /** Writes what has changed, before the engine reads it. */
  void flush();
}
