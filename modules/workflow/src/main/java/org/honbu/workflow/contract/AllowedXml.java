package org.honbu.workflow.contract;

import java.util.Map;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The whole vocabulary of a diagram; any other element or technical setting is refused (RELIABILITY
 * 5.2): scripts, classes, listeners, connectors, HTML forms, save points, retries.
 */
final class AllowedXml {
  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

  private static final Set<String> ELEMENTS =
      Set.of(
          "definitions",
          "process",
          "documentation",
          "extensionElements",
          "incoming",
          "outgoing",
          "laneSet",
          "lane",
          "flowNodeRef",
          "startEvent",
          "endEvent",
          "boundaryEvent",
          "intermediateCatchEvent",
          "intermediateThrowEvent",
          "timerEventDefinition",
          "timeDuration",
          "timeCycle",
          "messageEventDefinition",
          "errorEventDefinition",
          "terminateEventDefinition",
          "userTask",
          "serviceTask",
          "businessRuleTask",
          "receiveTask",
          "callActivity",
          "subProcess",
          "exclusiveGateway",
          "parallelGateway",
          "eventBasedGateway",
          "sequenceFlow",
          "conditionExpression",
          "message",
          "error",
          "textAnnotation",
          "text",
          "association");

  private static final Map<String, Set<String>> SETTINGS =
      Map.of(
          "process", Set.of("historyTimeToLive"),
          "serviceTask", Set.of("delegateExpression"),
          "businessRuleTask",
              Set.of(
                  "delegateExpression",
                  "decisionRef",
                  "decisionRefBinding",
                  "resultVariable",
                  "mapDecisionResult"),
          "userTask",
              Set.of(
                  "formRef",
                  "formRefBinding",
                  "candidateGroups",
                  "candidateUsers",
                  "assignee",
                  "dueDate"),
          "callActivity", Set.of("calledElementBinding"));

  private final Report report;

  AllowedXml(Report report) {
    this.report = report;
  }

  void check(Document xml) {
    visit(xml.getDocumentElement(), "");
  }

  private void visit(Element element, String around) {
    String name = element.getAttribute("name");
    String label = name.isBlank() ? around : name;
    if (BPMN.equals(element.getNamespaceURI())) {
      element(element, label);
    } else if (CAMUNDA.equals(element.getNamespaceURI())) {
      extension(element, label);
    }
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element nested) {
        visit(nested, label);
      }
    }
  }

  private void element(Element element, String label) {
    String kind = element.getLocalName();
    if (kind.toLowerCase(java.util.Locale.ROOT).contains("script")) {
      noScript(label);
    } else if (!ELEMENTS.contains(kind)) {
      report.says(
          "「{0}」に使われている {1} は使えません。手引きにある記号だけを使ってください",
          "“{0}” uses {1}, which is not allowed; use the symbols of the guide only", label, kind);
    }
    if (kind.equals("conditionExpression") && element.hasAttribute("language")) {
      noScript(label);
    }
    var attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      setting((Attr) attributes.item(i), kind, label);
    }
  }

  private void noScript(String label) {
    report.says(
        "「{0}」にスクリプトは書けません。一覧にある処理の名前を使ってください",
        "“{0}” may not contain a script; name a handler from the list", label);
  }

  private void setting(Attr attribute, String kind, String label) {
    if (!CAMUNDA.equals(attribute.getNamespaceURI())
        || SETTINGS.getOrDefault(kind, Set.of()).contains(attribute.getLocalName())) {
      return;
    }
    if (attribute.getLocalName().equals("class")) {
      report.says(
          "「{0}」に Java のクラス名は書けません。一覧にある処理の名前を使ってください",
          "“{0}” may not name a Java class; name a handler from the list", label);
    } else {
      report.says(
          "「{0}」の設定 {1} は空にしてください。システムが決めます",
          "Leave the setting {1} of “{0}” empty; the system takes care of it",
          label,
          attribute.getLocalName());
    }
  }

  private void extension(Element element, String label) {
    String kind = element.getLocalName();
    boolean handsOver = kind.equals("in") || kind.equals("out");
    boolean named = element.hasAttribute("source") && element.hasAttribute("target");
    if (kind.equals("script")) {
      noScript(label);
    } else if (kind.endsWith("Listener")) {
      report.says("「{0}」にリスナーは付けられません", "“{0}” may not have a listener", label);
    } else if (!handsOver) {
      report.says("「{0}」の拡張設定 {1} は使えません", "“{0}” may not use the extension {1}", label, kind);
    } else if (!named || element.getAttributes().getLength() != 2) {
      report.says(
          "「{0}」で受け渡す値は、名前を一つずつ書いてください",
          "“{0}” must name each fact it hands over, one by one", label);
    }
  }
}
