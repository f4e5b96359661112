package org.honbu.warroom.internal.topics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.honbu.incidents.Command;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.honbu.outbox.Outbox;
import org.honbu.outbox.Subject;
import org.honbu.warroom.WorkTaken;

/** What every act on topics has in common: the incident's lock first, then the room's rows. */
@ApplicationScoped
class TopicBook {
  private static final Words NO_ROOM = new Words("ウォールームは開いていません", "There is no open war room");
  private static final Words OVER = new Words("話題 {0} はもう終わっています", "Topic {0} is closed already");

  private final TopicStore store;
  private final Command command;
  private final IncidentBoard board;
  private final Speaker speaker;
  private final Outbox outbox;
  private final Clock clock;

  @Inject
  TopicBook(
      TopicStore store,
      Command command,
      IncidentBoard board,
      Speaker speaker,
      Outbox outbox,
      Clock clock) {
    this.store = store;
    this.command = command;
    this.board = board;
    this.speaker = speaker;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** As precise as the database keeps it, so that what was written reads the same. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** Who commands, with the incident locked until the transaction ends; empty without a room. */
  Optional<PersonId> lock(IncidentId incident) {
    Optional<CommandSeat> seat = command.lockSeat(incident);
    store.readAfresh();
    return seat.map(CommandSeat::holder);
  }

  /** Who commands, where it does not matter if that changes. */
  Optional<PersonId> commander(IncidentId incident) {
    return command.seat(incident).map(CommandSeat::holder);
  }

  Optional<TopicRow> find(IncidentId incident, UUID topic) {
    return store.topics(incident).stream().filter(row -> row.id().equals(topic)).findFirst();
  }

  /**
   * The topic.
   *
   * @throws ProblemException {@link TopicProblems#UNKNOWN_TOPIC}
   */
  TopicRow topic(IncidentId incident, UUID topic) {
    return find(incident, topic)
        .orElseThrow(() -> new ProblemException(TopicProblems.UNKNOWN_TOPIC, incident.value()));
  }

  List<TopicRow> open(IncidentId incident) {
    return store.topics(incident).stream().filter(TopicRow::isOpen).toList();
  }

  static Outcome noRoom() {
    return new Outcome.NotNow(NO_ROOM);
  }

  static Outcome over(TopicRow row) {
    return new Outcome.NotNow(OVER.with(row.name()));
  }

  Outcome refused(IncidentId incident, PersonId by, Words why) {
    return new Outcome.NotAllowed(speaker.refused(incident, by, why));
  }

  /** Who is in it, first come first. */
  List<PersonId> members(TopicRow row) {
    return store.members(row.incident()).stream()
        .filter(member -> member.isIn(row.id()))
        .map(TopicMember::person)
        .toList();
  }

  /** Goes into the topic, out of any other; says whether that changed anything. */
  boolean move(TopicRow row, PersonId person) {
    Optional<TopicMember> known = membership(row.incident(), person);
    if (known.filter(member -> member.isIn(row.id())).isPresent()) {
      return false;
    }
    known.ifPresentOrElse(
        member -> member.moveTo(row.id(), now()),
        () -> store.add(new TopicMember(row.incident(), person, row.id(), now())));
    return true;
  }

  /** Somebody has taken the lead. */
  void taken(TopicRow row, PersonId by) {
    IncidentId incident = row.incident();
    Kind kind = board.view(incident).kind();
    outbox.announce(new WorkTaken(incident, kind, by, now()), Subject.of(incident));
  }

  /** Is in no topic any more; says whether they were in one. */
  boolean release(IncidentId incident, PersonId person) {
    Optional<TopicMember> known = membership(incident, person);
    known.ifPresent(store::remove);
    return known.isPresent();
  }

  /** Everybody who was in it goes back to the main room. */
  void dissolve(TopicRow row) {
    store.members(row.incident()).stream()
        .filter(member -> member.isIn(row.id()))
        .forEach(store::remove);
  }

  private Optional<TopicMember> membership(IncidentId incident, PersonId person) {
    return store.members(incident).stream()
        .filter(member -> member.person().equals(person))
        .findFirst();
  }
}
