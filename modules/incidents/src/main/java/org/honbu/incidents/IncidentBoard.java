package org.honbu.incidents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/** Reads incidents for pages, lists and handlers; changes nothing. */
public interface IncidentBoard {

  Optional<IncidentView> find(IncidentId incident);

  /**
   * The incident.
   *
   * @throws org.honbu.kernel.ProblemException {@code HB-3001} when there is none of that number
   */
  IncidentView view(IncidentId incident);

  /** What people still respond to, worst first, then oldest first; at most 500 lines. */
  List<BoardRow> open();

  /** {@link #open} and then what was resolved lately, newest first; at most 200 lines. */
  List<BoardRow> board();

  /** Open incidents in which the person holds a duty now. */
  List<BoardRow> mine(PersonId person);

  /** Every incident that something may still become of, oldest first. */
  List<IncidentId> unfinished();

  /** The oldest real incident on the component that people still respond to. */
  Optional<IncidentId> openOn(String component);

  /** Real incidents that were resolved since then, the newest first; at most so many. */
  List<BoardRow> resolvedSince(Instant since, int most);

  /** Whether the person has held command of another incident, real or drill. */
  boolean hasCommandedAnother(PersonId person, IncidentId than);

  /** Everything that happened, oldest first. */
  List<TimelineEntry> timeline(IncidentId incident);

  /** The newest of {@link #timeline}, at most so many, the oldest of them first. */
  List<TimelineEntry> newest(IncidentId incident, int most);

  /** What lies beneath it and beneath those merged into it, first first. */
  List<AttachedSignal> signals(IncidentId incident);

  /** How many different customers reported it since then. */
  int customersSince(IncidentId incident, Instant since);
}
