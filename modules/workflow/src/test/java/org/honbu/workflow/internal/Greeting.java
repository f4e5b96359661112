package org.honbu.workflow.internal;

import org.honbu.workflow.Facts;

/** A small decision table that always says the same. */
final class Greeting {
  private Greeting() {}

  static void deploy(EngineRoom room, String says) {
    var deployment =
        room.engine()
            .getRepositoryService()
            .createDeployment()
            .addString(
                "Greeting.dmn",
                """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="greeting"
                    name="Greeting" namespace="http://honbu.org"
                    xmlns:camunda="http://camunda.org/schema/1.0/dmn">
                  <decision id="Greeting" name="Greeting" camunda:historyTimeToLive="P365D">
                    <decisionTable id="table" hitPolicy="FIRST">
                      <input id="in"><inputExpression id="expression" typeRef="string">
                        <text>team</text></inputExpression></input>
                      <output id="out" name="says" typeRef="string"/>
                      <rule id="otherwise"><inputEntry id="any"><text></text></inputEntry>
                        <outputEntry id="says"><text>"%s"</text></outputEntry></rule>
                    </decisionTable>
                  </decision>
                </definitions>"""
                    .formatted(says));
    room.asHonbu(deployment::deploy);
  }

  /** What the newest version says. */
  static String of(EngineRoom room) {
    return room.decisions().decide("Greeting", Facts.of("team", "payments")).get(0).text("says");
  }
}
