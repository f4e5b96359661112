package org.honbu.incidents;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Words;

/**
 * What whoever commands aims at and has promised the room; it outlives them (HND-5). Answered by
 * the module in which they say so.
 */
public interface CommandPromises {

  /** What is aimed at, a line each, most important first; empty when nobody has said it. */
  Optional<Words> objectives(IncidentId incident);

  /**
   * What the room has on record that a briefing asks for, a line each: what was looked for and
   * ruled out, who leads what, who was called and came. Topics of which it knows nothing say
   * nothing.
   */
  Map<Briefing.Topic, List<Words>> known(IncidentId incident);

  /** When the room hears again at the latest; empty while no room waits to hear. */
  Optional<Instant> nextUpdate(IncidentId incident);
}
