package org.honbu.warroom.internal.roster;

import java.util.List;
import java.util.Optional;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/** Keeps who is in a room. The incident's lock stands for locks of its own. */
interface RosterStore {

  /** Everybody who ever came in, first come first. */
  List<MemberRow> members(IncidentId incident);

  Optional<MemberRow> member(IncidentId incident, PersonId person);

  /** All of the incident, oldest first. */
  List<SummonsRow> summons(IncidentId incident);

  Optional<SummonsRow> summons(IncidentId incident, int number);

  /** What of the help board somebody has now, oldest first. */
  List<HelpingRow> helping(IncidentId incident);

  void add(MemberRow row);

  void add(SummonsRow row);

  void add(HelpingRow row);

  /** Writes what has changed, before the engine reads it. */
  void flush();
}
