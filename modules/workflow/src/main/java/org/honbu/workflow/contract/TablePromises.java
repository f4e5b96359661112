package org.honbu.workflow.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.honbu.workflow.contract.DiagramSet.TableFile;

/** What a decision table promises (STYLE 3): one question, FEEL only, a reason in every row. */
final class TablePromises {
  private final TableFile file;
  private final List<Violation> violations = new ArrayList<>();

  TablePromises(TableFile file) {
    this.file = file;
  }

  List<Violation> check() {
    Collection<Decision> decisions = file.model().getModelElementsByType(Decision.class);
    String name = DiagramSet.name(file.path());
    if (decisions.size() != 1) {
      says("一つのファイルには決定表を一つだけ置いてください", "Put exactly one decision table into one file");
    }
    for (Decision decision : decisions) {
      if (!decision.getId().equals(name)) {
        says(
            "決定表「{0}」の id は {1} ですが、ファイル名と同じ {2} にしてください",
            "The table “{0}” has the id {1}; make it {2}, like its file",
            decision.getName(),
            decision.getId(),
            name);
      }
      if (!Names.isBilingual(decision.getName())) {
        says(
            "決定表「{0}」の名前を「日本語 / English」の形にしてください",
            "Name the table “{0}” in both languages: 日本語 / English", decision.getName());
      }
      if (!"P365D".equals(decision.getCamundaHistoryTimeToLiveString())) {
        says(
            "決定表「{0}」の History time to live を P365D にしてください",
            "Set the history time to live of the table “{0}” to P365D", decision.getName());
      }
    }
    file.model().getModelElementsByType(DecisionTable.class).forEach(this::table);
    languages();
    return violations;
  }

  private void table(DecisionTable table) {
    String label = ((Decision) table.getParentElement()).getName();
    List<Rule> rules = List.copyOf(table.getRules());
    for (int row = 1; row <= rules.size(); row++) {
      Rule rule = rules.get(row - 1);
      if (rule.getDescription() == null || rule.getDescription().getTextContent().isBlank()) {
        says(
            "決定表「{0}」の {1} 行目に理由（Annotation）を書いてください",
            "Write the reason of row {1} of the table “{0}” into its annotation column",
            label,
            row);
      }
    }
    switch (table.getHitPolicy()) {
      case FIRST -> otherwise(label, rules);
      case UNIQUE, COLLECT -> {}
      case ANY, PRIORITY, RULE_ORDER, OUTPUT_ORDER ->
          says(
              "決定表「{0}」の hit policy は Unique・First・Collect のどれかにしてください",
              "Make the hit policy of the table “{0}” Unique, First or Collect", label);
    }
  }

  private void otherwise(String label, List<Rule> rules) {
    boolean hasOtherwise =
        !rules.isEmpty()
            && rules.get(rules.size() - 1).getInputEntries().stream()
                .allMatch(cell -> text(cell).isBlank() || text(cell).equals("-"));
    if (!hasOtherwise) {
      says(
          "決定表「{0}」の最後の行は、入力が空の「それ以外」にしてください",
          "End the table “{0}” with a row for everything else: all its inputs empty", label);
    }
  }

  private static String text(UnaryTests cell) {
    return cell.getText() == null ? "" : cell.getText().getTextContent().strip();
  }

  private void languages() {
    List<String> languages = new ArrayList<>();
    file.model()
        .getModelElementsByType(UnaryTests.class)
        .forEach(cell -> languages.add(String.valueOf(cell.getExpressionLanguage())));
    file.model()
        .getModelElementsByType(LiteralExpression.class)
        .forEach(cell -> languages.add(String.valueOf(cell.getExpressionLanguage())));
    languages.stream()
        .filter(language -> !language.equals("null") && !language.equalsIgnoreCase("feel"))
        .distinct()
        .forEach(
            language ->
                says(
                    "決定表「{0}」で式の言語 {1} は使えません。FEEL だけです",
                    "The table “{0}” may not use the expression language {1}; only FEEL",
                    DiagramSet.name(file.path()),
                    language));
  }

  private void says(String ja, String en, Object... values) {
    violations.add(Violation.of(file.path(), ja, en, values));
  }
}
