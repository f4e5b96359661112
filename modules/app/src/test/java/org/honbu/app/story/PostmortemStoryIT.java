package org.honbu.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.app.story.CareStoryIT.roomOfAoi;
import static org.honbu.app.story.Story.as;
import static org.honbu.app.story.Story.minutesPass;
import static org.honbu.app.story.Story.pass;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.honbu.testkit.server.Answer;
import org.honbu.testkit.server.CleanSlate;
import org.honbu.testkit.server.TestDoor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people learn once it is over, and that nobody is blamed for it. */
@CleanSlate(eachTime = true)
@Tag("postgresql") // once is enough, and on the database that is used for real
class PostmortemStoryIT {
  private static final String OWNER = "Activity_ChooseReviewOwner";
  private static final String ITEM = "Activity_DoActionItem";
  private static final String CONFIRM = "Activity_ConfirmFalseAlarm";
  private static final String HOLD = "Activity_HoldReview";
  private static final Map<String, String> REVIEWED = Map.of("verdict", "REVIEWED");
  private static final Map<String, String> WAIVE = Map.of("verdict", "WAIVE", "reason", "いらない");
  private static final Map<String, String> FALSE_ALARM =
      Map.of("verdict", "FALSE_ALARM", "why", "THRESHOLD", "evidence", "数字は普段どおりです");

  @Test
  @DisplayName("A40, T02, A41: draft, owner, meeting; no blame; closed with the last action item")
  void a40() {
    Told incident = roomOfAoi();
    as("misaki").raises(incident, 1);
    incident.goesOnToItsEnd();
    assertThat(read(incident).status()).as("the end may still be taken back").isEqualTo(404);

    // Its minute begins when the fact of the end has arrived, be that before or after time passes.
    incident.soon(
        () -> {
          minutesPass(1);
          assertThat(incident.waitsFor()).contains(OWNER);
        });
    JsonObject draft = read(incident).object();
    assertThat(draft.getString("state")).isEqualTo("DRAFT");
    assertThat(draft.getString("commander")).isEqualTo("aoi");
    assertThat(Instant.parse(draft.getString("due"))).isBefore(now().plus(Duration.ofDays(3)));
    assertThat(draft.getJsonArray("proposals").toString()).doesNotContain("aoi", "itsuki");
    assertThat(does(incident, "misaki", "owner", word("person", "ken")).status()).isEqualTo(403);
    assertThat(does(incident, "takumi", "owner", word("person", "ken")).status())
        .as("a process owner only once it is late")
        .isEqualTo(403);
    Answer claimed = as("aoi").claimsInTasklist(incident, OWNER);
    assertThat(claimed.status()).as(claimed.toString()).isEqualTo(204);
    Answer chosen = as("aoi").submitsInTasklist(incident, OWNER, Map.of("person", "ken"));
    assertThat(chosen.status()).as(chosen.toString()).isBetween(200, 204);

    incident.soonWaitsFor("Activity_ScheduleReview");
    String meeting = now().plus(Duration.ofDays(2)).toString();
    assertThat(does(incident, "ken", "meeting", meeting(meeting, "aoi")).status())
        .as("the commander does not lead it")
        .isEqualTo(409);
    done(
        as("ken")
            .submitsInTasklist(
                incident,
                "Activity_ScheduleReview",
                Map.of("meetingAt", meeting, "person", "sakura")));
    incident.soonWaitsFor("Activity_DraftPostmortem");

    assertThat(writes(incident, "itsuki", 0, "佐藤 美咲さんの不注意").status()).isEqualTo(200);
    Answer late = writes(incident, "ken", 0, "手順が二か所にあった");
    assertThat(late.status()).as(late.toString()).isEqualTo(409);
    assertThat(late.body()).contains("HB-9003");
    String path = "/incidents/" + incident.id() + "/postmortem";
    assertThat(Story.page("ken", path)).contains("id=\"pm-text\"", "不注意", "pm-submit");
    as("ken").presses(path, Map.of("act", "pm-submit"));
    incident.soonWaitsFor(HOLD);
    Answer blamed = does(incident, "sakura", "review");
    assertThat(blamed.status()).as(blamed.toString()).isEqualTo(409);
    assertThat(blamed.body()).contains("責める言い方", "reads as blame");
    Answer inTasklist = as("sakura").submitsInTasklist(incident, HOLD, REVIEWED);
    assertThat(inTasklist.status()).isGreaterThanOrEqualTo(400);
    assertThat(inTasklist.body()).contains("責める言い方");

    assertThat(writes(incident, "sakura", 1, "期限の見張りがなく、手順が二か所にあった").status()).isEqualTo(200);
    for (String owner : List.of("itsuki", "takumi", "ken")) {
      done(does(incident, "ken", "items", item(owner)));
    }
    done(as("sakura").submitsInTasklist(incident, HOLD, REVIEWED));
    incident.soonWaitsFor(ITEM);
    pass(Duration.ofHours(25));
    incident.soon(() -> assertThat(incident.state()).isEqualTo("POSTMORTEM"));

    List<String> items =
        read(incident).object().getJsonArray("items").getValuesAs(JsonObject.class).stream()
            .map(item -> item.getString("id"))
            .toList();
    nobodyWaivesTheirOwn(incident, items.get(1));
    assertThat(settles("misaki", items.get(2), "waive").status()).isEqualTo(403);
    done(as("takumi").submits(claimed(incident, "takumi", items.get(2)), WAIVE));
    done(
        Story.person("itsuki")
            .post(
                "/api/v1/action-items/" + items.get(0) + "/change",
                Json.createObjectBuilder()
                    .add("owner", "misaki")
                    .add("reason", "担当が変わった")
                    .build()));
    assertThat(settles("itsuki", items.get(0), "done").status()).as("handed on").isEqualTo(403);
    as("misaki")
        .presses(path, Map.of("act", "item-done", "subject", items.get(0), "text", "済ませました"));
    assertThat(incident.state()).isEqualTo("POSTMORTEM");
    done(settles("takumi", items.get(1), "done"));
    incident.soon(() -> assertThat(incident.state()).isEqualTo("CLOSED"));
    incident.soon(() -> assertThat(incident.waitsFor()).isEmpty());

    assertThat(Story.page("ken", "/api/v1" + path + ".md"))
        .contains("## 6. 寄与要因 / Contributing factors", "手順が二か所", "- [x] ");
  }

  /** Takumi may waive, but not what is his own to do. */
  private static void nobodyWaivesTheirOwn(Told incident, String item) {
    assertThat(settles("takumi", item, "waive").status()).as("their own").isEqualTo(403);
    as("takumi")
        .presses(
            "/incidents/" + incident.id() + "/postmortem",
            Map.of("act", "item-waive", "subject", item, "text", "いらない"));
    Answer inTasklist = as("takumi").submits(claimed(incident, "takumi", item), WAIVE);
    assertThat(inTasklist.status()).as(inTasklist.toString()).isGreaterThanOrEqualTo(400);
    assertThat(read(incident).object().getJsonArray("items").getValuesAs(JsonObject.class))
        .filteredOn(one -> one.getString("id").equals(item))
        .extracting(one -> one.getString("state"))
        .containsExactly("OPEN");
  }

  /** The task of this action item, which they have claimed. */
  private static String claimed(Told incident, String person, String item) {
    String task =
        as(person).tasks(incident, ITEM).stream()
            .map(one -> one.getString("id"))
            .filter(id -> as(person).knows(id, "itemId").equals(item))
            .findFirst()
            .orElseThrow();
    Answer claim = as(person).claims(task);
    assertThat(claim.status()).as(claim.toString()).isEqualTo(204);
    return task;
  }

  @Test
  @DisplayName("T02: a newcomer's false alarm: confirmed by another, thanked for, counted nowhere")
  void t02() {
    String before = record("yui");
    Told incident = as("yui").declares("検索結果が少ない気がします", "search-api");
    incident.soonWaitsFor("Activity_AcknowledgeAlert");
    as("sho").answers(incident);
    incident.soonWaitsFor("Activity_Triage");
    Answer nothing = says(incident, "sho", "triage", word("real", "FALSE"));
    assertThat(nothing.status()).as(nothing.toString()).isBetween(200, 204);
    incident.soonWaitsFor(CONFIRM);
    assertThat(confirms(incident, "sho").status()).as("the same person").isEqualTo(403);
    as("sho").presses(incident, Map.of("act", "confirm-false-alarm"));
    Answer own = as("sho").doesInTasklist(incident, CONFIRM, FALSE_ALARM);
    assertThat(own.status()).as(own.toString()).isGreaterThanOrEqualTo(400);
    as("sho").givesBack(incident.task(CONFIRM).getString("id"));
    assertThat(incident.state()).isEqualTo("TRIAGE");

    assertThat(confirms(incident, "riku").status()).isBetween(200, 204);
    assertThat(incident.state()).isEqualTo("FALSE_ALARM");
    assertThat(as("sho").takesBack(incident, "FALSE_ALARM").status()).isEqualTo(403);
    assertThat(as("riku").takesBack(incident, "FALSE_ALARM").status()).isEqualTo(200);
    assertThat(incident.state()).isEqualTo("TRIAGE");
    incident.soonWaitsFor(CONFIRM);
    as("riku").presses(incident, Map.of("act", "confirm-false-alarm"));
    assertThat(incident.state()).isEqualTo("FALSE_ALARM");
    as("riku").presses(incident, Map.of("act", "undo", "subject", "FALSE_ALARM"));
    assertThat(incident.state()).isEqualTo("TRIAGE");
    incident.soonWaitsFor(CONFIRM);
    assertThat(incident.saidTo("yui")).as("not over yet").isEmpty();

    Answer confirmed = as("riku").doesInTasklist(incident, CONFIRM, FALSE_ALARM);
    assertThat(confirmed.status()).as(confirmed.toString()).isBetween(200, 204);
    assertThat(incident.state()).isEqualTo("FALSE_ALARM");
    pass(Duration.ofSeconds(31));
    incident.soon(() -> assertThat(incident.state()).isEqualTo("CLOSED"));
    incident.soon(
        () ->
            assertThat(incident.saidTo("yui"))
                .singleElement()
                .asString()
                .contains("知らせてくれてありがとうございます"));
    assertThat(record("yui")).as("nothing is counted").isEqualTo(before);
  }

  private static Answer confirms(Told incident, String person) {
    return says(incident, person, "false-alarm", word("text", "数字は普段どおりです"));
  }

  private static Answer says(Told incident, String person, String act, JsonObject said) {
    return Story.person(person).post("/api/v1/incidents/" + incident.id() + "/" + act, said);
  }

  private static String record(String person) {
    return Story.person(person).get("/api/v1/people/me/record").body();
  }

  private static Instant now() {
    return Clock.systemUTC().instant().plus(TestDoor.ahead());
  }

  private static void done(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
  }

  private static Answer read(Told incident) {
    return Story.person("misaki").get("/api/v1/incidents/" + incident.id() + "/postmortem");
  }

  private static Answer writes(Told incident, String person, int edition, String factors) {
    JsonObject texts =
        Json.createObjectBuilder().add("SUMMARY", "決済が止まった").add("FACTORS", factors).build();
    JsonObject sent =
        Json.createObjectBuilder().add("edition", edition).add("texts", texts).build();
    return Story.person(person)
        .send("PUT", "/api/v1/incidents/" + incident.id() + "/postmortem", sent.toString());
  }

  private static JsonObject word(String field, String text) {
    return Json.createObjectBuilder().add(field, text).build();
  }

  private static JsonObject meeting(String at, String facilitator) {
    return Json.createObjectBuilder().add("at", at).add("facilitator", facilitator).build();
  }

  private static JsonObject item(String owner) {
    return Json.createObjectBuilder()
        .add("what", "期限を見張る")
        .add("kind", "DETECT")
        .add("owner", owner)
        .build();
  }

  private static Answer settles(String person, String item, String how) {
    return Story.person(person)
        .post("/api/v1/action-items/" + item + "/" + how, word("text", "済ませました"));
  }

  private static Answer does(Told incident, String person, String act) {
    return does(incident, person, act, JsonValue.EMPTY_JSON_OBJECT);
  }

  private static Answer does(Told incident, String person, String act, JsonObject said) {
    return Story.person(person)
        .post("/api/v1/incidents/" + incident.id() + "/postmortem/" + act, said);
  }
}
