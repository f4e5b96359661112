package org.honbu.warroom.internal.work;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.warroom.CallWish;
import org.honbu.warroom.VolunteerCall;
import org.honbu.warroom.VolunteerCall.State;
import org.honbu.warroom.WorkKind;
import org.honbu.warroom.WorkWish;
import org.jspecify.annotations.Nullable;

/**
 * The room was asked who is free. It asks until the commander names one person or calls it off, and
 * keeps who said that they are free. Changed under the incident's lock only.
 */
@Entity
@Table(name = "volunteer_call")
class CallRow {
  @Id private UUID id;
  private String incident;
  private int place;

  @Enumerated(EnumType.STRING)
  @Column(name = "work_kind")
  private WorkKind kind;

  @Column(name = "what_for")
  private String what;

  private @Nullable String skill;

  @Column(name = "box_minutes")
  private int boxMinutes;

  @Column(name = "asked_by")
  private String askedBy;

  @Column(name = "asked_at")
  private Instant askedAt;

  @Enumerated(EnumType.STRING)
  private State state;

  private @Nullable String named;

  /** Whether the process was told of it. */
  private boolean heard;

  /** Where it stood when the process last read it; empty before. */
  @Enumerated(EnumType.STRING)
  private @Nullable State followed;

  @Version private int version;

  @ElementCollection
  @CollectionTable(name = "volunteer", joinColumns = @JoinColumn(name = "call_id"))
  @OrderColumn(name = "answer_order")
  private List<Volunteer> volunteers = new ArrayList<>();

  /** For Hibernate. */
  CallRow() {}

  CallRow(UUID id, IncidentId incident, int place, CallWish wish, PersonId askedBy, Instant now) {
    this.id = id;
    this.incident = incident.value();
    this.place = place;
    this.kind = wish.kind();
    this.what = wish.what();
    this.skill = wish.skill().isEmpty() ? null : wish.skill();
    this.boxMinutes = (int) wish.box().toMinutes();
    this.askedBy = askedBy.value();
    this.askedAt = now;
    this.state = State.ASKING;
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

  String what() {
    return what;
  }

  Optional<String> skill() {
    return Optional.ofNullable(skill);
  }

  boolean isOpen() {
    return state == State.ASKING;
  }

  /** What the one who is picked is asked to do. */
  WorkWish wishOf(PersonId picked) {
    return new WorkWish(kind, what, picked, Duration.ofMinutes(boxMinutes));
  }

  Optional<PersonId> named() {
    return Optional.ofNullable(named).map(PersonId::new);
  }

  /** In the order in which they said so. */
  List<PersonId> free() {
    return volunteers.stream().map(Volunteer::person).toList();
  }

  void free(PersonId person, Instant now) {
    volunteers.add(new Volunteer(person, now));
  }

  void named(PersonId person) {
    state = State.NAMED;
    named = person.value();
  }

  void dropped() {
    state = State.DROPPED;
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

  /** Whether the process waits for the pick, as far as it knows. */
  boolean isWaitedFor() {
    return followed == State.ASKING;
  }

  /** The process has read it as it is now. */
  void follow() {
    followed = state;
  }

  /**
   * As others see it.
   *
   * @param inOrder who is free, in the order in which to think of them
   */
  VolunteerCall view(List<PersonId> inOrder) {
    return new VolunteerCall(
        id(),
        place,
        kind,
        what,
        skill(),
        Duration.ofMinutes(boxMinutes),
        new PersonId(askedBy),
        askedAt,
        state,
        named(),
        inOrder);
  }
}
