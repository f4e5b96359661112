package org.honbu.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.app.story.CareStoryIT.page;
import static org.honbu.app.story.CommandStoryIT.room;
import static org.honbu.app.story.Story.as;
import static org.honbu.app.story.Story.minutesPass;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.honbu.testkit.server.Answer;
import org.honbu.testkit.server.CleanSlate;
import org.honbu.testkit.server.SqlLog;
import org.honbu.testkit.server.TestPlatform;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Command that is never empty and never double: how it changes hands. */
@CleanSlate(eachTime = true)
@Tag("postgresql") // once is enough, and on the database that is used for real
class HandoverStoryIT {
  private static final String LEAD = "Activity_LeadTheIncident";
  private static final String ACCEPT = "Activity_AcceptCommand";
  private static final String STILL = "Activity_SayStillInCommand";
  private static final String NEXT = "Activity_ChooseNextPart";

  /** In Tasklist's form. */
  private static final Map<String, String> READ_BACK =
      Map.of(
          "answer", "ACCEPT",
          "readBack", "利用者への影響を止める",
          "readBackWork", "1",
          "readBackNext", "約束したお知らせはありません",
          "readBackRisk", "原因がまだわかっていません");

  /**
   * Of one acceptance, in a room with the tasks that a room has; the engine ends a process in it.
   */
  private static final int AT_MOST = 100;

  @Test
  @DisplayName("A15: a more senior commander arrives; nothing changes until a handover is accepted")
  void a15() {
    Told incident = roomOfAoi();

    Answer claim = as("grace").takesCommand(incident);
    assertThat(claim.status()).isEqualTo(409);
    assertThat(claim.body()).contains("Aoi Nakamura");
    as("grace").presses(incident, Map.of("act", "take-command"));
    assertThat(as("grace").claimsInTasklist(incident, LEAD).status()).isBetween(400, 499);
    assertThat(incident.command()).isEqualTo("aoi HELD");

    handsOver(incident, "aoi", "grace");
    assertThat(incident.command()).isEqualTo("aoi HELD");
    assertThat(incident.commanders()).isEqualTo(1);

    incident.soonWaitsFor("Activity_WriteBriefing");
    done(
        as("aoi")
            .submitsInTasklist(
                incident, "Activity_WriteBriefing", Map.of("situation", "決済の 18% が失敗")));
    incident.soonWaitsFor(ACCEPT);
    done(as("grace").doesInTasklist(incident, ACCEPT, READ_BACK));
    assertThat(incident.command()).isEqualTo("grace HELD");
    assertThat(incident.commanders()).isEqualTo(1);
  }

  @Test
  @DisplayName("Two keys: without a read-back nobody accepts, and the missing answer is named")
  void twoKeys() {
    Told incident = roomOfAoi();
    handsOver(incident, "aoi", "sakura");

    Answer half =
        does(
            incident,
            "sakura",
            "handover/accept",
            Json.createObjectBuilder().add("objective", "影響を止める").add("openWork", 1).build());

    assertThat(half.status()).isEqualTo(400);
    assertThat(half.body()).contains("nextAnnouncement", "次のお知らせ", "the next announcement");
    assertThat(incident.command()).isEqualTo("aoi HELD");
  }

  @Test
  @DisplayName("A16: a deputy takes command; 「まだ指揮中です」 cancels, two silent minutes do not")
  void a16() {
    Told incident = roomOfAoi();
    assertThat(appoints(incident, "aoi", "sakura").status()).isEqualTo(200);
    incident.soon(
        () ->
            assertThat(incident.saidIn("#war_room"))
                .anyMatch(line -> line.contains("副コマンダーは 渡辺 さくら さんです")));

    assertThat(takes(incident, "sakura").status()).isEqualTo(200);
    incident.soonWaitsFor(STILL).soonCalls("aoi");
    as("aoi").presses(incident, Map.of("act", "still-in-command"));
    incident.soon(() -> assertThat(incident.waitsFor()).doesNotContain(STILL));
    minutesPass(3);
    assertThat(incident.command()).isEqualTo("aoi HELD");

    as("sakura").presses(incident, Map.of("act", "take-over", "reason", "10 分間返事がない"));
    incident.soonWaitsFor(STILL);
    done(as("aoi").submitsInTasklist(incident, STILL, Map.of("stillInCommand", "true")));
    incident.soon(() -> assertThat(incident.waitsFor()).doesNotContain(STILL));
    assertThat(incident.command()).isEqualTo("aoi HELD");

    assertThat(takes(incident, "sakura").status()).isEqualTo(200);
    incident.soonWaitsFor(STILL);
    minutesPass(2);

    incident.soon(() -> assertThat(incident.command()).isEqualTo("sakura HELD"));
    assertThat(incident.commanders()).isEqualTo(1);
    assertThat(incident.timeline()).anyMatch(line -> line.contains("does not answer"));
  }

  @Test
  @DisplayName("A17: no answer for 5 minutes: the old commander stays, the next candidate is asked")
  void a17() {
    Told incident = roomOfAoi();
    handsOver(incident, "aoi", "sakura");
    incident.soonWaitsFor("Activity_WriteBriefing");
    minutesPass(3); // the briefing's time is up
    incident.soonWaitsFor(ACCEPT).soonCalls("sakura");

    minutesPass(5);

    incident.soon(() -> assertThat(asked(incident)).isEqualTo("grace"));
    assertThat(incident.command()).isEqualTo("aoi HELD");
    assertThat(incident.commanders()).isEqualTo(1);
    assertThat(accepts(incident, "sakura").status()).as("too late").isEqualTo(403);

    as("sakura").presses(incident, Map.of("act", "decline"));
    assertThat(asked(incident)).as("nor declines any more").isEqualTo("grace");
    incident.soonWaitsFor(ACCEPT);
    done(as("grace").doesInTasklist(incident, ACCEPT, Map.of("answer", "DECLINE")));
    incident.soonCalls("takumi");
    assertThat(incident.command()).isEqualTo("aoi HELD");
    assertThat(Story.person("misaki").get(path(incident, "handover")).status()).isEqualTo(404);
  }

  @Test
  @DisplayName("A18: a second handover while one runs: 409, naming who is asked")
  void a18() {
    Told incident = roomOfAoi();
    handsOver(incident, "aoi", "sakura");

    Answer second = offers(incident, "aoi", "grace");
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.body()).contains("渡辺 さくら", "Sakura Watanabe");
    Answer take = takes(incident, "grace");
    assertThat(take.status()).isEqualTo(409);
    assertThat(take.body()).contains("渡辺 さくら");
    as("aoi").presses(incident, Map.of("act", "hand-over", "successor", "grace"));
    assertThat(asked(incident)).isEqualTo("sakura");
  }

  @Test
  @DisplayName(
      "A19: the commander's tasks move, the promise stays, both names are said in ja and en")
  void a19() {
    Told incident = roomOfAoi();
    as("yumi").takesAnnouncing(incident);
    incident.soonWaitsFor("Activity_DraftAnnouncement");
    as("yumi").drafts(incident, "決済がしにくくなっています。調査しています");
    incident.soonWaitsFor("Activity_ApproveAnnouncement");
    approves(incident, "aoi");
    incident.soon(() -> assertThat(published(incident)).hasSize(1));
    String promised = promised(incident);
    as("yumi").drafts(incident, "調査を続けています");
    incident.soonWaitsFor("Activity_ApproveAnnouncement");
    as("aoi").claimsInTasklist(incident, "Activity_ApproveAnnouncement");

    handsOver(incident, "aoi", "sakura");
    as("sakura")
        .presses(
            incident,
            Map.of(
                "act", "accept",
                "objective", "利用者への影響を止める",
                "openWork", "1",
                "nextAnnouncement", "約束したお知らせはありません",
                "risk", "原因がまだわかっていません"));
    assertThat(incident.command()).isEqualTo("sakura HELD");

    for (String step : List.of("Activity_LeadTheIncident", "Activity_ApproveAnnouncement")) {
      assertThat(incident.task(step).getString("assignee")).as(step).isEqualTo("sakura");
    }
    assertThat(incident.waitsFor()).doesNotContain("Activity_WriteBriefing");
    assertThat(promised(incident)).isEqualTo(promised);
    incident.soon(
        () ->
            assertThat(incident.saidIn("#war_room"))
                .anyMatch(line -> line.contains("ただいまからコマンダーは 渡辺 さくら さんです（中村 葵 さんから交代）"))
                .anyMatch(line -> line.contains("Sakura Watanabe is commander from now on")));
    incident.soonWaitsFor(NEXT);
    done(as("aoi").submitsInTasklist(incident, NEXT, Map.of("nextPart", "RESPONDER")));
  }

  @Test
  @DisplayName("Accepting is one transaction, and asks the database little")
  void whatAcceptingCosts() {
    Told incident = roomOfAoi();
    handsOver(incident, "aoi", "sakura");
    incident.soonWaitsFor("Activity_WriteBriefing");

    List<SqlLog.Transaction> asked =
        TestPlatform.sqlLog()
            .orElseThrow()
            .during(() -> assertThat(accepts(incident, "sakura").status()).isEqualTo(200));

    List<SqlLog.Transaction> moving =
        asked.stream().filter(transaction -> transaction.inserts("handover-accepted")).toList();
    assertThat(moving).hasSize(1);
    assertThat(moving.get(0).inserts("command-taken")).as("timeline").isTrue();
    assertThat(moving.get(0).inserts("CommandTaken")).as("fact").isTrue();
    assertThat(moving.get(0).statements())
        .as("seat, interval, task, timeline and fact:%n%s", moving.get(0))
        .extracting(SqlLog.Statement::sql)
        .anyMatch(sql -> sql.startsWith("update incidents.command_seat"))
        .anyMatch(sql -> sql.startsWith("insert into incidents.command_interval"))
        .anyMatch(sql -> sql.startsWith("update engine.ACT_RU_TASK"))
        .hasSizeLessThanOrEqualTo(AT_MOST);
  }

  @Test
  @DisplayName("Nobody named: everybody qualified is asked, and the first who can takes it")
  void toEverybody() {
    Told incident = roomOfAoi();
    assertThat(does(incident, "aoi", "handover", JsonValue.EMPTY_JSON_OBJECT).status())
        .isEqualTo(200);
    incident.soonWaitsFor("Activity_WriteBriefing");
    minutesPass(3);
    incident.soonWaitsFor("Activity_TakeOfferedCommand");

    done(as("grace").doesInTasklist(incident, "Activity_TakeOfferedCommand", READ_BACK));
    assertThat(accepts(incident, "sakura").status()).isEqualTo(409);
    assertThat(incident.command()).isEqualTo("grace HELD");
  }

  @Test
  @DisplayName(
      "A20: an executive who does not take command changes nothing; the announcer hears it")
  void a20() {
    Told incident = roomOfAoi();
    as("yumi").takesAnnouncing(incident);

    Answer unanswered =
        does(
            incident,
            "emma",
            "handover/override",
            Json.createObjectBuilder().add("words", "すぐ戻して").build());
    assertThat(unanswered.status()).as("指揮を取りますか").isEqualTo(400);
    assertThat(unanswered.body()).contains("takesCommand");
    assertThat(page("emma", incident)).contains("id=\"ask-override\"");
    as("emma").presses(incident, Map.of("act", "override", "words", "すぐ戻して", "takes", "no"));

    assertThat(incident.command()).isEqualTo("aoi HELD");
    assertThat(incident.timeline()).noneMatch(line -> line.contains("すぐ戻して"));
    Answer notes = Story.person("yumi").get(path(incident, "handover/override"));
    assertThat(notes.body()).contains("すぐ戻して");
    assertThat(Story.person("aoi").get(path(incident, "handover/override")).status())
        .isEqualTo(403);
    incident.soonCalls("yumi");

    assertThat(overrides(incident, "emma", true).status()).as("not qualified").isEqualTo(403);
    assertThat(overrides(incident, "grace", true).status()).isEqualTo(200);
    assertThat(incident.command()).as("until she has read back").isEqualTo("aoi HELD");
    assertThat(accepts(incident, "grace").status()).isEqualTo(200);
    assertThat(incident.command()).isEqualTo("grace HELD");
  }

  private static Told roomOfAoi() {
    Told incident = room();
    as("aoi").takesCommand(incident);
    assertThat(incident.command()).isEqualTo("aoi HELD");
    return incident;
  }

  private static void done(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isBetween(200, 204);
  }

  private static void handsOver(Told incident, String from, String to) {
    Answer answer = offers(incident, from, to);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
  }

  private static Answer offers(Told incident, String from, String to) {
    return does(
        incident,
        from,
        "handover",
        Json.createObjectBuilder().add("successor", to).add("reason", "FATIGUE").build());
  }

  /** Reads back what the handover says is to be read back. */
  private static Answer accepts(Told incident, String person) {
    return does(
        incident,
        person,
        "handover/accept",
        Json.createObjectBuilder()
            .add("objective", "利用者への影響を止める")
            .add("openWork", 1)
            .add("nextAnnouncement", "約束したお知らせはありません")
            .add("risk", "原因がまだわかっていません")
            .build());
  }

  private static Answer takes(Told incident, String person) {
    return does(
        incident,
        person,
        "handover/take",
        Json.createObjectBuilder().add("reason", "10 分間返事がない").build());
  }

  private static Answer appoints(Told incident, String commander, String deputy) {
    return does(
        incident, commander, "deputy", Json.createObjectBuilder().add("deputy", deputy).build());
  }

  private static Answer overrides(Told incident, String person, boolean takesCommand) {
    return does(
        incident,
        person,
        "handover/override",
        Json.createObjectBuilder().add("words", "すぐ戻して").add("takesCommand", takesCommand).build());
  }

  private static void approves(Told incident, String person) {
    JsonObject draft =
        Story.person(person)
            .get(path(incident, "announcements"))
            .json()
            .asJsonArray()
            .getJsonObject(0);
    Answer approved =
        does(
            incident,
            person,
            "announcements/" + draft.getString("id") + "/approve",
            Json.createObjectBuilder().add("hash", draft.getString("hash")).build());
    assertThat(approved.status()).as(approved.toString()).isEqualTo(200);
  }

  private static List<JsonObject> published(Told incident) {
    return Story.person("misaki")
        .get(path(incident, "announcements"))
        .json()
        .asJsonArray()
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(told -> told.getString("state").equals("PUBLISHED"))
        .toList();
  }

  private static String promised(Told incident) {
    return published(incident).get(0).getString("next");
  }

  /** Who is asked now. */
  private static String asked(Told incident) {
    Answer running = Story.person("misaki").get(path(incident, "handover"));
    assertThat(running.status()).as(running.toString()).isEqualTo(200);
    return running.object().getJsonObject("asked").getString("id");
  }

  private static Answer does(Told incident, String person, String act, JsonObject words) {
    return Story.person(person).post(path(incident, act), words);
  }

  private static String path(Told incident, String act) {
    return "/api/v1/incidents/" + incident.id() + "/" + act;
  }
}
