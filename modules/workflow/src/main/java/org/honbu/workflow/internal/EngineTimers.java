package org.honbu.workflow.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.TimerEventJobHandler.TimerJobConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.honbu.kernel.IncidentId;
import org.honbu.workflow.Timers;

/** The engine's timer jobs, in the words of the diagrams they come from. */
record EngineTimers(EngineRoom room) implements Timers {

  @Override
  public List<Next> next(IncidentId subject) {
    var engine = (ProcessEngineConfigurationImpl) room.engine().getProcessEngineConfiguration();
    return room.asHonbu(
        () ->
            engine
                .getCommandExecutorTxRequired()
                .execute(command -> of(runs(subject)).stream().map(this::view).toList()));
  }

  private Set<String> runs(IncidentId subject) {
    return room
        .engine()
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(subject.value())
        .list()
        .stream()
        .map(ProcessInstance::getId)
        .collect(Collectors.toSet());
  }

  /** The jobs of these runs that go off, soonest first. */
  List<JobEntity> of(Set<String> runs) {
    if (runs.isEmpty()) {
      return List.of();
    }
    return management()
        .createJobQuery()
        .processInstanceIds(runs)
        .timers()
        .active()
        .withRetriesLeft()
        .orderByJobDuedate()
        .asc()
        .list()
        .stream()
        .map(JobEntity.class::cast)
        .toList();
  }

  /** Within one command: a timer says only there which element it belongs to. */
  Next view(JobEntity timer) {
    String step = ((TimerJobConfiguration) timer.getJobHandlerConfiguration()).getTimerElementKey();
    FlowNode event =
        room.engine()
            .getRepositoryService()
            .getBpmnModelInstance(timer.getProcessDefinitionId())
            .getModelElementById(step);
    Optional<FlowNode> then = then(event);
    return new Next(
        timer.getProcessDefinitionKey(),
        step,
        event.getName(),
        then.map(FlowNode::getName),
        then.filter(UserTask.class::isInstance).isPresent(),
        event instanceof BoundaryEvent edge ? edge.getAttachedTo().getId() : step,
        timer.getDuedate().toInstant());
  }

  /** A gateway with one way out only joins, so it decides nothing. */
  private static Optional<FlowNode> then(FlowNode from) {
    if (from.getOutgoing().size() != 1) {
      return Optional.empty();
    }
    FlowNode to = from.getOutgoing().iterator().next().getTarget();
    return to instanceof Gateway ? then(to) : Optional.of(to);
  }

  private ManagementService management() {
    return room.engine().getManagementService();
  }
}
