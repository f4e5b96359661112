package org.honbu.warroom.internal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.HumanTasks;
import org.honbu.workflow.Processes;

/** Lets the process {@code SummonMember} agree with a summons. Call it last, after a flush. */
@ApplicationScoped
class SummonsProcess {
  static final String ANSWER = "Activity_AnswerSummons";
  static final String MESSAGE = "Message_Summon";

  /** Which summons a run is about; runs of one room are told apart by it. */
  static final String NUMBER = "summons";

  private final Processes processes;
  private final HumanTasks tasks;

  @Inject
  SummonsProcess(Processes processes, HumanTasks tasks) {
    this.processes = processes;
    this.tasks = tasks;
  }

  /**
   * Tells the room's process, unless it has heard or there is nothing to follow any more.
   *
   * @return false while the process does not wait for it yet
   */
  boolean follow(SummonsRow summons) {
    if (summons.isHeard() || !summons.isAsking()) {
      return true;
    }
    boolean heard = processes.tell(MESSAGE, summons.incident(), Facts.of(NUMBER, summons.number()));
    if (heard) {
      summons.hear();
    }
    return heard;
  }

  /** Nobody need answer the question that is open now: the process looks at the record again. */
  void goOn(SummonsRow summons) {
    tasks.open(summons.incident()).stream()
        .filter(task -> task.step().equals(ANSWER) && numberOf(task) == summons.number())
        .forEach(task -> tasks.complete(task, Facts.none()));
  }

  static int numberOf(HumanTask task) {
    return task.facts().number(NUMBER);
  }
}
