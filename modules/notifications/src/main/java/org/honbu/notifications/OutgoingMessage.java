package org.honbu.notifications;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Subject;

/**
 * One message and what became of it.
 *
 * @param about the incident or report it speaks of
 * @param channel {@code inbox}, {@code email}, {@code private}, {@code private-email}, {@code
 *     private-chat}, {@code chat}, {@code chat-drill}, or a channel's name {@code #alert}
 * @param to the person, when it is addressed to one
 * @param address where it went, as people may see it
 * @param subject as it left, with the drill prefix the gateway added
 * @param text as it left
 * @param answer the signed link, only on messages of the built-in inbox
 * @param attempts oldest first
 */
public record OutgoingMessage(
    UUID id,
    Kind kind,
    Subject about,
    int severity,
    String channel,
    Optional<PersonId> to,
    String address,
    String subject,
    String text,
    Optional<URI> answer,
    State state,
    Instant writtenAt,
    Optional<Instant> nextTryAt,
    List<Attempt> attempts) {

  /** What the channels are called through which something is said to one person alone. */
  public static final String PRIVATE = "private";

  public OutgoingMessage {
    attempts = List.copyOf(attempts);
  }

  /** Whether this person may read it: what is private is for its addressee alone. */
  public boolean isFor(PersonId reader) {
    return !channel.startsWith(PRIVATE) || to.filter(reader::equals).isPresent();
  }

  /** Where a message stands. */
  public enum State {
    /** Waits to leave, for the first time or again. */
    WAITING,
    SENT,
    /** Taken back before it left, because somebody answered. */
    CANCELLED,
    /** Trying again cannot help; the next contact point was tried. */
    UNDELIVERABLE,
    /** The gateway refused it: a drill must not leave through this channel. */
    BLOCKED
  }

  /**
   * One try.
   *
   * @param outcome what happened, one line, no secrets
   */
  public record Attempt(Instant at, boolean sent, String outcome) {}
}
