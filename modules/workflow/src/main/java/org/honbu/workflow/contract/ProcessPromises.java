package org.honbu.workflow.contract;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.honbu.workflow.contract.DiagramSet.ProcessFile;

/** What a diagram promises (STYLE 3, right column). */
final class ProcessPromises {
  private final DiagramSet set;
  private final ProcessFile file;
  private final Report report;

  ProcessPromises(DiagramSet set, ProcessFile file) {
    this.set = set;
    this.file = file;
    this.report = new Report(file.path());
  }

  List<Violation> check() {
    theProcess();
    Set<String> drawn = drawn();
    all(FlowElement.class).forEach(element -> shown(element, drawn));
    all(FlowElement.class).forEach(this::named);
    all(Message.class).forEach(this::message);
    new Steps(set, file, report).check();
    new Waits(file, report).check();
    new Arrows(set, file, report).check();
    return report.violations();
  }

  private <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance> Collection<T> all(
      Class<T> type) {
    return file.model().getModelElementsByType(type);
  }

  private void theProcess() {
    Collection<Process> processes = all(Process.class);
    if (processes.size() != 1) {
      report.says("一つのファイルには工程を一つだけ置いてください", "Put exactly one process into one file");
    }
    for (Process process : processes) {
      if (!process.getId().equals(file.id())) {
        report.says(
            "工程「{0}」の id は {1} ですが、ファイル名と同じ {2} にしてください",
            "The process “{0}” has the id {1}; make it {2}, like its file",
            process.getName(),
            process.getId(),
            file.id());
      }
      if (!Names.isBilingual(process.getName())) {
        report.says(
            "工程「{0}」の名前を「日本語 / English」の形にしてください",
            "Name the process “{0}” in both languages: 日本語 / English",
            String.valueOf(process.getName()));
      }
      if (!"P365D".equals(process.getCamundaHistoryTimeToLiveString())) {
        report.says(
            "工程「{0}」の History time to live を P365D にしてください",
            "Set the history time to live of the process “{0}” to P365D", process.getName());
      }
    }
  }

  /** The ids of what has a place in the picture; asking each element would search all of it. */
  private Set<String> drawn() {
    return Stream.concat(all(BpmnShape.class).stream(), all(BpmnEdge.class).stream())
        .map(place -> String.valueOf(place.getAttributeValue("bpmnElement")))
        .map(name -> name.substring(name.indexOf(':') + 1))
        .collect(Collectors.toSet());
  }

  private void shown(FlowElement element, Set<String> drawn) {
    boolean hasAPlace = element instanceof SequenceFlow || element instanceof FlowNode;
    if (hasAPlace && !drawn.contains(element.getId())) {
      report.says(
          "「{0}」が図に描かれていません。Modeler で描き直してください",
          "“{0}” is not drawn; draw it again in the Modeler", Report.label(element));
    }
  }

  private void named(FlowElement element) {
    if (needsName(element) && !Names.isBilingual(element.getName())) {
      report.says(
          "{1}「{0}」に「日本語 / English」の形で名前を付けてください",
          "Name the {2} “{0}” in both languages: 日本語 / English",
          Report.label(element),
          kind(element, true),
          kind(element, false));
    }
    boolean isPlainArrow = element instanceof SequenceFlow && element.getName() == null;
    if (!isPlainArrow && Names.isRandom(element.getId())) {
      report.says(
          "「{0}」の id {1} を、名前から作った id に変えてください（例：{2}）",
          "Give “{0}” an id made from its label instead of {1} (like {2})",
          Report.label(element),
          element.getId(),
          "Activity_PageNextLevel");
    }
  }

  private static boolean needsName(FlowElement element) {
    return element instanceof Activity
        || element instanceof Event
        || (element instanceof ExclusiveGateway gateway && gateway.getOutgoing().size() > 1)
        || (element instanceof SequenceFlow arrow && Arrows.isAnswer(arrow));
  }

  private static String kind(FlowElement element, boolean japanese) {
    if (element instanceof org.camunda.bpm.model.bpmn.instance.EndEvent) {
      return japanese ? "終わり" : "end";
    }
    if (element instanceof Event) {
      return japanese ? "出来事" : "event";
    }
    if (element instanceof Gateway) {
      return japanese ? "分かれ道" : "gateway";
    }
    return element instanceof SequenceFlow
        ? (japanese ? "矢印" : "arrow")
        : (japanese ? "作業" : "task");
  }

  private void message(Message message) {
    if (!message.getId().startsWith("Message_") || !message.getId().equals(message.getName())) {
      report.says(
          "メッセージ「{0}」の id と名前は、同じ Message_… にしてください",
          "Give the message “{0}” the same id and name, Message_…",
          String.valueOf(message.getName()));
    }
  }
}
