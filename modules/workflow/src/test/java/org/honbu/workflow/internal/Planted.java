package org.honbu.workflow.internal;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;

/** A class an attacker would name. */
public final class Planted implements JavaDelegate, ExecutionListener, TaskListener {
  @Override
  public void execute(DelegateExecution execution) {
    System.setProperty(HostileModels.PROOF, "x");
  }

  @Override
  public void notify(DelegateExecution execution) {
    System.setProperty(HostileModels.PROOF, "x");
  }

  @Override
  public void notify(DelegateTask task) {
    System.setProperty(HostileModels.PROOF, "x");
  }
}
