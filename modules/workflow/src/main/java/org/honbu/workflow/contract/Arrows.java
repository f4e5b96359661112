package org.honbu.workflow.contract;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.honbu.workflow.contract.DiagramSet.ProcessFile;
import org.jspecify.annotations.Nullable;

/** Arrows and the facts they turn on: single facts which somebody gives, and no endless run. */
final class Arrows {
  private static final Pattern FACT = Pattern.compile("\\$\\{!?([a-zA-Z][a-zA-Z0-9]*)}");
  private static final Pattern BRINGS = Pattern.compile("brings: ([^;\\n]*)");

  private final DiagramSet set;
  private final ProcessFile file;
  private final Report report;

  Arrows(DiagramSet set, ProcessFile file, Report report) {
    this.set = set;
    this.file = file;
    this.report = report;
  }

  void check() {
    all(ExclusiveGateway.class).stream()
        .filter(gateway -> gateway.getOutgoing().size() > 1)
        .forEach(this::choice);
    all(SequenceFlow.class).forEach(this::condition);
    used();
    all(FlowNode.class).stream().filter(node -> !waits(node)).forEach(this::endless);
  }

  private <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
    return file.model().getModelElementsByType(type);
  }

  /** An answer to a gateway's question. */
  static boolean isAnswer(SequenceFlow arrow) {
    return arrow.getSource() instanceof ExclusiveGateway gateway
        && gateway.getOutgoing().size() > 1;
  }

  private void choice(ExclusiveGateway gateway) {
    if (gateway.getDefault() == null) {
      report.says(
          "「{0}」に default flow（どれにも当たらないときの矢印）を決めてください",
          "Choose the default flow of “{0}”, for when nothing else matches", Report.label(gateway));
    }
    for (SequenceFlow arrow : gateway.getOutgoing()) {
      boolean isDefault = arrow.equals(gateway.getDefault());
      if (isDefault == (arrow.getConditionExpression() != null)) {
        report.says(
            "「{0}」の矢印「{1}」には、default か条件のどちらか一つを付けてください",
            "The arrow “{1}” of “{0}” needs either to be the default or a condition",
            Report.label(gateway),
            Report.label(arrow));
      }
    }
  }

  private void condition(SequenceFlow arrow) {
    if (arrow.getConditionExpression() == null) {
      return;
    }
    if (!(arrow.getSource() instanceof ExclusiveGateway)) {
      report.says(
          "矢印「{0}」の条件は、ひし形（分かれ道）から出してください",
          "The conditional arrow “{0}” must leave a gateway", Report.label(arrow));
    }
  }

  /** Every fact that is asked for is given by somebody. */
  private void used() {
    Set<String> known = known();
    all(SequenceFlow.class).stream()
        .filter(arrow -> arrow.getConditionExpression() != null)
        .forEach(arrow -> known(arrow, arrow.getConditionExpression().getTextContent(), known));
    for (TimerEventDefinition timer : all(TimerEventDefinition.class)) {
      known((FlowElement) timer.getParentElement(), timer.getTextContent(), known);
    }
    for (UserTask task : all(UserTask.class)) {
      Stream.of(
              task.getCamundaCandidateGroups(),
              task.getCamundaCandidateUsers(),
              task.getCamundaAssignee(),
              task.getCamundaDueDate())
          .forEach(text -> known(task, text, known));
    }
    for (CallActivity call : all(CallActivity.class)) {
      for (CamundaIn in : Steps.children(call, CamundaIn.class)) {
        known(call, "${" + in.getCamundaSource() + "}", known);
      }
    }
  }

  private void known(FlowElement element, @Nullable String text, Set<String> known) {
    Matcher fact = FACT.matcher(String.valueOf(text));
    while (fact.find()) {
      if (!known.contains(fact.group(1))) {
        report.says(
            "「{0}」は値 {1} を使いますが、この図の誰もそれを出しません",
            "“{0}” uses the fact {1}, which nothing in this diagram gives",
            Report.label(element),
            fact.group(1));
      }
    }
  }

  private Set<String> known() {
    Set<String> known = new HashSet<>(file.takes());
    Stream.concat(
            all(ServiceTask.class).stream().map(ServiceTask::getCamundaDelegateExpression),
            all(BusinessRuleTask.class).stream()
                .map(BusinessRuleTask::getCamundaDelegateExpression))
        .map(expression -> FACT.matcher(String.valueOf(expression)))
        .filter(Matcher::matches)
        .map(named -> set.handlers().get(named.group(1)))
        .filter(handler -> handler != null)
        .forEach(handler -> known.addAll(handler.gives()));
    all(BusinessRuleTask.class).stream()
        .map(BusinessRuleTask::getCamundaResultVariable)
        .filter(result -> result != null)
        .forEach(known::add);
    all(UserTask.class).stream()
        .flatMap(task -> set.form(String.valueOf(task.getCamundaFormRef())).stream())
        .forEach(form -> known.addAll(FormPromises.fields(form.json()).keySet()));
    all(CallActivity.class).stream()
        .flatMap(call -> Steps.children(call, CamundaOut.class).stream())
        .map(CamundaOut::getCamundaTarget)
        .forEach(known::add);
    for (FlowNode node : all(FlowNode.class)) {
      node.getDocumentations().stream()
          .map(text -> BRINGS.matcher(text.getTextContent()))
          .filter(Matcher::find)
          .forEach(brings -> known.addAll(Listed.facts(brings.group(1))));
    }
    return known;
  }

  private static boolean waits(FlowNode node) {
    return node instanceof UserTask
        || node instanceof ReceiveTask
        || node instanceof CallActivity
        || node instanceof EventBasedGateway
        || node instanceof IntermediateCatchEvent
        || node instanceof BoundaryEvent;
  }

  private void endless(FlowNode start) {
    if (start instanceof ServiceTask && comesBack(start, start, new LinkedHashSet<>())) {
      report.says(
          "「{0}」は、どこでも待たずに自分へ戻ります。輪の中に待つ場所を置いてください",
          "“{0}” comes back to itself without waiting anywhere; put a wait into the loop",
          Report.label(start));
    }
  }

  private static boolean comesBack(FlowNode from, FlowNode to, Set<FlowNode> seen) {
    List<FlowNode> next = from.getOutgoing().stream().map(SequenceFlow::getTarget).toList();
    return next.contains(to)
        || next.stream()
            .filter(node -> !waits(node) && seen.add(node))
            .anyMatch(node -> comesBack(node, to, seen));
  }
}
