package org.honbu.incidents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/** Reads handovers for pages and handlers; changes nothing. */
public interface HandoverBoard {

  /** The one that runs. */
  Optional<HandoverView> running(IncidentId incident);

  /** The one that began last, whether it runs or not. */
  Optional<HandoverView> newest(IncidentId incident);

  /** The one of that number. */
  Optional<HandoverView> find(IncidentId incident, int number);

  /** What Honbu would write into a briefing now. */
  Briefing draft(IncidentId incident);

  /** What there is to read back now. */
  ToReadBack toReadBack(IncidentId incident);

  /** Whom a commander could hand over to, best first. */
  List<PersonId> candidates(IncidentId incident);

  /** What executives asked the announcer to know, oldest first; for the announcer's eyes. */
  List<Note> notesToAnnouncer(IncidentId incident);

  /**
   * The four answers of a read-back, as the record knows them.
   *
   * @param openWork pieces of work under way
   */
  record ToReadBack(Words objective, int openWork, Words nextAnnouncement, Words risk) {}

  /** What somebody wants the announcer to know. */
  record Note(PersonId from, String words, Instant at) {}
}
