package org.honbu.warroom.internal.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.honbu.incidents.Command;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Incidents;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.honbu.notifications.Notifications;
import org.honbu.notifications.Post;
import org.honbu.notifications.PrivateLine;
import org.honbu.notifications.PrivateLines;
import org.honbu.outbox.Outbox;
import org.honbu.outbox.Subject;
import org.honbu.people.People;
import org.honbu.warroom.CallMoved;
import org.honbu.warroom.WorkMoved;
import org.honbu.warroom.WorkTaken;

/**
 * What every act on work has in common: lock the incident, see who commands, write the timeline,
 * tell people, announce what happened.
 */
@ApplicationScoped
class WorkBook {
  static final Words NO_ROOM = new Words("ウォールームは開いていません", "There is no open war room");

  private static final Words ONLY_THE_COMMANDER =
      new Words("できるのは、いま指揮している {0} さんだけです", "Only {0}, who commands, can do this");

  private final Command command;
  private final IncidentBoard board;
  private final Incidents incidents;
  private final People people;
  private final Notifications notifications;
  private final PrivateLines lines;
  private final Outbox outbox;
  private final WorkStore store;
  private final Clock clock;

  @Inject
  @SuppressWarnings("TooManyParameters")
  WorkBook(
      Command command,
      IncidentBoard board,
      Incidents incidents,
      People people,
      Notifications notifications,
      PrivateLines lines,
      Outbox outbox,
      WorkStore store,
      Clock clock) {
    this.command = command;
    this.board = board;
    this.incidents = incidents;
    this.people = people;
    this.notifications = notifications;
    this.lines = lines;
    this.outbox = outbox;
    this.store = store;
    this.clock = clock;
  }

  /** As precise as the database keeps it, so that what was written reads the same. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * Locks the incident until the transaction ends.
   *
   * @return who commands; empty when no room is open
   */
  Optional<CommandSeat> lock(IncidentId incident) {
    return command.lockSeat(incident);
  }

  IncidentView view(IncidentId incident) {
    return board.view(incident);
  }

  /** The piece of that number. */
  AssignmentRow work(IncidentId incident, int number) {
    return store.work(incident).stream()
        .filter(row -> row.number() == number)
        .findFirst()
        .orElseThrow(
            () -> new ProblemException(WorkProblems.UNKNOWN_WORK, incident.value(), number));
  }

  /** The call of that number. */
  CallRow call(IncidentId incident, int number) {
    return store.calls(incident).stream()
        .filter(row -> row.number() == number)
        .findFirst()
        .orElseThrow(
            () -> new ProblemException(WorkProblems.UNKNOWN_WORK, incident.value(), number));
  }

  Words name(PersonId person) {
    return new Words(people.name(person, Locale.JAPANESE), people.name(person, Locale.ENGLISH));
  }

  boolean isKnown(PersonId person) {
    return people.find(person).isPresent();
  }

  void line(IncidentId incident, String type, Words sentence, PersonId by) {
    incidents.note(incident, type, sentence, Actor.person(by));
  }

  /** A line about what nobody did, such as time that is up. */
  void line(IncidentId incident, String type, Words sentence) {
    incidents.note(incident, type, sentence, Actor.honbu("warroom"));
  }

  /** Writes the refusal down and hands the reason back. */
  Words refused(IncidentId incident, Words why, PersonId by) {
    line(incident, "refused", why, by);
    return why;
  }

  Words onlyTheCommander(CommandSeat seat) {
    return ONLY_THE_COMMANDER.with(name(seat.holder()));
  }

  void moved(AssignmentRow row) {
    IncidentId incident = row.incident();
    Kind kind = view(incident).kind();
    outbox.announce(new WorkMoved(incident, kind, row.id(), now()), Subject.of(incident));
  }

  /** Its owner has taken it. */
  void taken(AssignmentRow row) {
    IncidentId incident = row.incident();
    Kind kind = view(incident).kind();
    outbox.announce(new WorkTaken(incident, kind, row.owner(), now()), Subject.of(incident));
  }

  void moved(CallRow row) {
    IncidentId incident = row.incident();
    Kind kind = view(incident).kind();
    outbox.announce(new CallMoved(incident, kind, row.id(), now()), Subject.of(incident));
  }

  /**
   * Tells one person alone; the same matter once within a second.
   *
   * @param matter what it is about, a few words
   */
  void whisper(PersonId to, IncidentId incident, String matter, Words text) {
    IncidentView view = view(incident);
    String key = matter + ":" + clock.instant().getEpochSecond();
    lines.tell(new PrivateLine(view.kind(), incident, severity(view), to, key, text));
  }

  /** Says it in the room; the same matter once and never again. */
  void post(IncidentId incident, String matter, Words text) {
    IncidentView view = view(incident);
    String channel = view.kind() == Kind.DRILL ? "#drill-war-room" : "#war_room";
    Words headed = new Words("[{0}] {1}", "[{0}] {1}").with(incident, text);
    notifications.post(new Post(view.kind(), incident, severity(view), channel, matter, headed));
  }

  static int severity(IncidentView view) {
    return view.severity().map(severity -> severity.level()).orElse(1);
  }
}
