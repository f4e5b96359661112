package org.honbu.warroom.internal.topics;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.warroom.ClosedTopic;
import org.honbu.warroom.Topic;
import org.honbu.warroom.Topic.State;
import org.honbu.warroom.TopicResult;
import org.jspecify.annotations.Nullable;

/**
 * A side room for one question, from the commander who splits it off to its result.
 *
 * <p>Somebody is asked to lead it, and leads it or does not; then somebody else is asked, a round
 * later. It is open until it is closed with a result, or ends with the room and has none.
 */
@Entity
@Table(name = "topic")
class TopicRow {
  /** Neutral names, so that nobody fights about them. */
  private static final List<String> NAMES =
      List.of(
          "Alpha",
          "Bravo",
          "Charlie",
          "Delta",
          "Echo",
          "Foxtrot",
          "Golf",
          "Hotel",
          "India",
          "Juliett",
          "Kilo",
          "Lima",
          "Mike",
          "November",
          "Oscar",
          "Papa",
          "Quebec",
          "Romeo",
          "Sierra",
          "Tango",
          "Uniform",
          "Victor",
          "Whiskey",
          "X-ray",
          "Yankee",
          "Zulu");

  @Id private UUID id;
  @Version private int version;

  @Column(name = "incident_id", updatable = false)
  private String incident;

  @Column(updatable = false)
  private int number;

  @Column(updatable = false)
  private String question;

  private String lead;

  @Enumerated(EnumType.STRING)
  private State state;

  private int round;

  @Column(name = "opened_at", updatable = false)
  private Instant openedAt;

  @Column(name = "next_report_at")
  private Instant nextReportAt;

  private int reports;

  /** The incident it is on the floor of: unique, so that a room has one floor. */
  @Column(name = "floor_of")
  private @Nullable String floorOf;

  /** Whether the process was told of it. */
  private boolean heard;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Enumerated(EnumType.STRING)
  private @Nullable TopicResult result;

  private @Nullable String answer;

  protected TopicRow() {}

  TopicRow(UUID id, IncidentId incident, int number, String question, PersonId lead, Instant now) {
    this.id = id;
    this.incident = incident.value();
    this.number = number;
    this.question = question;
    this.lead = lead.value();
    this.state = State.ASKED;
    this.round = 1;
    this.openedAt = now;
    this.nextReportAt = now;
  }

  void ask(PersonId person) {
    lead = person.value();
    state = State.ASKED;
    round++;
  }

  void lead(Instant firstReportAt) {
    state = State.LED;
    nextReportAt = firstReportAt;
  }

  void loseLead() {
    state = State.LEADERLESS;
  }

  void report(Instant next) {
    reports++;
    nextReportAt = next;
  }

  void takeFloor() {
    floorOf = incident;
  }

  void leaveFloor() {
    floorOf = null;
  }

  void hear() {
    heard = true;
  }

  /** The process that had heard of it is lost. */
  void forgetHearing() {
    heard = false;
  }

  void close(TopicResult how, String found, Instant now) {
    result = how;
    answer = found;
    endWithRoom(now);
  }

  void endWithRoom(Instant now) {
    endedAt = now;
    leaveFloor();
  }

  UUID id() {
    return id;
  }

  IncidentId incident() {
    return new IncidentId(incident);
  }

  int number() {
    return number;
  }

  String name() {
    int turn = (number - 1) / NAMES.size();
    String name = NAMES.get((number - 1) % NAMES.size());
    return turn == 0 ? name : name + " " + (turn + 1);
  }

  String question() {
    return question;
  }

  PersonId lead() {
    return new PersonId(lead);
  }

  boolean is(State wanted) {
    return state == wanted;
  }

  boolean isOpen() {
    return endedAt == null;
  }

  boolean isOnFloor() {
    return floorOf != null;
  }

  boolean isHeard() {
    return heard;
  }

  int round() {
    return round;
  }

  int reports() {
    return reports;
  }

  Instant nextReportAt() {
    return nextReportAt;
  }

  /** Whether they lead it, or are asked to. */
  boolean isWith(PersonId person) {
    return state != State.LEADERLESS && lead.equals(person.value());
  }

  /** What came of it; empty while it is open, and when it only ended with the room. */
  Optional<ClosedTopic> closed() {
    return endedAt == null || result == null || answer == null
        ? Optional.empty()
        : Optional.of(new ClosedTopic(name(), question, result, answer, endedAt));
  }

  Topic view(List<PersonId> members, RoomSettings settings) {
    return new Topic(
        id,
        name(),
        question,
        lead(),
        members,
        settings.call(incident(), name()),
        isOnFloor(),
        openedAt,
        nextReportAt,
        state,
        RoomSettings.thread(incident(), name()));
  }
}
