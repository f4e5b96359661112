package org.honbu.announcements.internal;

import java.util.List;
import org.honbu.kernel.IncidentId;

/** Keeps announcements. Joins the caller's transaction. */
interface AnnouncementStore {

  /** All of the incident, newest first. */
  List<AnnouncementRow> of(IncidentId incident);

  void add(AnnouncementRow row);

  /**
   * Sends what was changed to the database now, so that a conflict shows before anything else
   * happens.
   */
  void flush();
}
