package org.honbu.announcements.internal;

import java.time.Instant;
import java.util.Optional;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/** A text about harmed data, as its second reader sees it. */
interface PrivacyText {

  /** Names it within its incident; what it says never changes. */
  String key();

  Words words();

  PersonId author();

  Instant since();

  /** When process owners were asked to read it instead; empty while they were not. */
  Optional<Instant> ownersAskedAt();

  void askOwners(Instant now);

  /**
   * Somebody has read it, and it may go on.
   *
   * @param instead why a process owner did; empty for a privacy officer
   */
  void readBy(PersonId reader, String instead);

  /** Somebody has read it, and it never goes on: another is written. */
  void sentBackBy(PersonId reader);
}
