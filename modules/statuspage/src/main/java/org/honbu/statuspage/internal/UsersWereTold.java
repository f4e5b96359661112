package org.honbu.statuspage.internal;

import java.util.UUID;
import org.honbu.outbox.Fact;

/**
 * A message stands on the page and goes to the next subscribers.
 *
 * @param announcement the message
 * @param after who got it last; all zeros at the beginning
 */
public record UsersWereTold(UUID announcement, UUID after) implements Fact {}
