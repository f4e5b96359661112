package org.honbu.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.app.story.Story.as;
import static org.honbu.app.story.Story.minutesPass;
import static org.honbu.app.story.Story.person;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.honbu.testkit.server.Answer;
import org.honbu.testkit.server.CleanSlate;
import org.honbu.testkit.server.Person;
import org.honbu.testkit.server.TestPlatform;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whoever arrives is told what they have to know; executives read a little of it without a login.
 */
@CleanSlate(eachTime = true)
@Tag("postgresql") // once is enough, and on the database that is used for real
class CatchUpStoryIT {
  private static final List<String> ALL =
      List.of("BROKEN", "SINCE", "COMMAND", "PLAN", "EXCLUDED", "WORK", "TOLD", "CHANGED");

  @Test
  @DisplayName("0.4, T19: Emma comes in, reads eight lines, goes away, and hears what she missed")
  void arriving() {
    Told incident = roomOfAoi();
    deployed();

    JsonObject first = card("emma", incident);

    assertThat(lines(first, "about")).isEqualTo(ALL);
    assertThat(lines(first, "text")).anyMatch(text -> text.contains("Aoi") || text.contains("葵"));
    assertThat(first.getJsonArray("changes")).hasSize(1);
    assertThat(first.getJsonArray("ways")).hasSizeBetween(1, 4);
    assertThat(first.getJsonObject("commander").getString("id")).isEqualTo("aoi");
    assertThat(first.getBoolean("arriving")).isTrue();
    assertThat(page("emma", incident))
        .contains("id=\"catch-up\" open", "catch-up/looked")
        .doesNotContain("data-region=\"share\"><section");

    assertThat(does("emma", incident, "catch-up/looked").status()).isEqualTo(204);
    assertThat(card("emma", incident).getBoolean("arriving")).isFalse();
    minutesPass(11);
    notes("itsuki", incident, "戻し始めました");

    JsonObject back = card("emma", incident);
    assertThat(back.getBoolean("arriving")).isTrue();
    assertThat(back.getJsonArray("missed").toString()).contains("戻し始めました");
    assertThat(card("aoi", incident).containsKey("lastLook")).as("only hers").isFalse();
  }

  @Test
  @DisplayName("RO-15: a link for executives: who leads makes it, it shows little, and it ends")
  void shared() {
    Told incident = roomOfAoi();
    notes("itsuki", incident, "内輪の話");

    assertThat(does("emma", incident, "shared-links").status()).isEqualTo(403);
    assertThat(makes(incident, 169).status()).isEqualTo(400);
    Answer made = does("aoi", incident, "shared-links");
    assertThat(made.status()).as(made.toString()).isEqualTo(200);
    String path = URI.create(made.object().getString("address")).getPath();

    Answer read = stranger().browse(path);
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.body())
        .contains(incident.id(), "noindex")
        .doesNotContain("内輪", "itsuki", "misaki", "/incidents/");
    assertThat(opened(incident)).isZero();
    assertThat(stranger().get(path + "/seen.svg").status()).isEqualTo(200);
    assertThat(opened(incident)).isEqualTo(1);

    Answer forged = stranger().browse("/s/" + "A".repeat(75));
    assertThat(forged.status()).isEqualTo(404);
    assertThat(person("aoi").send("DELETE", at(incident, "shared-links/" + id(made)), "").status())
        .isEqualTo(204);
    Answer revoked = stranger().browse(path);
    assertThat(revoked.status()).isEqualTo(404);
    assertThat(revoked.body()).isEqualTo(forged.body());
    assertThat(incident.timeline()).anyMatch(line -> line.contains("read-only link"));

    String second = sharesOnThePage(incident);
    assertThat(stranger().browse(second).status()).isEqualTo(200);
    String forAnHour = URI.create(makes(incident, 1).object().getString("address")).getPath();
    assertThat(stranger().browse(forAnHour).status()).isEqualTo(200);
    minutesPass(61);
    assertThat(stranger().browse(forAnHour).body()).isEqualTo(forged.body());
    assertThat(stranger().browse(second).status()).isEqualTo(200);
  }

  /** One tap, by the commander, on the incident's page. */
  private static String sharesOnThePage(Told incident) {
    String at = "/incidents/" + incident.id();
    Person aoi = Person.signIn(TestPlatform.honbu(), "aoi", at);
    assertThat(aoi.submit(at, Map.of("act", "share")).status()).isIn(200, 303);
    JsonObject newest =
        person("aoi").get(at(incident, "shared-links")).json().asJsonArray().getJsonObject(0);
    assertThat(aoi.browse(at).body()).contains(newest.getString("address"));
    return URI.create(newest.getString("address")).getPath();
  }

  private static Told roomOfAoi() {
    Told incident = CommandStoryIT.room();
    assertThat(as("aoi").takesCommand(incident).status()).isEqualTo(200);
    return incident.soon(() -> assertThat(incident.command()).isEqualTo("aoi HELD"));
  }

  private static void deployed() {
    JsonObject told =
        Json.createObjectBuilder()
            .add("who", "itsuki")
            .add("kind", "deploy")
            .add("component", "payment-api")
            .build();
    assertThat(stranger().post("/api/v1/activity?key=demo-secret-alerts-prometheus", told).status())
        .isEqualTo(202);
  }

  private static JsonObject card(String reader, Told incident) {
    Answer card = person(reader).get(at(incident, "catch-up"));
    assertThat(card.status()).as(card.toString()).isEqualTo(200);
    return card.object();
  }

  private static List<String> lines(JsonObject card, String part) {
    return card.getJsonArray("lines").getValuesAs(line -> line.asJsonObject().getString(part));
  }

  private static void notes(String person, Told incident, String text) {
    assertThat(
            person(person)
                .post(at(incident, "notes"), Json.createObjectBuilder().add("text", text).build())
                .status())
        .isEqualTo(204);
  }

  private static Answer makes(Told incident, int hours) {
    return person("aoi")
        .post(at(incident, "shared-links"), Json.createObjectBuilder().add("hours", hours).build());
  }

  private static Answer does(String person, Told incident, String act) {
    return person(person).post(at(incident, act), JsonValue.EMPTY_JSON_OBJECT);
  }

  private static int opened(Told incident) {
    return person("aoi")
        .get(at(incident, "shared-links"))
        .json()
        .asJsonArray()
        .getJsonObject(0)
        .getInt("opened");
  }

  private static String id(Answer made) {
    return made.object().getString("id");
  }

  private static String at(Told incident, String what) {
    return "/api/v1/incidents/" + incident.id() + "/" + what;
  }

  private static String page(String reader, Told incident) {
    String at = "/incidents/" + incident.id();
    return Person.signIn(TestPlatform.honbu(), reader, at).browse(at).body();
  }

  private static Person stranger() {
    return Person.anonymous(TestPlatform.honbu());
  }
}
