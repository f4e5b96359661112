package org.honbu.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.app.story.Story.as;
import static org.honbu.app.story.Story.person;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.honbu.testkit.browser.Chromium;
import org.honbu.testkit.browser.Language;
import org.honbu.testkit.browser.Visitor;
import org.honbu.testkit.needs.Needs;
import org.honbu.testkit.server.Answer;
import org.honbu.testkit.server.CleanSlate;
import org.honbu.testkit.server.Person;
import org.honbu.testkit.server.TestPlatform;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What may have harmed data: those who take part read it, everybody else reads that it is there.
 */
@Needs(Chromium.PROGRAM)
@CleanSlate(eachTime = true)
@Tag("postgresql") // once is enough, and on the database that is used for real
class PrivateRoomStoryIT {
  private static final String WHAT = "ほかの会員の住所が見えています";
  private static final String PRIVATE = "非公開のインシデント";
  private static final String OUTSIDER = "hiroshi";
  private static final Duration SOON = Duration.ofSeconds(60);

  private static final List<String> READINGS =
      List.of(
          "timeline",
          "roster",
          "loop",
          "assignments",
          "topics",
          "volunteer-calls",
          "announcements",
          "postmortem",
          "postmortem.md",
          "catch-up",
          "copy.txt",
          "context",
          "candidates",
          "care",
          "shared-links");

  @Test
  @DisplayName(
      "A34: suspected harm to data makes it private; its commander opens it, with a reason")
  void a34() {
    Told incident = reported();
    assertThat(incident.now().getBoolean("isPrivate")).isTrue();
    assertThat(incident.timeline()).anyMatch(line -> line.contains("it is private from now on"));
    for (String insider : List.of("emma", "misaki", "mei")) {
      assertThat(person(insider).get(at(incident, "")).body()).as(insider).contains(WHAT);
      assertThat(person(insider).get(at(incident, "timeline")).status()).isEqualTo(200);
    }

    outsidersLearnThatItIsThereAndNoMore(incident);
    theirPageSaysSo(incident);

    assertThat(as("misaki").escalates(incident).status()).isEqualTo(200);
    assertThat(as("grace").takesCommand(incident).status())
        .as("a candidate comes in by taking command")
        .isEqualTo(200);
    assertThat(person("grace").get(at(incident, "")).body()).contains(WHAT);
    assertThat(opens(OUTSIDER, incident, "please").status()).isEqualTo(403);
    assertThat(opens("misaki", incident, "please").status()).isEqualTo(403);
    Answer silent = opens("grace", incident, " ");
    assertThat(silent.status()).as(silent.toString()).isEqualTo(400);
    assertThat(silent.body()).contains("reason");

    Answer opened = opens("grace", incident, "試験用のデータだけでした");
    assertThat(opened.status()).as(opened.toString()).isEqualTo(200);
    assertThat(person(OUTSIDER).get(at(incident, "")).body()).contains(WHAT);
    assertThat(incident.timeline()).anyMatch(line -> line.contains("試験用のデータだけでした"));
    anOpenPageKeepsNothingOfWhatIsClosed(incident);
  }

  /**
   * Title, bar and dialogs go with the page; when it is opened again, they come back by themselves.
   */
  private static void anOpenPageKeepsNothingOfWhatIsClosed(Told incident) {
    String path = "/incidents/" + incident.id();
    URI honbu = TestPlatform.honbu().url("");
    try (Chromium chromium = Chromium.start(honbu, Path.of("target/screenshots/private"))) {
      Visitor reader = chromium.visitor(Language.JAPANESE);
      reader.open(path).signIn(OUTSIDER);
      reader.sees(WHAT);

      Answer closed =
          person("grace")
              .post(
                  at(incident, "privacy/close"),
                  Json.createObjectBuilder().add("reason", "やはり本物のデータでした").build());
      assertThat(closed.status()).as(closed.toString()).isEqualTo(200);
      reader.sees(PRIVATE).seesNo(WHAT).picture("3-put-outside");

      assertThat(opens("grace", incident, "やはり試験用でした").status()).isEqualTo(200);
      reader.sees(WHAT).seesNo(PRIVATE).picture("4-let-in");
    }
  }

  private static void outsidersLearnThatItIsThereAndNoMore(Told incident) {
    Person outsider = person(OUTSIDER);
    for (String path : List.of("/api/v1/incidents", "/api/v1/incidents/" + incident.id())) {
      Answer answer = outsider.get(path);
      assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
      assertThat(answer.body()).contains(incident.id()).doesNotContain(WHAT, "payment");
      assertThat(answer.body()).containsAnyOf(PRIVATE, "Private incident");
    }
    for (String reading : READINGS) {
      Answer answer = outsider.get(at(incident, reading));
      assertThat(answer.status()).as(reading + " " + answer).isEqualTo(403);
      assertThat(answer.body()).as(reading).contains("HB-1014").doesNotContain(WHAT);
    }
    for (String act : List.of("notes", "roster", "escalate", "acknowledge", "privacy/open")) {
      Answer answer = outsider.post(at(incident, act), JsonValue.EMPTY_JSON_OBJECT);
      assertThat(answer.status()).as(act + " " + answer).isEqualTo(403);
    }
    Answer tasks =
        TestPlatform.inTasklist(OUTSIDER)
            .get(
                "/camunda/api/engine/engine/default/task?processInstanceBusinessKey="
                    + incident.id());
    assertThat(tasks.json().asJsonArray()).as("tasks in Tasklist").isEmpty();
  }

  private static void theirPageSaysSo(Told incident) {
    String path = "/incidents/" + incident.id();
    Person reader = Person.signIn(TestPlatform.honbu(), OUTSIDER, path);
    for (String page : List.of(path, path + "/postmortem", "/incidents", "/status-inside")) {
      Answer answer = reader.browse(page);
      assertThat(answer.status()).as(page).isEqualTo(200);
      assertThat(answer.body())
          .as(page)
          .contains(incident.id())
          .doesNotContain(WHAT, "payment-api");
    }
    URI honbu = TestPlatform.honbu().url("");
    try (Chromium chromium = Chromium.start(honbu, Path.of("target/screenshots/private"))) {
      Visitor outside = chromium.visitor(Language.JAPANESE);
      outside.open(path).signIn(OUTSIDER);
      outside.sees(PRIVATE).sees(incident.id()).seesNo(WHAT).picture("1-outside");
      assertThat(outside.complaints()).isEmpty();
      Visitor inside = chromium.visitor(Language.JAPANESE);
      inside.open(path).signIn("misaki");
      inside.sees(WHAT).sees("非公開").picture("2-inside");
      assertThat(inside.complaints()).isEmpty();
    }
  }

  /** Emma passes on what a customer says, and customer support hears that it is about data. */
  private static Told reported() {
    Answer report =
        person("emma")
            .post(
                "/api/v1/reports",
                Json.createObjectBuilder()
                    .add("what", WHAT)
                    .add("component", "payment-api")
                    .build());
    assertThat(report.status()).as(report.toString()).isEqualTo(201);
    String number = report.object().getString("report");
    JsonObject aboutData =
        Json.createObjectBuilder()
            .add("verdict", "INCIDENT")
            .add("reportCount", 1)
            .add("symptom", "DATA")
            .build();
    // Its task comes a moment later.
    Awaitility.await()
        .atMost(SOON)
        .until(
            () ->
                person("haruka").post("/api/v1/reports/" + number + "/triage", aboutData).status()
                    == 200);
    return new Told(
        Awaitility.await().atMost(SOON).until(() -> incidentOf(number), id -> !id.isEmpty()));
  }

  private static String incidentOf(String report) {
    JsonValue incident = person("emma").get("/api/v1/reports/" + report).object().get("incident");
    return incident instanceof JsonString id ? id.getString() : "";
  }

  private static Answer opens(String who, Told incident, String reason) {
    return person(who)
        .post(
            at(incident, "privacy/open"), Json.createObjectBuilder().add("reason", reason).build());
  }

  private static String at(Told incident, String below) {
    return "/api/v1/incidents/" + incident.id() + (below.isEmpty() ? "" : "/" + below);
  }
}
