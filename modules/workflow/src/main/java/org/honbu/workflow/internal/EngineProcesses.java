package org.honbu.workflow.internal;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.honbu.kernel.Subject;
import org.honbu.workflow.Diagrams;
import org.honbu.workflow.Facts;
import org.honbu.workflow.Processes;

/** Processes by business key, which every called process inherits. */
record EngineProcesses(EngineRoom room) implements Processes {

  @Override
  public boolean start(String processId, Subject subject, Facts facts) {
    return room.asHonbu(
        () -> {
          if (runs(processId, subject)) {
            return false;
          }
          runtime().startProcessInstanceByKey(processId, subject.value(), facts.asMap());
          return true;
        });
  }

  @Override
  public boolean startBeside(String processId, Subject subject, String apart, Facts facts) {
    return room.asHonbu(
        () -> {
          boolean runs =
              running(processId, subject)
                      .variableValueEquals(apart, facts.asMap().get(apart))
                      .count()
                  > 0;
          if (!runs) {
            runtime().startProcessInstanceByKey(processId, subject.value(), facts.asMap());
          }
          return !runs;
        });
  }

  @Override
  public boolean startAt(String processId, Subject subject, List<String> steps, Facts facts) {
    if (steps.isEmpty()) {
      return start(processId, subject, facts);
    }
    return room.asHonbu(
        () -> {
          if (runs(processId, subject)) {
            return false;
          }
          var run = runtime().createProcessInstanceByKey(processId).businessKey(subject.value());
          run.setVariables(facts.asMap());
          steps.forEach(run::startBeforeActivity);
          run.execute();
          return true;
        });
  }

  @Override
  public boolean tell(String message, Subject subject, Facts facts) {
    return room.asHonbu(
        () -> {
          boolean heard = false;
          for (String waiting : waitingFor(message, subject)) {
            if (!heard || waitingFor(message, subject).contains(waiting)) {
              hear(message, waiting, facts);
              heard = true;
            }
          }
          return heard;
        });
  }

  /** A wait that a timer ends at this very moment lost us a race; the act may be tried again. */
  void hear(String message, String waiting, Facts facts) {
    try {
      runtime().messageEventReceived(message, waiting, facts.asMap());
    } catch (ProcessEngineException failure) {
      if (String.valueOf(failure.getMessage()).contains("does not have a subscription to")) {
        throw new OptimisticLockingException("the wait has ended meanwhile", failure);
      }
      throw failure;
    }
  }

  /** One wait may end another, so each but the first is looked up again before it is told. */
  private List<String> waitingFor(String message, Subject subject) {
    return runtime()
        .createExecutionQuery()
        .processInstanceBusinessKey(subject.value())
        .messageEventSubscriptionName(message)
        .list()
        .stream()
        .map(execution -> execution.getId())
        .toList();
  }

  @Override
  public boolean waits(String processId, String message, Subject subject) {
    return room.asHonbu(
        () ->
            runtime()
                    .createExecutionQuery()
                    .processDefinitionKey(processId)
                    .processInstanceBusinessKey(subject.value())
                    .messageEventSubscriptionName(message)
                    .count()
                > 0);
  }

  @Override
  public void stop(Subject subject, String why) {
    room.asHonbu(
        () ->
            runtime()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(subject.value())
                .rootProcessInstances()
                .list()
                .forEach(run -> runtime().deleteProcessInstance(run.getId(), why)));
  }

  @Override
  public List<Progress> progress(Subject subject) {
    return room.asHonbu(
        () ->
            room
                .engine()
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(subject.value())
                .orderByProcessInstanceStartTime()
                .asc()
                .list()
                .stream()
                .map(this::progress)
                .toList());
  }

  private Progress progress(HistoricProcessInstance run) {
    List<String> passed = new ArrayList<>();
    List<String> current = new ArrayList<>();
    for (HistoricActivityInstance step :
        room.engine()
            .getHistoryService()
            .createHistoricActivityInstanceQuery()
            .processInstanceId(run.getId())
            .orderPartiallyByOccurrence()
            .asc()
            .list()) {
      (step.getEndTime() == null ? current : passed).add(step.getActivityId());
    }
    var diagram =
        new Diagrams.Ref(
            run.getProcessDefinitionKey(),
            run.getProcessDefinitionVersion(),
            run.getProcessDefinitionId());
    return new Progress(run.getId(), diagram, List.copyOf(passed), List.copyOf(current));
  }

  @Override
  public boolean runs(String processId, Subject subject) {
    return room.asHonbu(() -> running(processId, subject).count() > 0);
  }

  private ProcessInstanceQuery running(String processId, Subject subject) {
    return runtime()
        .createProcessInstanceQuery()
        .processDefinitionKey(processId)
        .processInstanceBusinessKey(subject.value());
  }

  private RuntimeService runtime() {
    return room.engine().getRuntimeService();
  }
}
