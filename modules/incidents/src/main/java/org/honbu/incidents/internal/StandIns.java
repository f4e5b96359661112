package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Stream;
import org.honbu.incidents.internal.OnlyQualifiedPeopleTakeCommand.Answer;
import org.honbu.kernel.PersonId;
import org.honbu.people.OnCallLevel;
import org.honbu.people.People;
import org.honbu.people.Person;
import org.honbu.people.Role;

/** Who stands beside a commander, and whom to propose in their place. */
@ApplicationScoped
class StandIns {
  /** The duty's name; there is no deputy as long as nobody can have it. */
  private static final String DEPUTY = "DEPUTY";

  private final IncidentStore store;
  private final CommandActs command;
  private final People people;
  private final Book book;

  @Inject
  StandIns(IncidentStore store, CommandActs command, People people, Book book) {
    this.store = store;
    this.command = command;
    this.people = people;
    this.book = book;
  }

  Optional<PersonId> deputy(Incident record) {
    return store.services(record.id()).stream()
        .filter(service -> service.isOpen() && service.kind().name().equals(DEPUTY))
        .map(Service::person)
        .findFirst();
  }

  /** The deputy, else who is on call to command, else anybody who could take command now. */
  Optional<PersonId> couldTakeOver(Incident record, PersonId commander) {
    return Stream.of(
            deputy(record).stream(),
            people.onCall(record.team(), OnCallLevel.COMMANDERS, book.now()).stream(),
            people.withRole(Role.INCIDENT_COMMANDER).stream().map(Person::id))
        .flatMap(candidates -> candidates)
        .filter(person -> !person.equals(commander))
        .filter(person -> command.mayCommand(record, person) instanceof Answer.As)
        .findFirst();
  }
}
