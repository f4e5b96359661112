package org.honbu.slack.internal.known;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.honbu.kernel.PersonId;

/** Who is who, as far as it was asked. Each method is a transaction of its own. */
interface KnownStore {

  Optional<Known> bySlackUser(String slackUser);

  /** The one verified last. */
  Optional<Known> byPerson(PersonId person);

  void keep(Known known);

  void forget(String slackUser);

  /**
   * Somebody in both worlds.
   *
   * @param reader the language they read
   */
  record Known(String slackUser, PersonId person, Locale reader, Instant verifiedAt) {}
}
