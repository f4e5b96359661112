package org.honbu.workflow.contract;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.honbu.workflow.contract.DiagramSet.ProcessFile;

/** No wait without a way out: a forgotten wait is a lost page. */
final class Waits {
  private static final Duration SHORTEST = Duration.ofSeconds(10);
  private static final Pattern FACT = Pattern.compile("\\$\\{[a-zA-Z][a-zA-Z0-9]*}");
  private static final Pattern CYCLE = Pattern.compile("R\\d*/(P.+)");

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
    all(TimerEventDefinition.class).forEach(this::duration);
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

  private void duration(TimerEventDefinition timer) {
    String text = "";
    if (timer.getTimeDuration() != null) {
      text = timer.getTimeDuration().getTextContent().strip();
    } else if (timer.getTimeCycle() != null) {
      var cycle = CYCLE.matcher(timer.getTimeCycle().getTextContent().strip());
      text = cycle.matches() ? cycle.group(1) : "";
    }
    if (!FACT.matcher(text).matches() && !isLongEnough(text)) {
      report.says(
          "「{0}」の時間「{1}」が読めません。PT5M、P1D のように、10 秒以上で書いてください",
          "“{0}” has the time “{1}”; write it like PT5M or P1D, at least 10 seconds",
          Report.label((FlowElement) timer.getParentElement()),
          text);
    }
  }

  private static boolean isLongEnough(String text) {
    try {
      return Duration.parse(text).compareTo(SHORTEST) >= 0;
    } catch (DateTimeParseException notIso) {
      return false;
    }
  }
}
