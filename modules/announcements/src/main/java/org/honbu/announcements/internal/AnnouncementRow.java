package org.honbu.announcements.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.honbu.announcements.Announcement;
import org.honbu.announcements.Announcement.ByHand;
import org.honbu.announcements.Announcement.Phase;
import org.honbu.announcements.Announcement.State;
import org.honbu.announcements.Audience;
import org.honbu.announcements.Draft;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.jspecify.annotations.Nullable;

/**
 * One message to users. Starts as a draft, is approved by somebody else, is published once; or is
 * replaced by a newer draft before that. A draft that says what it should not is held first. The
 * text never changes: another text is another row.
 */
@Entity
@Table(name = "announcement")
class AnnouncementRow implements PrivacyText {
  @Id private UUID id;
  @Version private int version;

  @Column(name = "incident_id", updatable = false)
  private String incident;

  @Column(updatable = false)
  private int number;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Phase phase;

  @Column(name = "text_ja", updatable = false)
  private String japanese;

  @Column(name = "text_en", updatable = false)
  private String english;

  @Column(name = "next_at", updatable = false)
  private @Nullable Instant next;

  private String hash;

  @Enumerated(EnumType.STRING)
  private State state;

  @Column(updatable = false)
  private String author;

  @Column(name = "drafted_at", updatable = false)
  private Instant draftedAt;

  @Column(updatable = false)
  private @Nullable UUID corrects;

  @Enumerated(EnumType.STRING)
  private Audience audience;

  @Column(name = "let_through_by")
  private @Nullable String letThroughBy;

  @Column(name = "privacy_approver")
  private @Nullable String privacyApprover;

  @Column(name = "privacy_instead")
  private @Nullable String privacyInstead;

  @Column(name = "owners_asked_at")
  private @Nullable Instant ownersAskedAt;

  private @Nullable String approver;

  @Column(name = "approved_at")
  private @Nullable Instant approvedAt;

  @Column(name = "published_at")
  private @Nullable Instant publishedAt;

  @Column(name = "entered_by")
  private @Nullable String enteredBy;

  @Column(name = "entered_at")
  private @Nullable Instant enteredAt;

  @Column(name = "entered_where")
  private @Nullable String enteredWhere;

  @Column(name = "entered_link")
  private @Nullable String enteredLink;

  protected AnnouncementRow() {}

  AnnouncementRow(
      UUID id,
      IncidentId incident,
      int number,
      Draft draft,
      Audience audience,
      PersonId author,
      Instant now) {
    this.id = id;
    this.incident = incident.value();
    this.number = number;
    this.phase = draft.phase();
    this.japanese = draft.text().ja();
    this.english = draft.text().en();
    this.next = draft.next().orElse(null);
    this.corrects = draft.corrects().orElse(null);
    this.audience = audience;
    this.hash = hash(draft, audience);
    this.state = State.DRAFT;
    this.author = author.value();
    this.draftedAt = now;
  }

  /** Something in it should not be said. */
  void hold() {
    this.state = State.HELD;
  }

  /** The commander lets it go on as it is. */
  void letThrough(PersonId commander) {
    this.state = State.DRAFT;
    this.letThroughBy = commander.value();
  }

  @Override
  public String key() {
    return AnnouncementDesk.KEY + number;
  }

  @Override
  public Words words() {
    return new Words(japanese, english);
  }

  @Override
  public PersonId author() {
    return new PersonId(author);
  }

  @Override
  public Instant since() {
    return draftedAt;
  }

  @Override
  public Optional<Instant> ownersAskedAt() {
    return Optional.ofNullable(ownersAskedAt);
  }

  @Override
  public void askOwners(Instant now) {
    this.ownersAskedAt = now;
  }

  /** The commander's approval follows. */
  @Override
  public void readBy(PersonId reader, String instead) {
    this.privacyApprover = reader.value();
    this.privacyInstead = instead.isEmpty() ? null : instead;
  }

  /** Another draft takes its place; who sent it back, and why, is on the timeline. */
  @Override
  public void sentBackBy(PersonId reader) {
    replace();
  }

  /** Whether it waits for its second reader, were it about harmed data. */
  boolean isUnread() {
    return state == State.DRAFT && privacyApprover == null;
  }

  /** Whom it is for was chosen with it: approved is the text for them. */
  void approve(PersonId approver, Audience chosen, Instant now) {
    this.audience = chosen;
    this.hash =
        hash(
            new Draft(phase, words(), Optional.ofNullable(next), Optional.ofNullable(corrects)),
            chosen);
    this.state = State.APPROVED;
    this.approver = approver.value();
    this.approvedAt = now;
  }

  /** Goes out unread by a second person: the record shows no approver. */
  void release(Instant now) {
    this.state = State.APPROVED;
    this.approvedAt = now;
  }

  void publish(Instant now) {
    this.state = State.PUBLISHED;
    this.publishedAt = now;
  }

  /** Users read it where somebody entered it. */
  void enteredByHand(ByHand entry) {
    this.enteredBy = entry.by().value();
    this.enteredAt = entry.at();
    this.enteredWhere = entry.where();
    this.enteredLink = entry.link().orElse(null);
  }

  void replace() {
    this.state = State.REPLACED;
  }

  UUID id() {
    return id;
  }

  /** Whether it is one of those that this audience reads. */
  boolean isFor(Audience wanted) {
    return audience == wanted;
  }

  boolean is(State wanted) {
    return state == wanted;
  }

  boolean isPending() {
    return state == State.DRAFT || state == State.APPROVED;
  }

  /** Waits for somebody: to be approved and published, or written anew. */
  boolean isUnsettled() {
    return isPending() || state == State.HELD;
  }

  Announcement view() {
    return new Announcement(
        id,
        new IncidentId(incident),
        number,
        phase,
        new Words(japanese, english),
        Optional.ofNullable(next),
        hash,
        state,
        new PersonId(author),
        draftedAt,
        Optional.ofNullable(approver).map(PersonId::new),
        Optional.ofNullable(publishedAt),
        Optional.ofNullable(corrects),
        Optional.ofNullable(letThroughBy).map(PersonId::new),
        Optional.ofNullable(privacyApprover).map(PersonId::new),
        byHand(),
        audience);
  }

  private Optional<ByHand> byHand() {
    String where = Optional.ofNullable(enteredWhere).orElse("");
    return Optional.ofNullable(enteredAt)
        .flatMap(
            at ->
                Optional.ofNullable(enteredBy)
                    .map(
                        by ->
                            new ByHand(
                                new PersonId(by), at, where, Optional.ofNullable(enteredLink))));
  }

  /**
   * What an approval is bound to: kind, both texts, the promise, what it corrects and, where it is
   * not for the status page, whom it is for, separated so that no two drafts run together.
   */
  private static String hash(Draft draft, Audience audience) {
    String all =
        String.join(
            "\u0000",
            draft.phase().name(),
            draft.text().ja(),
            draft.text().en(),
            draft.next().map(Instant::toString).orElse("")
                + draft.corrects().map(wrong -> "\u0000" + wrong).orElse("")
                + (audience == Audience.USERS ? "" : "\u0000" + audience));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }
}
