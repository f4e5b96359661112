package org.honbu.warroom;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;

/**
 * Asks people by name to come into the room, and shows who came (DOMAIN 2.4).
 *
 * <p>When a room opens, the teams it concerns are summoned by themselves; after that only whoever
 * commands summons. One person is asked at a time: whoever does not answer in time, cannot, or only
 * looks on, is followed by the next of the team and then by the team's on-call. When nobody is left
 * the commander is told. Transactions, locks and refusals are as in {@link Roster}.
 */
public interface Summons {

  /**
   * The commander, acting or not, asks somebody; after them their team.
   *
   * @param why what they are needed for, at most 200 characters; may be empty
   */
  Outcome summon(IncidentId incident, PersonId whom, String why, PersonId by);

  /** As above, whoever of the team is on call. */
  Outcome summon(IncidentId incident, TeamId team, String why, PersonId by);

  /**
   * The answer of somebody who was asked, however late. It may be changed; then the next is asked.
   *
   * @param instead whom to ask in their place; counts with {@link SummonsAnswer#CANNOT} only
   */
  Outcome answer(
      IncidentId incident, SummonsAnswer answer, Optional<PersonId> instead, PersonId by);

  /**
   * 「抜けて大丈夫です」: the commander names who stays; all others, also those who are on their way, are
   * told that they may go. Whoever leads, stands by or announces stays.
   */
  Outcome release(IncidentId incident, Set<PersonId> staying, PersonId by);

  /** All of the incident, oldest first. */
  List<SummonsView> of(IncidentId incident);
}
