package org.honbu.warroom.internal.loop;

import java.util.List;
import java.util.Optional;
import org.honbu.kernel.IncidentId;

/** Keeps what is said in the loop. Joins the caller's transaction. */
interface LoopStore {

  /** The newest of its kind in the incident. */
  <R extends Row> Optional<R> newest(Class<R> kind, IncidentId incident);

  /** All of its kind in the incident, newest first. */
  <R extends Row> List<R> all(Class<R> kind, IncidentId incident);

  void add(Row row);

  /** Sends what was added to the database now, so that a conflict shows before anything else. */
  void flush();
}
