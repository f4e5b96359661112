package org.honbu.learning.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.learning.ActionItem;
import org.honbu.learning.ActionItem.State;
import org.honbu.learning.ActionKind;
import org.honbu.learning.ActionWish;
import org.jspecify.annotations.Nullable;

/** Something to change, until it is done or waived. Changed under the incident's lock only. */
@Entity
@Table(name = "action_item")
class ActionItemRow implements OfAnIncident {
  @Id private UUID id;
  @Version private int version;
  private String incident;

  @Enumerated(EnumType.STRING)
  private Kind mode;

  private int place;
  private String what;

  @Enumerated(EnumType.STRING)
  @Column(name = "action_kind")
  private ActionKind kind;

  private String team;
  private String owner;

  @Column(name = "due_at")
  private Instant dueAt;

  private int severity;

  @Enumerated(EnumType.STRING)
  private State state;

  private @Nullable String reason;

  @Column(name = "settled_by")
  private @Nullable String settledBy;

  @Column(name = "settled_at")
  private @Nullable Instant settledAt;

  private boolean heard;

  @Enumerated(EnumType.STRING)
  private @Nullable Gap gap;

  /** For Hibernate. */
  ActionItemRow() {}

  ActionItemRow(UUID id, OfAnIncident of, int place, ActionWish wish, TeamId team, Instant dueAt) {
    this.id = id;
    this.incident = of.incident().value();
    this.mode = of.mode();
    this.place = place;
    this.what = wish.what();
    this.kind = wish.kind();
    this.team = team.value();
    this.owner = wish.owner().value();
    this.dueAt = dueAt;
    this.severity = of.severity();
    this.state = State.OPEN;
  }

  /** It is there because of this, and does not wait for a review. */
  ActionItemRow closes(Gap open) {
    gap = open;
    return this;
  }

  boolean closesA(Gap open) {
    return gap == open;
  }

  /** Whether its process is one of its own, not a part of the review’s. */
  boolean runsByItself() {
    return gap != null;
  }

  UUID id() {
    return id;
  }

  @Override
  public IncidentId incident() {
    return new IncidentId(incident);
  }

  @Override
  public Kind mode() {
    return mode;
  }

  @Override
  public int severity() {
    return severity;
  }

  int place() {
    return place;
  }

  PersonId owner() {
    return new PersonId(owner);
  }

  Instant dueAt() {
    return dueAt;
  }

  boolean isOpen() {
    return state == State.OPEN;
  }

  boolean isHeard() {
    return heard;
  }

  /** Its process runs. */
  void hear() {
    heard = true;
  }

  /** Its process was lost. */
  void forgotten() {
    heard = false;
  }

  void handTo(PersonId next) {
    owner = next.value();
  }

  void dueBy(Instant at) {
    dueAt = at;
  }

  void settle(State how, String why, PersonId by, Instant now) {
    state = how;
    reason = why;
    settledBy = by.value();
    settledAt = now;
  }

  /** As people speak of it. */
  String title() {
    return "#" + place + " " + what;
  }

  /** As {@link #title}, each reader's half where it is written in both languages. */
  Words words() {
    return new Words("#{0} {1}", "#{0} {1}").with(place, Words.written(what));
  }

  ActionItem view() {
    return new ActionItem(
        id,
        incident(),
        mode,
        place,
        what,
        kind,
        new TeamId(team),
        owner(),
        dueAt,
        severity,
        state,
        Optional.ofNullable(reason),
        Optional.ofNullable(settledBy).map(PersonId::new),
        Optional.ofNullable(settledAt));
  }
}
