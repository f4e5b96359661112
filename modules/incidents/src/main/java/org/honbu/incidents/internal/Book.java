package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.honbu.incidents.DataSecurityRated;
import org.honbu.incidents.DutyKind;
import org.honbu.incidents.HandoverView;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentMoved;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.TimelineEntry;
import org.honbu.kernel.Actor;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.honbu.outbox.Fact;
import org.honbu.outbox.Outbox;
import org.honbu.outbox.Subject;

/** What every act has in common: lock the record, write its timeline, announce what happened. */
@ApplicationScoped
class Book {
  private final IncidentStore store;
  private final Outbox outbox;
  private final Ids ids;
  private final Clock clock;
  private final Names names;

  @Inject
  Book(IncidentStore store, Outbox outbox, Ids ids, Clock clock, Names names) {
    this.store = store;
    this.outbox = outbox;
    this.ids = ids;
    this.clock = clock;
    this.names = names;
  }

  /** As precise as the database keeps it, so that what was written reads the same. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** The incident, locked until the transaction ends. */
  Incident lock(IncidentId incident) {
    return store.lock(incident).orElseThrow(() -> unknown(incident));
  }

  /** As {@link #lock}, of one that people still respond to. */
  Incident lockOpen(IncidentId incident) {
    Incident record = lock(incident);
    if (!record.state().isOpen()) {
      throw new ProblemException(
          IncidentProblems.OVER, incident.value(), record.state().label().both());
    }
    return record;
  }

  static ProblemException unknown(IncidentId incident) {
    return new ProblemException(IncidentProblems.UNKNOWN_INCIDENT, incident.value());
  }

  private void write(Incident record, Actor by, String type, Words words) {
    store.add(
        new TimelineLine(
            ids.next(),
            record.nextTimelinePlace(),
            new TimelineEntry(record.id(), now(), by, type, words, record.kind())));
  }

  /** A line whose first place is the actor's name; the others are the values. */
  void line(Incident record, Actor by, String type, Words sentence, Words... values) {
    Words[] all = new Words[values.length + 1];
    all[0] = names.of(by);
    System.arraycopy(values, 0, all, 1, values.length);
    write(record, by, type, Names.fill(sentence, all));
  }

  /** Writes the refusal down and hands the reason back. */
  Words refused(Incident record, PersonId by, Words why) {
    write(record, Actor.person(by), "refused", why);
    store.flush();
    return why;
  }

  void announce(Incident record, Fact fact) {
    outbox.announce(fact, Subject.of(record.id()));
  }

  /** As {@link #announce}, of what comes in storms and is no hurry. */
  void mention(Incident record, Fact fact) {
    outbox.mention(fact, Subject.of(record.id()));
  }

  /** Says that what is known of harm to data has changed, where it has. */
  void rated(Incident record, Impact.DataSecurity before) {
    Impact.DataSecurity now = record.impact().dataSecurity();
    if (now != before) {
      announce(record, new DataSecurityRated(record.id(), record.kind(), before, now, now()));
    }
  }

  void move(Incident record, IncidentState to) {
    IncidentState from = record.state();
    Instant now = now();
    record.moveTo(to, now);
    announce(record, new IncidentMoved(record.id(), record.kind(), from, to, now));
  }

  /** As {@link #move}, backwards: what had led on was taken back. */
  void moveBack(Incident record, IncidentState to) {
    IncidentState from = record.state();
    if (from != to) {
      record.backTo(to);
      announce(record, new IncidentMoved(record.id(), record.kind(), from, to, now()));
    }
  }

  /** The person serves from now on; does nothing when they do already. */
  void serve(Incident record, DutyKind kind, PersonId person) {
    boolean already =
        store.services(record.id()).stream()
            .anyMatch(s -> s.isOpen() && s.kind() == kind && s.person().equals(person));
    if (!already) {
      store.add(new Service(ids.next(), record.id(), kind, person, now()));
    }
  }

  /** The person's service of that kind ends, if there is one. */
  void relieve(Incident record, DutyKind kind, PersonId person) {
    store.services(record.id()).stream()
        .filter(s -> s.isOpen() && s.kind() == kind && s.person().equals(person))
        .forEach(service -> service.end(now()));
  }

  /**
   * Everybody's duty ends, the room closes and its seat with it.
   *
   * @return the moment at which all of it ended
   */
  Instant standDown(Incident record) {
    Instant now = now();
    store.services(record.id()).stream()
        .filter(Service::isOpen)
        .forEach(service -> service.end(now));
    closeRoom(record, now);
    return now;
  }

  /** The room closes, and nobody commands any more. */
  void closeRoom(Incident record, Instant now) {
    store.intervals(record.id()).stream()
        .filter(Interval::isOpen)
        .forEach(interval -> interval.end(now));
    store
        .running(record.id())
        .ifPresent(handover -> handover.end(HandoverView.End.ROOM_CLOSED, now));
    store
        .seat(record.id())
        .ifPresent(
            seat -> {
              store.remove(seat);
              record.closeRoom();
            });
  }
}
