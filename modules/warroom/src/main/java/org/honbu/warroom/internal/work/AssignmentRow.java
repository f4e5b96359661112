package org.honbu.warroom.internal.work;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.warroom.Assignment;
import org.honbu.warroom.Assignment.State;
import org.honbu.warroom.WorkKind;
import org.honbu.warroom.WorkReport;
import org.honbu.warroom.WorkWish;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work with one owner, who never changes: passing it on makes a new piece.
 *
 * <p>Proposed by the commander, it is accepted or declined by its owner. Accepted, it has a time
 * box that may grow, and is reported by the owner; the process brings the report to the commander,
 * and then it is done. Until it is reported the commander may stop it, and the end of the room
 * does; what a merge ended goes on when the merge is taken apart. Changed under the incident's lock
 * only.
 */
@Entity
@Table(name = "assignment")
class AssignmentRow {
  /** The shortest time a diagram's timer may have. */
  static final Duration SHORTLY = Duration.ofSeconds(10);

  @Id private UUID id;
  private String incident;
  private int place;

  @Enumerated(EnumType.STRING)
  @Column(name = "work_kind")
  private WorkKind kind;

  private String outcome;
  private String owner;

  @Column(name = "given_by")
  private String givenBy;

  @Enumerated(EnumType.STRING)
  private State state;

  @Column(name = "box_minutes")
  private int boxMinutes;

  @Column(name = "given_at")
  private Instant givenAt;

  @Column(name = "accepted_at")
  private @Nullable Instant acceptedAt;

  @Column(name = "ends_at")
  private @Nullable Instant endsAt;

  private @Nullable String conditions;
  private @Nullable String actions;
  private @Nullable String needs;

  @Enumerated(EnumType.STRING)
  private Assignment.@Nullable Answered answered;

  private @Nullable String evidence;

  @Column(name = "reported_at")
  private @Nullable Instant reportedAt;

  /** Whether the process was told of it. */
  private boolean heard;

  /** Where it stood when the process last read it; empty before. */
  @Enumerated(EnumType.STRING)
  private @Nullable State followed;

  /** Where it stood when its incident became part of another; empty while that is not so. */
  @Enumerated(EnumType.STRING)
  @Column(name = "before_merge")
  private @Nullable State beforeMerge;

  @Version private int version;

  /** For Hibernate. */
  AssignmentRow() {}

  AssignmentRow(
      UUID id, IncidentId incident, int place, WorkWish wish, PersonId givenBy, Instant now) {
    this.id = id;
    this.incident = incident.value();
    this.place = place;
    this.kind = wish.kind();
    this.outcome = wish.outcome();
    this.owner = wish.owner().value();
    this.givenBy = givenBy.value();
    this.state = State.PROPOSED;
    this.boxMinutes = (int) wish.box().toMinutes();
    this.givenAt = now;
  }

  UUID id() {
    return id;
  }

  IncidentId incident() {
    return new IncidentId(incident);
  }

  int number() {
    return place;
  }

  WorkKind kind() {
    return kind;
  }

  /** 「#3 ログを調べる」 */
  String title() {
    return "#" + place + " " + outcome;
  }

  String outcome() {
    return outcome;
  }

  PersonId owner() {
    return new PersonId(owner);
  }

  PersonId givenBy() {
    return new PersonId(givenBy);
  }

  State state() {
    return state;
  }

  boolean is(State what) {
    return state == what;
  }

  /** Whether somebody still has to do something about it. */
  boolean isOpen() {
    return state == State.PROPOSED || state == State.ACCEPTED;
  }

  Duration box() {
    return Duration.ofMinutes(boxMinutes);
  }

  Instant givenAt() {
    return givenAt;
  }

  /** When the time box ends; of a piece that is not accepted, never. */
  Optional<Instant> endsAt() {
    return Optional.ofNullable(endsAt);
  }

  boolean isTimeUp(Instant now) {
    return state == State.ACCEPTED && endsAt != null && !now.isBefore(endsAt);
  }

  /** What is left of the box, at least what a diagram's timer needs. */
  Duration left(Instant now) {
    Duration left = endsAt == null ? box() : Duration.between(now, endsAt);
    return left.compareTo(SHORTLY) > 0 ? left : SHORTLY;
  }

  void accepted(Optional<Duration> ownBox, Instant now) {
    ownBox.ifPresent(own -> boxMinutes = (int) own.toMinutes());
    state = State.ACCEPTED;
    acceptedAt = now;
    endsAt = now.plus(box());
  }

  void declined() {
    state = State.DECLINED;
  }

  /** The box ends so much later: than planned, or than now when it has ended. */
  void longer(Duration more, Instant now) {
    endsAt = (endsAt == null || endsAt.isBefore(now) ? now : endsAt).plus(more);
  }

  void reported(WorkReport report, Instant now) {
    state = State.REPORTED;
    conditions = report.conditions();
    actions = report.actions();
    needs = report.needs();
    answered = report.answered();
    evidence = report.evidence();
    reportedAt = now;
  }

  /** What the report rests on, where it says so. */
  Optional<String> evidence() {
    return Optional.ofNullable(evidence).filter(text -> !text.isEmpty());
  }

  void done() {
    state = State.DONE;
  }

  void cancelled() {
    state = State.CANCELLED;
  }

  /** The room ends; what was reported is done, be it that nobody is there to hear of it. */
  void endsWithTheRoom() {
    if (state == State.REPORTED) {
      done();
    } else {
      cancelled();
    }
  }

  /** As {@link #endsWithTheRoom}, unless the two were not one after all. */
  void endsWithTheMerge() {
    beforeMerge = state;
    endsWithTheRoom();
  }

  /**
   * The incident stands alone again: what a merge had stopped goes on where it stood.
   *
   * @return whether it does
   */
  boolean goesOn() {
    if (beforeMerge == null) {
      return false;
    }
    state = beforeMerge;
    beforeMerge = null;
    return true;
  }

  boolean isHeard() {
    return heard;
  }

  void hear() {
    heard = true;
  }

  /** The process was lost; the next one has heard of nothing. */
  void forgotten() {
    heard = false;
    followed = null;
  }

  /** Whether that is how the process saw it last. */
  boolean isSeenAs(State what) {
    return followed == what;
  }

  /** The process goes by this state from now on. */
  void seenAs(State what) {
    followed = what;
  }

  Assignment view() {
    return new Assignment(
        id,
        incident(),
        place,
        kind,
        outcome,
        owner(),
        givenBy(),
        state,
        box(),
        givenAt,
        endsAt(),
        report());
  }

  private Optional<Assignment.Report> report() {
    return conditions == null || actions == null || answered == null || reportedAt == null
        ? Optional.empty()
        : Optional.of(
            new Assignment.Report(
                conditions, actions, needs == null ? "" : needs, answered, reportedAt));
  }
}
