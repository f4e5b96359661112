package org.honbu.incidents;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
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

  /** A part of what {@link #open} begins with: after the first so many, at most so many. */
  List<BoardRow> open(int after, int most);

  /** How many there are of what people still respond to, however many that is. */
  OpenCount countOpen();

  /** Open ones that it could be merged with, as real as it is: the worst, at most so many. */
  List<BoardRow> openBeside(IncidentId incident, Kind kind, int most);

  /** Of each of these components the oldest real incident that people still respond to. */
  Map<String, IncidentId> openOn(Set<String> components);

  /** {@link #open} and then what was resolved lately, newest first; at most 200 lines. */
  List<BoardRow> board();

  /** What was resolved lately, newest first; at most so many. */
  List<BoardRow> over(int most);

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
