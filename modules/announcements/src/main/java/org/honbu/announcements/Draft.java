package org.honbu.announcements;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.honbu.kernel.Words;

/**
 * What an announcer wants to say.
 *
 * @param text Japanese 1 to 400 characters, English 1 to 800 (TP-L)
 * @param next when users hear again; required unless the phase closes the incident
 * @param corrects the published message that was wrong; required for a correction, and for no other
 */
public record Draft(
    Announcement.Phase phase, Words text, Optional<Instant> next, Optional<UUID> corrects) {

  /** A message that corrects none. */
  public Draft(Announcement.Phase phase, Words text, Optional<Instant> next) {
    this(phase, text, next, Optional.empty());
  }
}
