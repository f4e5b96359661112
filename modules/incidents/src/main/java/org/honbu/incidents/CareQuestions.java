package org.honbu.incidents;

import java.time.Duration;
import java.util.Optional;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/**
 * What the process {@code CommandCare} asks the commander, and what it has to know for it. The
 * diagram says when; the table {@code HandsOn} says how much a sign weighs.
 *
 * <p>Transactions, locks and failures are as in {@link Incidents}.
 */
public interface CareQuestions {

  /** Whether the commander is to be asked now: enough signs, and not asked just before. */
  boolean handsSeemAtWork(IncidentId incident);

  /**
   * Weighs the signs again, for time makes them heavier or an answer old: when the commander is to
   * be asked, {@link HandsOnNoticed} is announced.
   */
  void weighAgain(IncidentId incident);

  /**
   * Asks the commander when {@link #handsSeemAtWork}; a question that was not answered in time is
   * let go first. One who only acts is warned and not asked.
   */
  Asked askAboutHands(IncidentId incident);

  /** Asks the commander whether somebody else should take over, for they have led for long. */
  Asked askWhetherTired(IncidentId incident);

  /** The commander is no longer asked this; does nothing when they have answered. */
  void letGo(IncidentId incident, CareQuestion.Why why);

  /** A question about hands whose task was lost is put again by the next {@link #askAboutHands}. */
  void askAgain(IncidentId incident);

  /** What the present commander answered last. */
  Optional<CareAnswer> lastAnswer(IncidentId incident);

  /**
   * The work that drew in whoever commanded before; empty when it did not, or the same person still
   * commands.
   */
  Optional<Drawn> drawnBefore(IncidentId incident);

  /** A former commander and the work they were drawn to. */
  record Drawn(PersonId person, Words work) {}

  /** How asking went. */
  sealed interface Asked {
    /** Nobody was asked. */
    record Nothing() implements Asked {}

    /** An acting commander may have to do it themselves: they are told, and not asked. */
    record Warned(PersonId commander) implements Asked {}

    /**
     * The commander is asked.
     *
     * @param couldTakeOver whom the answer proposes
     * @param again how long to wait for an answer, and before asking again (TM26)
     */
    record Question(PersonId commander, Optional<PersonId> couldTakeOver, Duration again)
        implements Asked {}
  }
}
