package org.honbu.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.app.story.Story.alert;
import static org.honbu.app.story.Story.as;
import static org.honbu.app.story.Story.itIs;
import static org.honbu.app.story.Story.minutesPass;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.honbu.testkit.server.Answer;
import org.honbu.testkit.server.CleanSlate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The people of a room: who comes, who is asked to come, and what each of them can do. */
@CleanSlate(eachTime = true)
@Tag("postgresql") // once is enough, and on the database that is used for real
class RosterStoryIT {
  private static final String ASKED = "Activity_AnswerSummons";

  @Test
  @DisplayName("T01, T17: people come by themselves, help on their first time, and may go again")
  void t01() {
    Told incident = CommandStoryIT.room();
    as("aoi").takesCommand(incident);
    List<String> called = incident.called();

    for (String looker : List.of("emma", "daniel", "haruka", "yumi")) {
      assertThat(as(looker).joins(incident, "OBSERVE", "").status()).isEqualTo(200);
    }
    assertThat(as("grace").presses(incident, Map.of("act", "room-join"))).contains("id=\"help\"");
    as("ken").presses(incident, Map.of("act", "room-join", "stance", "FREE"));
    as("tomoko").joins(incident, "FREE", "");
    as("riku").joins(incident, "FREE", "");
    assertThat(as("sho").joins(incident, "HAVE_CONTEXT", "").status()).as("what?").isEqualTo(400);
    assertThat(as("sho").joins(incident, "HAVE_CONTEXT", "昨夜、鍵を更新しました").status()).isEqualTo(200);

    JsonObject room = roster(incident);
    assertThat(room.getInt("observing")).isEqualTo(5);
    assertThat(room.getJsonArray("free").toString())
        .contains("ken", "tomoko", "riku", "platform", "responder");
    assertThat(room.getJsonArray("informed").toString()).contains("sho", "昨夜、鍵を更新しました");
    assertThat(incident.called()).as("nobody is paged to gather them").isEqualTo(called);
    assertThat(Story.person("aoi").get(path(incident, "assignments")).json().asJsonArray())
        .as("nobody has work")
        .isEmpty();

    as("emma").presses(incident, Map.of("act", "help-take", "task", "COUNT_REPORTS"));
    assertThat(does(incident, "daniel", "help/COUNT_REPORTS").status()).isEqualTo(409);
    assertThat(does(incident, "emma", "help/COUNT_REPORTS/done").status()).isEqualTo(200);
    assertThat(incident.timeline())
        .anyMatch(line -> line.contains("has done: Count the customer reports"));

    Answer released = Story.person("ken").post(path(incident, "roster/release"), staying("tomoko"));
    assertThat(released.status()).isEqualTo(403);
    as("aoi").presses(incident, Map.of("act", "room-release", "stays-tomoko", "yes"));
    incident
        .soon(
            () ->
                assertThat(incident.saidTo("riku"))
                    .anyMatch(text -> text.contains("抜けて大丈夫です。ありがとうございました")))
        .soon(
            () ->
                assertThat(incident.saidIn("#war_room"))
                    .anyMatch(text -> text.contains("ほかの人は抜けて大丈夫です")));
    assertThat(incident.saidTo("tomoko")).isEmpty();
    assertThat(roster(incident).getJsonArray("released").toString())
        .contains("riku")
        .doesNotContain("tomoko");
  }

  @Test
  @DisplayName("T06, TM13: the team is summoned with the room; then one after the other is asked")
  void t06() {
    itIs(11);
    Told incident = alert("search-api").severity("error").rings();
    incident.soonWaitsFor("Activity_AcknowledgeAlert");
    as("sho").answers(incident);
    incident.soonWaitsFor("Activity_Triage");
    as("sho").presses(incident, Map.of("act", "escalate"));
    assertThat(incident.command()).isEqualTo("sho ACTING");
    incident.soonWaitsFor(ASKED);
    assertThat(incident.task(ASKED).getString("assignee")).isEqualTo("riku");
    assertThat(incident.saidTo("riku")).anyMatch(text -> text.contains("検索 の力が要ります"));
    assertThat(as("ken").seesInTasklist(incident, ASKED)).isFalse();

    Answer submitted =
        as("riku").submitsInTasklist(incident, ASKED, Map.of("answer", "COMING", "instead", ""));
    assertThat(submitted.status()).as(submitted.toString()).isBetween(200, 204);
    incident.soon(() -> assertThat(incident.waitsFor()).doesNotContain(ASKED));
    as("riku").joins(incident, "FREE", "");
    assertThat(replies(incident)).containsExactly("riku THERE");

    assertThat(as("ken").summons(incident, "person", "tomoko").status()).isEqualTo(403);
    assertThat(as("sho").summons(incident, "person", "nobody").status()).isEqualTo(400);
    assertThat(as("sho").summons(incident, "person", "ken").status()).isEqualTo(200);
    incident.soon(() -> assertThat(replies(incident)).contains("ken ASKED"));
    minutesPass(5);
    incident.soon(() -> assertThat(replies(incident)).contains("ken SILENT", "tomoko ASKED"));
    as("tomoko")
        .presses(
            incident, Map.of("act", "summons-answer", "answer", "CANNOT", "instead", "itsuki"));
    incident.soon(() -> assertThat(replies(incident)).contains("tomoko CANNOT", "itsuki ASKED"));
    assertThat(as("itsuki").answersSummons(incident, "LOOKING_ON", "").status()).isEqualTo(200);

    incident
        .soon(
            () ->
                assertThat(incident.saidIn("#war_room"))
                    .anyMatch(text -> text.contains("招集に来られる人がいません：基盤")))
        .soon(() -> assertThat(incident.saidTo("sho")).anyMatch(text -> text.contains("基盤")));

    as("sho").summons(incident, "team", "payments");
    incident.soonWaitsFor(ASKED);
    incident.goesOnToItsEnd();
    incident.soon(() -> assertThat(incident.waitsFor()).doesNotContain(ASKED));
    assertThat(as("misaki").joins(incident, "FREE", "").status()).isEqualTo(409);
  }

  private static JsonObject roster(Told incident) {
    Answer answer = Story.person("misaki").get(path(incident, "roster"));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.object();
  }

  /** Everybody who was asked: {@code riku THERE}. */
  private static List<String> replies(Told incident) {
    return roster(incident).getJsonArray("summons").getValuesAs(JsonObject.class).stream()
        .flatMap(one -> one.getJsonArray("asked").getValuesAs(JsonObject.class).stream())
        .map(one -> one.getJsonObject("person").getString("id") + " " + one.getString("reply"))
        .toList();
  }

  private static JsonObject staying(String person) {
    return Json.createObjectBuilder().add("staying", Json.createArrayBuilder().add(person)).build();
  }

  private static Answer does(Told incident, String person, String act) {
    return Story.person(person).post(path(incident, act), "{}");
  }

  private static String path(Told incident, String act) {
    return "/api/v1/incidents/" + incident.id() + "/" + act;
  }
}
