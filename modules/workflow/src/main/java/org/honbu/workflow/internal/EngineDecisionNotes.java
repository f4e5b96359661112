package org.honbu.workflow.internal;

import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.honbu.kernel.Words;
import org.honbu.workflow.DecisionNotes;

/**
 * A row's note is its description in the table's file.
 *
 * @param newest which version of a table is the newest
 */
record EngineDecisionNotes(EngineRoom room, NewestTables newest) implements DecisionNotes {

  @Override
  public Optional<Words> because(String table, String answer) {
    return room.asHonbu(
        () ->
            newest(table).getModelElementsByType(Rule.class).stream()
                .filter(row -> row.getDescription() != null && gives(row, answer))
                .map(row -> Words.ofBoth(row.getDescription().getTextContent()))
                .findFirst());
  }

  private static boolean gives(Rule row, String answer) {
    return row.getOutputEntries().stream()
        .anyMatch(output -> ('"' + answer + '"').equals(output.getText().getTextContent()));
  }

  private DmnModelInstance newest(String table) {
    RepositoryService repository = room.engine().getRepositoryService();
    return repository.getDmnModelInstance(
        newest
            .version(
                table,
                () ->
                    Optional.of(
                        repository
                            .createDecisionDefinitionQuery()
                            .decisionDefinitionKey(table)
                            .latestVersion()
                            .singleResult()
                            .getId()))
            .orElseThrow());
  }
}
