package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.honbu.incidents.DeputyAppointed;
import org.honbu.incidents.DutyKind;
import org.honbu.incidents.HandoverView.End;
import org.honbu.incidents.NextPart;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.people.People;
import org.honbu.people.Role;

/**
 * Decides and writes who is deputy, and what a former commander does now. Knows no engine; joins
 * the caller's transaction and leaves it flushed.
 */
@ApplicationScoped
class DeputyActs {
  private static final Words ONLY_THE_COMMANDER =
      new Words("副コマンダーを決めるのはコマンダーの {0} さんです", "{0}, the commander, appoints the deputy");
  private static final Words NEEDS_ROLE =
      new Words(
          "副コマンダーになれるのは incident-commander の役割がある人です：{0}",
          "A deputy has the role incident-commander: {0}");
  private static final Words COMMANDS =
      new Words("コマンダーは自分の副にはなれません", "A commander is not their own deputy");
  private static final Words NOT_DEPUTY = new Words("あなたは副コマンダーではありません", "You are not the deputy");
  private static final Words IS_DEPUTY = new Words("副コマンダーは {0} さんです", "{0} is deputy already");
  private static final Words NOT_FORMER =
      new Words("指揮を渡したばかりの人が選びます", "This is for whoever has just given command away");

  private final IncidentStore store;
  private final Book book;
  private final Names names;
  private final CommandActs command;
  private final HandoverBook handovers;
  private final People people;

  @Inject
  DeputyActs(
      IncidentStore store,
      Book book,
      Names names,
      CommandActs command,
      HandoverBook handovers,
      People people) {
    this.store = store;
    this.book = book;
    this.names = names;
    this.command = command;
    this.handovers = handovers;
    this.people = people;
  }

  static Optional<PersonId> deputy(IncidentStore store, IncidentId incident) {
    return store.services(incident).stream()
        .filter(service -> service.isOpen() && service.kind() == DutyKind.DEPUTY)
        .map(Service::person)
        .findFirst();
  }

  Outcome appoint(IncidentId incident, PersonId person, PersonId by) {
    Incident record = book.lockOpen(incident);
    Seat seat = command.seatOf(record);
    if (!seat.holder().equals(by)) {
      return refused(record, by, Names.fill(ONLY_THE_COMMANDER, names.of(seat.holder())));
    }
    if (person.equals(by)) {
      return new Outcome.NotNow(book.refused(record, by, COMMANDS));
    }
    if (!people.hasRole(person, Role.INCIDENT_COMMANDER)) {
      return refused(record, by, Names.fill(NEEDS_ROLE, names.whoHave(Role.INCIDENT_COMMANDER)));
    }
    Optional<PersonId> before = deputy(store, incident);
    if (before.filter(person::equals).isPresent()) {
      return new Outcome.AlreadyDone();
    }
    before.ifPresent(earlier -> book.relieve(record, DutyKind.DEPUTY, earlier));
    serve(record, person, Actor.person(by));
    return Outcome.done();
  }

  private void serve(Incident record, PersonId deputy, Actor by) {
    book.serve(record, DutyKind.DEPUTY, deputy);
    book.line(
        record,
        by,
        "deputy-appointed",
        new Words("副コマンダーは {1} さんです", "{1} is deputy from now on"),
        names.of(deputy));
    book.announce(record, new DeputyAppointed(record.id(), record.kind(), deputy, book.now()));
    store.flush();
  }

  Outcome leave(IncidentId incident, PersonId by) {
    Incident record = book.lockOpen(incident);
    if (deputy(store, incident).filter(by::equals).isEmpty()) {
      return refused(record, by, NOT_DEPUTY);
    }
    book.relieve(record, DutyKind.DEPUTY, by);
    book.line(
        record,
        Actor.person(by),
        "deputy-left",
        new Words("{0} さんが副コマンダーを離れました", "{0} is no longer deputy"));
    store.flush();
    return Outcome.done();
  }

  Outcome goesOnAs(IncidentId incident, NextPart part, PersonId by) {
    Incident record = book.lockOpen(incident);
    Optional<Handover> gave =
        handovers
            .newest(incident)
            .filter(last -> last.endedAs(End.TAKEN) && last.outgoing().equals(by));
    if (gave.isEmpty()) {
      return refused(record, by, NOT_FORMER);
    }
    if (part == NextPart.DEPUTY) {
      Optional<Outcome> no = mayNotBeDeputy(record, by);
      if (no.isPresent()) {
        return no.get();
      }
    }
    if (!gave.get().goesOnAs(part)) {
      return new Outcome.AlreadyDone();
    }
    book.line(
        record,
        Actor.person(by),
        "handover-part",
        new Words("{0} さんはこのあと：{1}", "{0} goes on as {1}"),
        part.label());
    switch (part) {
      case RESPONDER -> book.serve(record, DutyKind.RESPONDER, by);
      case DEPUTY -> serve(record, by, Actor.person(by));
      case OBSERVER, REST -> book.relieve(record, DutyKind.RESPONDER, by);
    }
    store.flush();
    return Outcome.done();
  }

  private Optional<Outcome> mayNotBeDeputy(Incident record, PersonId by) {
    if (!people.hasRole(by, Role.INCIDENT_COMMANDER)) {
      return Optional.of(
          refused(record, by, Names.fill(NEEDS_ROLE, names.whoHave(Role.INCIDENT_COMMANDER))));
    }
    return deputy(store, record.id())
        .filter(other -> !other.equals(by))
        .map(
            other ->
                new Outcome.NotNow(
                    book.refused(record, by, Names.fill(IS_DEPUTY, names.of(other)))));
  }

  private Outcome refused(Incident record, PersonId by, Words why) {
    return new Outcome.NotAllowed(book.refused(record, by, why));
  }
}
