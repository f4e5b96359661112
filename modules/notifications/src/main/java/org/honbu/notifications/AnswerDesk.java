package org.honbu.notifications;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.honbu.kernel.Words;

/**
 * What answering a call means. Implemented by the module that calls people (escalation); asked by
 * the page behind the signed link.
 *
 * <p>Each method runs in a transaction of its own and needs neither login nor Keycloak.
 */
public interface AnswerDesk {

  /** How the call stands; changes nothing, because link scanners open links. */
  Standing look(AnswerLink link);

  /** The person's answer. Repeating it does nothing twice. */
  Outcome answer(AnswerLink link, Choice choice);

  /**
   * “That was a slip”: takes the person's own answer back, as long as {@link Standing.Taken} offers
   * it. Repeating it does nothing twice.
   *
   * @return why it stays, when it does
   */
  Optional<Words> takeBack(AnswerLink link);

  /** What a called person can say. */
  enum Choice {
    /** 応答する: it is theirs, every other call stops. */
    I_HAVE_IT,
    /** 今は無理: the next level is called at once, and no is never counted. */
    NOT_NOW
  }

  /** How a call stands. */
  sealed interface Standing {
    /**
     * Nobody has it yet.
     *
     * @param answerWithin what this level was given, for the bar under the clock
     * @param answerBy when the next level is called
     * @param otherwise who that is
     */
    record Ringing(Duration answerWithin, Instant answerBy, Optional<Words> otherwise)
        implements Standing {}

    /**
     * Somebody has it, maybe this person.
     *
     * @param undoUntil until when this person may take their answer back
     */
    record Taken(Person by, Instant at, Optional<Instant> undoUntil) implements Standing {
      public Taken(Person by, Instant at) {
        this(by, at, Optional.empty());
      }

      /** The same, and until then it may be taken back. */
      public Taken undoableUntil(Instant until) {
        return new Taken(by, at, Optional.of(until));
      }
    }

    /**
     * This was a call to command, and somebody does, maybe this person. The on-call has not
     * answered yet.
     */
    record Commanded(Person by, Instant at) implements Standing {}

    /** The run ended without an answer that counts: incident over, or the chain came to its end. */
    record Over() implements Standing {}
  }

  /** What became of an answer. */
  sealed interface Outcome {
    /**
     * It is theirs.
     *
     * @param stopped how many other calls were taken back
     */
    record Yours(Instant at, int stopped) implements Outcome {}

    /** They command from now on; the on-call is called until they answer as well. */
    record Commands(Instant at) implements Outcome {}

    /** Somebody was faster: the friendly sentence names them. */
    record AlreadyTaken(Person by, Instant at) implements Outcome {}

    /** They said not now; {@code next} is called. */
    record PassedOn(Optional<Words> next) implements Outcome {}

    record Over() implements Outcome {}
  }

  /**
   * A person as others see them.
   *
   * @param name 中村 葵 / Aoi Nakamura
   */
  record Person(org.honbu.kernel.PersonId id, Words name) {}
}
