package org.honbu.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.app.story.CareStoryIT.page;
import static org.honbu.app.story.CareStoryIT.roomOfAoi;
import static org.honbu.app.story.Story.alert;
import static org.honbu.app.story.Story.as;
import static org.honbu.app.story.Story.itIs;
import static org.honbu.app.story.Story.minutesPass;
import static org.honbu.app.story.Story.pass;
import static org.honbu.app.story.Story.person;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.honbu.testkit.server.Answer;
import org.honbu.testkit.server.CleanSlate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An incident that turns out otherwise: milder, part of another, over, or back again. */
@CleanSlate(eachTime = true)
@Tag("postgresql") // once is enough, and on the database that is used for real
class CourseStoryIT {
  private static final String TRIAGE = "Activity_Triage";
  private static final String VERIFY = "Activity_VerifyMitigation";
  private static final String RESOLVE = "Activity_DeclareResolved";
  private static final Map<String, String> STOPPED =
      Map.of("verdict", "STOPPED", "evidence", "5xx は 0.1%");

  @Test
  @DisplayName("A35, A36, A37: only the commander lowers; what is one thing becomes one incident")
  void a35() {
    itIs(11);
    Told incident = roomOfAoi();
    as("ken").joins(incident, "FREE", "");

    assertThat(rates(incident, "itsuki", 3, "落ち着いた").status()).isEqualTo(403);
    as("itsuki").presses(incident, Map.of("act", "lower", "severity", "3", "reason", "落ち着いた"));
    Answer silent = rates(incident, "aoi", 3, "");
    assertThat(silent.status()).isEqualTo(400);
    assertThat(silent.body()).contains("reason");
    assertThat(incident.severity()).isEqualTo(2);

    as("aoi")
        .presses(
            incident,
            Map.of("act", "lower", "severity", "3", "reason", "一部の人だけ", "mayLeave", "yes"));
    assertThat(incident.severity()).isEqualTo(3);
    assertThat(incident.timeline())
        .anyMatch(line -> line.contains("SEV3") && line.contains("一部の人だけ"));
    incident
        .soon(() -> assertThat(incident.saidTo("ken")).anyMatch(text -> text.contains("抜けて大丈夫です")))
        .soon(
            () ->
                assertThat(incident.saidIn("#war_room"))
                    .anyMatch(text -> text.contains("ほかの人は抜けて大丈夫です")));
    assertThat(rates(incident, "aoi", 4, "もう小さい").status()).isEqualTo(200);

    Told child = roomOfSho();
    as("riku").joins(child, "HAVE_CONTEXT", "昨夜、鍵を更新しました");
    Answer given = does(child, "sho", "assignments", work("riku"));
    assertThat(given.status()).as(given.toString()).isEqualTo(200);
    assertThat(does(child, "riku", "assignments/1/accept").status()).isEqualTo(204);
    child.soonWaitsFor("Activity_DoTheWork");

    Answer begun = person("misaki").post("/api/v1/story-door/drills/mail-sender", "");
    String drill = begun.object().getString("id");
    Answer mixed = merges(incident, "misaki", drill);
    assertThat(mixed.status()).as(mixed.toString()).isEqualTo(409);
    assertThat(mixed.body()).contains("HB-3003");
    as("itsuki").presses(incident, Map.of("act", "merge", "with", drill));
    assertThat(new Told(drill).state()).isNotEqualTo("MERGED");
    assertThat(incident.state()).isNotEqualTo("MERGED");
    assertThat(merges(child, "emma", incident.id()).status()).isEqualTo(403);
    assertThat(child.state()).isNotEqualTo("MERGED");

    as("itsuki").presses(child, Map.of("act", "merge", "with", incident.id()));

    assertThat(child.state()).isEqualTo("MERGED");
    child.soon(() -> assertThat(child.waitsFor()).isEmpty());
    assertThat(incident.command()).isEqualTo("aoi HELD");
    assertThat(child.commanders()).isZero();
    incident.soon(() -> assertThat(roster(incident)).contains("riku", "昨夜、鍵を更新しました"));
    assertThat(incident.now().getJsonObject("signals").getInt("different")).isEqualTo(2);
    assertThat(incident.timeline())
        .anyMatch(line -> line.contains("昨夜、鍵を更新しました"))
        .anyMatch(line -> line.contains(child.id() + " became part of"));
    assertThat(page("emma", child)).contains("/incidents/" + incident.id());
    assertThat(open()).contains(incident.id()).doesNotContain(child.id());
    List<String> called = child.called();
    minutesPass(12); // beyond the box of the work and the wait for a commander
    assertThat(child.waitsFor()).isEmpty();
    assertThat(child.called()).isEqualTo(called);
    assertThat(merges(child, "itsuki", incident.id()).status()).as("again").isEqualTo(200);
    wasNotTheSame(incident, child);
    atTriageInTasklist(incident, drill);
  }

  /** What triage finds to be another incident is merged as well, and never with a drill. */
  private static void atTriageInTasklist(Told incident, String drill) {
    Told same = as("ken").declares("メールも遅れています", "mail-sender");
    as("ken").answers(same);
    same.soonWaitsFor(TRIAGE);
    Answer mixed = as("ken").doesInTasklist(same, TRIAGE, duplicateOf(drill));
    assertThat(mixed.status()).as(mixed.toString()).isGreaterThanOrEqualTo(400);
    assertThat(same.state()).isEqualTo("TRIAGE");

    Answer merged = as("ken").submitsInTasklist(same, TRIAGE, duplicateOf(incident.id()));

    assertThat(merged.status()).as(merged.toString()).isBetween(200, 204);
    assertThat(same.state()).isEqualTo("MERGED");
    same.soon(() -> assertThat(same.waitsFor()).isEmpty());
  }

  private static Map<String, String> duplicateOf(String other) {
    return Map.of("real", "DUP", "duplicateOf", other, "usersBand", "UNKNOWN", "state", "UNKNOWN");
  }

  /** Both commanders were told who leads; whoever leads both takes them apart again. */
  private static void wasNotTheSame(Told incident, Told child) {
    incident
        .soon(
            () ->
                assertThat(incident.saidTo("sho"))
                    .anyMatch(text -> text.contains(child.id() + " はここに統合され、両方の指揮は 中村 葵")))
        .soon(
            () -> assertThat(incident.saidTo("aoi")).anyMatch(text -> text.contains("指揮はあなたのまま")));
    JsonObject why = Json.createObjectBuilder().add("reason", "別の原因でした").build();
    assertThat(does(child, "itsuki", "parted", why).status()).isEqualTo(403);
    Answer silent = does(child, "aoi", "parted");
    assertThat(silent.status()).isEqualTo(400);
    assertThat(silent.body()).contains("reason");
    assertThat(page("itsuki", child)).doesNotContain("id=\"ask-part\"");
    assertThat(page("aoi", child)).contains("id=\"ask-part\"");

    as("aoi").presses(child, Map.of("act", "part", "reason", "別の原因でした"));

    assertThat(child.state()).isEqualTo("INVESTIGATING");
    assertThat(child.command()).isEqualTo("sho ACTING");
    assertThat(child.commanders()).isEqualTo(1);
    child.soonWaitsFor("Activity_LeadTheIncident");
    child.soon(() -> assertThat(roster(child)).contains("riku"));
    assertThat(child.now().getJsonObject("signals").getInt("different")).isEqualTo(1);
    assertThat(incident.now().getJsonObject("signals").getInt("different")).isEqualTo(1);
    assertThat(incident.timeline()).anyMatch(line -> line.contains("別の原因でした"));
    assertThat(child.timeline()).anyMatch(line -> line.contains("別の原因でした"));
    assertThat(open()).contains(incident.id(), child.id());
    assertThat(does(child, "aoi", "parted", why).status()).as("again").isEqualTo(200);
  }

  @Test
  @DisplayName("A38, A39: another person verifies, a recurrence starts anew, a late one is new")
  void a38() {
    Told incident = roomOfAoi();
    as("aoi").mitigates(incident);
    incident.soonWaitsFor(VERIFY);

    assertThat(as("aoi").verifies(incident).status()).isEqualTo(403);
    as("aoi").presses(incident, Map.of("act", "verify"));
    assertThat(as("aoi").submitsInTasklist(incident, VERIFY, STOPPED).status())
        .isGreaterThanOrEqualTo(400);
    assertThat(incident.state()).isEqualTo("MITIGATED");

    assertThat(as("itsuki").claimsInTasklist(incident, VERIFY).status()).isEqualTo(204);
    Answer verified = as("itsuki").submitsInTasklist(incident, VERIFY, STOPPED);
    assertThat(verified.status()).as(verified.toString()).isBetween(200, 204);
    assertThat(incident.state()).isEqualTo("MONITORING");
    incident.soon(() -> assertThat(incident.waitsFor()).doesNotContain(VERIFY));
    minutesPass(25);
    assertThat(incident.waitsFor()).as("severity 2 is watched for 30 min").doesNotContain(RESOLVE);

    as("itsuki").presses(incident, Map.of("act", "recurred", "what", "5xx がまた増えた"));
    assertThat(incident.state()).isEqualTo("INVESTIGATING");
    assertThat(incident.command()).isEqualTo("aoi HELD");
    assertThat(incident.commanders()).isEqualTo(1);
    incident.soonWaitsFor("Activity_AssessSituation");
    itIsBackAtTheOtherDoors(incident);

    as("aoi").mitigates(incident);
    incident.soonWaitsFor(VERIFY);
    as("itsuki").presses(incident, Map.of("act", "verify"));
    assertThat(incident.state()).isEqualTo("MONITORING");
    incident.soon(() -> assertThat(incident.waitsFor()).doesNotContain(VERIFY));
    minutesPass(20);
    assertThat(incident.waitsFor()).as("the watch began anew").doesNotContain(RESOLVE);
    minutesPass(11);
    incident.soonWaitsFor(RESOLVE);
    assertThat(as("aoi").resolves(incident).status()).isEqualTo(200);

    pass(Duration.ofHours(25));
    Answer late = reopens(incident, "itsuki");
    assertThat(late.status()).as(late.toString()).isEqualTo(200);
    Told next = new Told(late.object().getString("id"));
    assertThat(next.id()).isNotEqualTo(incident.id());
    assertThat(next.now().getString("link")).isEqualTo("/incidents/" + incident.id());
    assertThat(incident.state()).isNotEqualTo("INVESTIGATING");
    as("itsuki").presses(incident, Map.of("act", "reopen", "reason", "まだ遅い"));
    assertThat(reopens(incident, "ken").object().getString("id")).isEqualTo(next.id());
    assertThat(incident.timeline()).anyMatch(line -> line.contains(next.id()));
    assertThat(page("itsuki", next)).contains("/incidents/" + incident.id());
    next.soon(() -> assertThat(next.waitsFor()).isNotEmpty());
  }

  /** Whoever verifies says in Tasklist that it goes on; whoever watches says it over REST. */
  private static void itIsBackAtTheOtherDoors(Told incident) {
    as("aoi").mitigates(incident);
    incident.soonWaitsFor(VERIFY);
    Answer goesOn =
        as("itsuki")
            .doesInTasklist(
                incident, VERIFY, Map.of("verdict", "CONTINUES", "evidence", "5xx は減っていない"));
    assertThat(goesOn.status()).as(goesOn.toString()).isBetween(200, 204);
    assertThat(incident.state()).isEqualTo("INVESTIGATING");
    incident.soonWaitsFor("Activity_AssessSituation");

    as("aoi").mitigates(incident);
    incident.soonWaitsFor(VERIFY);
    assertThat(as("itsuki").verifies(incident).status()).isEqualTo(200);
    incident.soon(() -> assertThat(incident.waitsFor()).doesNotContain(VERIFY));
    assertThat(as("itsuki").saysItIsBack(incident).status()).isBetween(200, 204);
    assertThat(incident.state()).isEqualTo("INVESTIGATING");
    assertThat(incident.command()).isEqualTo("aoi HELD");
    incident.soonWaitsFor("Activity_AssessSituation");
  }

  /** A severity 3 of the search team, which Sho leads for the time being. */
  private static Told roomOfSho() {
    Told incident = alert("search-api").severity("error").rings();
    incident.soonWaitsFor("Activity_AcknowledgeAlert");
    as("sho").answers(incident);
    incident.soonWaitsFor("Activity_Triage");
    as("sho").escalates(incident);
    return incident.soonWaitsFor("Activity_LeadTheIncident");
  }

  private static Answer rates(Told incident, String by, int to, String reason) {
    return does(
        incident,
        by,
        "severity",
        Json.createObjectBuilder().add("to", to).add("reason", reason).build());
  }

  private static Answer merges(Told incident, String by, String with) {
    return does(incident, by, "merge", Json.createObjectBuilder().add("with", with).build());
  }

  private static Answer reopens(Told incident, String by) {
    return does(incident, by, "reopened", Json.createObjectBuilder().add("text", "また遅い").build());
  }

  private static JsonObject work(String owner) {
    return Json.createObjectBuilder()
        .add("kind", "INVESTIGATE")
        .add("outcome", "検索のログを読む")
        .add("owner", owner)
        .add("minutes", 10)
        .build();
  }

  private static String roster(Told incident) {
    return person("misaki").get(path(incident, "roster")).body();
  }

  /** Numbers of what people respond to. */
  private static List<String> open() {
    return person("misaki")
        .get("/api/v1/incidents")
        .json()
        .asJsonArray()
        .getValuesAs(row -> row.asJsonObject().getString("id"));
  }

  private static Answer does(Told incident, String by, String act) {
    return does(incident, by, act, JsonValue.EMPTY_JSON_OBJECT);
  }

  private static Answer does(Told incident, String by, String act, JsonObject said) {
    return person(by).post(path(incident, act), said);
  }

  private static String path(Told incident, String act) {
    return "/api/v1/incidents/" + incident.id() + "/" + act;
  }
}
