package org.honbu.people;

import java.time.Duration;
import java.time.Instant;

/**
 * Says who can hold which part in the next four weeks (GL-78), and where nobody can.
 *
 * <p>It follows the chain as it is climbed: a rung counts as held when somebody on it is in the
 * directory and can be reached. Only the commanders' rung asks for the role too, because nobody can
 * lead an incident without it. Who is on leave is not known to Honbu yet.
 */
public interface Readiness {

  /** Four weeks, whatever clocks do in between. */
  Duration AHEAD = Duration.ofDays(28);

  /** How it will be from then on for {@link #AHEAD}. Reads only, in the caller's transaction. */
  Outlook outlook(Instant from);

  /**
   * Writes down that an incident's calls passed over somebody or a rung. Joins the caller's
   * transaction. The same rung and person count once for an incident, however often the chain is
   * climbed. For real incidents only: the caller's check.
   */
  void passedOver(PassedOver what);
}
