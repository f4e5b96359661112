package org.honbu.workflow.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.DecisionDefinitionQuery;
import org.honbu.workflow.Decisions;
import org.honbu.workflow.Facts;

/**
 * Asks the table of the running step's own set; outside of any step, the newest.
 *
 * @param known what tables answered before
 * @param newest which version of a table is the newest
 */
record EngineDecisions(EngineRoom room, KnownAnswers known, NewestTables newest)
    implements Decisions {

  @Override
  public List<Facts> decide(String table, Facts inputs) {
    return room.asHonbu(
        () -> {
          String version = version(table);
          return known.lasts(version, this::text)
              ? known.to(version, inputs, () -> evaluate(version, inputs))
              : evaluate(version, inputs);
        });
  }

  private List<Facts> evaluate(String version, Facts inputs) {
    return room
        .engine()
        .getDecisionService()
        .evaluateDecisionTableById(version)
        .variables(inputs.asMap())
        .evaluate()
        .getResultList()
        .stream()
        .map(EngineFacts::of)
        .toList();
  }

  private String text(String version) {
    try (InputStream file = room.engine().getRepositoryService().getDecisionModel(version)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String version(String table) {
    return ofTheRunningStep(table)
        .or(() -> newest.version(table, () -> id(tables(table).latestVersion())))
        .orElseThrow(() -> new ProcessEngineException("there is no decision table " + table));
  }

  private Optional<String> ofTheRunningStep(String table) {
    return Optional.ofNullable(Context.getBpmnExecutionContext())
        .map(step -> step.getExecution().getProcessDefinition().getDeploymentId())
        .flatMap(set -> known.version(set, table, () -> id(tables(table).deploymentId(set))));
  }

  private static Optional<String> id(DecisionDefinitionQuery one) {
    return Optional.ofNullable(one.singleResult()).map(DecisionDefinition::getId);
  }

  private DecisionDefinitionQuery tables(String table) {
    return room.engine()
        .getRepositoryService()
        .createDecisionDefinitionQuery()
        .decisionDefinitionKey(table);
  }
}
