package org.honbu.incidents.internal;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.honbu.incidents.Briefing;
import org.honbu.incidents.Briefing.Topic;
import org.honbu.incidents.HandoverReason;
import org.honbu.incidents.HandoverView;
import org.honbu.incidents.HandoverView.End;
import org.honbu.incidents.NextPart;
import org.honbu.incidents.ReadBack;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.jspecify.annotations.Nullable;

/**
 * One handover of an incident's command.
 *
 * <p>It begins when a commander hands over ({@link #offered}), an executive says yes, or somebody
 * takes command from a silent commander ({@link #taken}). While it runs, one person or everybody
 * qualified {@linkplain #ask is asked}, round after round; whoever {@linkplain #passOver does not}
 * take over is not asked again. It {@linkplain #end ends} once, and only {@link #moved} when
 * command moved. Everything happens under the incident's lock.
 */
@Entity
@Table(name = "handover")
class Handover {
  @Id private String id;
  @Version private int version;
  private String incident;
  private int number;

  /** The incident while it runs, nothing afterwards: the database keeps it alone. */
  private @Nullable String running;

  private boolean forced;

  @Enumerated(EnumType.STRING)
  private HandoverReason reason;

  private String words;

  @Column(name = "asked_by")
  private PersonId askedBy;

  private PersonId outgoing;
  private @Nullable PersonId asked;
  private int round;

  @Column(name = "asked_at")
  private Instant askedAt;

  /** Whether the process knows of it. */
  private boolean heard;

  private boolean briefed;

  @Column(name = "deputy_briefs")
  private boolean deputyBriefs;

  @Column(name = "read_back")
  private @Nullable ReadBack readBack;

  private @Nullable PersonId successor;
  private @Nullable Integer epoch;

  @Enumerated(EnumType.STRING)
  @Column(name = "next_part")
  private @Nullable NextPart nextPart;

  @Column(name = "began_at")
  private Instant beganAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Enumerated(EnumType.STRING)
  private @Nullable End ending;

  @ElementCollection
  @CollectionTable(name = "handover_refusal", joinColumns = @JoinColumn(name = "handover"))
  @MapKeyColumn(name = "person")
  @Column(name = "answer")
  @Enumerated(EnumType.STRING)
  private Map<String, Refusal> refusals = new HashMap<>();

  @ElementCollection
  @CollectionTable(name = "handover_briefing", joinColumns = @JoinColumn(name = "handover"))
  @MapKeyColumn(name = "topic")
  @MapKeyEnumerated(EnumType.STRING)
  private Map<Topic, BothLanguages> briefing = new EnumMap<>(Topic.class);

  /** How somebody did not take over. */
  enum Refusal {
    DECLINED,
    SILENT
  }

  /** For Hibernate. */
  Handover() {}

  private Handover(
      Seat from, int number, Why why, PersonId by, Optional<PersonId> to, Instant now) {
    this.id = from.incident().value() + "#" + number;
    this.incident = from.incident().value();
    this.number = number;
    this.running = incident;
    this.reason = why.reason();
    this.words = why.words();
    this.askedBy = by;
    this.outgoing = from.holder();
    this.asked = to.orElse(null);
    this.round = 1;
    this.askedAt = now;
    this.beganAt = now;
  }

  /** Somebody, or everybody qualified, is asked to take over. */
  static Handover offered(
      Seat from, int number, Why why, Optional<PersonId> to, PersonId by, Instant now) {
    return new Handover(from, number, why, by, to, now);
  }

  /** Somebody takes command; nobody writes a briefing. */
  static Handover taken(Seat from, int number, String why, PersonId by, Instant now) {
    var handover =
        new Handover(from, number, new Why(HandoverReason.ABSENT, why), by, Optional.of(by), now);
    handover.forced = true;
    handover.briefed = true;
    return handover;
  }

  /** Why command is to move. */
  record Why(HandoverReason reason, String words) {}

  IncidentId incident() {
    return new IncidentId(incident);
  }

  int number() {
    return number;
  }

  boolean isRunning() {
    return running != null;
  }

  boolean isForced() {
    return forced;
  }

  HandoverReason reason() {
    return reason;
  }

  PersonId askedBy() {
    return askedBy;
  }

  PersonId outgoing() {
    return outgoing;
  }

  /** Who is asked by name. */
  Optional<PersonId> asked() {
    return isRunning() ? Optional.ofNullable(asked) : Optional.empty();
  }

  int round() {
    return round;
  }

  boolean isHeard() {
    return heard;
  }

  void hear() {
    heard = true;
  }

  boolean isBriefed() {
    return briefed;
  }

  boolean deputyBriefs() {
    return deputyBriefs;
  }

  void openToDeputy() {
    deputyBriefs = true;
  }

  Briefing briefing() {
    Map<Topic, Words> said = new EnumMap<>(Topic.class);
    briefing.forEach((topic, both) -> said.put(topic, both.words()));
    return new Briefing(said);
  }

  void draft(Briefing drafted) {
    briefing.keySet().retainAll(drafted.topics().keySet());
    drafted
        .topics()
        .forEach(
            (topic, said) -> {
              BothLanguages before = briefing.get(topic);
              if (before == null || !before.words().equals(said)) {
                briefing.put(topic, new BothLanguages(said));
              }
            });
  }

  void brief(Briefing written) {
    draft(written);
    briefed = true;
  }

  /** Another person is asked; the next round begins. */
  void ask(PersonId next, Instant now) {
    asked = next;
    round++;
    askedAt = now;
  }

  /** Whoever is asked does not take over. Everybody who was asked and is silent counts as one. */
  void passOver(Refusal how) {
    if (asked != null) {
      refusals.put(asked.value(), how);
    }
  }

  Set<PersonId> passedOver() {
    return refusals.keySet().stream().map(PersonId::new).collect(Collectors.toUnmodifiableSet());
  }

  Set<PersonId> declined() {
    return refusals.entrySet().stream()
        .filter(refusal -> refusal.getValue() == Refusal.DECLINED)
        .map(refusal -> new PersonId(refusal.getKey()))
        .collect(Collectors.toUnmodifiableSet());
  }

  void end(End how, Instant now) {
    running = null;
    ending = how;
    endedAt = now;
  }

  boolean endedAs(End how) {
    return ending == how;
  }

  void readBack(ReadBack said) {
    readBack = said;
  }

  /** Command moved to that person, whose seat has this epoch. */
  void moved(PersonId to, int seat) {
    successor = to;
    epoch = seat;
  }

  boolean goesOnAs(NextPart part) {
    boolean news = nextPart != part;
    nextPart = part;
    return news;
  }

  HandoverView view() {
    return new HandoverView(
        incident(),
        number,
        forced,
        reason,
        words,
        askedBy,
        outgoing,
        Optional.ofNullable(asked),
        round,
        askedAt,
        briefed,
        deputyBriefs,
        briefing(),
        beganAt,
        Optional.ofNullable(ending),
        Optional.ofNullable(successor),
        Optional.ofNullable(epoch),
        Optional.ofNullable(nextPart));
  }
}
