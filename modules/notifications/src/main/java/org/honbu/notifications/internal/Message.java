package org.honbu.notifications.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.honbu.kernel.PersonId;
import org.honbu.notifications.OutgoingMessage.State;

/**
 * One message to one address, as its row stands.
 *
 * @param key makes writing it twice harmless
 * @param kind as written; the {@link Gateway} reads it and trusts nothing it cannot read
 * @param paged the call it carries, when it is a call
 * @param contact which of the person's contact points, from 0; 0 for channels
 * @param subject without the drill prefix: the gateway adds it
 * @param body without the prefix; {@link Wording#LINK} stands where the answer link goes
 * @param seal binds kind, incident, channel and address together
 * @param fence counts the leases; whoever marks must hold the newest
 */
record Message(
    UUID id,
    String key,
    String kind,
    String incident,
    int severity,
    String channel,
    Optional<UUID> paged,
    Optional<PersonId> person,
    String address,
    int contact,
    String subject,
    String body,
    String seal,
    State state,
    Instant writtenAt,
    Instant dueAt,
    int fence,
    int tries) {
  private static final String PART = "|";

  /**
   * What a line is about: the key its writer gave to a post or a private line. Empty of everything
   * else.
   */
  String matter() {
    String post = String.join(PART, "post", incident, address, "");
    String line =
        String.join(PART, "private", incident, person.map(PersonId::value).orElse(""), "");
    String begin = key.startsWith(post) ? post : key.startsWith(line) ? line : key;
    String rest = key.substring(begin.length());
    int end = rest.lastIndexOf(PART);
    return end < 0 ? rest : rest.substring(0, end);
  }
}
