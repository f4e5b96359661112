package org.honbu.incidents.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.TimelineEntry;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/** Where the records are; joins the running transaction. */
interface IncidentStore {

  /**
   * The incident as it is now; nobody else may change it, or what belongs to it, until the
   * transaction ends. Whatever was read before is out of date.
   */
  Optional<Incident> lock(IncidentId incident);

  /** As {@link #lock}, of several at once; those that do not exist are left out. */
  Map<IncidentId, Incident> lockAll(Set<IncidentId> incidents);

  Optional<Incident> find(IncidentId incident);

  /** Those of them that only who takes part may read. */
  Set<IncidentId> privateAmong(Collection<IncidentId> incidents);

  /** They, what became part of them, and what they became part of. */
  List<Incident> family(Set<IncidentId> incidents);

  /** What became part of it. */
  List<Incident> parts(IncidentId whole);

  /** Those of them in which this person has or had a duty, or was asked to command. */
  Set<IncidentId> servedIn(Set<IncidentId> incidents, PersonId person);

  /** The open incident that has this link. */
  Optional<Incident> openThatLinksTo(String link);

  IncidentId nextNumber(Instant now);

  void add(Object row);

  void remove(Seat seat);

  /**
   * Writes out what has changed, so that whatever comes next sees it and its conflicts show now.
   */
  void flush();

  Optional<Seat> seat(IncidentId incident);

  /** All intervals, first first. */
  List<Interval> intervals(IncidentId incident);

  /** All services, first first. */
  List<Service> services(IncidentId incident);

  /** The handover that runs. */
  Optional<Handover> running(IncidentId incident);

  /** All handovers, first first. */
  List<Handover> handovers(IncidentId incident);

  /** What the announcer was asked to know, first first. */
  List<AnnouncerNote> notesToAnnouncer(IncidentId incident);

  /** Everything that happened to it and to those merged into it, oldest first. */
  List<TimelineEntry> timeline(IncidentId incident);

  /** All that could ever be taken back, first first. */
  List<OfferedUndo> undoOffers(IncidentId incident);

  /** Each time it became part of another, first first. */
  List<Merge> merges(IncidentId child);

  Optional<ReceivedSignal> signal(IncidentId incident, String fingerprint);

  /** All signals of the incident and of those merged into it. */
  List<ReceivedSignal> signals(IncidentId incident);

  /** Whether any of {@link #signals} has not cleared. */
  boolean cries(IncidentId incident);

  /**
   * Lets a person's claims to command come one after another, until the transaction ends. Only
   * after the incident's own lock, and for one person in a transaction: so nobody waits in a
   * circle.
   */
  void lockClaimsOf(PersonId person);

  /** Whether the person commands an open severity 1 or 2 other than this. */
  boolean commandsMajor(PersonId person, IncidentId otherThan);
}
