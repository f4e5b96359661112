package org.honbu.incidents.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.Declaration;
import org.honbu.incidents.LargeReason;
import org.honbu.incidents.Reason;
import org.honbu.incidents.Severity;
import org.honbu.incidents.TimelineEntry;
import org.honbu.kernel.Actor;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.outbox.Fact;
import org.honbu.outbox.Outbox;
import org.honbu.outbox.Subject;

/** A room in memory in which command is handed over, and everything that decides there. */
final class Rehearsal {
  static final PersonId MISAKI = new PersonId("misaki");
  static final PersonId ITSUKI = new PersonId("itsuki");
  static final PersonId AOI = new PersonId("aoi");
  static final PersonId SAKURA = new PersonId("sakura");
  static final PersonId DANIEL = new PersonId("daniel");
  static final PersonId YUMI = new PersonId("yumi");
  static final PersonId EMMA = new PersonId("emma");
  static final Actor HONBU = Actor.honbu("test");

  final Time time = new Time();
  final MemoryStore store = new MemoryStore();
  final Town town = new Town();
  final Names names = new Names(town);
  final List<Fact> facts = new ArrayList<>();

  /** When users were promised to hear again. */
  Optional<Instant> promised = Optional.empty();

  /** What work was given. */
  List<Words> work = List.of();

  private final Ids ids = new Ids(time);
  final Book book = new Book(store, new Listening(), ids, time, names);
  final CommandActs command = new CommandActs(store, book, names, town, ids);
  final Life life = new Life(store, book, command, names, town, ids);
  final QualifiedCommanders next = new QualifiedCommanders(store, command, town, time);
  final NothingAimedAt aims = new NothingAimedAt();
  final BriefingDraft draft =
      new BriefingDraft(store, incident -> promised, incident -> work, aims, names);
  final HandoverBook handovers = new HandoverBook(store, book, names, command, next);
  final BriefingActs briefing = new BriefingActs(store, book, names, draft);
  final HandoverActs acts = new HandoverActs(store, book, names, command, handovers, briefing);
  final TakeActs takes = new TakeActs(store, book, names, command, handovers, briefing, ids);
  final DeputyActs deputies = new DeputyActs(store, book, names, command, handovers, town);

  /** A severity 1 that Misaki answered, in a room that this person commands. */
  IncidentId roomOf(PersonId commander) {
    IncidentId incident = actingRoom();
    command.take(incident, commander);
    return incident;
  }

  /** The same, while Misaki is acting commander. */
  IncidentId actingRoom() {
    IncidentId incident =
        life.declaring.declare(
            Declaration.of("決済が落ちた", Actor.person(EMMA), time.instant()).about("payment-api"));
    life.rating.rateByRule(
        incident,
        Severity.SEV1,
        List.of(new Reason("CORE_DOWN_WIDE", new Words("中核", "Core"))),
        HONBU);
    life.triage.acknowledge(incident, MISAKI);
    command.openRoom(incident, Set.of(LargeReason.L_SEV), Optional.empty(), HONBU);
    return incident;
  }

  Seat seat(IncidentId incident) {
    return store.seat(incident).orElseThrow();
  }

  Handover handover(IncidentId incident) {
    return handovers.newest(incident).orElseThrow();
  }

  Incident record(IncidentId incident) {
    return store.find(incident).orElseThrow();
  }

  List<TimelineEntry> timeline(IncidentId incident) {
    return store.timeline(incident);
  }

  <F extends Fact> List<F> told(Class<F> fact) {
    return facts.stream().filter(fact::isInstance).map(fact::cast).toList();
  }

  /** A clock that tests move. */
  static final class Time extends Clock {
    private Instant now = Instant.parse("2026-11-22T03:00:00Z");

    void pass(Duration span) {
      now = now.plus(span);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private final class Listening implements Outbox {
    @Override
    public void announce(Fact fact, Subject subject) {
      facts.add(fact);
    }

    @Override
    public List<Stuck> stuck() {
      return List.of();
    }

    @Override
    public void retry(long place) {
      throw new UnsupportedOperationException("nothing is stuck");
    }
  }
}
