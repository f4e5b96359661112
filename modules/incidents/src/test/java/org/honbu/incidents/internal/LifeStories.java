package org.honbu.incidents.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.Declaration;
import org.honbu.incidents.Impact;
import org.honbu.incidents.LargeReason;
import org.honbu.incidents.Reason;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Signal;
import org.honbu.incidents.Source;
import org.honbu.incidents.TimelineEntry;
import org.honbu.incidents.Triage;
import org.honbu.incidents.Visibility;
import org.honbu.kernel.Actor;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/** Incidents in memory, every act in their life, and the words in which it is told. */
abstract class LifeStories {
  static final PersonId MISAKI = new PersonId("misaki");
  static final PersonId ITSUKI = new PersonId("itsuki");
  static final PersonId AOI = new PersonId("aoi");
  static final PersonId SAKURA = new PersonId("sakura");
  static final PersonId RIKU = new PersonId("riku");
  static final PersonId YUMI = new PersonId("yumi");
  static final PersonId DANIEL = new PersonId("daniel");
  static final PersonId EMMA = new PersonId("emma");
  static final Actor RULE = Actor.honbu("rule");
  final MovableClock clock = new MovableClock();
  final MemoryStore store = new MemoryStore();
  final Announced outbox = new Announced();
  final Town town = new Town();
  final Names names = new Names(town);
  final Ids ids = new Ids(clock);
  final Book book = new Book(store, outbox, ids, clock, names);
  final CommandActs command = new CommandActs(store, book, names, town, ids);
  final Life life = new Life(store, book, command, names, town, ids);

  IncidentId declare(String what) {
    return declare(what, Kind.REAL);
  }

  IncidentId declare(String what, Kind kind) {
    return life.declaring.declare(
        new Declaration(
            what,
            kind,
            Source.EMPLOYEE,
            Actor.person(EMMA),
            Optional.empty(),
            Optional.empty(),
            Impact.UNKNOWN,
            Visibility.UNKNOWN,
            Optional.empty(),
            clock.instant(),
            Optional.empty()));
  }

  /** A severity 1 that Misaki answered and whose room is open. */
  IncidentId room() {
    IncidentId incident = declare("down");
    life.rating.rateByRule(
        incident,
        Severity.SEV1,
        List.of(new Reason("CORE_DOWN_WIDE", new Words("中核", "Core"))),
        RULE);
    life.triage.acknowledge(incident, MISAKI);
    command.openRoom(incident, Set.of(LargeReason.L_SEV), Optional.empty(), RULE);
    return incident;
  }

  IncidentId roomCommandedBy(PersonId commander) {
    IncidentId incident = room();
    command.take(incident, commander);
    return incident;
  }

  IncidentId watchedRoomOf(PersonId commander) {
    IncidentId incident = roomCommandedBy(commander);
    life.recovery.declareMitigated(incident, "rolled back", commander);
    life.recovery.verify(incident, ITSUKI);
    return incident;
  }

  /** Resolved, and nobody has taken it back. */
  IncidentId resolved() {
    IncidentId incident = watchedRoomOf(AOI);
    life.recovery.declareResolved(incident, "done", AOI);
    life.undo.letStand(incident);
    return incident;
  }

  static Triage saying(
      Triage.Answer answer, @org.jspecify.annotations.Nullable IncidentId duplicateOf) {
    return new Triage(
        answer,
        Optional.ofNullable(duplicateOf),
        Impact.UNKNOWN,
        Visibility.UNKNOWN,
        Set.of(),
        false,
        "");
  }

  Signal signal(String fingerprint) {
    return new Signal(
        Source.SYSTEM, fingerprint, "disk is full", clock.instant(), Optional.empty());
  }

  Incident record(IncidentId incident) {
    return store.find(incident).orElseThrow();
  }

  Seat seat(IncidentId incident) {
    return store.seat(incident).orElseThrow();
  }

  List<String> types(IncidentId incident) {
    return store.timeline(incident).stream().map(TimelineEntry::type).toList();
  }
}
