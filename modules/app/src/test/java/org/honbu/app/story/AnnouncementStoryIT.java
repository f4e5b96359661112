package org.honbu.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.honbu.app.story.CareStoryIT.page;
import static org.honbu.app.story.CommandStoryIT.room;
import static org.honbu.app.story.Story.alert;
import static org.honbu.app.story.Story.as;
import static org.honbu.app.story.Story.minutesPass;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.honbu.testkit.server.Answer;
import org.honbu.testkit.server.CleanSlate;
import org.honbu.testkit.server.Person;
import org.honbu.testkit.server.TestPlatform;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What users are told, and by whom. */
@CleanSlate(eachTime = true)
@Tag("postgresql") // once is enough, and on the database that is used for real
class AnnouncementStoryIT {
  private static final String DRAFT = "Activity_DraftAnnouncement";
  private static final String APPROVE = "Activity_ApproveAnnouncement";
  private static final String COUNT = "Activity_CountUsersVoices";
  private static final String BY_HAND = "Activity_EnterByHand";
  private static final String RESOLVE = "Activity_DeclareResolved";
  private static final String ANNOUNCE = "Activity_Announce";
  private static final String ROLE = "announcer";
  private static final String PROMISES_TOO_MUCH = "db-03 を直しています。10分で復旧します";
  private static final Map<String, String> APPROVED = Map.of("verdict", "APPROVE");

  @Test
  @DisplayName("T12: 「ユーザーアナウンスは 田中 由美 さんに任せました」, and nobody announces for 3 minutes before")
  void t12() {
    Told incident = room();
    as("misaki").raises(incident, 1);
    as("aoi").takesCommand(incident);
    incident.soonWaitsFor(ANNOUNCE);
    minutesPass(3);
    incident.soon(
        () -> assertThat(incident.saidTo("aoi")).anyMatch(line -> line.contains("誰かに任せてください")));

    assertThat(assigns(incident, "misaki", "yumi").status()).as("the commander's").isEqualTo(403);
    assertThat(assigns(incident, "aoi", "aoi").status()).as("two people").isEqualTo(403);
    as("aoi").presses(incident, Map.of("act", "announcer-assign", "announcer", "aoi"));
    String task = incident.task(ANNOUNCE).getString("id");
    assertThat(as("aoi").claims(task).status()).isBetween(400, 499);
    assertThat(incident.task(ANNOUNCE).getString("assignee")).isEmpty();
    as("aoi").presses(incident, Map.of("act", "announcer-assign", "announcer", "yumi"));

    incident.soon(
        () ->
            assertThat(incident.saidIn("#war_room"))
                .anyMatch(line -> line.contains("ユーザーアナウンスは 田中 由美 さんに任せました")));
    assertThat(incident.now().getJsonObject("announcer").getString("id")).isEqualTo("yumi");
    assertThat(incident.task(ANNOUNCE).getString("assignee")).isEqualTo("yumi");
    incident.soon(() -> assertThat(incident.task(DRAFT).get("assignee")).hasToString("\"yumi\""));
    Answer commander = as("aoi").drafts(incident, "調査しています");
    assertThat(commander.status()).as(commander.toString()).isEqualTo(409);
    assertThat(commander.body()).contains("Only the announcer writes the text");
    Answer announcer = as("yumi").drafts(incident, "決済がしにくくなっています。調査しています");
    assertThat(announcer.status()).as(announcer.toString()).isEqualTo(200);
  }

  @Test
  @DisplayName(
      "T12, A28, RO-F: where nobody else could, the commander writes and the deputy approves")
  void t12Alone() {
    try {
      List.of("yumi", "daniel").forEach(name -> TestPlatform.keycloak().takeRole(name, ROLE));
      untilTheyAnnounce(false);
      Told incident = room();
      as("misaki").raises(incident, 1);
      as("aoi").takesCommand(incident);
      incident.soonWaitsFor(ANNOUNCE);
      minutesPass(3);
      incident.soon(
          () -> assertThat(incident.saidTo("aoi")).anyMatch(line -> line.contains("あなたが兼ねます")));
      assertThat(incident.now().getJsonObject("announcer").getString("id")).isEqualTo("aoi");

      incident.soonWaitsFor(DRAFT);
      done(as("aoi").submitsInTasklist(incident, DRAFT, draft("aoi", incident, "決済が不安定です")));
      incident.soonWaitsFor(APPROVE);
      Answer own = as("aoi").claimsInTasklist(incident, APPROVE);
      assertThat(own.status()).isBetween(400, 499);
      assertThat(own.body()).contains("自分で書いた文章は承認できません");
      JsonObject deputy = Json.createObjectBuilder().add("deputy", "sakura").build();
      done(does(incident, "aoi", "deputy", deputy));
      done(as("sakura").doesInTasklist(incident, APPROVE, APPROVED));
      incident.soon(() -> assertThat(published(incident)).hasSize(1));
    } finally {
      List.of("yumi", "daniel").forEach(name -> TestPlatform.keycloak().giveRole(name, ROLE));
      untilTheyAnnounce(true);
    }
  }

  private static void untilTheyAnnounce(boolean they) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                Stream.of("yumi", "daniel")
                    .map(name -> Story.person(name).get("/api/v1/people/me").body())
                    .allMatch(me -> me.contains("\"" + ROLE + "\"") == they));
  }

  @Test
  @DisplayName(
      "A26, A29: a late first announcement is escalated; the prepared text goes unapproved")
  void a26() {
    Told incident = severeRoom();
    incident.soonWaitsFor(DRAFT);
    minutesPass(5);
    incident.soon(
        () -> assertThat(incident.saidIn("#war_room")).anyMatch(line -> line.contains("第一報の目標")));
    minutesPass(5);
    incident.soon(
        () -> assertThat(incident.saidTo("aoi")).anyMatch(line -> line.contains("第一報が遅れています")));
    incident.soon(
        () ->
            assertThat(incident.saidTo("takumi"))
                .as("the process owner")
                .anyMatch(line -> line.contains("第一報が遅れています")));

    String shown = "/api/v1/status/components/payment-api";
    var owner = Story.person("takumi");
    Answer named = owner.send("PUT", shown, "{\"nameJa\":\"決済\",\"nameEn\":\"Payments\"}");
    assertThat(named.status()).as(named.toString()).isEqualTo(204);
    JsonObject first = proposals(incident).get(0);
    assertThat(first.getString("phase")).isEqualTo("INITIAL");
    assertThat(first.getString("textJa"))
        .as("as users know it")
        .contains("決済", "JST")
        .doesNotContain("payment-api");
    assertThat(does(incident, "yumi", "announcements", first).status()).isEqualTo(200);
    incident.soonWaitsFor(APPROVE);
    minutesPass(5);
    incident.soon(() -> assertThat(published(incident)).hasSize(1));
    assertThat(published(incident).get(0).getBoolean("autoInitial")).isTrue();
    owner.send("DELETE", shown, "");
    Person misaki = Person.signIn(TestPlatform.honbu(), "misaki", "/status-inside");
    assertThat(misaki.browse("/status-inside").body())
        .as("what users were told, for those who work here")
        .contains(incident.id(), "/status/incidents/");
    incident.soon(
        () -> assertThat(incident.timeline()).anyMatch(line -> line.contains("unapproved")));

    as("yumi").drafts(incident, "調査を続けています");
    incident.soonWaitsFor(APPROVE);
    minutesPass(6);
    assertThat(published(incident)).as("an update waits").hasSize(1);
  }

  @Test
  @DisplayName("A27, A28, A30: what users should not be told is held; two people read each text")
  void a30() {
    Told incident = severeRoom();
    incident.soonWaitsFor(DRAFT);

    Answer inTasklist =
        as("yumi").doesInTasklist(incident, DRAFT, draft("yumi", incident, PROMISES_TOO_MUCH));
    assertThat(inTasklist.status()).isGreaterThanOrEqualTo(400);
    assertThat(inTasklist.body()).contains("復旧の時刻は約束できません");
    Answer held = as("yumi").drafts(incident, PROMISES_TOO_MUCH);
    assertThat(held.status()).as(held.toString()).isEqualTo(409);
    assertThat(held.body()).contains("HB-6003", "db-03", "復旧の時刻は約束できません");
    JsonObject text = newest(incident);
    assertThat(text.getString("state")).isEqualTo("HELD");
    assertThat(on(incident, text, "yumi", "let-through", hash(text)).status()).isEqualTo(409);
    as("yumi").presses(incident, onThePage("announcement-let-through", text));
    assertThat(newest(incident).getString("state")).isEqualTo("HELD");
    as("aoi").presses(incident, onThePage("announcement-let-through", text));
    assertThat(newest(incident).getString("letThroughBy")).isEqualTo("aoi");
    incident.soonWaitsFor(APPROVE);
    assertThat(incident.timeline()).anyMatch(line -> line.contains("goes on although"));

    as("yumi").drafts(incident, "決済が不安定です");
    JsonObject read = newest(incident);
    as("yumi").drafts(incident, "決済が不安定です。");
    JsonObject changed = newest(incident);
    assertThat(on(incident, changed, "aoi", "approve", hash(read)).status())
        .as("one character")
        .isEqualTo(409);
    as("aoi")
        .presses(
            incident,
            Map.of(
                "act", "approve",
                "subject", changed.getString("id"),
                "hash", read.getString("hash")));
    assertThat(on(incident, changed, "yumi", "approve", hash(changed)).status())
        .as("their own")
        .isEqualTo(409);
    as("yumi").presses(incident, onThePage("approve", changed));
    assertThat(newest(incident).getString("state")).isEqualTo("DRAFT");
    incident.soonWaitsFor(APPROVE);
    readAndApprovedInTasklist(incident);
  }

  /** What one character has changed since is not approved; then it is, and goes out. */
  private static void readAndApprovedInTasklist(Told incident) {
    String task = incident.task(APPROVE).getString("id");
    assertThat(as("yumi").claims(task).status()).as("their own").isBetween(400, 499);
    assertThat(as("aoi").claims(task).status()).isEqualTo(204);
    as("yumi").presses(incident, onThePage(incident, "決済が不安定です"));
    Answer outdated = as("aoi").submits(task, APPROVED);
    assertThat(outdated.status()).as(outdated.toString()).isGreaterThanOrEqualTo(400);
    assertThat(newest(incident).getString("state")).isEqualTo("DRAFT");

    incident.soonWaitsFor(APPROVE);
    done(as("aoi").doesInTasklist(incident, APPROVE, APPROVED));
    incident.soon(() -> assertThat(published(incident)).hasSize(1));
  }

  private static Map<String, String> onThePage(String act, JsonObject text) {
    return Map.of("act", act, "subject", text.getString("id"), "hash", text.getString("hash"));
  }

  /** Yumi's draft. */
  private static Map<String, String> onThePage(Told incident, String text) {
    String next = as("yumi").nextOf(incident);
    return Map.of("act", "draft", "phase", "INITIAL", "ja", text, "en", text, "nextAt", next);
  }

  private static Map<String, String> draft(String author, Told incident, String text) {
    return Map.of(
        "announcementKind",
        "INITIAL",
        "bodyJa",
        text,
        "bodyEn",
        "Payments are unstable",
        "nextUpdateAt",
        as(author).nextOf(incident));
  }

  private static void done(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isBetween(200, 204);
  }

  @Test
  @DisplayName(
      "A31: what does not leave in three tries is entered by hand, and all of it is on record")
  void a31() {
    Told incident = severeRoom();
    incident.soonWaitsFor(DRAFT);
    assertThat(does(incident, "yumi", "announcements", proposals(incident).get(0)).status())
        .isEqualTo(200);
    publishes(incident, 1);

    String number = "announcement-" + published(incident).get(0).getInt("number");
    Answer failing =
        Story.person("misaki")
            .post("/api/v1/story-door/" + incident.id() + "/not-out/" + number, "");
    assertThat(failing.status()).as(failing.toString()).isEqualTo(204);

    incident.soonWaitsFor(BY_HAND);
    assertThat(incident.timeline())
        .anyMatch(line -> line.contains("could not be published in three tries"));
    incident.soon(
        () ->
            assertThat(incident.saidIn("#war_room"))
                .anyMatch(line -> line.contains("3 回公開できませんでした")));
    assertThat(as("aoi").seesInTasklist(incident, BY_HAND)).as("who announces").isFalse();
    assertThat(as("yumi").claimsInTasklist(incident, BY_HAND).status()).isEqualTo(204);
    Answer entered =
        as("yumi")
            .submitsInTasklist(
                incident,
                BY_HAND,
                Map.of("publishedWhere", "予備のページ", "publishedUrl", "https://example.org/1"));
    assertThat(entered.status()).as(entered.toString()).isBetween(200, 204);
    assertThat(published(incident).get(0).getJsonObject("byHand").getString("where"))
        .isEqualTo("予備のページ");
    assertThat(incident.timeline()).anyMatch(line -> line.contains("予備のページ"));
    incident.soon(() -> assertThat(incident.waitsFor()).doesNotContain(BY_HAND));
  }

  @Test
  @DisplayName("A33, TP-4c, FM-2b, TM35: the rhythm follows the severity; users read corrections")
  void a33() {
    Told incident = room();
    assertThat(as("aoi").takesCommand(incident).status()).isEqualTo(200);
    incident.soonWaitsFor(ANNOUNCE);
    done(as("yumi").claimsInTasklist(incident, ANNOUNCE));
    incident.soonWaitsFor(DRAFT);
    JsonObject first = proposals(incident).get(0);
    assertThat(does(incident, "yumi", "announcements", first).status()).isEqualTo(200);
    publishes(incident, 1);

    JsonObject correction =
        proposals(incident).stream()
            .filter(draft -> draft.getString("phase").equals("CORRECTION"))
            .findFirst()
            .orElseThrow();
    JsonObjectBuilder words = Json.createObjectBuilder(correction);
    words.add("textJa", "訂正します。ご利用しづらいのは口座振替です").add("textEn", "Correction: it is bank transfer");
    Answer corrected = does(incident, "yumi", "announcements", words.build());
    assertThat(corrected.status()).as(corrected.toString()).isEqualTo(200);
    publishes(incident, 2);
    assertThat(published(incident).get(0).getString("corrects"))
        .isEqualTo(published(incident).get(1).getString("id"));

    Answer early = does(incident, "aoi", "announcer/rhythm", number("minutes", 60));
    assertThat(early.status()).as(early.toString()).isEqualTo(409);
    as("misaki").presses(incident, Map.of("act", "raise", "severity", "1", "reason", "広がっている"));
    assertThat(incident.severity()).isEqualTo(1);
    minutesPass(21);
    incident.soonWaitsFor(DRAFT);

    incident.soonWaitsFor(COUNT);
    assertThat(incident.saidIn("#support")).anyMatch(line -> line.contains("利用者の声を数えて"));
    JsonObject voices = number("newReports", 7, "distinctCustomers", 5);
    assertThat(does(incident, "emma", "announcer/feedback", voices).status()).isEqualTo(403);
    assertThat(does(incident, "haruka", "announcer/feedback", voices).status()).isEqualTo(204);
    assertThat(incident.waitsFor()).as("the open question is answered").doesNotContain(COUNT);
    JsonObject summary = Json.createObjectBuilder().add("text", "状態：調査中\n次：10:30 JST").build();
    assertThat(does(incident, "aoi", "announcer/summaries", summary).status()).isEqualTo(403);
    assertThat(does(incident, "yumi", "announcer/summaries", summary).status()).isEqualTo(204);
    incident.soon(() -> assertThat(incident.saidIn("#stakeholders")).hasSize(1));
    assertThat(incident.timeline()).anyMatch(line -> line.contains("7 new reports"));
  }

  @Test
  @DisplayName("A26, A32, ST-G3: a broken promise is pressed for, and what is back is told as that")
  void announcingNeverStaysSilent() {
    Told incident = severeRoom();
    incident.soonWaitsFor(DRAFT);
    assertThat(does(incident, "yumi", "announcements", proposals(incident).get(0)).status())
        .isEqualTo(200);
    publishes(incident, 1);
    JsonObject late =
        Json.createObjectBuilder(proposals(incident).get(0))
            .add("next", "2099-01-01T00:00:00Z")
            .build();
    assertThat(does(incident, "yumi", "announcements", late).body())
        .as("no promise beyond the rhythm")
        .contains("the rhythm is 20 minutes now");

    minutesPass(16);
    incident.soonWaitsFor(DRAFT);
    minutesPass(6);
    incident.soon(
        () -> assertThat(incident.timeline()).anyMatch(line -> line.contains("promised news by")));
    minutesPass(6);
    incident.soon(
        () ->
            assertThat(incident.saidTo("aoi"))
                .as("the commander, when the announcer did not act")
                .anyMatch(line -> line.contains("約束した時刻を過ぎました")));

    as("aoi").mitigates(incident);
    says(incident, "MITIGATED", 2);
    as("ken").verifies(incident);
    incident.soonWaitsFor(DRAFT);
    Answer unsaid = as("aoi").resolves(incident);
    assertThat(unsaid.status()).as("users were told, and not that it is over").isEqualTo(409);
    as("aoi").presses(incident, Map.of("act", "resolve", "summary", "戻った"));
    assertThat(incident.state()).isEqualTo("MONITORING");
    minutesPass(61);
    incident.soonWaitsFor(RESOLVE);
    Answer inTasklist =
        as("aoi").doesInTasklist(incident, RESOLVE, Map.of("summary", "戻った", "dataLoss", "NONE"));
    assertThat(inTasklist.status()).isGreaterThanOrEqualTo(400);
    assertThat(incident.state()).isEqualTo("MONITORING");
    says(incident, "RESOLVED", 3);
    incident.soon(() -> assertThat(incident.waitsFor()).doesNotContain("Activity_Announce"));

    assertThat(as("ken").saysItIsBack(incident).status()).isBetween(200, 204);
    incident.soonWaitsFor("Activity_Announce");
    incident.soonWaitsFor(DRAFT);
    JsonObject back = proposals(incident).get(0);
    assertThat(back.getString("phase")).isEqualTo("RECURRED");
    assertThat(back.getString("textJa")).contains("再び発生しています");
  }

  @Test
  @DisplayName("DM-5: what customers do not notice is told inside, and stands on no status page")
  void inside() {
    JsonObject declared =
        Json.createObjectBuilder()
            .add("what", "管理画面に入れません")
            .add("component", "admin-console")
            .add("isCustomerVisible", "no")
            .build();
    Told incident =
        new Told(
            Story.person("misaki").post("/api/v1/incidents", declared).object().getString("id"));
    incident.soonWaitsFor("Activity_AcknowledgeAlert");
    as("ken").answers(incident);
    incident.soonWaitsFor("Activity_Triage");
    as("ken").raises(incident, 2);
    as("ken").escalates(incident);
    incident.soonWaitsFor("Activity_LeadTheIncident");
    as("aoi").takesCommand(incident);
    as("yumi").takesAnnouncing(incident);
    incident.soonWaitsFor(DRAFT);

    assertThat(does(incident, "yumi", "announcements", proposals(incident).get(0)).status())
        .isEqualTo(200);
    assertThat(page("aoi", incident))
        .as("who approves sees it")
        .containsAnyOf("社内だけ", "Inside the organisation only");
    publishes(incident, 1);

    incident.soon(
        () ->
            assertThat(incident.saidIn("#stakeholders"))
                .singleElement()
                .asString()
                .contains("admin-console", "JST"));
    assertThat(incident.saidIn("status-page")).isEmpty();
    assertThat(published(incident).get(0).getString("audience")).isEqualTo("INSIDE");
    assertThat(incident.timeline()).anyMatch(line -> line.contains("users were not"));
    assertThat(Person.anonymous(TestPlatform.honbu()).browse("/status?lang=ja").body())
        .doesNotContain("admin-console");
  }

  /** What fits now is drafted and approved. */
  private static void says(Told incident, String phase, int times) {
    incident.soon(() -> assertThat(proposals(incident).get(0).getString("phase")).isEqualTo(phase));
    JsonObject text = proposals(incident).get(0);
    assertThat(does(incident, "yumi", "announcements", text).status()).isEqualTo(200);
    publishes(incident, times);
  }

  /** A room of severity 1 from its first minute, led by Aoi; Yumi announces. */
  private static Told severeRoom() {
    Told incident = alert("payment-api").rings().soonCalls("misaki");
    as("misaki").answers(incident);
    incident.soonWaitsFor("Activity_Triage");
    as("misaki").raises(incident, 1);
    as("misaki").escalates(incident);
    incident.soonWaitsFor("Activity_LeadTheIncident");
    assertThat(as("aoi").takesCommand(incident).status()).isEqualTo(200);
    as("yumi").takesAnnouncing(incident);
    return incident;
  }

  private static void publishes(Told incident, int times) {
    incident.soonWaitsFor(APPROVE);
    JsonObject draft = newest(incident);
    Answer approved = on(incident, draft, "aoi", "approve", hash(draft));
    assertThat(approved.status()).as(approved.toString()).isEqualTo(200);
    incident.soon(() -> assertThat(published(incident)).hasSize(times));
  }

  private static Answer assigns(Told incident, String by, String announcer) {
    return does(
        incident, by, "announcer", Json.createObjectBuilder().add("person", announcer).build());
  }

  private static List<JsonObject> proposals(Told incident) {
    return list(incident, "announcements/proposals");
  }

  private static JsonObject newest(Told incident) {
    return list(incident, "announcements").get(0);
  }

  private static List<JsonObject> published(Told incident) {
    return list(incident, "announcements").stream()
        .filter(told -> told.getString("state").equals("PUBLISHED"))
        .toList();
  }

  private static List<JsonObject> list(Told incident, String what) {
    return Story.person("yumi")
        .get("/api/v1/incidents/" + incident.id() + "/" + what)
        .json()
        .asJsonArray()
        .getValuesAs(JsonValue::asJsonObject);
  }

  private static JsonObject hash(JsonObject text) {
    return Json.createObjectBuilder().add("hash", text.getString("hash")).build();
  }

  private static JsonObject number(String name, int value) {
    return Json.createObjectBuilder().add(name, value).build();
  }

  private static JsonObject number(String name, int value, String other, int second) {
    return Json.createObjectBuilder().add(name, value).add(other, second).build();
  }

  private static Answer on(
      Told incident, JsonObject text, String person, String act, JsonObject body) {
    return does(incident, person, "announcements/" + text.getString("id") + "/" + act, body);
  }

  private static Answer does(Told incident, String person, String act, JsonObject body) {
    return Story.person(person).post("/api/v1/incidents/" + incident.id() + "/" + act, body);
  }
}
