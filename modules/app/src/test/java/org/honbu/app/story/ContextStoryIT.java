package org.honbu.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.app.story.CareStoryIT.page;
import static org.honbu.app.story.Story.as;
import static org.honbu.app.story.Story.person;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import org.honbu.testkit.server.Answer;
import org.honbu.testkit.server.CleanSlate;
import org.honbu.testkit.server.Person;
import org.honbu.testkit.server.TestPlatform;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is known about the thing that broke, for people who have never seen it. */
@CleanSlate(eachTime = true)
@Tag("postgresql") // once is enough, and on the database that is used for real
class ContextStoryIT {
  private static final String KEY = "demo-secret-alerts-prometheus";
  private static final String WHAT = "返金が二重に計上されています / Refunds are booked twice";

  @Test
  @DisplayName("T19: owner, on-call, deploys, dependencies and similar incidents on one screen")
  void t19() {
    Told before = as("misaki").declares(WHAT, "payment-api");
    before.goesOnToItsEnd();
    String deploy = ciTells(change("payment-api", "deploy", "v2.14.0", "run-88"));
    assertThat(ciTells(change("payment-api", "deploy", "v2.14.0", "run-88")))
        .as("the same run is the same change")
        .isEqualTo(deploy);
    ciTells(change("postgres-main", "migration", "drop index", "run-89"));
    ciTells(change("search-api", "deploy", "v7", "run-90"));

    Told incident = as("misaki").declares(WHAT, "payment-api");
    JsonObject pack = pack("misaki", incident);

    assertThat(pack.getJsonObject("owner").getString("team")).isEqualTo("payments");
    JsonObject onCall = pack.getJsonArray("onCall").getJsonObject(0);
    assertThat(onCall.getString("id")).isEqualTo("misaki");
    assertThat(onCall.getJsonArray("ways")).isNotEmpty();
    assertThat(pack.getString("runbook")).contains("payment-api");
    assertThat(all(pack, "needs", "id")).contains("postgres-main");
    assertThat(all(pack, "neededBy", "id")).containsExactly("checkout-web");
    assertThat(all(pack, "changes", "component")).containsExactly("payment-api", "postgres-main");
    assertThat(pack.getJsonArray("changes").getJsonObject(0).getBoolean("lastBefore")).isTrue();
    JsonObject alike = pack.getJsonArray("similar").getJsonObject(0);
    assertThat(alike.getString("id")).isEqualTo(before.id());
    assertThat(alike.getString("remedy")).isNotEmpty();
    assertThat(all(alike, "likeness", "reason")).contains("COMPONENT", "WORDING", "RECENCY");

    JsonObject onlooker = pack("emma", incident).getJsonArray("onCall").getJsonObject(0);
    assertThat(onlooker.getJsonArray("ways")).as("no addresses for onlookers").isEmpty();
    assertThat(page("misaki", incident))
        .contains("id=\"context\" open", "v2.14.0", "runbooks.example/payment-api", before.id());
    assertThat(person("aoi").get(at(incident, "candidates")).body())
        .as("who comes into question does not hang on years")
        .doesNotContainIgnoringCase("tenure");
  }

  @Test
  @DisplayName("T03: a first-time commander sees the card and the pack beside the next move")
  void t03() {
    Told incident = CommandStoryIT.room();
    assertThat(as("sakura").takesCommand(incident).status()).isEqualTo(200);
    incident.soon(() -> assertThat(incident.command()).isEqualTo("sakura HELD"));

    incident.soon(
        () ->
            assertThat(page("sakura", incident))
                .contains("id=\"commander-card\" open", "id=\"context\" open", "class=\"loop\""));
    assertThat(page("ken", incident))
        .contains("id=\"commander-card\"")
        .doesNotContain("id=\"commander-card\" open");
  }

  @Test
  @DisplayName("T19: what nobody wrote down is said with the fix, and added on the spot")
  void whatIsMissing() {
    assertThat(describes("misaki").status()).as("schedule admins and admins").isEqualTo(403);
    Answer described = describes("kaoru");
    assertThat(described.status()).as(described.toString()).isEqualTo(200);
    Told incident = as("misaki").declares("帳簿が合いません", "ledger");
    assertThat(all(pack("misaki", incident), "missing", "what"))
        .contains("RUNBOOK", "DEPENDENCIES", "CHANGES");

    String at = "/incidents/" + incident.id();
    Person ken = Person.signIn(TestPlatform.honbu(), "ken", at);
    assertThat(ken.browse(at).body()).contains("name=\"act\" value=\"runbook-add\"");
    ken.submit(at, Map.of("act", "runbook-add", "url", "https://wiki.example/ledger"));

    assertThat(pack("misaki", incident).getString("runbook"))
        .isEqualTo("https://wiki.example/ledger");
    assertThat(incident.timeline()).anyMatch(line -> line.contains("runbook of ledger"));
    assertThat(
            person("misaki")
                .post(at(incident, "context/runbook"), "{\"url\":\"https://a.example/\"}")
                .status())
        .as("there is one")
        .isEqualTo(409);
  }

  @Test
  @DisplayName("T19: only a system with a key tells changes, and is told what it got wrong")
  void theDoor() {
    JsonObject deploy = change("payment-api", "deploy", "v1", "run-1");
    assertThat(stranger().post("/api/v1/changes", deploy).status()).isEqualTo(401);
    assertThat(stranger().post("/api/v1/changes?key=wrong", deploy).status()).isEqualTo(401);

    Answer unknown = told(change("payment-api", "dance", "v1", "run-1"));
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.body()).contains("HB-4002", "kind");
    assertThat(told(Json.createObjectBuilder().add("kind", "deploy").build()).body())
        .contains("component");
  }

  private static Answer describes(String person) {
    return person(person)
        .send("PUT", "/api/v1/components/ledger", "{\"function\":\"MINOR\",\"team\":\"platform\"}");
  }

  private static JsonObject change(
      String component, String kind, String summary, String externalId) {
    JsonObjectBuilder change =
        Json.createObjectBuilder()
            .add("component", component)
            .add("kind", kind)
            .add("who", "deploy-bot")
            .add("summary", summary)
            .add("url", "https://ci.example/" + externalId)
            .add("externalId", externalId);
    return change.build();
  }

  private static String ciTells(JsonObject change) {
    Answer answer = told(change);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
    return answer.object().getString("change");
  }

  private static Answer told(JsonObject change) {
    return stranger().post("/api/v1/changes?key=" + KEY, change);
  }

  private static Person stranger() {
    return Person.anonymous(TestPlatform.honbu());
  }

  private static JsonObject pack(String reader, Told incident) {
    Answer pack = person(reader).get(at(incident, "context"));
    assertThat(pack.status()).as(pack.toString()).isEqualTo(200);
    return pack.object();
  }

  private static List<String> all(JsonObject of, String list, String field) {
    return of.getJsonArray(list).getValuesAs(one -> one.asJsonObject().getString(field));
  }

  private static String at(Told incident, String what) {
    return "/api/v1/incidents/" + incident.id() + "/" + what;
  }
}
