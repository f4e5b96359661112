package org.honbu.learning.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.honbu.incidents.Command;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Incidents;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.honbu.learning.ActionItem;
import org.honbu.learning.ActionItemMoved;
import org.honbu.learning.Postmortem;
import org.honbu.notifications.PrivateLine;
import org.honbu.notifications.PrivateLines;
import org.honbu.outbox.Outbox;
import org.honbu.outbox.Subject;
import org.honbu.people.People;
import org.honbu.people.Person;
import org.honbu.people.Role;

/**
 * What every act of this module has in common: lock the incident, read the review, write the
 * timeline, tell people in private. A drill's lines stay a drill's, by the kind they carry.
 */
@ApplicationScoped
class LearningBook {
  static final Actor LEARNING = Actor.honbu("learning");
  static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'JST'", Locale.ROOT);

  private final Command command;
  private final IncidentBoard board;
  private final Incidents incidents;
  private final People people;
  private final PrivateLines lines;
  private final Outbox outbox;
  private final LearningStore store;
  private final Clock clock;

  @Inject
  @SuppressWarnings("TooManyParameters")
  LearningBook(
      Command command,
      IncidentBoard board,
      Incidents incidents,
      People people,
      PrivateLines lines,
      Outbox outbox,
      LearningStore store,
      Clock clock) {
    this.command = command;
    this.board = board;
    this.incidents = incidents;
    this.people = people;
    this.lines = lines;
    this.outbox = outbox;
    this.store = store;
    this.clock = clock;
  }

  /** As precise as the database keeps it, so that what was written reads the same. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  static Words when(Instant at) {
    String text = WHEN.format(at.atZone(ZONE));
    return new Words(text, text);
  }

  /**
   * Locks the incident until the transaction ends.
   *
   * @return who commands; nobody does once it is over
   */
  Optional<CommandSeat> lock(IncidentId incident) {
    return command.lockSeat(incident);
  }

  IncidentView view(IncidentId incident) {
    return board.view(incident);
  }

  /** The review, under the incident's lock. */
  PostmortemRow locked(IncidentId incident) {
    lock(incident);
    return row(incident);
  }

  PostmortemRow row(IncidentId incident) {
    return store
        .postmortem(incident)
        .orElseThrow(() -> new ProblemException(LearningProblems.NO_POSTMORTEM, incident));
  }

  Postmortem read(PostmortemRow row) {
    List<ActionItem> items = store.items(row.incident()).stream().map(ActionItemRow::view).toList();
    return row.view(items);
  }

  boolean mayRespond(IncidentId incident, PersonId person) {
    return incidents.mayRespond(incident, person);
  }

  boolean isProcessOwner(PersonId person) {
    return people.hasRole(person, Role.PROCESS_OWNER);
  }

  /**
   * Somebody of the directory.
   *
   * @param field whose mistake it is when there is nobody of that name
   */
  PersonId known(String field, PersonId person) {
    if (people.find(person).isEmpty()) {
      throw new ProblemException(LearningProblems.UNKNOWN_PERSON, field, person);
    }
    return person;
  }

  Words name(PersonId person) {
    return new Words(people.name(person, Locale.JAPANESE), people.name(person, Locale.ENGLISH));
  }

  /** Writes a line; its places are filled with the values. */
  void note(IncidentId incident, Actor by, Words sentence, Object... values) {
    incidents.note(incident, "postmortem", sentence.with(values), by);
  }

  Outcome notAllowed(IncidentId incident, PersonId by, Words why) {
    return new Outcome.NotAllowed(refused(incident, by, why));
  }

  Outcome notNow(IncidentId incident, PersonId by, Words why) {
    return new Outcome.NotNow(refused(incident, by, why));
  }

  /** Writes the refusal down and hands the reason back. */
  Words refused(IncidentId incident, PersonId by, Words why) {
    incidents.note(incident, "refused", why, Actor.person(by));
    return why;
  }

  /** Says something to one person alone, once for each matter. */
  void tell(PersonId person, OfAnIncident about, String matter, Words text) {
    Words headed = new Words("[{0}] {1}", "[{0}] {1}").with(about.incident(), text);
    lines.tell(
        new PrivateLine(
            about.mode(), about.incident(), about.severity(), person, "pm:" + matter, headed));
  }

  void tellProcessOwners(OfAnIncident about, String matter, Words text) {
    people.withRole(Role.PROCESS_OWNER).stream()
        .map(Person::id)
        .forEach(owner -> tell(owner, about, matter, text));
  }

  void announce(ActionItemRow item) {
    outbox.announce(
        new ActionItemMoved(item.incident(), item.id(), now()), Subject.of(item.incident()));
  }
}
