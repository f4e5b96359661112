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
import org.honbu.incidents.Activity;
import org.honbu.incidents.CareQuestion.Why;
import org.honbu.incidents.CareQuestions.Asked;
import org.honbu.incidents.CommanderWatch;
import org.honbu.incidents.Declaration;
import org.honbu.incidents.Impact;
import org.honbu.incidents.LargeReason;
import org.honbu.incidents.Source;
import org.honbu.incidents.TimelineEntry;
import org.honbu.incidents.Visibility;
import org.honbu.incidents.Work;
import org.honbu.kernel.Actor;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.outbox.Fact;
import org.honbu.outbox.Outbox;
import org.honbu.outbox.Subject;

/** Everything that looks after a commander, in memory, on a clock that goes when the test says. */
final class CareBench {
  static final PersonId MISAKI = new PersonId("misaki");
  static final PersonId AOI = new PersonId("aoi");
  static final PersonId SAKURA = new PersonId("sakura");
  static final PersonId ITSUKI = new PersonId("itsuki");
  static final PersonId EMMA = new PersonId("emma");
  static final String PAYMENT_API = "payment-api";

  static final Duration TEN_MINUTES = HandsOnTable.COUNTED_FOR;

  private final Movable clock = new Movable();
  private final List<Fact> announced = new ArrayList<>();
  final MemoryStore store = new MemoryStore();
  final MemoryCareStore careStore = new MemoryCareStore(store);
  final Town town = new Town();
  final HandsOnRule rule = new HandsOnRule(new HandsOnTable());
  final CommandActs command;
  final LifeActs life;
  final CareActs care;
  final AskingActs asking;
  final ActivityActs activities;
  final NoteActs notes;
  final CareTasks tasks;

  CareBench() {
    var names = new Names(town);
    var ids = new Ids(clock);
    var book = new Book(store, new Kept(), ids, clock, names);
    command = new CommandActs(store, book, names, town, ids);
    life = new LifeActs(store, book, command, names, town, ids);
    var standIns = new StandIns(store, command, town, book);
    care = new CareActs(store, careStore, book, rule, new NudgeLimit(), standIns, ids);
    asking =
        new AskingActs(
            store,
            careStore,
            care,
            new PassesCommand(command),
            standIns,
            rule,
            book,
            names,
            town,
            ids);
    activities = new ActivityActs(store, careStore, care, book, names, ids);
    notes = new NoteActs(store, care, book);
    tasks = new CareTasks(asking, new Verdicts(names));
  }

  Instant now() {
    return clock.instant();
  }

  void passes(Duration time) {
    clock.now = clock.now.plus(time);
  }

  IncidentId declared(Kind kind) {
    return life.declare(
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
    life.acknowledge(incident, MISAKI);
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

  /** Aoi says so herself, and is asked. */
  IncidentId roomWhereAoiIsAsked() {
    IncidentId incident = roomOfAoi();
    care.handsAtWork(incident, AOI);
    asking.askAboutHands(incident);
    return incident;
  }

  void resolve(IncidentId incident, PersonId commander) {
    life.declareMitigated(incident, "", commander);
    life.verify(incident, ITSUKI);
    life.declareResolved(incident, "", commander);
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
    return announced.stream().filter(fact::isInstance).map(fact::cast).toList();
  }

  private final class Kept implements Outbox {
    @Override
    public void announce(Fact fact, Subject subject) {
      announced.add(fact);
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

  private static final class Movable extends Clock {
    private Instant now = Instant.parse("2026-11-22T03:00:00Z");

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
}
