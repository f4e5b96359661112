package org.honbu.incidents;

import java.util.Optional;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/**
 * Looks after whoever commands: whether they are there, and whether their own hands are at work
 * (DOMAIN 2.7).
 *
 * <p>All of it is kind and private. It never takes command from anybody, stands on no timeline and
 * in no statistics of a person. What is asked is counted for the incident, not for its commander.
 *
 * <p>Transactions, locks and failures are as in {@link Incidents}.
 */
public interface Care {

  /**
   * Notes that the person is there now: their page is open, they acted in Tasklist. Kept for the
   * commander only, one moment for each; of anybody else nothing is noted.
   */
  void seen(IncidentId incident, PersonId person);

  /** Notes that the person did something that only command does, where no timeline says so. */
  void commanded(IncidentId incident, PersonId person);

  /**
   * 「コマンダー、手が動いていませんか？」, from anybody but the commander. Who said so is never stored; the same
   * person again within the time of the table {@code HandsOn} changes nothing.
   */
  Outcome nudge(IncidentId incident, PersonId by);

  /** 「手を動かしています」: the commander says so themselves. */
  Outcome handsAtWork(IncidentId incident, PersonId by);

  /**
   * The commander has given themselves work that is somebody else's part (DOMAIN 2.7): one of the
   * signs. Of anybody else nothing is noted.
   *
   * @param work what it is
   */
  void ownWork(IncidentId incident, Words work, PersonId by);

  /** How the commander is doing; empty while no room is open. For the commander and for steps. */
  Optional<CommanderWatch> watch(IncidentId incident);

  /**
   * The commander answers what they were asked.
   *
   * @return {@link Outcome.AlreadyDone} when nothing is asked any more, {@link Outcome.NotAllowed}
   *     for anybody else, and what a handover says when that is the answer
   */
  Outcome answer(IncidentId incident, CareQuestion.Why why, CareAnswer answer, PersonId by);
}
