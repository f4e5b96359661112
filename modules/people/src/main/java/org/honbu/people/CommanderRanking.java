package org.honbu.people;

import java.util.List;
import org.honbu.kernel.Words;

/**
 * Looks for the next commander (DOMAIN DM-6). Who comes into question is said by the process
 * owners' table {@code CommanderEligibility}; in which order by {@link WhoFitsBestIsAskedFirst}.
 *
 * <p>Reads only, and joins the caller's transaction. It proposes: nobody commands without
 * accepting.
 */
public interface CommanderRanking {

  /**
   * Everybody with the role, in training for it or on the commander schedule, and once the glass is
   * broken every responder: who fits best first, who does not come into question last.
   */
  Ranking rank(CommandNeed need, CommandRecords records);

  /**
   * The people in order.
   *
   * @param unknown what the table asks and nobody knows; it was taken as not being so
   */
  record Ranking(List<RankedCommander> people, List<Words> unknown) {
    public Ranking {
      people = List.copyOf(people);
      unknown = List.copyOf(unknown);
    }
  }
}
