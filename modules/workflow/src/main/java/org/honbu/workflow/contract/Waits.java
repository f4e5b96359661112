package org.honbu.workflow.contract;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.honbu.workflow.contract.DiagramSet.ProcessFile;

/** No wait without a way out: a forgotten wait is a lost page. */
final class Waits {
  /** Said in an element's documentation, accepted in review. */
  private static final String MAY_WAIT = "may wait for ever";

  private final ProcessFile file;
  private final Report report;

  Waits(ProcessFile file, Report report) {
    this.file = file;
    this.report = report;
  }

  void check() {
    all(UserTask.class).forEach(this::hasTimer);
    all(ReceiveTask.class).forEach(this::hasTimer);
    all(ReceiveTask.class).stream()
        .filter(task -> task.getMessage() == null)
        .forEach(this::noMessage);
    all(EventBasedGateway.class).forEach(this::hasTimerBranch);
    all(IntermediateCatchEvent.class).forEach(this::standsBehindGateway);
    all(MessageEventDefinition.class).stream()
        .filter(caught -> caught.getMessage() == null)
        .forEach(caught -> noMessage((FlowElement) caught.getParentElement()));
    caughtTwice();
  }

  private <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
    return file.model().getModelElementsByType(type);
  }

  private void hasTimer(Activity task) {
    boolean hasTimer =
        all(BoundaryEvent.class).stream()
            .anyMatch(event -> event.getAttachedTo().equals(task) && isTimer(event));
    if (!hasTimer && !mayWait(task)) {
      noWayOut(task);
    }
  }

  private void hasTimerBranch(EventBasedGateway gateway) {
    boolean hasTimer =
        gateway.getOutgoing().stream().map(SequenceFlow::getTarget).anyMatch(Waits::isTimer);
    if (!hasTimer && !mayWait(gateway)) {
      noWayOut(gateway);
    }
  }

  private void standsBehindGateway(IntermediateCatchEvent event) {
    boolean standsAlone =
        event.getIncoming().stream()
            .map(SequenceFlow::getSource)
            .noneMatch(EventBasedGateway.class::isInstance);
    if (!isTimer(event) && standsAlone && !mayWait(event)) {
      noWayOut(event);
    }
  }

  private void noWayOut(FlowElement wait) {
    report.says(
        "「{0}」は終わりなく待つことがあります。タイマーを付けてください",
        "“{0}” may wait for ever; give it a timer", Report.label(wait));
  }

  private void noMessage(FlowElement wait) {
    report.says("「{0}」が待つメッセージを選んでください", "Choose the message “{0}” waits for", Report.label(wait));
  }

  private static boolean mayWait(FlowElement element) {
    return element.getDocumentations().stream()
        .anyMatch(text -> text.getTextContent().contains(MAY_WAIT));
  }

  static boolean isTimer(FlowNode node) {
    return !node.getChildElementsByType(TimerEventDefinition.class).isEmpty();
  }

  /** One message ends one wait: were two open for it at the same time, one act would move both. */
  private void caughtTwice() {
    List<MessageEventDefinition> caught =
        all(MessageEventDefinition.class).stream()
            .filter(event -> event.getMessage() != null)
            .toList();
    for (int i = 0; i < caught.size(); i++) {
      for (MessageEventDefinition other : caught.subList(i + 1, caught.size())) {
        FlowNode one = (FlowNode) caught.get(i).getParentElement();
        FlowNode two = (FlowNode) other.getParentElement();
        if (caught.get(i).getMessage().equals(other.getMessage()) && waitTogether(one, two)) {
          report.says(
              "「{0}」と「{1}」が同じメッセージ {2} を同時に待ちます。どちらか一つにしてください",
              "“{0}” and “{1}” wait for the same message {2} at the same time; let only one of them",
              Report.label(one),
              Report.label(two),
              other.getMessage().getName());
        }
      }
    }
  }

  private static boolean waitTogether(FlowNode one, FlowNode two) {
    Set<ModelElementInstance> left = waitsDuring(one);
    Set<ModelElementInstance> right = waitsDuring(two);
    return around(left).stream().anyMatch(right::contains)
        || around(right).stream().anyMatch(left::contains);
  }

  /** What runs while an event is waited for: a box, a gateway, or for a side process all around. */
  private static Set<ModelElementInstance> waitsDuring(FlowNode event) {
    if (event instanceof BoundaryEvent boundary) {
      return Set.of(boundary.getAttachedTo());
    }
    if (event instanceof StartEvent && event.getParentElement() instanceof SubProcess side) {
      return Set.of(side.getParentElement());
    }
    return event.getIncoming().stream()
        .map(SequenceFlow::getSource)
        .filter(EventBasedGateway.class::isInstance)
        .collect(Collectors.toSet());
  }

  /** These and what they lie in. */
  private static Set<ModelElementInstance> around(Set<ModelElementInstance> waits) {
    var all = new HashSet<>(waits);
    for (ModelElementInstance wait : waits) {
      for (ModelElementInstance at = wait.getParentElement();
          at instanceof SubProcess || at instanceof Process;
          at = at.getParentElement()) {
        all.add(at);
      }
    }
    return all;
  }
}
