package org.honbu.incidents.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.honbu.incidents.TimelineEntry;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/** The records in memory, for one thread. */
final class MemoryStore implements IncidentStore {
  private final Map<IncidentId, Incident> incidents = new LinkedHashMap<>();
  private final Map<IncidentId, Seat> seats = new HashMap<>();
  private final List<Object> rows = new ArrayList<>();
  private final Numbering numbering = new Numbering();

  @Override
  public Optional<Incident> lock(IncidentId incident) {
    return find(incident);
  }

  @Override
  public Map<IncidentId, Incident> lockAll(Set<IncidentId> ids) {
    Map<IncidentId, Incident> all = new HashMap<>(incidents);
    all.keySet().retainAll(ids);
    return all;
  }

  @Override
  public Optional<Incident> find(IncidentId incident) {
    return Optional.ofNullable(incidents.get(incident));
  }

  @Override
  public Set<IncidentId> privateAmong(Collection<IncidentId> ids) {
    return ids.stream()
        .filter(id -> find(id).filter(Incident::isPrivate).isPresent())
        .collect(Collectors.toSet());
  }

  @Override
  public List<Incident> family(Set<IncidentId> ids) {
    Set<IncidentId> wholes =
        ids.stream()
            .flatMap(id -> find(id).stream())
            .map(MemoryStore::whole)
            .collect(Collectors.toSet());
    return incidents.values().stream().filter(one -> wholes.contains(whole(one))).toList();
  }

  @Override
  public List<Incident> parts(IncidentId whole) {
    return incidents.values().stream()
        .filter(one -> one.parent().filter(whole::equals).isPresent())
        .toList();
  }

  private static IncidentId whole(Incident record) {
    return record.parent().orElse(record.id());
  }

  @Override
  public Set<IncidentId> servedIn(Set<IncidentId> ids, PersonId person) {
    return ids.stream()
        .filter(
            id ->
                services(id).stream().anyMatch(row -> row.person().equals(person))
                    || intervals(id).stream().anyMatch(row -> row.duty().person().equals(person))
                    || handovers(id).stream()
                        .anyMatch(row -> row.asked().filter(person::equals).isPresent()))
        .collect(Collectors.toSet());
  }

  @Override
  public Optional<Incident> openThatLinksTo(String link) {
    return incidents.values().stream()
        .filter(one -> one.state().isOpen() && one.link().filter(link::equals).isPresent())
        .findFirst();
  }

  @Override
  public IncidentId nextNumber(Instant now) {
    return numbering.next(now);
  }

  @Override
  public void add(Object row) {
    if (row instanceof Incident incident) {
      incidents.put(incident.id(), incident);
    } else if (row instanceof Seat seat) {
      if (seats.put(seat.incident(), seat) != null) {
        throw new IllegalStateException("two seats for " + seat.incident());
      }
    } else {
      rows.add(row);
    }
  }

  @Override
  public void remove(Seat seat) {
    seats.remove(seat.incident());
  }

  @Override
  public void flush() {
    // Nothing is held back.
  }

  @Override
  public Optional<Seat> seat(IncidentId incident) {
    return Optional.ofNullable(seats.get(incident));
  }

  @Override
  public List<Interval> intervals(IncidentId incident) {
    return all(Interval.class).filter(row -> row.incident().equals(incident)).toList();
  }

  @Override
  public List<Service> services(IncidentId incident) {
    return all(Service.class).filter(row -> row.incident().equals(incident)).toList();
  }

  @Override
  public List<OfferedUndo> undoOffers(IncidentId incident) {
    return all(OfferedUndo.class).filter(row -> row.incident().equals(incident)).toList();
  }

  @Override
  public List<Merge> merges(IncidentId child) {
    return all(Merge.class).filter(row -> row.child().equals(child)).toList();
  }

  @Override
  public Optional<Handover> running(IncidentId incident) {
    return handovers(incident).stream().filter(Handover::isRunning).findFirst();
  }

  @Override
  public List<Handover> handovers(IncidentId incident) {
    return all(Handover.class).filter(row -> row.incident().equals(incident)).toList();
  }

  @Override
  public List<AnnouncerNote> notesToAnnouncer(IncidentId incident) {
    return all(AnnouncerNote.class).filter(row -> row.incident().equals(incident)).toList();
  }

  @Override
  public Optional<ReceivedSignal> signal(IncidentId incident, String fingerprint) {
    return all(ReceivedSignal.class)
        .filter(row -> row.incident().equals(incident))
        .filter(row -> row.view().fingerprint().equals(fingerprint))
        .findFirst();
  }

  @Override
  public List<ReceivedSignal> signals(IncidentId incident) {
    return all(ReceivedSignal.class)
        .filter(
            row ->
                row.incident().equals(incident)
                    || find(row.incident()).flatMap(Incident::parent).equals(Optional.of(incident)))
        .toList();
  }

  @Override
  public boolean cries(IncidentId incident) {
    return signals(incident).stream().anyMatch(ReceivedSignal::isCrying);
  }

  /** There is only one thread. */
  @Override
  public void lockClaimsOf(PersonId person) {}

  @Override
  public boolean commandsMajor(PersonId person, IncidentId otherThan) {
    return seats.values().stream()
        .filter(seat -> seat.holder().equals(person))
        .flatMap(seat -> find(seat.incident()).stream())
        .anyMatch(
            record ->
                !record.id().equals(otherThan) && record.isMajor() && record.state().isOpen());
  }

  List<Incident> incidents() {
    return List.copyOf(incidents.values());
  }

  @Override
  public List<TimelineEntry> timeline(IncidentId incident) {
    return all(TimelineLine.class)
        .filter(row -> row.incident().equals(incident))
        .map(TimelineLine::entry)
        .toList();
  }

  long ratings() {
    return all(Rating.class).count();
  }

  <T> Stream<T> all(Class<T> type) {
    return List.copyOf(rows).stream().filter(type::isInstance).map(type::cast);
  }
}
