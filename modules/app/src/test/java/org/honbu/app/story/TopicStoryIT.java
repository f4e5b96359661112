package org.honbu.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.app.story.CommandStoryIT.room;
import static org.honbu.app.story.Story.as;
import static org.honbu.app.story.Story.minutesPass;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.honbu.testkit.server.Answer;
import org.honbu.testkit.server.CleanSlate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two subjects in one room: each gets a room of its own, and the room talks about one thing. */
@CleanSlate(eachTime = true)
@Tag("postgresql") // once is enough, and on the database that is used for real
class TopicStoryIT {

  @Test
  @DisplayName("T14: a topic has its lead, its people and its clock; its report is on the timeline")
  void t14() {
    Told incident = roomOfAoi();
    String page = "/incidents/" + incident.id();

    as("aoi")
        .presses(
            page,
            Map.of(
                "act", "topic-split",
                "question", "タイムアウトの出どころは？",
                "lead", "ken",
                "member.itsuki", "yes"));

    JsonObject alpha = topic(incident, 0);
    assertThat(alpha.getString("name")).isEqualTo("Alpha");
    assertThat(alpha.getString("thread")).endsWith("-alpha");
    assertThat(alpha.getString("call")).startsWith("https://meet.invalid/").endsWith("/alpha");
    assertThat(alpha.getJsonArray("members").toString()).isEqualTo("[\"itsuki\"]");
    incident.soonWaitsFor("Activity_LeadTopic");
    incident.soon(() -> assertThat(incident.saidTo("ken")).anyMatch(it -> it.contains("Alpha")));
    assertThat(
            as("ken")
                .submitsInTasklist(incident, "Activity_LeadTopic", Map.of("answer", "ACCEPT"))
                .status())
        .isBetween(200, 204);
    incident.soonWaitsFor("Activity_ReportOnTopic");

    assertThat(split(incident, "aoi", "鍵の更新は関係する？", "itsuki").status()).isEqualTo(200);
    does(incident, "itsuki", topic(incident, 1), "accept", Map.of());
    assertThat(topic(incident, 0).getJsonArray("members").toString()).isEqualTo("[\"ken\"]");
    does(incident, "aoi", topic(incident, 1), "floor", Map.of());
    assertThat(does(incident, "misaki", topic(incident, 0), "join", Map.of()).status())
        .isEqualTo(200);
    assertThat(does(incident, "misaki", topic(incident, 1), "join", Map.of()).status())
        .isEqualTo(200);
    assertThat(topic(incident, 0).getJsonArray("members").toString()).doesNotContain("misaki");
    assertThat(topic(incident, 1).getBoolean("floor")).isTrue();
    assertThat(Story.page("aoi", page)).contains("Alpha", "Bravo", "鍵の更新は関係する？");

    minutesPass(15);
    incident.soon(
        () ->
            assertThat(incident.saidTo("ken"))
                .anyMatch(it -> it.contains("報告の時刻") || it.contains("A report on topic Alpha")));
    Map<String, String> report =
        Map.of("conditions", "接続待ちが多い", "actions", "ログを読んでいる", "needs", "なし");
    assertThat(does(incident, "ken", topic(incident, 0), "report", report).status()).isEqualTo(200);
    assertThat(incident.timeline()).anyMatch(line -> line.contains("接続待ちが多い"));

    Answer closed =
        does(
            incident,
            "ken",
            topic(incident, 0),
            "close",
            Map.of("result", "ANSWERED", "answer", "接続プールの上限"));
    assertThat(closed.status()).as(closed.toString()).isEqualTo(200);
    assertThat(topics(incident)).extracting(it -> it.getString("name")).containsExactly("Bravo");
    incident.soon(
        () -> assertThat(incident.saidIn("#war_room")).anyMatch(line -> line.contains("接続プールの上限")));
  }

  @Test
  @DisplayName("Only the commander splits, commanders lead no topic, and who is silent is replaced")
  void rules() {
    Told incident = roomOfAoi();

    assertThat(split(incident, "misaki", "why?", "ken").status()).isEqualTo(403);
    assertThat(split(incident, "aoi", "why?", "aoi").body()).contains("cannot lead a topic");
    assertThat(split(incident, "aoi", "", "ken").body()).contains("question");
    assertThat(split(incident, "aoi", "why?", "ken").status()).isEqualTo(200);
    incident.soonWaitsFor("Activity_LeadTopic");

    minutesPass(3);

    incident.soonWaitsFor("Activity_ChooseTopicLead");
    assertThat(does(incident, "aoi", topic(incident, 0), "lead", Map.of("lead", "itsuki")).status())
        .isEqualTo(200);
    assertThat(does(incident, "ken", topic(incident, 0), "accept", Map.of()).status())
        .isEqualTo(403);
    assertThat(does(incident, "itsuki", topic(incident, 0), "accept", Map.of()).status())
        .isEqualTo(200);
    incident.soonWaitsFor("Activity_ReportOnTopic");

    Answer parked =
        Story.person("yumi")
            .post(
                path(incident) + "/parked",
                Json.createObjectBuilder().add("subject", "過去の請求").build());
    assertThat(parked.object().getJsonArray("parked")).hasSize(1);

    as("aoi").mitigates(incident);
    incident.soonWaitsFor("Activity_VerifyMitigation");
    as("ken").verifies(incident);
    incident.soon(
        () -> assertThat(incident.waitsFor()).doesNotContain("Activity_VerifyMitigation"));
    assertThat(as("aoi").resolves(incident).status()).isEqualTo(200);
    assertThat(topics(incident)).isEmpty();
  }

  private static Told roomOfAoi() {
    Told incident = room();
    as("aoi").takesCommand(incident);
    return incident;
  }

  private static Answer split(Told incident, String by, String question, String lead) {
    JsonArrayBuilder members = Json.createArrayBuilder();
    return Story.person(by)
        .post(
            path(incident),
            Json.createObjectBuilder()
                .add("question", question)
                .add("lead", lead)
                .add("members", members)
                .build());
  }

  private static Answer does(
      Told incident, String by, JsonObject topic, String act, Map<String, String> fields) {
    var body = Json.createObjectBuilder();
    fields.forEach(body::add);
    return Story.person(by)
        .post(path(incident) + "/" + topic.getString("id") + "/" + act, body.build());
  }

  private static JsonObject topic(Told incident, int index) {
    return topics(incident).get(index);
  }

  private static List<JsonObject> topics(Told incident) {
    Answer all = Story.person("misaki").get(path(incident));
    assertThat(all.status()).as(all.toString()).isEqualTo(200);
    return all.object().getJsonArray("open").getValuesAs(JsonObject.class);
  }

  private static String path(Told incident) {
    return "/api/v1/incidents/" + incident.id() + "/topics";
  }
}
