package org.honbu.learning.internal;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.honbu.incidents.IncidentView;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.learning.ActionItem;
import org.honbu.learning.Postmortem;
import org.honbu.learning.Postmortem.Form;
import org.honbu.learning.Postmortem.State;
import org.honbu.learning.Section;
import org.jspecify.annotations.Nullable;

/**
 * The review of one incident. A full one is a draft until its owner puts it before the meeting, in
 * review until the facilitator declares it reviewed, and closed with its last action item; a short
 * one is a draft until it is answered. Changed under the incident's lock only.
 */
@Entity
@Table(name = "postmortem")
class PostmortemRow implements OfAnIncident {
  @Id private String incident;
  @Version private int version;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  @Enumerated(EnumType.STRING)
  private Form form;

  @Enumerated(EnumType.STRING)
  private State state;

  private int severity;
  private @Nullable String commander;
  private @Nullable String owner;
  private @Nullable String facilitator;

  @Column(name = "meeting_at")
  private @Nullable Instant meetingAt;

  @Column(name = "due_at")
  private Instant dueAt;

  private int edition;
  private @Nullable String writer;

  @Column(name = "begun_at")
  private Instant begunAt;

  @Column(name = "reviewed_at")
  private @Nullable Instant reviewedAt;

  @Column(name = "closed_at")
  private @Nullable Instant closedAt;

  @ElementCollection
  @CollectionTable(name = "postmortem_text", joinColumns = @JoinColumn(name = "incident"))
  @MapKeyColumn(name = "section", length = 16)
  @MapKeyEnumerated(EnumType.STRING)
  @Column(name = "body", length = Section.LONGEST)
  private Map<Section, String> texts = new HashMap<>();

  /** For Hibernate. */
  PostmortemRow() {}

  PostmortemRow(IncidentView of, Form form, int severity, Instant dueAt, Instant now) {
    this.incident = of.id().value();
    this.kind = of.kind();
    this.form = form;
    this.state = State.DRAFT;
    this.severity = severity;
    this.commander = LastCommander.of(of).map(PersonId::value).orElse(null);
    this.dueAt = dueAt;
    this.begunAt = now;
  }

  @Override
  public IncidentId incident() {
    return new IncidentId(incident);
  }

  @Override
  public Kind mode() {
    return kind;
  }

  Form form() {
    return form;
  }

  State state() {
    return state;
  }

  boolean is(State asked) {
    return state == asked;
  }

  /** Whether it can still be written and led: before it is reviewed. */
  boolean isBeingWritten() {
    return state == State.DRAFT || state == State.IN_REVIEW;
  }

  @Override
  public int severity() {
    return severity;
  }

  Optional<PersonId> commander() {
    return Optional.ofNullable(commander).map(PersonId::new);
  }

  Optional<PersonId> owner() {
    return Optional.ofNullable(owner).map(PersonId::new);
  }

  Optional<PersonId> facilitator() {
    return Optional.ofNullable(facilitator).map(PersonId::new);
  }

  Optional<Instant> meetingAt() {
    return Optional.ofNullable(meetingAt);
  }

  Instant dueAt() {
    return dueAt;
  }

  Instant begunAt() {
    return begunAt;
  }

  int edition() {
    return edition;
  }

  Map<Section, String> texts() {
    return Map.copyOf(texts);
  }

  String text(Section section) {
    return texts.getOrDefault(section, "");
  }

  /** The incident came back and ended again: what was written stays, the days count anew. */
  void beginAgain(IncidentView of, Optional<Form> owed, int severity, Instant dueAt, Instant now) {
    this.form = owed.orElse(form);
    this.severity = severity;
    this.commander = LastCommander.of(of).map(PersonId::value).orElse(commander);
    this.dueAt = dueAt;
    this.begunAt = now;
    this.state = State.DRAFT;
    this.meetingAt = null;
    this.reviewedAt = null;
    this.closedAt = null;
  }

  void ownedBy(PersonId person) {
    owner = person.value();
  }

  void meets(Instant at, PersonId leader) {
    meetingAt = at;
    facilitator = leader.value();
  }

  /** Takes over the texts that are named; says whether anything is different now. */
  boolean write(Map<Section, String> written, PersonId by) {
    Map<Section, String> before = texts();
    written.forEach(
        (section, text) -> {
          if (text.isBlank()) {
            texts.remove(section);
          } else {
            texts.put(section, text);
          }
        });
    boolean news = !before.equals(texts);
    if (news) {
      edition++;
      writer = by.value();
    }
    return news;
  }

  void submit() {
    state = State.IN_REVIEW;
  }

  void sendBack() {
    state = State.DRAFT;
  }

  void reviewed(Instant now) {
    state = State.REVIEWED;
    reviewedAt = now;
  }

  void close(Instant now) {
    state = State.CLOSED;
    closedAt = now;
  }

  Postmortem view(List<ActionItem> items) {
    return view(texts(), items);
  }

  /** As lists show it: neither its texts nor its items are read. */
  Postmortem line() {
    return view(Map.of(), List.of());
  }

  private Postmortem view(Map<Section, String> written, List<ActionItem> items) {
    return new Postmortem(
        incident(),
        form,
        state,
        severity,
        commander(),
        owner(),
        facilitator(),
        meetingAt(),
        dueAt,
        written,
        edition,
        Optional.ofNullable(writer).map(PersonId::new),
        begunAt,
        Optional.ofNullable(reviewedAt),
        Optional.ofNullable(closedAt),
        items);
  }
}
