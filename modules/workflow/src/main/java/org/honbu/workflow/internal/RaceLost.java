package org.honbu.workflow.internal;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Tells the slower of two people so in a sentence, after their act was rolled back. */
final class RaceLost extends CommandInterceptor {
  private final ProcessEngineConfigurationImpl engine;

  RaceLost(ProcessEngineConfigurationImpl engine) {
    this.engine = engine;
  }

  @Override
  public <T> T execute(Command<T> command) {
    try {
      return next.execute(command);
    } catch (OptimisticLockingException slower) {
      if (engine.getIdentityService().getCurrentAuthentication() == null) {
        throw slower;
      }
      throw new Refused(Refused.RACE_LOST);
    }
  }
}
