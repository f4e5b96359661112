package org.honbu.workflow.contract;

import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

/** The process owners' decision tables on the engine's own DMN, without the rest of the engine. */
final class Tables {
  private static final DmnEngine ENGINE =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
  private static final Map<String, DmnDecision> READ = new HashMap<>();

  private Tables() {}

  /** All matching rows of {@code folder/Table}. */
  static List<Map<String, Object>> ask(String table, Map<String, ?> inputs) {
    DmnDecision decision = READ.computeIfAbsent(table, Tables::read);
    return ENGINE.evaluateDecisionTable(decision, new HashMap<>(inputs)).getResultList();
  }

  /** The one matching row. */
  static Map<String, Object> row(String table, Map<String, ?> inputs) {
    List<Map<String, Object>> rows = ask(table, inputs);
    if (rows.size() != 1) {
      throw new AssertionError(table + " answers " + rows + " to " + inputs);
    }
    return rows.get(0);
  }

  private static DmnDecision read(String table) {
    InputStream xml =
        Objects.requireNonNull(
            Tables.class.getResourceAsStream("/bpmn/" + table + ".dmn"), "no table " + table);
    return ENGINE.parseDecision(table.substring(table.indexOf('/') + 1), xml);
  }
}
