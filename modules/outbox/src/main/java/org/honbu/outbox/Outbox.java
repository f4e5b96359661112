package org.honbu.outbox;

import java.time.Instant;
import java.util.List;

/**
 * Tells the modules above what has happened, exactly as surely as it has happened.
 *
 * <p>A fact is written in the announcer's transaction, one row for each handler that wants it, and
 * rolls back with it. After the commit a doorbell wakes the dispatcher; a look every second is the
 * safety net. Each handler gets the facts of one subject in order: the next waits until the one
 * before it is done, and another subject or another handler never waits for it.
 *
 * <p>A handler that fails is tried again after 1 s, 5 s, 30 s, 2 min and 10 min; then its fact is
 * <em>stuck</em>, shown to operators, and its line waits for {@link #retry}.
 */
public interface Outbox {

  /**
   * Announces the fact to every handler of its class; does nothing when there is none.
   *
   * <p>Order is the order of announcing when the announcer holds the subject's lock, as façades do.
   * A transaction must be running.
   */
  void announce(Fact fact, Subject subject);

  /**
   * As {@link #announce}, of a fact that is no hurry and comes in storms ({@link OneWaits}): it is
   * brought a second later, so that a storm costs each handler one look a second. Should a fact of
   * the same class be announced meanwhile, the one that waits is brought at once.
   */
  default void mention(Fact fact, Subject subject) {
    announce(fact, subject);
  }

  /** Facts whose handler gave up, oldest first. */
  List<Stuck> stuck();

  /** Gives a stuck fact fresh tries at once; does nothing when it is not stuck any more. */
  void retry(long place);

  /**
   * A fact whose handler gave up.
   *
   * @param place its number in the queue, names it in {@link #retry}
   * @param handler the handler's name
   * @param fact simple name of its class
   * @param tries how often it was tried
   * @param why the last failure, first line
   * @param behind how many facts wait behind it
   */
  record Stuck(
      long place,
      String handler,
      String fact,
      Subject subject,
      Instant announcedAt,
      Instant stuckSince,
      int tries,
      String why,
      int behind) {}
}
