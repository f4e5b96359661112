package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.Room;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.people.People;
import org.honbu.people.Role;

/** Who may respond to an incident, who leads it, and the refusal that says so. */
@ApplicationScoped
class Responders {
  private static final Words ONLY_THE_LEADER =
      new Words("できるのは、いま指揮している {0} さんだけです", "Only {0}, who leads, can do this");
  private static final Words ONLY_RESPONDERS =
      new Words("できるのは担当チームか対応者です", "This is for the owning team and responders");

  private final IncidentStore store;
  private final Book book;
  private final Names names;
  private final People people;

  @Inject
  Responders(IncidentStore store, Book book, Names names, People people) {
    this.store = store;
    this.book = book;
    this.names = names;
    this.people = people;
  }

  /** Who leads: the commander while a room is open, else who answered first. */
  Optional<PersonId> leader(Incident record) {
    return store.seat(record.id()).map(Seat::holder).or(record::answeredBy);
  }

  /** The commander while a room is open; otherwise anybody who may respond. */
  boolean mayLead(Incident record, PersonId by) {
    return record.room() == Room.OPEN
        ? leader(record).filter(by::equals).isPresent()
        : mayRespond(record, by);
  }

  /** The owning team, whoever answered or commands, and everybody who responds by role. */
  boolean mayRespond(Incident record, PersonId person) {
    Set<Role> roles = people.rolesOf(person);
    return roles.contains(Role.RESPONDER)
        || roles.contains(Role.INCIDENT_COMMANDER)
        || roles.contains(Role.PROCESS_OWNER)
        || (record.kind() == Kind.DRILL && roles.contains(Role.COMMANDER_TRAINEE))
        || people.inTeam(person, record.team())
        || leader(record).filter(person::equals).isPresent();
  }

  Outcome notTheLeader(Incident record, PersonId by) {
    return leader(record)
        .map(person -> Names.fill(ONLY_THE_LEADER, names.of(person)))
        .map(why -> (Outcome) new Outcome.NotAllowed(book.refused(record, by, why)))
        .orElseGet(() -> notAResponder(record, by));
  }

  Outcome notAResponder(Incident record, PersonId by) {
    return new Outcome.NotAllowed(book.refused(record, by, ONLY_RESPONDERS));
  }
}
