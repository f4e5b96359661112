package org.honbu.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.honbu.testkit.server.Answer;
import org.honbu.testkit.server.CleanSlate;
import org.honbu.testkit.server.Person;
import org.honbu.testkit.server.TestDoor;
import org.honbu.testkit.server.TestPlatform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The engine loses every run; the records lose nothing. Only where the database outlives the
 * server.
 */
@EnabledIfSystemProperty(named = "honbu.test.database", matches = "postgresql")
@CleanSlate
class RebuildIT {
  private static final String ENGINE = "/camunda/api/engine/engine/default/task";
  private static final String LEAD = "Activity_LeadTheIncident";
  private static final Duration SOON = Duration.ofSeconds(60);

  @Test
  void openRoomsDutiesAndCallsOutliveTheEngine() {
    String waiting = room("決済がまったくできません");
    String held = room("検索も落ちています");
    done(TestPlatform.withToken("sakura").post(path(held) + "/command", ""));
    String ringing = knock();
    taskOf(TestPlatform.inTasklist("misaki"), ringing, "Activity_AnswerThePage");
    TestDoor.timePasses(Duration.ofMinutes(2));

    loseTheEngine();

    Person aoi = TestPlatform.inTasklist("aoi");
    String task = taskOf(aoi, waiting, LEAD);
    assertThat(commander(waiting)).isEqualTo("misaki ACTING");
    done(aoi.post(ENGINE + "/" + task + "/claim", "{\"userId\":\"aoi\"}"));
    assertThat(commander(waiting)).isEqualTo("aoi HELD");

    assertThat(commander(held)).isEqualTo("sakura HELD");
    Person sakura = TestPlatform.inTasklist("sakura");
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(tasks(sakura, held))
                    .filteredOn(one -> one.getString("taskDefinitionKey").equals(LEAD))
                    .extracting(one -> one.getString("assignee", ""))
                    .containsExactly("sakura"));

    taskOf(TestPlatform.inTasklist("misaki"), ringing, "Activity_AnswerThePage");
    TestDoor.timePasses(Duration.ofMinutes(4));
    taskOf(TestPlatform.inTasklist("itsuki"), ringing, "Activity_AnswerThePage");
    assertThat(calls(ringing)).as("misaki is not called again").hasSize(2);
  }

  /** The server dies, and the start after it empties the engine's tables. */
  private static void loseTheEngine() {
    TestPlatform.honbuDies(Map.of("HONBU_WORKFLOW_REBUILD", "true"));
  }

  private static String room(String what) {
    Person misaki = TestPlatform.withToken("misaki");
    Answer declared =
        misaki.post(
            "/api/v1/incidents", "{\"what\":\"" + what + "\",\"component\":\"payment-api\"}");
    String incident = declared.object().getString("id");
    done(misaki.post(path(incident) + "/acknowledge", ""));
    done(misaki.post(path(incident) + "/severity", "{\"to\":1,\"reason\":\"売上が止まった\"}"));
    done(misaki.post(path(incident) + "/escalate", ""));
    taskOf(TestPlatform.inTasklist("aoi"), incident, LEAD);
    return incident;
  }

  private static String knock() {
    Answer answer =
        Person.anonymous(TestPlatform.honbu())
            .post(
                "/api/v1/alerts/prometheus?key=demo-secret-alerts-prometheus",
                """
                {"version":"4","groupKey":"RebuildIT","status":"firing",
                 "alerts":[{"status":"firing","fingerprint":"r","startsAt":"2026-02-01T02:58:00Z",
                            "labels":{"component":"payment-api","severity":"critical"}}]}""");
    return answer.object().getString("incident");
  }

  private static List<JsonObject> calls(String incident) {
    return TestPlatform.withToken("takumi")
        .get(path(incident) + "/timeline")
        .json()
        .asJsonArray()
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(line -> line.getString("type").equals("paging"))
        .toList();
  }

  private static String commander(String incident) {
    JsonObject commander =
        TestPlatform.withToken("takumi").get(path(incident)).object().getJsonObject("commander");
    return commander.getJsonObject("who").getString("id") + " " + commander.getString("standing");
  }

  private static String path(String incident) {
    return "/api/v1/incidents/" + incident;
  }

  private static List<JsonObject> tasks(Person person, String subject) {
    Answer answer = person.get(ENGINE + "?processInstanceBusinessKey=" + subject);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.json().asJsonArray().getValuesAs(JsonObject.class);
  }

  private static String taskOf(Person person, String subject, String step) {
    return await()
        .atMost(SOON)
        .until(
            () ->
                tasks(person, subject).stream()
                    .filter(task -> task.getString("taskDefinitionKey").equals(step))
                    .map(task -> task.getString("id"))
                    .findFirst()
                    .orElse(""),
            id -> !id.isEmpty());
  }

  private static void done(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isBetween(200, 204);
  }
}
