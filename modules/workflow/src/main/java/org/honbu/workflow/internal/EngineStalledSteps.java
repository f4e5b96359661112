package org.honbu.workflow.internal;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Incident;
import org.honbu.workflow.StalledSteps;

/** Jobs without retries left; the id is the job's. */
record EngineStalledSteps(EngineRoom room) implements StalledSteps {

  @Override
  public List<StalledStep> all() {
    return room.asHonbu(
        () ->
            engine()
                .getRuntimeService()
                .createIncidentQuery()
                .incidentType(Incident.FAILED_JOB_HANDLER_TYPE)
                .orderByIncidentTimestamp()
                .asc()
                .list()
                .stream()
                // The engine repeats an incident in every calling process; the first one is ours.
                .filter(stalled -> stalled.getId().equals(stalled.getRootCauseIncidentId()))
                .map(this::view)
                .toList());
  }

  private StalledStep view(Incident stalled) {
    var run =
        engine()
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processInstanceId(stalled.getProcessInstanceId())
            .singleResult();
    return new StalledStep(
        stalled.getConfiguration(),
        Optional.ofNullable(run).map(found -> found.getBusinessKey()).orElse(""),
        Optional.ofNullable(stalled.getProcessDefinitionId())
            .map(id -> id.split(":", 2)[0])
            .orElse(""),
        Optional.ofNullable(stalled.getActivityId()).orElse(""),
        stalled.getIncidentTimestamp().toInstant(),
        Optional.ofNullable(stalled.getIncidentMessage())
            .flatMap(why -> why.lines().findFirst())
            .orElse(""));
  }

  @Override
  public void retry(String stalledStepId) {
    room.asHonbu(
        () -> {
          engine().getManagementService().setJobRetries(stalledStepId, 5);
          engine().getManagementService().setJobDuedate(stalledStepId, ClockUtil.now());
        });
  }

  private ProcessEngine engine() {
    return room.engine();
  }
}
