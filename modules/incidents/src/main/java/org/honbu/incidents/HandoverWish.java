package org.honbu.incidents;

import java.util.Map;
import java.util.Optional;
import org.honbu.kernel.PersonId;

/**
 * What a commander says who wants to hand over.
 *
 * @param to whom; nobody named: everybody who is qualified
 * @param words more about the reason, up to 500 characters
 * @param briefing topics the commander wrote or looked through; none: they will be asked to
 */
public record HandoverWish(
    Optional<PersonId> to,
    HandoverReason reason,
    String words,
    Map<Briefing.Topic, String> briefing) {

  /** Hands over to one person; the briefing follows. */
  public static HandoverWish to(PersonId person, HandoverReason reason) {
    return new HandoverWish(Optional.of(person), reason, "", Map.of());
  }

  /** Hands over to whoever comes first of all who are qualified. */
  public static HandoverWish toAnybody(HandoverReason reason) {
    return new HandoverWish(Optional.empty(), reason, "", Map.of());
  }

  /** As before, with a briefing that is done. */
  public HandoverWish briefed(Map<Briefing.Topic, String> written) {
    return new HandoverWish(to, reason, words, Map.copyOf(written));
  }
}
