package org.honbu.workflow.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.OutputValues;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.honbu.workflow.contract.DiagramSet.TableFile;

/** What a decision table promises (STYLE 3): one question, a reason in every row, one answer. */
final class TablePromises {
  /** Columns that say how long: their names end so, as {@code answerWithin}. */
  private static final Pattern TIME = Pattern.compile(".*(Within|For|After|Every)");

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
    cells(label, table);
    switch (table.getHitPolicy()) {
      case FIRST -> otherwise(label, rules);
      case UNIQUE -> overlaps(label, rules);
      case COLLECT -> {}
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

  private void overlaps(String label, List<Rule> rules) {
    for (int row = 0; row < rules.size(); row++) {
      for (int other = row + 1; other < rules.size(); other++) {
        if (overlap(rules.get(row), rules.get(other))) {
          says(
              "決定表「{0}」の {1} 行目と {2} 行目が重なっています。当たる行が一つになるように分けてください",
              "Rows {1} and {2} of the table “{0}” overlap; part them so that only one row matches",
              label,
              row + 1,
              other + 1);
        }
      }
    }
  }

  private static boolean overlap(Rule one, Rule other) {
    List<InputEntry> left = List.copyOf(one.getInputEntries());
    List<InputEntry> right = List.copyOf(other.getInputEntries());
    return IntStream.range(0, Math.min(left.size(), right.size()))
        .allMatch(i -> Cell.of(text(left.get(i))).overlaps(Cell.of(text(right.get(i)))));
  }

  private void cells(String label, DecisionTable table) {
    List<Output> columns = List.copyOf(table.getOutputs());
    int row = 0;
    for (Rule rule : table.getRules()) {
      row++;
      List<OutputEntry> cells = List.copyOf(rule.getOutputEntries());
      for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
        answer(label, row, columns.get(i), text(cells.get(i)));
      }
    }
  }

  private void answer(String label, int row, Output column, String cell) {
    boolean isTime = TIME.matcher(column.getName()).matches();
    if (isTime && !cell.isEmpty() && !SafeXml.isLongEnough(Cell.unquoted(cell))) {
      says(
          "決定表「{0}」の {1} 行目「{2}」の時間 {3} が読めません。\"PT5M\"、\"P1D\" のように、10 秒以上で書いてください",
          "Row {1}, column “{2}” of the table “{0}” has the time {3}; write it like \"PT5M\" or \"P1D\", at least 10 seconds",
          label,
          row,
          column.getLabel(),
          cell);
    } else if (!Cell.isAnswer(cell, column.getTypeRef(), allowed(column))) {
      says(
          "決定表「{0}」の {1} 行目「{2}」に {3} は書けません",
          "Row {1}, column “{2}” of the table “{0}” may not say {3}",
          label,
          row,
          column.getLabel(),
          cell.isEmpty() ? "（空 / empty）" : cell);
    }
  }

  private static String allowed(Output column) {
    OutputValues values = column.getOutputValues();
    return values == null ? "" : values.getText().getTextContent();
  }

  private static String text(UnaryTests cell) {
    return cell.getText() == null ? "" : cell.getText().getTextContent().strip();
  }

  private static String text(OutputEntry cell) {
    return cell.getText() == null ? "" : cell.getText().getTextContent().strip();
  }

  private void says(String ja, String en, Object... values) {
    violations.add(Violation.of(file.path(), ja, en, values));
  }
}
