package org.honbu.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.app.story.Story.alert;
import static org.honbu.app.story.Story.as;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.honbu.testkit.server.Answer;
import org.honbu.testkit.server.CleanSlate;
import org.honbu.testkit.server.Person;
import org.honbu.testkit.server.TestPlatform;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Before it happens: where nobody would come, and who has come a step further. */
@CleanSlate(eachTime = true)
@Tag("postgresql") // once is enough, and on the database that is used for real
class ReadinessStoryIT {
  private static final String READINESS = "/api/v1/readiness";

  @Test
  @DisplayName("A09, T03: hours without anybody are listed for four weeks, with whom they hurt")
  void a09() {
    Answer settled =
        Story.person("misaki").post("/api/v1/story-door/half-staffed/ready-api/riku", "");
    assertThat(settled.status()).as(settled.toString()).isEqualTo(204);
    assertThat(Person.anonymous(TestPlatform.honbu()).get(READINESS).status()).isEqualTo(401);

    JsonObject before = fourWeeks();

    assertThat(length(before)).isEqualTo(Duration.ofDays(28));
    for (JsonObject post : before.getJsonArray("posts").getValuesAs(JsonObject.class)) {
      Duration all =
          post.getJsonArray("watches").getValuesAs(JsonObject.class).stream()
              .map(ReadinessStoryIT::length)
              .reduce(Duration.ZERO, Duration::plus);
      assertThat(all).as(post.getString("name")).isEqualTo(Duration.ofDays(28));
    }
    JsonObject gap = firstLevel(before);
    assertThat(length(gap)).isEqualTo(Duration.ofDays(28));
    assertThat(gap.getJsonArray("fix")).as("what to do").hasSize(1);

    Told incident = alert("ready-api").rings().soonCalls("riku");

    assertThat(incident.called()).containsExactly("riku");
    assertThat(firstLevel(fourWeeks()).getJsonObject("lastTime").getString("incident"))
        .isEqualTo(incident.id());
    Person emma = Person.signIn(TestPlatform.honbu(), "emma", "/readiness");
    assertThat(emma.browse("/readiness").body())
        .contains("id=\"gap-0\"", "href=\"#gap-0\"", "href=\"/incidents/" + incident.id() + "\"");
  }

  @Test
  @DisplayName("T17: somebody on their first time finishes a task and finds it on their record")
  void t17() {
    assertThat(record("yui").getString("level")).isEqualTo("L0");
    Told incident = CommandStoryIT.room();
    as("aoi").takesCommand(incident);

    String room = as("yui").presses(incident, Map.of("act", "room-join"));
    assertThat(room.split("value=\"help-take\"", -1)).as("tasks to take").hasSizeGreaterThan(3);
    as("yui").presses(incident, Map.of("act", "help-take", "task", "COUNT_REPORTS"));
    assertThat(record("yui").getJsonArray("contributions")).as("begun, not done").isEmpty();
    Map<String, String> done = Map.of("act", "help-done", "task", "COUNT_REPORTS", "found", "14 件");
    as("yui").presses(incident, done);
    as("yui").presses(incident, done);

    JsonObject mine = record("yui");
    assertThat(mine.getString("level")).isEqualTo("L1");
    assertThat(mine.getJsonArray("contributions")).hasSize(1);
    assertThat(mine.getJsonArray("contributions").getJsonObject(0).getString("incident"))
        .isEqualTo(incident.id());
    Person yui = Person.signIn(TestPlatform.honbu(), "yui", "/readiness");
    assertThat(yui.browse("/readiness").body())
        .contains("id=\"record\"", "href=\"/incidents/" + incident.id() + "\"");
    assertThat(record("sota").getJsonArray("contributions")).as("hers alone").isEmpty();
  }

  private static JsonObject fourWeeks() {
    Answer answer = Story.person("emma").get(READINESS);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.object();
  }

  private static JsonObject firstLevel(JsonObject fourWeeks) {
    return fourWeeks.getJsonArray("gaps").getValuesAs(JsonObject.class).stream()
        .filter(gap -> gap.getString("team", "").equals("half-staffed"))
        .filter(gap -> gap.getInt("level") == 1)
        .findFirst()
        .orElseThrow();
  }

  private static Duration length(JsonObject stretch) {
    return Duration.between(
        Instant.parse(stretch.getString("from")), Instant.parse(stretch.getString("to")));
  }

  private static JsonObject record(String person) {
    Answer answer = Story.person(person).get("/api/v1/people/me/record");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.object();
  }
}
