package org.honbu.workflow.contract;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** Collects what is wrong with one diagram and knows how people call its elements. */
final class Report {
  private final String file;
  private final List<Violation> violations = new ArrayList<>();

  Report(String file) {
    this.file = file;
  }

  void says(String ja, String en, Object... values) {
    violations.add(Violation.of(file, ja, en, values));
  }

  List<Violation> violations() {
    return List.copyOf(violations);
  }

  /** The label, as drawn; without one, what is near it. */
  static String label(FlowElement element) {
    if (element.getName() != null && !element.getName().isBlank()) {
      return element.getName();
    }
    if (element instanceof SequenceFlow arrow) {
      return label(arrow.getSource()) + " → " + label(arrow.getTarget());
    }
    if (element instanceof BoundaryEvent event) {
      return label(event.getAttachedTo()) + " ⏱ " + element.getId();
    }
    return element.getId();
  }
}
