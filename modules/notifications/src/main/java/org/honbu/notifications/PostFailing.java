package org.honbu.notifications;

import java.time.Instant;
import org.honbu.kernel.Kind;
import org.honbu.outbox.Fact;

/**
 * A line for a channel has not left after three tries, or never will. Sending goes on as before;
 * whoever cannot wait does it by hand.
 *
 * @param about number of the incident or report
 * @param key as in {@link Post#key()}
 */
public record PostFailing(Kind kind, String about, String channel, String key, Instant at)
    implements Fact {}
