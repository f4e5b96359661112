package org.honbu.notifications;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/**
 * Makes the link of a letter to somebody outside at the moment it leaves, so that no key lies with
 * the message. Implemented by the module that writes such letters.
 */
public interface OutsideLinks {

  /** The address behind which the addressee says that they want it, or want it no longer. */
  URI to(OutsideLetter.Purpose purpose, UUID addressee, Instant writtenAt);
}
