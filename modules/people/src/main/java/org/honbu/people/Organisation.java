package org.honbu.people;

import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;

/**
 * Writes down how the organisation is built: teams, catalogue, rotations, ways to reach people.
 *
 * <p>Each method is a transaction of its own or joins the caller's, says how it shall be, and does
 * nothing when it already is so. Who may call is the caller's check: schedule admins and admins.
 */
public interface Organisation {

  void define(Team team);

  void join(PersonId person, TeamId team);

  void define(Component component);

  /**
   * Sets who takes turns on a team's rung.
   *
   * @param level {@link OnCallLevel#PRIMARY} or {@link OnCallLevel#SECONDARY}; the other rungs
   *     follow from the team, the commander schedule and the process owners
   */
  void define(TeamId team, OnCallLevel level, Rotation rotation);

  /** Sets who takes turns to command. */
  void defineCommanderSchedule(Rotation rotation);

  void reach(PersonId person, ContactPoint contactPoint);
}
