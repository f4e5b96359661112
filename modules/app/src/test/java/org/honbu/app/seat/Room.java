package org.honbu.app.seat;

import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.honbu.testkit.server.Answer;
import org.honbu.testkit.server.Person;
import org.honbu.testkit.server.TestPlatform;

/** An incident with an open room, and what people try to do to its seat. */
record Room(String incident) {
  private static final String TASKS = "/camunda/api/engine/engine/default/task";

  /** Declared, answered and escalated by the same person, who is acting commander then. */
  static Room openedBy(Person person) {
    Answer declared =
        person.post(
            "/api/v1/incidents",
            Json.createObjectBuilder()
                .add("what", "The room is on fire")
                .add("component", "payment-api")
                .build());
    String incident = declared.object().getString("id");
    String at = "/api/v1/incidents/" + incident;
    await(incident)
        .atMost(Duration.ofSeconds(60))
        .until(() -> person.post(at + "/escalate", "").status() == 200);
    return new Room(incident);
  }

  /** Who commands at this moment. */
  String holder() {
    return first("select holder from incidents.command_seat where incident = ?");
  }

  /** Who is asked to take over at this moment; empty when nobody is. */
  String asked() {
    return first("select asked from incidents.handover where running = ?");
  }

  private String first(String sql) {
    return TestPlatform.database().orElseThrow().column(sql, incident).stream()
        .findFirst()
        .orElse("");
  }

  /** Through Tasklist, when its list shows the task. */
  void claimed(Person by) {
    Answer list =
        by.get(
            TASKS
                + "?taskDefinitionKey=Activity_LeadTheIncident&processInstanceBusinessKey="
                + incident);
    if (list.status() == 200 && list.rows() > 0) {
      String task = list.json().asJsonArray().getJsonObject(0).getString("id");
      by.post(TASKS + "/" + task + "/claim", "{\"userId\":\"" + by.name() + "\"}");
    }
  }

  Answer said(Person by, String act, JsonObject words) {
    return by.post(at("/" + act), words);
  }

  /** Told that it is over, step by step, by whoever may; a refusal is no harm. */
  void ended(Person commander, Person another) {
    JsonObject over = Json.createObjectBuilder().add("text", "Rolled back").build();
    said(commander, "mitigated", over);
    another.post(at("/verified"), "");
    said(commander, "resolved", over);
  }

  private String at(String act) {
    return "/api/v1/incidents/" + incident + act;
  }
}
