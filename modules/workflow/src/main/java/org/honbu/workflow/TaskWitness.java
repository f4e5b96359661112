package org.honbu.workflow;

import org.honbu.kernel.PersonId;

/**
 * Hears that a person acted on a human task at Tasklist: claimed or gave back, noted or submitted,
 * or read and wrote remarks. It is told once the act is allowed, in the act's own transaction, and
 * has no say in it.
 */
public interface TaskWitness {
  void acted(HumanTask task, PersonId person);
}
