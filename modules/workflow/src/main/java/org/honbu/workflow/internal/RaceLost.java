package org.honbu.workflow.internal;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.honbu.workflow.Conflicts;

/**
 * Tells the slower of two people so in a sentence, after their act was rolled back.
 *
 * <p>Of two that wait for each other the database makes one give way: what tells a run of an answer
 * deletes its jobs and then its executions, while a job of that run holds the executions and then
 * deletes itself. Who gave way was slower as well, and to the engine nothing worse than that: a
 * step is not counted as failed for it, and an act is tried again.
 */
final class RaceLost extends CommandInterceptor {
  private final ProcessEngineConfigurationImpl engine;

  RaceLost(ProcessEngineConfigurationImpl engine) {
    this.engine = engine;
  }

  @Override
  public <T> T execute(Command<T> command) {
    try {
      return next.execute(command);
    } catch (RuntimeException failure) {
      if (!Conflicts.isOne(failure)) {
        throw failure;
      }
      if (engine.getIdentityService().getCurrentAuthentication() == null) {
        throw slower(failure);
      }
      throw new Refused(Refused.RACE_LOST);
    }
  }

  private static OptimisticLockingException slower(RuntimeException failure) {
    return failure instanceof OptimisticLockingException slower
        ? slower
        : new OptimisticLockingException("somebody else was faster", failure);
  }
}
