package org.honbu.workflow;

import java.util.Set;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/**
 * The owning module's say over human tasks when a person acts on them through Tasklist.
 *
 * <p>Called inside the engine's command and its transaction. The person is the one who signed in,
 * never one named in the request. A refusal rolls everything back and Tasklist shows the sentence.
 * Each human task of every diagram has exactly one rule; a step without one may be held by its
 * candidates and completed by its assignee.
 */
public interface TaskRule {

  /** Ids of the steps this rule speaks for. */
  Set<String> steps();

  /**
   * Whether this person may have this task now. Candidate groups were checked already and are one
   * input only: acting duty and break-glass are others.
   */
  Verdict mayHold(HumanTask task, PersonId person);

  /**
   * The person claimed it: do what the façade does, without touching the task, and answer how it
   * went.
   */
  default Verdict claimed(HumanTask task, PersonId person) {
    return Verdict.yes();
  }

  /**
   * The assignee gave it back: do what the façade does. Long-lived duties refuse: they are handed
   * over, not dropped.
   */
  default Verdict released(HumanTask task, PersonId person) {
    return Verdict.yes();
  }

  /**
   * The assignee submitted the form: do what the façade does.
   *
   * @param answers the form's fields
   */
  default Verdict completed(HumanTask task, PersonId person, Facts answers) {
    return Verdict.yes();
  }

  /** Yes, or no with the reason in both languages. */
  sealed interface Verdict {
    /**
     * So be it.
     *
     * @param facts what whoever has the next task sees beside the answers; of {@link #completed}
     *     only
     */
    record Yes(Facts facts) implements Verdict {}

    record No(Words why) implements Verdict {}

    static Verdict yes() {
      return new Yes(Facts.none());
    }

    static Verdict yes(Facts facts) {
      return new Yes(facts);
    }

    static Verdict no(Words why) {
      return new No(why);
    }

    static Verdict no(String ja, String en) {
      return new No(new Words(ja, en));
    }
  }
}
