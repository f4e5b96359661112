package org.honbu.announcements.internal;

import java.util.List;
import org.honbu.kernel.IncidentId;

/** Keeps what is noted beside the messages. Joins the caller's transaction. */
interface NoteStore {

  /** All of that kind in the incident, newest first. */
  <N extends Noted> List<N> of(Class<N> kind, IncidentId incident);

  /** Written at once, so that a conflict shows before anything else happens. */
  void add(Noted note);
}
