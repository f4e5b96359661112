package org.honbu.workflow.contract;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

/**
 * All that may stand in one kind of XML file; anything else is refused (RELIABILITY 5.2): scripts,
 * classes, listeners, connectors, HTML forms, save points, retries, and whatever nobody thought of.
 *
 * @param space the elements' name space
 * @param engine the name space of the engine's own settings
 * @param settings the engine's settings a process owner may use, by element
 */
record Vocabulary(
    String space, String engine, Set<String> elements, Map<String, Set<String>> settings) {

  static final Vocabulary DIAGRAM =
      new Vocabulary(
          "http://www.omg.org/spec/BPMN/20100524/MODEL",
          "http://camunda.org/schema/1.0/bpmn",
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
              "association"),
          Map.ofEntries(
              entry("process", Set.of("historyTimeToLive")),
              entry("serviceTask", Set.of("delegateExpression")),
              entry(
                  "businessRuleTask",
                  Set.of(
                      "delegateExpression",
                      "decisionRef",
                      "decisionRefBinding",
                      "resultVariable",
                      "mapDecisionResult")),
              entry(
                  "userTask",
                  Set.of(
                      "formRef",
                      "formRefBinding",
                      "candidateGroups",
                      "candidateUsers",
                      "assignee",
                      "dueDate")),
              entry("callActivity", Set.of("calledElementBinding"))));

  static final Vocabulary TABLE =
      new Vocabulary(
          "https://www.omg.org/spec/DMN/20191111/MODEL/",
          "http://camunda.org/schema/1.0/dmn",
          Set.of(
              "definitions",
              "decision",
              "decisionTable",
              "input",
              "inputExpression",
              "inputValues",
              "inputEntry",
              "output",
              "outputValues",
              "outputEntry",
              "rule",
              "text",
              "description",
              "informationRequirement",
              "requiredDecision",
              "requiredInput",
              "inputData",
              "variable",
              "annotation",
              "annotationEntry"),
          Map.of("decision", Set.of("historyTimeToLive"), "input", Set.of("inputVariable")));

  /** Pictures and notes of the Modeler; they mean nothing to the engine. */
  private static final Set<String> PICTURES =
      Set.of(
          "http://www.omg.org/spec/BPMN/20100524/DI",
          "http://www.omg.org/spec/DD/20100524/DI",
          "http://www.omg.org/spec/DD/20100524/DC",
          "https://www.omg.org/spec/DMN/20191111/DMNDI/",
          "http://www.omg.org/spec/DMN/20180521/DC/",
          "http://www.omg.org/spec/DMN/20180521/DI/",
          "http://bpmn.io/schema/bpmn/biocolor/1.0",
          "http://bpmn.io/schema/dmn/biodi/2.0",
          "http://www.omg.org/spec/BPMN/non-normative/color/1.0",
          "http://camunda.org/schema/modeler/1.0");

  static Vocabulary of(String file) {
    return file.endsWith(".dmn") ? TABLE : DIAGRAM;
  }

  static boolean isPicture(String space) {
    return PICTURES.contains(space);
  }

  boolean hasSetting(String element, String setting) {
    return settings.getOrDefault(element, Set.of()).contains(setting);
  }
}
