package org.honbu.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.honbu.testkit.server.Answer;
import org.honbu.testkit.server.CleanSlate;
import org.honbu.testkit.server.Person;
import org.honbu.testkit.server.TestDoor;
import org.honbu.testkit.server.TestPlatform;
import org.junit.jupiter.api.Test;

/** People as sources, on the real server: reports, false alarms, duplicates. */
@CleanSlate(eachTime = true)
class SourcesIT {
  private static final String ENGINE = "/camunda/api/engine/engine/default/task";
  private static final String TRIAGE_REPORT = "Activity_TriageUserReport";
  private static final Duration SOON = Duration.ofSeconds(60);

  /** For so long whoever said so may take it back. */
  private static final Duration TIME_TO_UNDO = Duration.ofSeconds(31);

  @Test
  void aReportIsTriagedInTasklistAndBecomesAnIncident() {
    String report = report("emma", "検索結果が空です", "search-api");
    Person haruka = TestPlatform.inTasklist("haruka");
    String task = taskOf(haruka, report, TRIAGE_REPORT);
    assertThat(tasks(TestPlatform.inTasklist("misaki"), report)).isEmpty();

    done(haruka.post(ENGINE + "/" + task + "/claim", "{\"userId\":\"haruka\"}"));
    Answer shown = haruka.get(ENGINE + "/" + task + "/form-variables");
    assertThat(shown.body()).as("support reads what was said").contains("検索結果が空です");
    done(
        submit(
            haruka,
            task,
            Map.of("verdict", "INCIDENT", "reportCount", "3", "symptom", "CANNOT_USE")));

    JsonObject filed = untilFiled(report);
    assertThat(filed.getString("state")).isEqualTo("DECLARED");
    assertThat(filed.getBoolean("untriaged")).isFalse();
    JsonObject incident = incident(filed.getString("incident"));
    assertThat(incident.getString("source")).isEqualTo("CS");
    assertThat(incident.getString("team")).isEqualTo("search");
    assertThat(incident.getJsonObject("signals").getInt("customers")).isEqualTo(3);
    Answer late =
        TestPlatform.withToken("yumi")
            .post("/api/v1/reports/" + report + "/triage", "{\"verdict\":\"INCIDENT\"}");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.object().getString("en")).startsWith("Haruka Suzuki");
  }

  @Test
  void aReportNobodyTouchesIsRemindedOfAndGoesToTheOwner() {
    String report = report("emma", "メールが届きません", "checkout-web");
    Person haruka = TestPlatform.inTasklist("haruka");
    taskOf(haruka, report, TRIAGE_REPORT);

    TestDoor.timePasses(Duration.ofMinutes(10));
    Person yumi = Person.signIn(TestPlatform.honbu(), "yumi", "/outgoing");
    await()
        .atMost(SOON)
        .until(() -> yumi.browse("/outgoing").body().contains("[" + report + "] 10"));
    assertThat(one(report).getString("state")).isEqualTo("WAITING");

    TestDoor.timePasses(Duration.ofMinutes(10));
    JsonObject filed = untilFiled(report);
    assertThat(filed.getBoolean("untriaged")).isTrue();
    JsonObject incident = incident(filed.getString("incident"));
    assertThat(incident.getString("what")).isEqualTo("【未トリアージ】メールが届きません");
    assertThat(incident.getString("team")).isEqualTo("payments");
    assertThat(tasks(haruka, report)).isEmpty();

    String second = report("haruka", "まだ届きません", "checkout-web");
    Answer attached =
        TestPlatform.withToken("haruka")
            .post(
                "/api/v1/reports/" + second + "/triage",
                "{\"verdict\":\"ATTACH\",\"duplicateOf\":\"" + incident.getString("id") + "\"}");
    assertThat(attached.status()).as(attached.toString()).isEqualTo(200);
    assertThat(untilFiled(second).getString("incident")).isEqualTo(incident.getString("id"));
  }

  @Test
  void whoMayReportReadAndTriage() {
    Person stranger = Person.anonymous(TestPlatform.honbu());
    assertThat(stranger.get("/api/v1/reports").status()).isEqualTo(401);
    assertThat(stranger.post("/api/v1/reports", "{\"what\":\"x\"}").status())
        .as("neither a token nor our own page")
        .isEqualTo(403);
    assertThat(TestPlatform.withToken("noel").post("/api/v1/reports", "{\"what\":\"x\"}").status())
        .isEqualTo(403);
    String report = report("emma", "使い方が分かりません", "");
    assertThat(TestPlatform.withToken("emma").get("/api/v1/reports/" + report).status())
        .isEqualTo(200);
    assertThat(TestPlatform.withToken("misaki").get("/api/v1/reports/" + report).status())
        .isEqualTo(403);
    String no = "{\"verdict\":\"NO_INCIDENT\",\"detail\":\"使い方の質問でした\"}";
    String path = "/api/v1/reports/" + report + "/triage";
    assertThat(TestPlatform.withToken("misaki").post(path, no).status()).isEqualTo(403);
    Person haruka = TestPlatform.withToken("haruka");
    assertThat(haruka.post(path, "{\"verdict\":\"NO_INCIDENT\"}").status())
        .as("without a reason")
        .isEqualTo(400);
    assertThat(haruka.post(path, no).status()).isEqualTo(200);
    assertThat(untilFiled(report).getString("state")).isEqualTo("DISMISSED");
    Person emma = Person.signIn(TestPlatform.honbu(), "emma", "/reports/" + report);
    assertThat(emma.browse("/reports/" + report).body()).contains("使い方の質問でした");
  }

  @Test
  void aFalseAlarmIsConfirmedByASecondPersonOverRest() {
    String incident = answered("管理画面が遅い気がします", "admin-console");
    Person misaki = TestPlatform.withToken("misaki");
    String path = "/api/v1/incidents/" + incident;
    done(misaki.post(path + "/triage", "{\"real\":\"FALSE\"}"));

    Answer same = misaki.post(path + "/false-alarm", "{\"text\":\"気のせい\"}");
    assertThat(same.status()).as(same.toString()).isEqualTo(403);
    done(TestPlatform.withToken("itsuki").post(path + "/false-alarm", "{\"text\":\"数字は普段どおり\"}"));

    TestDoor.timePasses(TIME_TO_UNDO);
    untilState(incident, "CLOSED");
    assertThat(tasks(TestPlatform.inTasklist("takumi"), incident)).isEmpty();
  }

  @Test
  void aFalseAlarmIsConfirmedByASecondPersonInTasklist() {
    String incident = answered("管理画面が重い気がします", "admin-console");
    Person ken = TestPlatform.inTasklist("ken");
    String triage = taskOf(ken, incident, "Activity_Triage");
    done(ken.post(ENGINE + "/" + triage + "/claim", "{\"userId\":\"ken\"}"));
    done(submit(ken, triage, Map.of("real", "FALSE")));
    String confirm = taskOf(ken, incident, "Activity_ConfirmFalseAlarm");
    done(ken.post(ENGINE + "/" + confirm + "/claim", "{\"userId\":\"ken\"}"));
    Map<String, String> nothing = Map.of("verdict", "FALSE", "evidence", "数字は普段どおり");
    assertThat(submit(ken, confirm, nothing).status()).as("the same person").isEqualTo(403);
    done(ken.post(ENGINE + "/" + confirm + "/unclaim", ""));

    Person takumi = TestPlatform.inTasklist("takumi");
    done(takumi.post(ENGINE + "/" + confirm + "/claim", "{\"userId\":\"takumi\"}"));
    done(submit(takumi, confirm, nothing));

    untilState(incident, "FALSE_ALARM");
    await().atMost(SOON).until(() -> tasks(takumi, incident).isEmpty());
    TestDoor.timePasses(TIME_TO_UNDO);
    untilState(incident, "CLOSED");
  }

  @Test
  void aMergedIncidentEndsAndPointsToTheSurvivor() {
    String older = knock("older", "firing");
    String newer = knock("newer", "firing");
    assertThat(newer).isNotEqualTo(older);
    Person misaki = TestPlatform.inTasklist("misaki");
    taskOf(misaki, newer, "Activity_AnswerThePage");

    Answer merged =
        TestPlatform.withToken("misaki")
            .post("/api/v1/incidents/" + newer + "/merge", "{\"with\":\"" + older + "\"}");

    assertThat(merged.object().getString("id")).as(merged.toString()).isEqualTo(older);
    assertThat(incident(newer).getString("state")).isEqualTo("MERGED");
    assertThat(incident(newer).getString("parent")).isEqualTo(older);
    await().atMost(SOON).until(() -> tasks(misaki, newer).isEmpty());
    assertThat(tasks(misaki, older)).as("the survivor's page goes on").isNotEmpty();
    assertThat(incident(older).getJsonObject("signals").getInt("crying")).isEqualTo(2);
    Person emma = Person.signIn(TestPlatform.honbu(), "emma", "/incidents/" + newer);
    assertThat(emma.browse("/incidents/" + newer).body()).contains("/incidents/" + older);
    assertThat(knock("newer", "firing")).as("its alerts belong to the survivor").isEqualTo(older);
    knock("newer", "resolved");
    assertThat(incident(older).getJsonObject("signals").getInt("crying")).isEqualTo(1);
    knock("older", "resolved");
  }

  private static String report(String reporter, String what, String component) {
    Answer answer =
        TestPlatform.withToken(reporter)
            .post(
                "/api/v1/reports",
                Json.createObjectBuilder().add("what", what).add("component", component).build());
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    String number = answer.object().getString("report");
    assertThat(answer.object().getString("url")).endsWith("/reports/" + number);
    return number;
  }

  private static JsonObject one(String report) {
    return TestPlatform.withToken("haruka").get("/api/v1/reports/" + report).object();
  }

  private static JsonObject untilFiled(String report) {
    return await()
        .atMost(SOON)
        .until(
            () -> one(report),
            found ->
                List.of("DECLARED", "ATTACHED", "DISMISSED").contains(found.getString("state")));
  }

  /** Declared by Emma; Misaki has it. */
  private static String answered(String what, String component) {
    Answer declared =
        TestPlatform.withToken("emma")
            .post(
                "/api/v1/incidents",
                Json.createObjectBuilder().add("what", what).add("component", component).build());
    String incident = declared.object().getString("id");
    done(
        TestPlatform.withToken("misaki")
            .post("/api/v1/incidents/" + incident + "/acknowledge", ""));
    taskOf(TestPlatform.inTasklist("misaki"), incident, "Activity_Triage");
    return incident;
  }

  private static JsonObject incident(String number) {
    return TestPlatform.withToken("takumi").get("/api/v1/incidents/" + number).object();
  }

  private static void untilState(String incident, String state) {
    await().atMost(SOON).until(() -> incident(incident).getString("state").equals(state));
  }

  private static List<JsonObject> tasks(Person person, String subject) {
    Answer answer = person.get(ENGINE + "?processInstanceBusinessKey=" + subject);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.json().asJsonArray().getValuesAs(JsonObject.class);
  }

  /** Waits until the person is offered the step, and says which task it is. */
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

  private static Answer submit(Person person, String task, Map<String, String> fields) {
    JsonObjectBuilder variables = Json.createObjectBuilder();
    fields.forEach(
        (name, value) -> variables.add(name, Json.createObjectBuilder().add("value", value)));
    return person.post(
        ENGINE + "/" + task + "/submit-form",
        Json.createObjectBuilder().add("variables", variables).build());
  }

  private static String knock(String group, String status) {
    Answer answer =
        Person.anonymous(TestPlatform.honbu())
            .post(
                "/api/v1/alerts/prometheus?key=demo-secret-alerts-prometheus",
                """
                {"version":"4","groupKey":"SourcesIT %s","status":"%s",
                 "commonAnnotations":{"summary":"決済が遅い（%s）"},
                 "alerts":[{"status":"%s","fingerprint":"%s","startsAt":"2026-02-01T02:58:00Z",
                            "labels":{"component":"payment-api","severity":"critical"}}]}"""
                    .formatted(group, status, group, status, group));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
    return answer.object().getString("incident");
  }

  private static void done(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isBetween(200, 204);
  }
}
