package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Source;
import org.honbu.incidents.TimelineEntry;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/** The records in the database. */
@ApplicationScoped
class JpaIncidentStore implements IncidentStore {
  static final Set<IncidentState> OPEN =
      EnumSet.range(IncidentState.REPORTED, IncidentState.MONITORING);

  @PersistenceContext(unitName = "incidents")
  private EntityManager database;

  /** For the server, which hands in the entity manager. */
  JpaIncidentStore() {}

  JpaIncidentStore(EntityManager database) {
    this.database = database;
  }

  /**
   * Forgets what was read before the lock was there: somebody may have changed it while this
   * transaction waited, and no decision may stand on it. Nothing is read to find out whether it was
   * there.
   */
  @Override
  public Optional<Incident> lock(IncidentId incident) {
    Incident known = database.getReference(Incident.class, incident.value());
    if (isRead(known) && isOurs(known)) {
      return Optional.of(known);
    }
    database.flush();
    database.clear();
    return locked(incident);
  }

  private boolean isRead(Incident known) {
    return database.getEntityManagerFactory().getPersistenceUnitUtil().isLoaded(known);
  }

  /** Locked by this transaction, or written by it, which is as good. */
  private boolean isOurs(Incident known) {
    LockModeType mode = database.getLockMode(known);
    return mode == LockModeType.PESSIMISTIC_WRITE
        || mode == LockModeType.PESSIMISTIC_FORCE_INCREMENT;
  }

  @Override
  public Map<IncidentId, Incident> lockAll(Set<IncidentId> incidents) {
    database.flush();
    database.clear();
    Map<IncidentId, Incident> all = new TreeMap<>();
    // Always in the same order, so that two merges never wait for each other.
    for (IncidentId incident : new TreeSet<>(incidents)) {
      locked(incident).ifPresent(record -> all.put(incident, record));
    }
    return all;
  }

  private Optional<Incident> locked(IncidentId incident) {
    return Optional.ofNullable(
        database.find(Incident.class, incident.value(), LockModeType.PESSIMISTIC_WRITE));
  }

  @Override
  public Optional<Incident> find(IncidentId incident) {
    return Optional.ofNullable(database.find(Incident.class, incident.value()));
  }

  @Override
  public Set<IncidentId> privateAmong(Collection<IncidentId> incidents) {
    return incidents.isEmpty()
        ? Set.of()
        : named(
            of("select i.id from Incident i where i.isPrivate = true and i.id in ?1", String.class)
                .setParameter(1, values(incidents)));
  }

  @Override
  public List<Incident> family(Set<IncidentId> incidents) {
    Set<String> wholes =
        of("select coalesce(i.parent, i.id) from Incident i where i.id in ?1", String.class)
            .setParameter(1, values(incidents))
            .getResultStream()
            .collect(Collectors.toSet());
    return of(
            "select i from Incident i where i.id in ?1 or i.parent in ?1 order by i.id",
            Incident.class)
        .setParameter(1, wholes)
        .getResultList();
  }

  @Override
  public List<Incident> parts(IncidentId whole) {
    return of("select i from Incident i where i.parent = ?1 order by i.id", Incident.class)
        .setParameter(1, whole.value())
        .getResultList();
  }

  @Override
  public Set<IncidentId> servedIn(Set<IncidentId> incidents, PersonId person) {
    return Stream.of(
            "select s.incident from Service s where s.incident in ?1 and s.person = ?2",
            "select c.incident from Interval c where c.incident in ?1 and c.holder = ?2",
            "select h.incident from Handover h where h.incident in ?1 and h.asked = ?2")
        .flatMap(
            question ->
                named(
                    of(question, String.class)
                        .setParameter(1, values(incidents))
                        .setParameter(2, person))
                    .stream())
        .collect(Collectors.toSet());
  }

  private static Set<String> values(Collection<IncidentId> incidents) {
    return incidents.stream().map(IncidentId::value).collect(Collectors.toSet());
  }

  private static Set<IncidentId> named(TypedQuery<String> ids) {
    return ids.getResultStream().map(IncidentId::new).collect(Collectors.toSet());
  }

  @Override
  public Optional<Incident> openThatLinksTo(String link) {
    return of(
            "select i from Incident i where i.link = ?1 and i.state in ?2 order by i.declaredAt",
            Incident.class)
        .setParameter(1, link)
        .setParameter(2, OPEN)
        .getResultStream()
        .findFirst();
  }

  @Override
  public IncidentId nextNumber(Instant now) {
    return database.find(Numbering.class, Numbering.ONLY, LockModeType.PESSIMISTIC_WRITE).next(now);
  }

  @Override
  public void add(Object row) {
    database.persist(row);
  }

  @Override
  public void remove(Seat seat) {
    database.remove(seat);
  }

  @Override
  public void flush() {
    database.flush();
  }

  @Override
  public Optional<Seat> seat(IncidentId incident) {
    return Optional.ofNullable(database.find(Seat.class, incident.value()));
  }

  @Override
  public List<Interval> intervals(IncidentId incident) {
    return of("select i from Interval i where i.incident = ?1 order by i.epoch", Interval.class)
        .setParameter(1, incident.value())
        .getResultList();
  }

  @Override
  public List<Service> services(IncidentId incident) {
    return of("select s from Service s where s.incident = ?1 order by s.id", Service.class)
        .setParameter(1, incident.value())
        .getResultList();
  }

  @Override
  public List<OfferedUndo> undoOffers(IncidentId incident) {
    return of("select o from OfferedUndo o where o.incident = ?1 order by o.id", OfferedUndo.class)
        .setParameter(1, incident.value())
        .getResultList();
  }

  @Override
  public List<Merge> merges(IncidentId child) {
    return of("select m from Merge m where m.child = ?1 order by m.id", Merge.class)
        .setParameter(1, child.value())
        .getResultList();
  }

  @Override
  public Optional<Handover> running(IncidentId incident) {
    return of("select h from Handover h where h.running = ?1", Handover.class)
        .setParameter(1, incident.value())
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<Handover> handovers(IncidentId incident) {
    return of("select h from Handover h where h.incident = ?1 order by h.number", Handover.class)
        .setParameter(1, incident.value())
        .getResultList();
  }

  @Override
  public List<AnnouncerNote> notesToAnnouncer(IncidentId incident) {
    return of(
            "select n from AnnouncerNote n where n.incident = ?1 order by n.sentAt",
            AnnouncerNote.class)
        .setParameter(1, incident.value())
        .getResultList();
  }

  @Override
  public List<TimelineEntry> timeline(IncidentId incident) {
    return of(
            "select t from TimelineLine t, Incident i where t.incident = i.id"
                + " and (i.id = ?1 or i.parent = ?1) order by t.happenedAt, t.incident, t.place",
            TimelineLine.class)
        .setParameter(1, incident.value())
        .getResultStream()
        .map(TimelineLine::entry)
        .toList();
  }

  @Override
  public Optional<ReceivedSignal> signal(IncidentId incident, String fingerprint) {
    return of(
            "select s from ReceivedSignal s where s.incident = ?1 and s.fingerprint = ?2",
            ReceivedSignal.class)
        .setParameter(1, incident.value())
        .setParameter(2, fingerprint)
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<ReceivedSignal> signals(IncidentId incident) {
    return of(
            "select s from ReceivedSignal s, Incident i where s.incident = i.id"
                + " and (i.id = ?1 or i.parent = ?1) order by s.id",
            ReceivedSignal.class)
        .setParameter(1, incident.value())
        .getResultList();
  }

  @Override
  public boolean cries(IncidentId incident) {
    return !of(
            "select 1 from ReceivedSignal s, Incident i where s.incident = i.id"
                + " and (i.id = ?1 or i.parent = ?1) and s.clearedAt is null and s.source = ?2",
            Integer.class)
        .setParameter(1, incident.value())
        .setParameter(2, Source.SYSTEM)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  @Override
  public void lockClaimsOf(PersonId person) {
    database.find(ClaimTurn.class, ClaimTurn.of(person), LockModeType.PESSIMISTIC_WRITE);
  }

  @Override
  public boolean commandsMajor(PersonId person, IncidentId otherThan) {
    return of(
                "select count(i) from Seat s, Incident i where s.incident = i.id"
                    + " and s.holder = ?1 and i.id <> ?2"
                    + " and i.severity in ?3 and i.state in ?4",
                Long.class)
            .setParameter(1, person)
            .setParameter(2, otherThan.value())
            .setParameter(3, EnumSet.of(Severity.SEV1, Severity.SEV2))
            .setParameter(4, OPEN)
            .getSingleResult()
        > 0;
  }

  private <T> TypedQuery<T> of(String query, Class<T> type) {
    return database.createQuery(query, type);
  }
}
