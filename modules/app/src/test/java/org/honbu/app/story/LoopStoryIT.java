package org.honbu.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.app.story.CareStoryIT.page;
import static org.honbu.app.story.Story.as;
import static org.honbu.app.story.Story.minutesPass;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.honbu.testkit.server.Answer;
import org.honbu.testkit.server.CleanSlate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a commander does round after round, through every door. */
@CleanSlate(eachTime = true)
@Tag("postgresql") // once is enough, and on the database that is used for real
class LoopStoryIT {
  private static final String REFUSAL = "最初の判断には「どこを調べていくか」への答えが要ります";
  private static final Map<String, String> HALF =
      Map.of("decision", "先に切り戻す", "whatFirst", "03:04 のリリース", "howToRespond", "戻せる手を先に");

  @Test
  @DisplayName(
      "T11: one of three answers empty is refused in Japanese at every door; then all see it")
  void t11() {
    Told incident = roomOfAoi();
    incident.soonWaitsFor("Activity_AssessSituation");
    assertThat(
            does(
                    incident,
                    "aoi",
                    "assess",
                    Map.of("symptoms", "5xx", "scope", "決済", "trend", "WORSE"))
                .status())
        .isEqualTo(200);
    incident.soonWaitsFor("Activity_DecideWhatToDo");

    Answer overRest = does(incident, "aoi", "decide", HALF);
    assertThat(overRest.status()).isEqualTo(400);
    assertThat(overRest.body()).contains(REFUSAL, "whereToLook");
    Answer inTasklist = submits("aoi", incident, "Activity_DecideWhatToDo", HALF);
    assertThat(inTasklist.status()).isGreaterThanOrEqualTo(400);
    assertThat(inTasklist.body()).contains(REFUSAL);
    assertThat(onThePage("aoi", incident, "loop-decide", HALF))
        .containsAnyOf(REFUSAL, "Where do we look?");
    assertThat(does(incident, "sakura", "decide", HALF).status()).isEqualTo(403);
    assertThat(incident.timeline()).noneMatch(line -> line.contains("Decision: 先に切り戻す"));

    Answer whole =
        submits("aoi", incident, "Activity_DecideWhatToDo", with("whereToLook", "payment-api"));

    assertThat(whole.status()).as(whole.toString()).isBetween(200, 204);
    assertThat(incident.timeline())
        .anyMatch(line -> line.contains("Decision: 先に切り戻す") && line.contains("Reviewed at"));
    incident.soon(
        () ->
            assertThat(incident.saidIn("#war_room"))
                .anyMatch(line -> line.contains("どこを：payment-api")));
    assertThat(page("emma", incident)).contains("先に切り戻す", "payment-api");
    incident.soonWaitsFor("Activity_AssignRoles");
    assertThat(does(incident, "aoi", "wait", Map.of("waitReason", "検証環境を待つ")).status())
        .isEqualTo(200);
    incident.soonWaitsFor("Activity_ReviewEffect");
  }

  @Test
  @DisplayName("FM-9: the deputy is asked for a late update, then the room; told, the clock starts")
  void update() {
    Told incident = roomOfAoi();
    Answer deputy =
        Story.person("aoi")
            .post(
                "/api/v1/incidents/" + incident.id() + "/deputy",
                Json.createObjectBuilder().add("deputy", "sakura").build());
    assertThat(deputy.status()).as(deputy.toString()).isEqualTo(200);
    incident.soonWaitsFor("Activity_ShareStatus");

    minutesPass(31);
    incident.soon(
        () ->
            assertThat(incident.saidTo("sakura")).anyMatch(text -> text.contains("社内の状況共有の時刻です")));
    minutesPass(5);
    incident.soon(
        () ->
            assertThat(incident.saidIn("#war_room"))
                .anyMatch(text -> text.contains("社内の状況共有が遅れています")));

    Map<String, String> can = Map.of("conditions", "18% が失敗", "actions", "切り戻し", "needs", "なし");
    assertThat(does(incident, "itsuki", "update", can).status()).isEqualTo(403);
    Answer told = does(incident, "sakura", "update", can);
    assertThat(told.status()).as(told.toString()).isEqualTo(200);
    incident.soon(
        () ->
            assertThat(incident.saidIn("#war_room"))
                .anyMatch(text -> text.contains("状況共有：18% が失敗")));
    incident.soonWaitsFor("Activity_ShareStatus");
  }

  @Test
  @DisplayName("The loop's tasks go with command; a review that says so declares the mitigation")
  void theLoopGoesWithCommand() {
    Told incident = CommandStoryIT.room();
    incident.soonWaitsFor("Activity_AssessSituation");
    assertThat(incident.task("Activity_AssessSituation").getString("assignee")).isEqualTo("misaki");
    as("aoi").takesCommand(incident);
    assertThat(incident.task("Activity_AssessSituation").getString("assignee")).isEqualTo("aoi");
    assertThat(does(incident, "misaki", "decide", HALF).status()).isEqualTo(403);

    does(incident, "aoi", "decide", with("whereToLook", "payment-api"));
    incident.soonWaitsFor("Activity_AssignRoles");
    does(incident, "aoi", "wait", Map.of("waitReason", "切り戻し中"));
    incident.soonWaitsFor("Activity_ReviewEffect");
    Answer objectives =
        Story.person("aoi")
            .post(
                path(incident, "objectives"),
                Json.createObjectBuilder()
                    .add("objectives", Json.createArrayBuilder(List.of("失敗を 2% 以下に戻す")))
                    .build());
    assertThat(objectives.status()).isEqualTo(200);
    assertThat(page("emma", incident)).contains("失敗を 2% 以下に戻す");

    Answer reviewed =
        submits(
            "aoi",
            incident,
            "Activity_ReviewEffect",
            Map.of("effect", "WORKED", "evidence", "失敗が 0.1%", "nextStep", "MITIGATED"));
    assertThat(reviewed.status()).as(reviewed.toString()).isBetween(200, 204);
    incident.soon(() -> assertThat(incident.state()).isEqualTo("MITIGATED"));
    incident.soon(
        () ->
            assertThat(incident.waitsFor())
                .contains("Activity_VerifyMitigation")
                .doesNotContain("Activity_ReviewEffect", "Activity_ShareStatus"));

    Story.person("aoi").post("/api/v1/incidents/" + incident.id() + "/recurred", "{}");
    incident.soonWaitsFor("Activity_AssessSituation").soonWaitsFor("Activity_ShareStatus");
  }

  private static Told roomOfAoi() {
    Told incident = CommandStoryIT.room();
    assertThat(as("aoi").takesCommand(incident).status()).isEqualTo(200);
    return incident.soon(() -> assertThat(incident.command()).isEqualTo("aoi HELD"));
  }

  private static Map<String, String> with(String field, String value) {
    Map<String, String> whole = new HashMap<>(HALF);
    whole.put(field, value);
    return whole;
  }

  private static String path(Told incident, String act) {
    return "/api/v1/incidents/" + incident.id() + "/loop/" + act;
  }

  private static Answer does(Told incident, String person, String act, Map<String, String> said) {
    JsonObjectBuilder words = Json.createObjectBuilder();
    said.forEach(words::add);
    return Story.person(person).post(path(incident, act), words.build());
  }

  private static Answer submits(
      String name, Told incident, String step, Map<String, String> fields) {
    return as(name).submitsInTasklist(incident, step, fields);
  }

  /** Sends a form of the incident's page; the page that follows says what became of it. */
  private static String onThePage(
      String name, Told incident, String act, Map<String, String> fields) {
    Map<String, String> form = new HashMap<>(fields);
    form.put("act", act);
    return as(name).presses(incident, form);
  }
}
