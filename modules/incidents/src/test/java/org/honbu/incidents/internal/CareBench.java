package org.honbu.incidents.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.Activity;
import org.honbu.incidents.CareQuestion.Why;
import org.honbu.incidents.CareQuestions.Asked;
import org.honbu.incidents.CommanderWatch;
import org.honbu.incidents.Declaration;
import org.honbu.incidents.HandoverReason;
import org.honbu.incidents.HandoverWish;
import org.honbu.incidents.Impact;
import org.honbu.incidents.LargeReason;
import org.honbu.incidents.ReadBack;
import org.honbu.incidents.Source;
import org.honbu.incidents.TakeOutcome;
import org.honbu.incidents.TimelineEntry;
import org.honbu.incidents.Visibility;
import org.honbu.incidents.Work;
import org.honbu.kernel.Actor;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.outbox.Fact;

/** A {@link Rehearsal} in which somebody looks after the commander. */
final class CareBench {
  static final PersonId MISAKI = Rehearsal.MISAKI;
  static final PersonId AOI = Rehearsal.AOI;
  static final PersonId SAKURA = Rehearsal.SAKURA;
  static final PersonId DANIEL = Rehearsal.DANIEL;
  static final PersonId ITSUKI = Rehearsal.ITSUKI;
  static final PersonId EMMA = Rehearsal.EMMA;
  static final String PAYMENT_API = "payment-api";
  static final Duration TEN_MINUTES = HandsOnTable.COUNTED_FOR;

  private final Rehearsal room = new Rehearsal();
  final MemoryStore store = room.store;
  final MemoryCareStore careStore = new MemoryCareStore(store);
  final CommandActs command = room.command;
  final Life life = room.life;
  final HandoverActs handovers = room.acts;
  final DeputyActs deputies = room.deputies;
  final CareActs care;
  final AskingActs asking;
  final ActivityActs activities;
  final NoteActs notes;
  final CareTasks tasks;

  CareBench() {
    var ids = new Ids(room.time);
    var rule = new HandsOnRule(new HandsOnTable());
    var standIns = new StandIns(store, command, room.next);
    care = new CareActs(store, careStore, room.book, rule, new NudgeLimit(), standIns, ids);
    asking =
        new AskingActs(
            store,
            careStore,
            care,
            new PassesCommand(handovers),
            standIns,
            rule,
            room.book,
            room.names,
            room.town,
            ids);
    activities = new ActivityActs(store, careStore, care, room.book, room.names, ids);
    notes = new NoteActs(store, care, room.book);
    tasks = new CareTasks(asking, new Verdicts(room.names));
  }

  Instant now() {
    return room.time.instant();
  }

  void passes(Duration time) {
    room.time.pass(time);
  }

  IncidentId declared(Kind kind) {
    return life.declaring.declare(
        new Declaration(
            "payment fails",
            kind,
            Source.EMPLOYEE,
            Actor.person(EMMA),
            Optional.of(PAYMENT_API),
            Optional.empty(),
            Impact.UNKNOWN,
            Visibility.UNKNOWN,
            Optional.empty(),
            now(),
            Optional.empty()));
  }

  /** An open room that Misaki acts in, for she answered; a minute later, so that it is before. */
  IncidentId room(Kind kind) {
    IncidentId incident = declared(kind);
    life.triage.acknowledge(incident, MISAKI);
    command.openRoom(incident, Set.of(LargeReason.L_SEV), Optional.empty(), Actor.honbu("rule"));
    passes(Duration.ofMinutes(1));
    return incident;
  }

  /** One that Aoi commands. */
  IncidentId roomOfAoi() {
    return roomOfAoi(Kind.REAL);
  }

  IncidentId roomOfAoi(Kind kind) {
    IncidentId incident = room(kind);
    command.take(incident, AOI);
    return incident;
  }

  IncidentId roomWhereAoiIsAsked() {
    IncidentId incident = roomOfAoi();
    asks(incident);
    return incident;
  }

  /** Aoi says so herself, and is asked. */
  void asks(IncidentId incident) {
    care.handsAtWork(incident, AOI);
    asking.askAboutHands(incident);
  }

  void resolve(IncidentId incident, PersonId commander) {
    life.recovery.declareMitigated(incident, "", commander);
    life.recovery.verify(incident, ITSUKI);
    life.recovery.declareResolved(incident, "", commander);
  }

  /** Aoi hands over, and they read back and accept. */
  void passesTo(IncidentId incident, PersonId successor) {
    handovers.offer(incident, HandoverWish.to(successor, HandoverReason.SHIFT_END), AOI);
    TakeOutcome taken =
        handovers.accept(incident, new ReadBack("stop it", "1", "04:06", "none"), successor);
    if (!(taken instanceof TakeOutcome.Taken)) {
      throw new AssertionError(taken);
    }
  }

  boolean isAsked(IncidentId incident) {
    return asking.askAboutHands(incident) instanceof Asked.Question;
  }

  CommanderWatch watch(IncidentId incident) {
    return care.watch(incident).orElseThrow();
  }

  boolean isOpen(IncidentId incident, Why why) {
    return watch(incident).open(why).isPresent();
  }

  Activity activity(PersonId person, Work work, String component) {
    return new Activity(
        "deploys",
        person.value(),
        Optional.of(person),
        work,
        Optional.of(component),
        now(),
        Optional.empty());
  }

  List<TimelineEntry> lines(IncidentId incident, String type) {
    return store.timeline(incident).stream().filter(line -> line.type().equals(type)).toList();
  }

  <F extends Fact> List<F> told(Class<F> fact) {
    return room.told(fact);
  }
}
