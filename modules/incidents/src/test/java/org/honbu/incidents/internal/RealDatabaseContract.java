package org.honbu.incidents.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.honbu.incidents.Declaration;
import org.honbu.incidents.Duty;
import org.honbu.incidents.DutyKind;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.LargeReason;
import org.honbu.incidents.Reason;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Signal;
import org.honbu.incidents.Source;
import org.honbu.incidents.TimelineEntry;
import org.honbu.incidents.Visibility;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/**
 * What must hold on every database that operators may choose. Each test has people of its own; the
 * contracts of one run share a database of each kind ({@link SharedDatabase}).
 */
abstract class RealDatabaseContract {
  static final PersonId MISAKI = new PersonId("misaki");
  static final PersonId ITSUKI = new PersonId("itsuki");
  static final PersonId AOI = new PersonId("aoi");
  static final PersonId YUMI = new PersonId("yumi");
  static final Actor RULE = Actor.honbu("rule");

  final Town town = new Town();
  final SharedDatabase database;

  RealDatabaseContract(SharedDatabase database) {
    this.database = database;
  }

  IncidentId drill(String component) {
    return act(
        desk ->
            desk.life.declaring.declare(
                new Declaration(
                    "payment fails, we say",
                    Kind.DRILL,
                    Source.EMPLOYEE,
                    Actor.person(MISAKI),
                    Optional.of(component),
                    Optional.empty(),
                    Impact.UNKNOWN,
                    Visibility.UNKNOWN,
                    Optional.empty(),
                    Instant.now(),
                    Optional.empty())));
  }

  /** Misaki acts in a room and has just called it a false alarm. */
  IncidentId saidToBeNothing() {
    IncidentId incident = declare();
    act(desk -> desk.life.triage.acknowledge(incident, MISAKI));
    act(desk -> desk.life.escalating.escalate(incident, MISAKI));
    act(desk -> desk.life.ending.confirmFalseAlarm(incident, "a test", MISAKI));
    return incident;
  }

  /** So that the winner may race again (RO-C1). */
  void resolve(IncidentId incident, PersonId commander) {
    act(desk -> desk.life.recovery.declareMitigated(incident, "", commander));
    act(desk -> desk.life.recovery.verify(incident, ITSUKI));
    act(desk -> desk.life.recovery.declareResolved(incident, "", commander));
  }

  IncidentView view(IncidentId incident) {
    return act(desk -> desk.board.view(incident));
  }

  List<TimelineEntry> timeline(IncidentId incident) {
    return act(desk -> desk.board.timeline(incident));
  }

  List<PersonId> openIntervals(IncidentId incident) {
    return view(incident).duties().stream()
        .filter(duty -> duty.kind() == DutyKind.COMMANDER && duty.to().isEmpty())
        .map(Duty::person)
        .toList();
  }

  IncidentId declare() {
    return act(
        desk ->
            desk.life.declaring.declare(
                Declaration.of("payment fails", Actor.person(MISAKI), Instant.now())
                    .about("payment-api")));
  }

  IncidentId room() {
    IncidentId incident = declare();
    act(
        desk ->
            desk.life.rating.rateByRule(
                incident,
                Severity.SEV1,
                List.of(new Reason("CORE_DOWN_WIDE", new Words("中核", "Core"))),
                RULE));
    act(desk -> desk.life.triage.acknowledge(incident, MISAKI));
    act(desk -> desk.command.openRoom(incident, Set.of(LargeReason.L_SEV), Optional.empty(), RULE));
    return incident;
  }

  static boolean signal(Desk desk, IncidentId incident, String fingerprint) {
    desk.life.declaring.attachSignal(
        incident,
        new Signal(Source.SYSTEM, fingerprint, "disk is full", Instant.now(), Optional.empty()),
        Impact.UNKNOWN);
    return true;
  }

  <T> T act(Function<Desk, T> work) {
    return database.in(manager -> work.apply(new Desk(manager, town)));
  }
}
