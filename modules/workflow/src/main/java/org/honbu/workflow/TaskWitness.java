package org.honbu.workflow;

import org.honbu.kernel.PersonId;
import org.honbu.kernel.Subject;

/**
 * Hears that a person acted on a human task at Tasklist: claimed or gave back, noted or submitted,
 * or read and wrote remarks. It is told once the act is allowed, in the act's own transaction, and
 * has no say in it. Only what a task says can be kept from its readers.
 */
public interface TaskWitness {
  void acted(HumanTask task, PersonId person);

  /** Whether this person may read the facts of a task about that, which they see and may claim. */
  default boolean mayRead(Subject about, PersonId person) {
    return true;
  }
}
