package org.honbu.testkit.process;

import java.util.Map;

/** One duty with one form, as tests of the door use it. */
final class DutyDiagram {
  static final String STEP = "Activity_LeadTheIncident";

  private DutyDiagram() {}

  static Map<String, String> files() {
    return Map.of(
        "Duty.bpmn",
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="t">
          <process id="Duty" isExecutable="true" camunda:historyTimeToLive="P1D">
            <startEvent id="Event_Start"/>
            <sequenceFlow id="F1" sourceRef="Event_Start" targetRef="Activity_LeadTheIncident"/>
            <userTask id="Activity_LeadTheIncident" name="指揮する / Lead the incident"
              camunda:candidateGroups="incident-commander" camunda:formRef="lead"
              camunda:formRefBinding="deployment"/>
            <sequenceFlow id="F2" sourceRef="Activity_LeadTheIncident" targetRef="Event_End"/>
            <endEvent id="Event_End"/>
          </process>
        </definitions>
        """,
        "lead.form",
        """
        {"type": "default", "id": "lead", "schemaVersion": 16, "components": [
          {"type": "textfield", "key": "note", "label": "メモ / Note"},
          {"type": "textfield", "key": "kind", "label": "種別 / Kind", "readonly": true}]}
        """);
  }
}
