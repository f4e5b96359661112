package org.honbu.incidents.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.honbu.incidents.Declaration;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView.Triaged;
import org.honbu.incidents.LargeReason;
import org.honbu.incidents.PublicPhase;
import org.honbu.incidents.Room;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Source;
import org.honbu.incidents.Times;
import org.honbu.incidents.Triage;
import org.honbu.incidents.Visibility;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * The record of one incident. Changes itself only along {@link Transitions}; everything else about
 * it (seat, duties, signals, timeline) is changed under this row's lock.
 */
@Entity
@Table(name = "incident")
class Incident {
  @Id private String id;
  @Version private int version;
  private String what;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  @Enumerated(EnumType.STRING)
  private IncidentState state;

  @Enumerated(EnumType.STRING)
  private @Nullable Severity severity;

  @Enumerated(EnumType.STRING)
  private Source source;

  private @Nullable String component;
  private TeamId team;
  private Actor reporter;
  private @Nullable String link;
  private Impact impact;

  @Enumerated(EnumType.STRING)
  private Visibility visibility;

  @Enumerated(EnumType.STRING)
  @Column(name = "public_phase")
  private PublicPhase publicPhase;

  @Enumerated(EnumType.STRING)
  private Room room;

  @Column(name = "large_reasons")
  private String largeReasons;

  @Column(name = "break_glass")
  private boolean breakGlass;

  @Column(name = "is_private")
  private boolean isPrivate;

  /** The harm to data that was known to whoever opened it to everybody nevertheless. */
  @Enumerated(EnumType.STRING)
  @Column(name = "opened_despite")
  private Impact.@Nullable DataSecurity openedDespite;

  @Column(name = "answered_by")
  private @Nullable PersonId answeredBy;

  @Enumerated(EnumType.STRING)
  @Column(name = "triage_answer")
  private Triage.@Nullable Answer triageAnswer;

  @Column(name = "triaged_by")
  private @Nullable PersonId triagedBy;

  @Column(name = "teams_needed")
  private int teamsNeeded;

  @Column(name = "mitigated_by")
  private @Nullable PersonId mitigatedBy;

  private @Nullable String parent;

  @Column(name = "timeline_length")
  private int timelineLength;

  @Column(name = "started_at")
  private @Nullable Instant startedAt;

  @Column(name = "detected_at")
  private Instant detectedAt;

  @Column(name = "declared_at")
  private Instant declaredAt;

  @Column(name = "acknowledged_at")
  private @Nullable Instant acknowledgedAt;

  @Column(name = "room_opened_at")
  private @Nullable Instant roomOpenedAt;

  @Column(name = "commander_at")
  private @Nullable Instant commanderAt;

  @Column(name = "first_announced_at")
  private @Nullable Instant firstAnnouncedAt;

  @Column(name = "identified_at")
  private @Nullable Instant identifiedAt;

  @Column(name = "mitigated_at")
  private @Nullable Instant mitigatedAt;

  @Column(name = "monitoring_at")
  private @Nullable Instant monitoringAt;

  @Column(name = "resolved_at")
  private @Nullable Instant resolvedAt;

  @Column(name = "closed_at")
  private @Nullable Instant closedAt;

  /** For Hibernate. */
  Incident() {}

  Incident(IncidentId id, Declaration declared, TeamId team, Impact impact, Instant now) {
    this.id = id.value();
    this.what = declared.what();
    this.kind = declared.kind();
    this.state = IncidentState.REPORTED;
    this.source = declared.source();
    this.component = declared.component().orElse(null);
    this.team = team;
    this.reporter = declared.reporter();
    this.link = declared.link().orElse(null);
    this.impact = impact;
    this.visibility = declared.visibility();
    this.publicPhase = PublicPhase.NONE;
    this.room = Room.NONE;
    this.largeReasons = "";
    this.startedAt = declared.startedAt().orElse(null);
    this.detectedAt = declared.detectedAt();
    this.declaredAt = now;
  }

  IncidentId id() {
    return new IncidentId(id);
  }

  String what() {
    return what;
  }

  Kind kind() {
    return kind;
  }

  IncidentState state() {
    return state;
  }

  /**
   * Goes to another state and notes when.
   *
   * @throws org.honbu.kernel.ProblemException when there is no way from here to there
   */
  void moveTo(IncidentState next, Instant now) {
    Transitions.check(this.id, state, next);
    state = next;
    switch (next) {
      case IDENTIFIED -> identifiedAt = now;
      case MITIGATED -> mitigatedAt = now;
      case MONITORING -> monitoringAt = now;
      case RESOLVED -> resolvedAt = now;
      case CLOSED -> closedAt = now;
      case REPORTED, TRIAGE, INVESTIGATING, POSTMORTEM, FALSE_ALARM, MERGED, ABORTED -> {}
    }
  }

  /** Back to where it was, because what had led on was taken back. */
  void backTo(IncidentState before) {
    if (state == IncidentState.RESOLVED) {
      resolvedAt = null;
    }
    state = before;
  }

  Optional<Severity> severity() {
    return Optional.ofNullable(severity);
  }

  void rate(Severity rated) {
    severity = rated;
  }

  boolean isMajor() {
    return severity != null && severity.isMajor();
  }

  Source source() {
    return source;
  }

  Optional<String> component() {
    return Optional.ofNullable(component);
  }

  TeamId team() {
    return team;
  }

  Actor reporter() {
    return reporter;
  }

  Optional<String> link() {
    return Optional.ofNullable(link);
  }

  Impact impact() {
    return impact;
  }

  Visibility visibility() {
    return visibility;
  }

  PublicPhase publicPhase() {
    return publicPhase;
  }

  void published(PublicPhase phase, Instant now) {
    publicPhase = phase;
    if (firstAnnouncedAt == null) {
      firstAnnouncedAt = now;
    }
  }

  /** Users who were told of the other hear from this one how it ended, if nothing else is said. */
  void owesTheEndOf(Incident merged) {
    if (merged.publicPhase.isUnderWay() && !publicPhase.isUnderWay()) {
      publicPhase = merged.publicPhase;
    }
  }

  /** They were not one after all: users were told of those alone that still are part of it. */
  void owesOnlyTheEndOf(List<Incident> parts) {
    if (firstAnnouncedAt == null) {
      publicPhase = PublicPhase.NONE;
      parts.forEach(this::owesTheEndOf);
    }
  }

  Room room() {
    return room;
  }

  void openRoom(Instant now) {
    room = Room.OPEN;
    if (roomOpenedAt == null) {
      roomOpenedAt = now;
    }
  }

  void closeRoom() {
    room = Room.CLOSED;
    breakGlass = false;
  }

  /** The room closes as if it had never been opened. */
  void roomNeverOpened(Before before) {
    room = before.room();
    roomOpenedAt = before.roomOpenedAt().orElse(null);
    largeReasons = written(before.reasons());
    breakGlass = before.breakGlass();
  }

  /** The room was closed too early. */
  void roomGoesOn(boolean glassIsBroken) {
    room = Room.OPEN;
    breakGlass = glassIsBroken;
  }

  Set<LargeReason> largeReasons() {
    return read(largeReasons);
  }

  static Set<LargeReason> read(String written) {
    return written.isEmpty()
        ? Set.of()
        : Arrays.stream(written.split(",", -1))
            .map(LargeReason::valueOf)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(LargeReason.class)));
  }

  static String written(Set<LargeReason> reasons) {
    return reasons.stream().map(LargeReason::name).collect(Collectors.joining(","));
  }

  /** Adds reasons; says whether any was new. */
  boolean isLargeBecause(Set<LargeReason> reasons) {
    Set<LargeReason> all = EnumSet.noneOf(LargeReason.class);
    all.addAll(largeReasons());
    boolean news = all.addAll(reasons);
    largeReasons = written(all);
    return news;
  }

  boolean breakGlass() {
    return breakGlass;
  }

  void openBreakGlass() {
    breakGlass = true;
  }

  Optional<PersonId> answeredBy() {
    return Optional.ofNullable(answeredBy);
  }

  Optional<Instant> acknowledgedAt() {
    return Optional.ofNullable(acknowledgedAt);
  }

  void answered(PersonId by, Instant now) {
    answeredBy = by;
    acknowledgedAt = now;
  }

  /** Nobody has it any more: the answer was taken back. */
  void unanswered() {
    answeredBy = null;
    acknowledgedAt = null;
  }

  Optional<Triaged> triaged() {
    return triageAnswer == null || triagedBy == null
        ? Optional.empty()
        : Optional.of(new Triaged(triageAnswer, triagedBy, teamsNeeded));
  }

  /** Takes over what another signal makes worse; says whether it did. */
  boolean isWorseBy(Impact said) {
    Impact before = impact;
    impact = before.orWorse(said);
    return !impact.equals(before);
  }

  void triaged(Triage triage, PersonId by) {
    triageAnswer = triage.answer();
    triagedBy = by;
    teamsNeeded = triage.teamsNeeded().size();
    Impact found = triage.impact();
    impact =
        new Impact(
            found.users(),
            found.function() == Impact.Function.UNKNOWN ? impact.function() : found.function(),
            found.condition(),
            found.revenue(),
            impact.dataSecurity().orGraver(found.dataSecurity()),
            found.workaround(),
            impact.urgency());
    if (triage.visibility() != Visibility.UNKNOWN) {
      visibility = triage.visibility();
    }
  }

  /** What is known of harm to data, by whoever may say so. */
  void dataIs(Impact.DataSecurity known) {
    impact = impact.withDataSecurity(known);
  }

  /** Whether only who takes part may read it. */
  boolean isPrivate() {
    return isPrivate;
  }

  void makePrivate() {
    isPrivate = true;
    openedDespite = null;
  }

  void openToAll() {
    isPrivate = false;
    openedDespite = impact.dataSecurity();
  }

  /** Private from now on, when its data may be harmed worse than who opened it knew. */
  boolean becomesPrivateByItsHarm() {
    boolean harmed =
        switch (impact.dataSecurity()) {
          case SUSPECTED -> openedDespite == null || !openedDespite.isHarm();
          case CONFIRMED -> openedDespite != Impact.DataSecurity.CONFIRMED;
          case NONE, UNKNOWN -> false;
        };
    if (!harmed || isPrivate) {
      return false;
    }
    makePrivate();
    return true;
  }

  /** Whether this person answered it, triaged it or stopped the harm. */
  boolean tookPart(PersonId person) {
    return person.equals(answeredBy) || person.equals(triagedBy) || person.equals(mitigatedBy);
  }

  Optional<PersonId> mitigatedBy() {
    return Optional.ofNullable(mitigatedBy);
  }

  void mitigated(PersonId by) {
    mitigatedBy = by;
  }

  Optional<IncidentId> parent() {
    return Optional.ofNullable(parent).map(IncidentId::new);
  }

  void mergedInto(IncidentId other) {
    parent = other.value();
  }

  /** It was not part of the other after all; who called it a duplicate was wrong. */
  void standsAlone() {
    parent = null;
    if (triageAnswer == Triage.Answer.DUPLICATE) {
      triageAnswer = null;
      triagedBy = null;
    }
  }

  void qualifiedCommander(Instant now) {
    if (commanderAt == null) {
      commanderAt = now;
    }
  }

  int nextTimelinePlace() {
    timelineLength++;
    return timelineLength;
  }

  Times times() {
    return new Times(
        Optional.ofNullable(startedAt),
        detectedAt,
        declaredAt,
        Optional.ofNullable(acknowledgedAt),
        Optional.ofNullable(roomOpenedAt),
        Optional.ofNullable(commanderAt),
        Optional.ofNullable(firstAnnouncedAt),
        Optional.ofNullable(identifiedAt),
        Optional.ofNullable(mitigatedAt),
        Optional.ofNullable(monitoringAt),
        Optional.ofNullable(resolvedAt),
        Optional.ofNullable(closedAt));
  }
}
