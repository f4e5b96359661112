package org.honbu.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.app.story.Story.as;
import static org.honbu.app.story.Story.minutesPass;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.honbu.testkit.server.Answer;
import org.honbu.testkit.server.CleanSlate;
import org.honbu.testkit.server.Person;
import org.honbu.testkit.server.TestPlatform;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody looks after whoever commands. */
@CleanSlate(eachTime = true)
@Tag("postgresql") // once is enough, and on the database that is used for real
class CareStoryIT {
  private static final String ASKED = "Activity_HandsOn";
  private static final String HANDS = "手が動いていませんか";

  /** The banner on the incident's page, in whatever language. */
  private static final String PROMPT = "id=\"care-hands\"";

  @Test
  @DisplayName("T15: a rollback by the commander themselves: they are asked, and nobody else knows")
  void t15Detected() {
    Told incident = roomOfAoi();

    told("aoi", "rollback");

    incident
        .soonWaitsFor(ASKED)
        .soon(() -> assertThat(incident.saidTo("aoi")).anyMatch(text -> text.contains(HANDS)));
    assertThat(incident.task(ASKED).getString("assignee")).isEqualTo("aoi");
    assertThat(as("aoi").seesInTasklist(incident, ASKED)).isTrue();
    assertThat(as("sakura").seesInTasklist(incident, ASKED)).as("another commander").isFalse();
    assertThat(as("aoi").isAsked(incident)).containsExactly("HANDS_ON");
    assertThat(as("sakura").isAsked(incident)).isEmpty();
    assertThat(incident.timeline())
        .anyMatch(line -> line.contains("rollback (payment-api)"))
        .noneMatch(line -> line.contains("hands"));
    assertThat(incident.saidIn("#war_room")).noneMatch(text -> text.contains(HANDS));
    assertThat(page("sakura", incident)).doesNotContain(PROMPT, ASKED, "HandsOnPrompt");
    assertThat(page("aoi", incident)).contains(PROMPT);
    assertThat(incident.command()).isEqualTo("aoi HELD");
    assertThat(incident.commanders()).isEqualTo(1);
  }

  @Test
  @DisplayName(
      "T15: パスする, read-back, command moves, and the work is offered to the former commander")
  void t15Passed() {
    Told incident = roomOfAoi();
    JsonObject named = Json.createObjectBuilder().add("deputy", "grace").build();
    Answer deputy = does(incident, "aoi", "deputy", named);
    assertThat(deputy.status()).as(deputy.toString()).isEqualTo(200);
    told("aoi", "rollback");
    incident.soonWaitsFor(ASKED);

    assertThat(page("aoi", incident)).as("the deputy first").contains("data-successor=\"grace\"");
    Answer passed = as("aoi").answersCare(incident, "HANDS_ON", "PASS", "grace", "");

    assertThat(passed.status()).as(passed.toString()).isEqualTo(204);
    incident.soon(() -> assertThat(incident.waitsFor()).doesNotContain(ASKED));
    assertThat(as("aoi").isAsked(incident)).isEmpty();
    assertThat(incident.command()).isEqualTo("aoi HELD");
    assertThat(incident.commanders()).isEqualTo(1);

    assertThat(accepts(incident, "grace").status()).isEqualTo(200);

    assertThat(incident.command()).isEqualTo("grace HELD");
    assertThat(incident.commanders()).isEqualTo(1);
    incident.soon(
        () ->
            assertThat(incident.saidTo("aoi"))
                .anyMatch(text -> text.contains("「ロールバック（payment-api）」をお任せできますか")));
    assertThat(incident.saidIn("#war_room")).noneMatch(text -> text.contains("お任せできますか"));
  }

  @Test
  @DisplayName("T15: このまま wants a reason, and the commander is asked again after ten minutes")
  void t15GoOn() {
    Told incident = roomOfAoi();
    assertThat(as("aoi").saysTheirHandsAreAtWork(incident).status()).isEqualTo(204);
    incident.soonWaitsFor(ASKED);

    Answer silent = as("aoi").answersCare(incident, "HANDS_ON", "GO_ON", "", "");
    assertThat(silent.status()).isEqualTo(400);
    assertThat(silent.body()).contains("reason");
    Answer other = as("sakura").answersCare(incident, "HANDS_ON", "GO_ON", "", "no");
    assertThat(other.status()).isEqualTo(403);
    Answer reason = as("aoi").answersCare(incident, "HANDS_ON", "GO_ON", "", "one minute more");
    assertThat(reason.status()).as(reason.toString()).isEqualTo(204);

    incident.soon(() -> assertThat(incident.waitsFor()).doesNotContain(ASKED));
    minutesPass(5); // meanwhile the process begins to wait
    minutesPass(10);
    incident.soonWaitsFor(ASKED);
    assertThat(incident.timeline()).noneMatch(line -> line.contains("one minute more"));
  }

  @Test
  @DisplayName("T15: 仕事を任せる, in Tasklist, makes it the other person's work")
  void t15Delegated() {
    Told incident = roomOfAoi();
    as("aoi").saysTheirHandsAreAtWork(incident);
    incident.soonWaitsFor(ASKED);

    Map<String, String> form = Map.of("choice", "DELEGATE", "to", "itsuki", "reason", "切り戻しの実行");
    Answer given = as("aoi").submitsInTasklist(incident, ASKED, form);

    assertThat(given.status()).as(given.toString()).isEqualTo(204);
    assertThat(as("aoi").isAsked(incident)).isEmpty();
    incident
        .soonWaitsFor("Activity_AcceptWork")
        .soon(
            () -> assertThat(incident.saidTo("itsuki")).anyMatch(text -> text.contains("切り戻しの実行")));
    assertThat(incident.task("Activity_AcceptWork").getString("assignee")).isEqualTo("itsuki");
    assertThat(incident.timeline()).anyMatch(line -> line.contains("切り戻しの実行"));
  }

  @Test
  @DisplayName("2.7: one nudge asks nothing, two people's do; who nudged stands nowhere")
  void nudged() {
    Told incident = roomOfAoi();

    assertThat(as("itsuki").nudges(incident).status()).isEqualTo(204);
    assertThat(as("itsuki").nudges(incident).status()).as("again, at once").isEqualTo(204);
    assertThat(as("aoi").nudges(incident).status()).as("the commander").isEqualTo(403);
    assertThat(incident.waitsFor()).doesNotContain(ASKED);
    assertThat(as("emma").nudges(incident).status()).isEqualTo(204);

    incident.soonWaitsFor(ASKED);
    assertThat(incident.timeline())
        .filteredOn(line -> !line.equals("Itsuki Shimizu is coming"))
        .noneMatch(line -> line.contains("Itsuki") || line.contains("Emma"));
    assertThat(incident.saidTo("aoi"))
        .noneMatch(text -> text.contains("樹") || text.contains("Emma"));
  }

  @Test
  @DisplayName("2.7: an acting commander is only told")
  void acting() {
    Told incident = CommandStoryIT.room();

    assertThat(as("misaki").saysTheirHandsAreAtWork(incident).status()).isEqualTo(204);

    incident.soon(
        () -> assertThat(incident.saidTo("misaki")).anyMatch(text -> text.contains("暫定")));
    assertThat(incident.waitsFor()).doesNotContain(ASKED);
  }

  @Test
  @DisplayName(
      "A16: nothing seen of the commander for ten minutes: others are asked to take command")
  void a16() {
    Told incident = roomOfAoi();
    List<String> before = incident.called();

    minutesPass(11);

    incident
        .soon(() -> assertThat(since(before, incident)).contains("grace"))
        .soon(() -> assertThat(incident.saidTo("aoi")).isNotEmpty());
    assertThat(incident.command()).as("nobody takes it from them").isEqualTo("aoi HELD");
    assertThat(incident.saidIn("#war_room")).noneMatch(text -> text.contains("姿"));
  }

  @Test
  @DisplayName("A16: the deputy is asked first, and every other commander when they do not come")
  void a16Deputy() {
    Told incident = roomOfAoi();
    Answer appointed =
        does(incident, "aoi", "deputy", Json.createObjectBuilder().add("deputy", "sakura").build());
    assertThat(appointed.status()).as(appointed.toString()).isEqualTo(200);
    List<String> before = incident.called();

    minutesPass(11);
    incident.soon(
        () -> assertThat(since(before, incident)).contains("sakura").doesNotContain("grace"));
    minutesPass(10);

    incident.soon(() -> assertThat(since(before, incident)).contains("grace"));
  }

  @Test
  @DisplayName("A16: an open page is a sign, and whoever is seen is not asked for")
  void a16Present() {
    Told incident = roomOfAoi();
    List<String> before = incident.called();
    for (int minute = 0; minute < 12; minute += 4) {
      minutesPass(4);
      assertThat(as("aoi").isPresentAt(incident).status()).isEqualTo(204);
    }

    assertThat(since(before, incident)).doesNotContain("sakura", "grace");
    assertThat(incident.saidTo("aoi")).isEmpty();
  }

  @Test
  @DisplayName(
      "A21: after two hours the commander is asked about a rest, after four the owner is told")
  void a21() {
    Told incident = roomOfAoi();

    minutesPass(120);
    incident
        .soonWaitsFor("Activity_RestOrGoOn")
        .soon(() -> assertThat(as("aoi").isAsked(incident)).contains("FATIGUE"));
    assertThat(incident.saidTo("takumi")).noneMatch(text -> text.contains("4 時間"));
    assertThat(page("aoi", incident)).contains("id=\"care-rest\"");
    as("sakura").presses(incident, Map.of("act", "care-go-on", "why", "FATIGUE"));
    assertThat(as("sakura").answersCare(incident, "FATIGUE", "GO_ON", "", "").status())
        .as("who is asked answers")
        .isEqualTo(403);
    assertThat(as("aoi").isAsked(incident)).contains("FATIGUE");
    Answer goesOn =
        as("aoi")
            .submitsInTasklist(
                incident, "Activity_RestOrGoOn", Map.of("choice", "GO_ON", "to", ""));
    assertThat(goesOn.status()).as("no reason is needed").isBetween(200, 204);

    minutesPass(120);
    incident.soon(
        () -> assertThat(incident.saidTo("takumi")).anyMatch(text -> text.contains("4 時間")));
    assertThat(incident.command()).isEqualTo("aoi HELD");
  }

  @Test
  @DisplayName("A25: a deployment by somebody else is told to the commander and to nobody else")
  void a25() {
    Told incident = roomOfAoi();

    told("itsuki", "deploy");

    incident.soon(
        () ->
            assertThat(incident.saidTo("aoi"))
                .anyMatch(text -> text.contains("デプロイ") && text.contains("頼んだ仕事でなければ")));
    assertThat(incident.saidTo("itsuki")).noneMatch(text -> text.contains("デプロイ"));
    assertThat(incident.saidIn("#war_room")).noneMatch(text -> text.contains("頼んだ仕事"));
    assertThat(incident.waitsFor()).as("the commander’s hands are still").doesNotContain(ASKED);
  }

  static Told roomOfAoi() {
    Told incident = CommandStoryIT.room();
    assertThat(as("aoi").takesCommand(incident).status()).isEqualTo(200);
    // The team was summoned when the room opened; nothing of that is left to be said.
    incident.soon(
        () ->
            assertThat(as("itsuki").answersSummons(incident, "COMING", "").status())
                .isEqualTo(200));
    return incident.soon(() -> assertThat(incident.command()).isEqualTo("aoi HELD"));
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

  private static Answer does(Told incident, String person, String act, JsonObject said) {
    return Story.person(person).post("/api/v1/incidents/" + incident.id() + "/" + act, said);
  }

  /** Who was called since then. */
  private static List<String> since(List<String> before, Told incident) {
    List<String> called = incident.called();
    return called.subList(before.size(), called.size());
  }

  static String page(String reader, Told incident) {
    String page = Story.page(reader, "/incidents/" + incident.id());
    assertThat(page).as("the page of " + incident.id()).contains(incident.id());
    return page;
  }

  /** What the system that deploys tells of people. */
  static void told(String who, String kind) {
    Answer answer =
        Person.anonymous(TestPlatform.honbu())
            .post(
                "/api/v1/activity?key=demo-secret-alerts-prometheus",
                Json.createObjectBuilder()
                    .add("who", who)
                    .add("kind", kind)
                    .add("component", "payment-api")
                    .add("link", "https://deploys.example.com/42")
                    .build());
    assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
  }
}
