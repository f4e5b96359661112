package org.honbu.warroom;

import org.honbu.kernel.IncidentId;

/**
 * The plain text of a room, for when Honbu itself cannot be reached (PR-00l): head, people, work
 * and what was promised, in both languages.
 */
public interface RoomCopies {

  /**
   * The room as it stands now. Joins the caller's transaction.
   *
   * @param withNumbers whether the people's telephone numbers stand in it; for operators only
   * @throws org.honbu.kernel.ProblemException {@code HB-3001} when there is none of that number
   */
  String text(IncidentId incident, boolean withNumbers);

  /** How it stands with the copies in the second place. */
  CopyStatus status();
}
