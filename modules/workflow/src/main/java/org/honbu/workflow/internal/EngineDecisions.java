package org.honbu.workflow.internal;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.dmn.DecisionEvaluationBuilder;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.honbu.workflow.Decisions;
import org.honbu.workflow.Facts;

/** Asks the table of the running step's own set; outside of any step, the newest. */
record EngineDecisions(EngineRoom room) implements Decisions {

  @Override
  public List<Facts> decide(String table, Facts inputs) {
    return room.asHonbu(
        () ->
            asked(table).variables(inputs.asMap()).evaluate().getResultList().stream()
                .map(EngineFacts::of)
                .toList());
  }

  private DecisionEvaluationBuilder asked(String table) {
    var service = room.engine().getDecisionService();
    return ofTheRunningStep(table)
        .map(own -> service.evaluateDecisionTableById(own.getId()))
        .orElseGet(() -> service.evaluateDecisionTableByKey(table));
  }

  private Optional<DecisionDefinition> ofTheRunningStep(String table) {
    return Optional.ofNullable(Context.getBpmnExecutionContext())
        .map(step -> step.getExecution().getProcessDefinition().getDeploymentId())
        .map(
            set ->
                room.engine()
                    .getRepositoryService()
                    .createDecisionDefinitionQuery()
                    .deploymentId(set)
                    .decisionDefinitionKey(table)
                    .singleResult());
  }
}
