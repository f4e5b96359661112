package org.honbu.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.honbu.testkit.server.Answer;
import org.honbu.testkit.server.CleanSlate;
import org.honbu.testkit.server.Person;
import org.honbu.testkit.server.TestDoor;
import org.honbu.testkit.server.TestPlatform;
import org.honbu.workflow.contract.DiagramContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A process owner's three changes reach the running server; the next incident obeys. */
@CleanSlate
class DiagramSetIT {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String SET = "/api/v1/diagram-set";
  private static final String ANSWER = "Activity_AnswerThePage";
  private static final String ACKNOWLEDGE = "Activity_AcknowledgeAlert";
  private static final Map<String, String> OURS =
      DiagramContract.folder(Path.of(System.getProperty("honbu.root"), "bpmn"));

  @AfterEach
  void theReleasesOwnSetAgain() {
    assertThat(TestPlatform.withToken("takumi").send("DELETE", SET, "").status()).isEqualTo(200);
  }

  @Test
  void theNextIncidentObeysAndAnOpenOneKeepsItsVersion() {
    Person haruka = TestPlatform.inTasklist("haruka");
    Person itsuki = TestPlatform.inTasklist("itsuki");
    Person tomoko = TestPlatform.inTasklist("tomoko");
    Person ken = TestPlatform.inTasklist("ken");
    Person sho = TestPlatform.inTasklist("sho");
    String openPage = critical("checkout-web");
    String openAlert = declared("search-api");
    seesTask(TestPlatform.inTasklist("misaki"), openPage, ANSWER);
    seesTask(sho, openAlert, ACKNOWLEDGE);

    HttpResponse<String> loaded = put("takumi", changed());

    assertThat(loaded.statusCode()).as(loaded.body()).isEqualTo(200);
    assertThat(object(loaded).getString("origin")).isEqualTo("APPLIED");
    assertThat(object(loaded).getString("by")).isEqualTo("takumi");
    String nextPage = critical("postgres-main");
    String nextAlert = declared("mail-sender");
    seesTask(ken, nextPage, ANSWER);
    seesTask(haruka, nextAlert, ACKNOWLEDGE);
    assertThat(tasks(haruka, openAlert, ACKNOWLEDGE)).as("the open one's group").isZero();

    TestDoor.timePasses(Duration.ofMinutes(3).plusSeconds(30));
    seesTask(tomoko, nextPage, ANSWER);
    assertThat(tasks(itsuki, openPage, ANSWER)).as("the open one has five minutes").isZero();

    TestDoor.timePasses(Duration.ofMinutes(7));
    seesTask(itsuki, openPage, ANSWER);
    seesTask(ken, nextAlert, ANSWER);
    assertThat(tasks(sho, openAlert, ANSWER)).as("the open one has thirty minutes").isZero();
    assertThat(tasks(sho, openAlert, ACKNOWLEDGE)).isOne();

    answered(openPage, "misaki");
    answered(nextPage, "ken");
    answered(openAlert, "sho");
    answered(nextAlert, "ken");
  }

  @Test
  void aBrokenPromiseIsToldByItsLabelAndNothingIsLoaded() {
    JsonObject before = TestPlatform.withToken("takumi").get(SET).object();
    var broken = new TreeMap<>(OURS);
    replace(broken, "escalation/OnCallPage.bpmn", "${pageNextLevel}", "${pageNxtLevel}");

    HttpResponse<String> refused = put("takumi", broken);

    assertThat(refused.statusCode()).isEqualTo(422);
    JsonObject why = object(refused).getJsonArray("violations").getJsonObject(0);
    assertThat(why.getString("ja")).contains("「次の段の人を呼び出す / Page the next level」");
    assertThat(why.getString("en")).contains("“次の段の人を呼び出す / Page the next level”");
    assertThat(TestPlatform.withToken("takumi").get(SET).object()).isEqualTo(before);
  }

  @Test
  void onlyProcessOwnersAndAdministratorsLoad() {
    assertThat(put("misaki", changed()).statusCode()).isEqualTo(403);
    assertThat(put("aoi", changed()).statusCode()).isEqualTo(403);
    assertThat(put("emma", changed()).statusCode()).isEqualTo(403);
    assertThat(TestPlatform.withToken("aoi").send("DELETE", SET, "").status()).isEqualTo(403);
    assertThat(Person.anonymous(TestPlatform.honbu()).get(SET).status()).isEqualTo(401);
    assertThat(TestPlatform.withToken("takumi").get(SET).object().getString("origin"))
        .isEqualTo("RELEASE");
    assertThat(put("kaoru", changed()).statusCode()).isEqualTo(200);
  }

  /** The three changes of {@code bpmn/README.md}. */
  private static Map<String, String> changed() {
    var files = new TreeMap<>(OURS);
    replace(files, "people/WhoToPage.dmn", "\"PT5M\"", "\"PT3M\"");
    replace(
        files,
        "response/FirstAnswer.bpmn",
        "camunda:candidateGroups=\"team:${teamId}\"",
        "camunda:candidateGroups=\"team:${teamId},customer-support\"");
    replace(files, "notifications/NotificationRoute.dmn", "\"PT30M\"", "\"PT10M\"");
    // And at any hour, so that the test says the same by night and by day.
    replace(
        files,
        "notifications/NotificationRoute.dmn",
        "<text>\"BUSINESS_HOURS\"",
        "<text>\"ALWAYS\"");
    return files;
  }

  private static void replace(Map<String, String> files, String file, String from, String to) {
    String before = files.getOrDefault(file, "");
    assertThat(before).as(file).contains(from);
    files.put(file, before.replace(from, to));
  }

  private static void seesTask(Person person, String incident, String task) {
    await()
        .alias(person.name() + " sees " + task + " of " + incident)
        .atMost(Duration.ofSeconds(60))
        .until(() -> tasks(person, incident, task) == 1);
  }

  private static int tasks(Person person, String incident, String task) {
    return person
        .get(
            "/camunda/api/engine/engine/default/task?processInstanceBusinessKey="
                + incident
                + "&taskDefinitionKey="
                + task)
        .rows();
  }

  private static String critical(String component) {
    String notice =
        """
        {"version":"4","groupKey":"DiagramSetIT %1$s","status":"firing","alerts":[
          {"status":"firing","fingerprint":"DiagramSetIT-%1$s","startsAt":"2026-02-01T02:58:00Z",
           "annotations":{"summary":"%1$s is down"},
           "labels":{"component":"%1$s","severity":"critical"}}]}\
        """
            .formatted(component);
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(TestPlatform.honbu().url("/api/v1/alerts/prometheus"))
                .header("Authorization", "Bearer demo-secret-alerts-prometheus")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(notice)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return object(answer).getString("incident");
  }

  private static String declared(String component) {
    Answer answer =
        TestPlatform.withToken("emma")
            .post(
                "/api/v1/incidents",
                Json.createObjectBuilder()
                    .add("what", "DiagramSetIT " + component)
                    .add("component", component)
                    .build());
    assertThat(answer.status()).as(answer.toString()).isBetween(200, 202);
    return answer.object().getString("id");
  }

  /** So that nobody is called for it in another test. */
  private static void answered(String incident, String person) {
    Answer answer =
        TestPlatform.withToken(person).post("/api/v1/incidents/" + incident + "/acknowledge", "");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
  }

  private static HttpResponse<String> put(String person, Map<String, String> files) {
    return send(
        HttpRequest.newBuilder(TestPlatform.honbu().url(SET))
            .header("Authorization", "Bearer " + TestPlatform.keycloak().tokenOf(person))
            .header("Content-Type", "application/zip")
            .PUT(BodyPublishers.ofByteArray(zip(files))));
  }

  private static byte[] zip(Map<String, String> files) {
    var bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException inMemory) {
      throw new IllegalStateException(inMemory);
    }
    return bytes.toByteArray();
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static JsonObject object(HttpResponse<String> answer) {
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readObject();
    }
  }
}
