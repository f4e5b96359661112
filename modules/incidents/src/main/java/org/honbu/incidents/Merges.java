package org.honbu.incidents;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/**
 * Taking apart what {@linkplain Incidents#merge was merged} by mistake.
 *
 * <p>The one that became part of the other is open again where it stood, with the signals that went
 * with it, and its clocks begin anew. What happened meanwhile stays with the other; both timelines
 * say so. Transactions, locks, timeline, engine and failures are as in {@link Incidents}.
 */
public interface Merges {
  /** How long it can be taken apart (ADR-0019); later, it is declared anew. */
  Duration WITHIN = Duration.ofHours(24);

  /**
   * Takes it out of the other, and announces {@link IncidentParted}. Whoever commanded it commands
   * again; when they may not any more, who answered it first acts, or who takes it apart.
   *
   * @param reason 1 to 500 characters
   * @return {@link Outcome.NotAllowed} for anybody but who leads the other, a process owner, or,
   *     where they are private, a privacy officer; {@link Outcome.NotNow} after {@link #WITHIN},
   *     and while the other is part of a third
   */
  Outcome takeApart(IncidentId child, String reason, PersonId by);

  /** What it is part of, while that can be taken apart; changes nothing. */
  Optional<Merged> merged(IncidentId child);

  /** Whether this person could take it apart now; changes nothing. */
  boolean mayTakeApart(IncidentId child, PersonId person);

  /**
   * A merge that can be taken apart.
   *
   * @param until the last moment for it
   */
  record Merged(IncidentId parent, PersonId by, Instant at, Instant until) {}
}
