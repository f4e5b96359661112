package org.honbu.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.app.story.CareStoryIT.page;
import static org.honbu.app.story.CareStoryIT.roomOfAoi;
import static org.honbu.app.story.CareStoryIT.told;
import static org.honbu.app.story.Story.as;
import static org.honbu.app.story.Story.minutesPass;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.honbu.testkit.server.Answer;
import org.honbu.testkit.server.CleanSlate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Work that has one owner, and people who are left alone while they do it. */
@CleanSlate(eachTime = true)
@Tag("postgresql") // once is enough, and on the database that is used for real
class WorkStoryIT {
  private static final String ACCEPT = "Activity_AcceptWork";
  private static final String DO = "Activity_DoTheWork";
  private static final String TIME_IS_UP = "Activity_TimeIsUp";
  private static final String PICK = "Activity_PickSomebody";

  @Test
  @DisplayName("T13, A23, T15: 「今手空いている人は?」 ends in one named person; no costs nothing")
  void t13() {
    Told incident = roomOfAoi();
    Answer asked = does(incident, "aoi", "volunteer-calls", words("what", "決済ログを見る"));
    assertThat(asked.status()).as(asked.toString()).isEqualTo(204);
    incident.soonWaitsFor(PICK);
    incident.soon(
        () ->
            assertThat(incident.saidIn("#war_room"))
                .anyMatch(line -> line.contains("今手空いている人は？ 決済ログを見る")));
    assertThat(does(incident, "aoi", "volunteer-calls", words("what", "もう一つ")).status())
        .as("one at a time")
        .isEqualTo(409);
    minutesPass(2);
    incident.soon(
        () ->
            assertThat(incident.saidTo("aoi"))
                .anyMatch(line -> line.contains("名指しするか、招集するか、取りやめて")));

    as("itsuki").presses(incident, Map.of("act", "hands-free", "subject", "1"));
    assertThat(does(incident, "ken", "volunteer-calls/1/free").status()).isEqualTo(204);
    assertThat(page("itsuki", incident)).contains("id=\"volunteers\"");
    assertThat(does(incident, "itsuki", "volunteer-calls/1/pick", words("person", "ken")).status())
        .as("the commander picks")
        .isEqualTo(403);
    Answer picked = does(incident, "aoi", "volunteer-calls/1/pick", words("person", "ken"));
    assertThat(picked.object().getInt("number")).isEqualTo(1);
    assertThat(pieces(incident))
        .as("one owner, one time box")
        .singleElement()
        .satisfies(
            piece -> {
              assertThat(piece.getString("owner")).isEqualTo("ken");
              assertThat(piece.getInt("minutes")).isPositive();
            });
    incident.soon(
        () ->
            assertThat(incident.saidIn("#war_room"))
                .anyMatch(line -> line.contains("高橋 健 さんに「決済ログを見る」をお願いします")));

    incident.soonWaitsFor(ACCEPT);
    assertThat(incident.task(ACCEPT).getString("assignee")).isEqualTo("ken");
    assertThat(incident.waitsFor()).doesNotContain(PICK);
    assertThat(as("ken").seesInTasklist(incident, ACCEPT)).isTrue();
    assertThat(as("itsuki").seesInTasklist(incident, ACCEPT)).isFalse();
    assertThat(page("ken", incident)).contains("asked-1");

    Answer declined = as("ken").submitsInTasklist(incident, ACCEPT, Map.of("answer", "DECLINE"));
    assertThat(declined.status()).as(declined.toString()).isBetween(200, 204);
    incident.soon(
        () -> assertThat(incident.saidTo("aoi")).anyMatch(line -> line.contains("引き受けられません")));
    assertThat(incident.timeline()).anyMatch(line -> line.contains("needs somebody else"));
    theyMayAlsoDeclineElsewhere(incident);
    Answer own = does(incident, "aoi", "assignments", work("INVESTIGATE", "aoi").build());
    assertThat(own.status()).as("really?").isEqualTo(409);
    assertThat(own.body()).contains("HB-8026", "anyway");
    Answer anyway =
        does(
            incident, "aoi", "assignments", work("INVESTIGATE", "aoi").add("anyway", true).build());
    assertThat(anyway.status()).as(anyway.toString()).isEqualTo(200);
    incident.soonWaitsFor("Activity_HandsOn");
    assertThat(does(incident, "itsuki", "assignments", work("WATCH", "ken").build()).status())
        .isEqualTo(403);
  }

  private static void theyMayAlsoDeclineElsewhere(Told incident) {
    for (String owner : List.of("tomoko", "itsuki")) {
      Answer given = does(incident, "aoi", "assignments", work("WATCH", owner).build());
      assertThat(given.status()).as(given.toString()).isEqualTo(200);
    }
    assertThat(does(incident, "tomoko", "assignments/2/decline").status()).isEqualTo(204);
    as("itsuki").presses(incident, Map.of("act", "work-decline", "subject", "3"));
    assertThat(pieces(incident))
        .extracting(piece -> piece.getString("owner") + " " + piece.getString("state"))
        .contains("tomoko DECLINED", "itsuki DECLINED");
  }

  @Test
  @DisplayName(
      "A24, T16, A22: a box ends and the deputy keeps the time; too many report to the commander")
  void a24() {
    Told incident = roomOfAoi();
    does(incident, "aoi", "deputy", words("deputy", "sakura"));
    as("yumi").takesAnnouncing(incident);
    accepted(incident, "INVESTIGATE", "itsuki");

    JsonObject executive = does(incident, "emma", "ask/itsuki", words("text", "いつ直る？")).object();
    assertThat(executive.getBoolean("passedOn")).isFalse();
    assertThat(executive.getString("askInstead")).isEqualTo("yumi");
    assertThat(executive.getString("says")).containsAnyOf("Yumi Tanaka", "田中 由美");
    String page =
        as("emma").presses(incident, Map.of("act", "tell", "person", "itsuki", "text", "いつ直る？"));
    assertThat(page)
        .contains("id=\"speak\"")
        .containsAnyOf("田中 由美 さんに聞いてください", "Please ask Yumi Tanaka")
        .containsAnyOf("用件は 田中 由美 さんへ", ": please ask Yumi Tanaka");
    JsonObject commander = does(incident, "aoi", "ask/itsuki", words("text", "手は足りてる？")).object();
    assertThat(commander.getBoolean("passedOn")).isTrue();
    incident.soon(
        () ->
            assertThat(incident.saidTo("itsuki"))
                .anyMatch(line -> line.contains("手は足りてる"))
                .noneMatch(line -> line.contains("いつ直る")));

    incident.soonWaitsFor(DO);
    minutesPass(10);
    incident.soonWaitsFor(TIME_IS_UP);
    assertThat(incident.task(TIME_IS_UP).getString("assignee")).isEqualTo("sakura");
    as("sakura").presses(incident, Map.of("act", "work-more", "subject", "1", "minutes", "5"));
    incident.soon(() -> assertThat(incident.waitsFor()).contains(DO).doesNotContain(TIME_IS_UP));
    minutesPass(5);
    incident.soonWaitsFor(TIME_IS_UP);
    Answer more =
        as("sakura")
            .submitsInTasklist(incident, TIME_IS_UP, Map.of("choice", "MORE", "minutes", "10"));
    assertThat(more.status()).as(more.toString()).isBetween(200, 204);
    incident.soon(() -> assertThat(incident.waitsFor()).contains(DO).doesNotContain(TIME_IS_UP));

    assertThat(reports(incident, "itsuki").status()).isEqualTo(204);
    incident.soon(() -> assertThat(incident.waitsFor()).doesNotContain(DO));
    incident.soon(
        () -> assertThat(incident.saidTo("aoi")).anyMatch(line -> line.contains("の報告（わかった）")));
    incident.soon(() -> assertThat(pieces(incident).get(0).getString("state")).isEqualTo("DONE"));
    JsonObject after = does(incident, "emma", "ask/itsuki", words("text", "ありがとう")).object();
    assertThat(after.getBoolean("passedOn")).isTrue();
    assertThat(page("aoi", incident)).contains("id=\"work\"", "id=\"ask-work\"");
    tooManyReport(incident);
  }

  /** The deputy and the announcer report to her already. */
  private static void tooManyReport(Told incident) {
    List.of("ken", "tomoko", "riku", "sho").forEach(owner -> worksForAnHour(incident, owner));
    minutesPass(11);
    incident.soon(
        () ->
            assertThat(incident.saidTo("aoi"))
                .anyMatch(line -> line.contains("直属が 6 人です"))
                .noneMatch(line -> line.contains("リードを立てませんか")));

    List.of("itsuki", "grace").forEach(owner -> worksForAnHour(incident, owner));
    minutesPass(11);
    incident.soon(
        () ->
            assertThat(incident.saidTo("aoi"))
                .anyMatch(line -> line.contains("直属が 8 人です。話題に分けて、リードを立てませんか。「切り戻す」→")));
    assertThat(incident.saidIn("#war_room")).noneMatch(line -> line.contains("直属が"));
    assertThat(page("aoi", incident)).contains("value=\"topic-split\"");
    as("aoi").presses(incident, Map.of("act", "topic-split", "question", "切り戻す", "lead", "itsuki"));
    incident.soonWaitsFor("Activity_LeadTopic");

    as("aoi").presses(incident, Map.of("act", "work-stop", "subject", "2"));
    incident.soon(
        () ->
            assertThat(pieces(incident))
                .filteredOn(piece -> piece.getInt("number") == 2)
                .extracting(piece -> piece.getString("state"))
                .containsExactly("CANCELLED"));
  }

  private static void worksForAnHour(Told incident, String owner) {
    Answer given =
        does(incident, "aoi", "assignments", work("WATCH", owner).add("minutes", 60).build());
    assertThat(given.status()).as(given.toString()).isEqualTo(200);
    String accept = "assignments/" + given.object().getInt("number") + "/accept";
    assertThat(does(incident, owner, accept).status()).isEqualTo(204);
  }

  @Test
  @DisplayName("A25: work that was given is nobody's own initiative; open work is handed over")
  void a25() {
    Told incident = roomOfAoi();
    assertThat(does(incident, "aoi", "loop/decide", decision()).status()).isEqualTo(200);
    incident.soonWaitsFor("Activity_AssignRoles");
    Answer given = does(incident, "aoi", "assignments", work("OPERATE", "itsuki").build());
    assertThat(given.status()).as(given.toString()).isEqualTo(200);
    as("itsuki").presses(incident, Map.of("act", "work-accept", "subject", "1"));
    incident.soon(() -> assertThat(incident.waitsFor()).doesNotContain("Activity_AssignRoles"));

    told("itsuki", "rollback");
    incident.soon(
        () -> assertThat(incident.timeline()).anyMatch(line -> line.contains("rollback")));
    ruledOut(incident, "ken");
    assertThat(as("aoi").summons(incident, "person", "grace").status()).isEqualTo(200);
    assertThat(as("grace").answersSummons(incident, "COMING", "").status()).isEqualTo(200);
    does(incident, "aoi", "handover", words("successor", "sakura"));
    Answer briefing = Story.person("aoi").get(path(incident, "handover/briefing"));
    assertThat(briefing.body())
        .as("TP-6: work with its time, what is ruled out, and who is on their way")
        .contains("#1 切り戻す", "until ", "Ruled out: 鍵の期限", "On their way: Grace Miller")
        .as("who works is there")
        .doesNotContain("On their way: Itsuki");

    incident.soonWaitsFor(DO);
    Answer reported =
        as("itsuki")
            .submitsInTasklist(
                incident,
                DO,
                Map.of("answered", "FOUND", "conditions", "切り戻した", "actions", "payment-api を戻した"));
    assertThat(reported.status()).as(reported.toString()).isBetween(200, 204);
    told("itsuki", "deploy");
    incident.soon(
        () ->
            assertThat(incident.saidTo("aoi"))
                .anyMatch(line -> line.contains("デプロイ"))
                .noneMatch(line -> line.contains("ロールバック")));
  }

  private static void accepted(Told incident, String kind, String owner) {
    Answer given = does(incident, "aoi", "assignments", work(kind, owner).build());
    assertThat(given.status()).as(given.toString()).isEqualTo(200);
    Answer taken = does(incident, owner, "assignments/1/accept");
    assertThat(taken.status()).as(taken.toString()).isEqualTo(204);
  }

  private static void ruledOut(Told incident, String owner) {
    JsonObject look = work("INVESTIGATE", owner).add("outcome", "鍵の期限").build();
    assertThat(does(incident, "aoi", "assignments", look).object().getInt("number")).isEqualTo(2);
    assertThat(does(incident, owner, "assignments/2/accept").status()).isEqualTo(204);
    JsonObject no =
        Json.createObjectBuilder()
            .add("answered", "EXCLUDED")
            .add("conditions", "来年まで有効")
            .add("actions", "見た")
            .build();
    assertThat(does(incident, owner, "assignments/2/report", no).status()).isEqualTo(204);
  }

  private static JsonObject decision() {
    return Json.createObjectBuilder()
        .add("decision", "先に切り戻す")
        .add("whatFirst", "03:04 のリリース")
        .add("whereToLook", "payment-api")
        .add("howToRespond", "戻せる手を先に")
        .build();
  }

  private static Answer reports(Told incident, String owner) {
    return does(
        incident,
        owner,
        "assignments/1/report",
        Json.createObjectBuilder()
            .add("answered", "FOUND")
            .add("conditions", "切り戻した")
            .add("actions", "payment-api を戻した")
            .build());
  }

  private static jakarta.json.JsonObjectBuilder work(String kind, String owner) {
    return Json.createObjectBuilder()
        .add("kind", kind)
        .add("outcome", "切り戻す")
        .add("owner", owner)
        .add("minutes", 10);
  }

  private static List<JsonObject> pieces(Told incident) {
    return Story.person("misaki")
        .get(path(incident, "assignments"))
        .json()
        .asJsonArray()
        .getValuesAs(JsonObject.class);
  }

  private static JsonObject words(String field, String text) {
    return Json.createObjectBuilder().add(field, text).build();
  }

  private static Answer does(Told incident, String person, String act) {
    return does(incident, person, act, JsonValue.EMPTY_JSON_OBJECT);
  }

  private static Answer does(Told incident, String person, String act, JsonObject said) {
    return Story.person(person).post(path(incident, act), said);
  }

  private static String path(Told incident, String act) {
    return "/api/v1/incidents/" + incident.id() + "/" + act;
  }
}
