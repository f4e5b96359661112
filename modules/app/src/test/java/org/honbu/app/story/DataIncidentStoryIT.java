package org.honbu.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.app.story.CareStoryIT.page;
import static org.honbu.app.story.CareStoryIT.roomOfAoi;
import static org.honbu.app.story.Story.as;
import static org.honbu.app.story.Story.minutesPass;
import static org.honbu.app.story.Story.pass;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.honbu.testkit.server.Answer;
import org.honbu.testkit.server.CleanSlate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An incident in which data may be harmed: who reads what users are told, and the law's dates. */
@CleanSlate(eachTime = true)
@Tag("postgresql") // once is enough, and on the database that is used for real
class DataIncidentStoryIT {
  private static final String PRELIMINARY = "Activity_SendPreliminaryReport";
  private static final String FINAL = "Activity_SendFinalReport";

  @Test
  @DisplayName("A34, TM34: two people read the text; the authority is told in 3 to 5 and 30 days")
  void a34() {
    Told incident = roomOfAoi();
    as("yumi").takesAnnouncing(incident);
    Answer said =
        does(incident, "itsuki", "data-security", words("to", "SUSPECTED", "reason", "他人の注文が見えた"));
    assertThat(said.status()).as(said.toString()).isEqualTo(200);
    incident.soonWaitsFor(PRELIMINARY);
    JsonObject report = report(incident);
    Instant known = Instant.parse(report.getString("knownAt"));
    assertThat(Instant.parse(report.getString("remindAt")))
        .isEqualTo(known.plus(Duration.ofDays(3)));
    assertThat(Instant.parse(report.getString("dueAt"))).isEqualTo(known.plus(Duration.ofDays(5)));
    assertThat(page("mei", incident)).contains("id=\"regulator\"", "id=\"ask-regulator\"");

    publishes(incident, "INITIAL", "ほかのお客様の注文が見えることがあります。調査しています");
    ends(incident);

    daysPass(3);
    incident.soon(
        () ->
            assertThat(incident.saidTo("mei"))
                .anyMatch(line -> line.contains("当局への速報がまだ提出されていません")));
    assertThat(incident.saidTo("mei")).noneMatch(line -> line.contains("期限（"));
    daysPass(2);
    incident.soon(
        () ->
            assertThat(incident.saidTo("takumi"))
                .as("the process owner")
                .anyMatch(line -> line.contains("当局への速報の期限（")));

    assertThat(as("yumi").seesInTasklist(incident, PRELIMINARY)).isFalse();
    assertThat(as("mei").claimsInTasklist(incident, PRELIMINARY).status()).isEqualTo(204);
    Answer sent =
        as("mei")
            .submitsInTasklist(
                incident,
                PRELIMINARY,
                Map.of("answer", "SENT", "reportedTo", "個人情報保護委員会", "reference", "R8-001"));
    assertThat(sent.status()).as(sent.toString()).isBetween(200, 204);
    incident.soonWaitsFor(FINAL);
    JsonObject second = words("reportedTo", "個人情報保護委員会", "reference", "R8-002");
    assertThat(does(incident, "yumi", "regulator-report/final/sent", second).status())
        .isEqualTo(403);
    Answer last = does(incident, "mei", "regulator-report/final/sent", second);
    assertThat(last.status()).as(last.toString()).isEqualTo(200);
    assertThat(last.object().getString("ending")).isEqualTo("REPORTED");
    incident.soon(() -> assertThat(incident.waitsFor()).doesNotContain(FINAL));
  }

  /**
   * The last two hours alone: after a long night nobody has any role until the directory is read.
   */
  private static void daysPass(int days) {
    pass(Duration.ofDays(days).minusHours(2));
    pass(Duration.ofHours(2));
  }

  /** Neither the officer nor the commander is enough alone. */
  private static void publishes(Told incident, String phase, String text) {
    var draft = Json.createObjectBuilder().add("phase", phase).add("textJa", text);
    if (!phase.equals("RESOLVED")) {
      draft.add("next", as("yumi").nextOf(incident));
    }
    Answer drafted = does(incident, "yumi", "announcements", draft.build());
    assertThat(drafted.status()).as(drafted.toString()).isEqualTo(200);
    String at = "announcements/" + drafted.object().getString("id");
    JsonObject read = words("hash", drafted.object().getString("hash"));
    Answer alone = does(incident, "aoi", at + "/approve", read);
    assertThat(alone.status()).as(alone.toString()).isEqualTo(409);
    assertThat(does(incident, "mei", at + "/privacy-approve", read).status()).isEqualTo(200);
    Answer approved = does(incident, "aoi", at + "/approve", read);
    assertThat(approved.status()).as(approved.toString()).isEqualTo(200);
    incident.soon(() -> assertThat(newest(incident).getString("state")).isEqualTo("PUBLISHED"));
  }

  /** The incident is over within the hour; the law's clock is not. */
  private static void ends(Told incident) {
    assertThat(as("aoi").mitigates(incident).status()).isEqualTo(200);
    assertThat(as("itsuki").verifies(incident).status()).isEqualTo(200);
    publishes(incident, "RESOLVED", "復旧しました。ご迷惑をおかけしました");
    minutesPass(61);
    incident.soonWaitsFor("Activity_DeclareResolved");
    Answer resolved = as("aoi").resolves(incident);
    assertThat(resolved.status()).as(resolved.toString()).isEqualTo(200);
    minutesPass(2);
    assertThat(incident.waitsFor()).as("it outlives the incident").contains(PRELIMINARY);
  }

  private static JsonObject report(Told incident) {
    return Story.person("mei")
        .get("/api/v1/incidents/" + incident.id() + "/regulator-report")
        .object();
  }

  private static JsonObject newest(Told incident) {
    return Story.person("yumi")
        .get("/api/v1/incidents/" + incident.id() + "/announcements")
        .json()
        .asJsonArray()
        .getValuesAs(JsonValue::asJsonObject)
        .get(0);
  }

  private static JsonObject words(String name, String value) {
    return Json.createObjectBuilder().add(name, value).build();
  }

  private static JsonObject words(String name, String value, String other, String second) {
    return Json.createObjectBuilder().add(name, value).add(other, second).build();
  }

  private static Answer does(Told incident, String person, String act, JsonObject body) {
    return Story.person(person).post("/api/v1/incidents/" + incident.id() + "/" + act, body);
  }
}
