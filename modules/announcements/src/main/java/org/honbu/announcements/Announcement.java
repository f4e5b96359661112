package org.honbu.announcements;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/**
 * One message to users, as it stands.
 *
 * @param number counts the messages of an incident, from 1
 * @param hash SHA-256 of kind, text, promised time, what it corrects and whom it is for; an
 *     approval is bound to it
 * @param next the promised time of the next message; absent only for the last one
 * @param corrects the published message that this one corrects; users are shown both as one
 * @param letThroughBy the commander who let it go on although {@link LintFinding}s stood against it
 * @param privacyApprover the privacy officer who read it, where data may be harmed (A34)
 * @param byHand who entered it where users read it, when it did not get there by itself (A31)
 * @param audience whom it is for; another audience is another text
 */
public record Announcement(
    UUID id,
    IncidentId incident,
    int number,
    Phase phase,
    Words text,
    Optional<Instant> next,
    String hash,
    State state,
    PersonId author,
    Instant draftedAt,
    Optional<PersonId> approver,
    Optional<Instant> publishedAt,
    Optional<UUID> corrects,
    Optional<PersonId> letThroughBy,
    Optional<PersonId> privacyApprover,
    Optional<ByHand> byHand,
    Audience audience) {

  /** A message to users that corrects none and against which nothing stands. */
  public Announcement(
      UUID id,
      IncidentId incident,
      int number,
      Phase phase,
      Words text,
      Optional<Instant> next,
      String hash,
      State state,
      PersonId author,
      Instant draftedAt,
      Optional<PersonId> approver,
      Optional<Instant> publishedAt) {
    this(
        id,
        incident,
        number,
        phase,
        text,
        next,
        hash,
        state,
        author,
        draftedAt,
        approver,
        publishedAt,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Audience.USERS);
  }

  /** Whether it went out as the prepared first text, read by nobody else (A29). */
  public boolean autoInitial() {
    return (state == State.APPROVED || state == State.PUBLISHED) && approver.isEmpty();
  }

  /**
   * Somebody entered it where users read it.
   *
   * @param where the name of the place
   * @param link where it can be read, when they gave it
   */
  public record ByHand(PersonId by, Instant at, String where, Optional<String> link) {}

  /** What the message says of the incident (DOMAIN GL-35). */
  public enum Phase {
    INITIAL,
    UPDATE,
    MITIGATED,
    /** It is there again, after users were told that it is better or over. */
    RECURRED,
    RESOLVED,
    NO_IMPACT,
    CORRECTION;

    /** Whether users were told that it is over, so that no further message is promised. */
    public boolean closes() {
      return this == RESOLVED || this == NO_IMPACT;
    }
  }

  /** Where it stands on its way out. */
  public enum State {
    /** Something in it should not be said; it is written anew, or the commander lets it through. */
    HELD,
    DRAFT,
    APPROVED,
    PUBLISHED,
    /** A newer draft took its place before it was published. */
    REPLACED
  }
}
