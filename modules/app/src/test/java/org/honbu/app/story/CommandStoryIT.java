package org.honbu.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.app.story.CareStoryIT.page;
import static org.honbu.app.story.Story.alert;
import static org.honbu.app.story.Story.as;
import static org.honbu.app.story.Story.itIs;
import static org.honbu.app.story.Story.minutesPass;
import static org.honbu.app.story.Story.person;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.honbu.testkit.server.Answer;
import org.honbu.testkit.server.CleanSlate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A large problem, its room and who commands it. */
@CleanSlate(eachTime = true)
class CommandStoryIT {
  private static final String LEAD = "Activity_LeadTheIncident";

  @Test
  @DisplayName("T06: エスカレ on a severity 3 opens the room with the on-call as acting commander")
  void t06Button() {
    itIs(11);
    Told incident = alert("search-api").severity("error").rings();
    incident.soonWaitsFor("Activity_AcknowledgeAlert");
    as("sho").answers(incident);
    incident.soonWaitsFor("Activity_Triage");

    assertThat(as("sho").escalates(incident).status()).isEqualTo(200);

    assertThat(incident.hasRoom()).isTrue();
    assertThat(incident.command()).isEqualTo("sho ACTING");
    assertThat(incident.now().getJsonArray("largeReasons").toString()).contains("L_HUMAN");
    incident
        .soonWaitsFor("Activity_LeadTheIncident")
        .soon(() -> assertThat(incident.saidIn("#war_room")).isNotEmpty());
  }

  @Test
  @DisplayName("T06: untouched for 60 minutes after the answer, the room opens by itself")
  void t06Forgotten() {
    itIs(11);
    Told incident = alert("search-api").severity("error").rings();
    incident.soonWaitsFor("Activity_AcknowledgeAlert");
    as("sho").answers(incident);
    incident.soonWaitsFor("Activity_Triage");

    minutesPass(61);

    incident.soonWaitsFor("Activity_LeadTheIncident");
    assertThat(incident.now().getJsonArray("largeReasons").toString()).contains("L_60M");
  }

  @Test
  @DisplayName("A12: of two who press 引き受ける at once one commands, the other hears who")
  void a12() throws Exception {
    Told incident = room();
    var start = new CyclicBarrier(2);
    List<CompletableFuture<Answer>> wishes =
        Stream.of("aoi", "grace")
            .map(
                name -> {
                  Speaker speaker = as(name);
                  return CompletableFuture.supplyAsync(
                      () -> {
                        await(start);
                        return speaker.takesCommand(incident);
                      });
                })
            .toList();
    List<Answer> answers = wishes.stream().map(CompletableFuture::join).toList();

    String holder = incident.command().split(" ", 2)[0];
    assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 409)
        .singleElement()
        .extracting(Answer::body)
        .asString()
        .contains(holder.equals("aoi") ? "Aoi Nakamura" : "Grace Miller");
    assertThat(incident.command()).endsWith(" HELD");
    Speaker late = as(holder.equals("aoi") ? "grace" : "aoi");
    late.presses(incident, Map.of("act", "take-command"));
    assertThat(late.claimsInTasklist(incident, LEAD).status()).isBetween(400, 499);
    assertThat(incident.command()).isEqualTo(holder + " HELD");
    assertThat(incident.commanders()).isEqualTo(1);
  }

  private static void await(CyclicBarrier start) {
    try {
      start.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  @DisplayName(
      "A13: nobody claims: widened at 2, backstopped at 5, confirmed at 10 minutes, one action"
          + " item")
  void a13() {
    Told incident = room();
    assertThat(incident.command()).isEqualTo("misaki ACTING");

    minutesPass(2);
    incident.soon(() -> assertThat(incident.called()).contains("aoi", "sakura", "grace"));
    assertThat(incident.commanders()).isEqualTo(1);

    minutesPass(3);
    incident.soonCalls("takumi");
    assertThat(incident.now().getBoolean("breakGlass")).isTrue();
    assertThat(incident.command()).isEqualTo("misaki ACTING");

    minutesPass(5);
    incident.soon(() -> assertThat(incident.command()).isEqualTo("misaki HELD"));
    assertThat(incident.now().getJsonObject("commander").getBoolean("unqualified")).isTrue();
    assertThat(incident.commanders()).isEqualTo(1);

    incident
        .soon(() -> assertThat(gaps(incident)).containsExactly("takumi PROCESS"))
        .soon(
            () ->
                assertThat(incident.saidTo("takumi"))
                    .anyMatch(text -> text.contains(incident.id() + " で指揮を引き受ける人が")));
    assertThat(incident.waitsFor())
        .as("while people respond")
        .doesNotContain("Activity_DoActionItem");
  }

  /** Action items of the incident: whose they are, and of which kind. */
  private static List<String> gaps(Told incident) {
    return person("misaki").get("/api/v1/action-items").json().asJsonArray().stream()
        .map(JsonValue::asJsonObject)
        .filter(item -> item.getString("incident").equals(incident.id()))
        .map(item -> item.getString("owner") + " " + item.getString("kind"))
        .toList();
  }

  @Test
  @DisplayName("A14: unqualified in minute 1: refused, with who can; in minute 6: acting, flagged")
  void a14() {
    Told incident = room();
    Answer early = as("itsuki").takesCommand(incident);
    assertThat(early.status()).isEqualTo(403);
    assertThat(early.body()).contains("中村 葵", "incident-commander");
    as("itsuki").presses(incident, Map.of("act", "take-command"));
    String task = incident.task(LEAD).getString("id");
    assertThat(as("itsuki").claims(task).status()).as("nor in Tasklist").isBetween(400, 499);
    assertThat(incident.command()).isEqualTo("misaki ACTING");
    assertThat(page("itsuki", incident)).doesNotContain("id=\"break-glass\"");

    minutesPass(6);
    incident.soon(() -> assertThat(incident.now().getBoolean("breakGlass")).isTrue());

    assertThat(as("emma").takesCommand(incident).status()).as("no responder").isEqualTo(403);
    assertThat(page("itsuki", incident)).contains("id=\"break-glass\"");
    as("itsuki").presses(incident, Map.of("act", "take-command"));
    assertThat(incident.command()).isEqualTo("itsuki ACTING");
    assertThat(incident.now().getJsonObject("commander").getBoolean("unqualified")).isTrue();
    assertThat(incident.commanders()).isEqualTo(1);
  }

  @Test
  @DisplayName(
      "A commander without the responders' role answers and merges on the page; Emma does not")
  void onThePage() {
    Told incident = alert("payment-api").rings().soonCalls("misaki");
    as("emma").presses(incident, Map.of("act", "answer"));
    assertThat(incident.state()).isEqualTo("REPORTED");

    assertThat(page("sakura", incident)).contains("value=\"answer\"");
    as("sakura").presses(incident, Map.of("act", "answer"));

    assertThat(incident.state()).isEqualTo("TRIAGE");
    Told same = alert("search-api").severity("error").rings();
    as("emma").presses(same, Map.of("act", "merge", "with", incident.id()));
    assertThat(same.state()).isEqualTo("REPORTED");
    as("sakura").presses(same, Map.of("act", "merge", "with", incident.id()));
    assertThat(same.state()).isEqualTo("MERGED");
  }

  /** A severity 2 that Misaki has answered and escalated. */
  static Told room() {
    Told incident = alert("payment-api").rings().soonCalls("misaki");
    as("misaki").answers(incident);
    incident.soonWaitsFor("Activity_Triage");
    as("misaki").escalates(incident);
    return incident.soonWaitsFor("Activity_LeadTheIncident");
  }
}
