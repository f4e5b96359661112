package org.honbu.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.app.story.Story.alert;
import static org.honbu.app.story.Story.as;
import static org.honbu.app.story.Story.itIs;
import static org.honbu.app.story.Story.minutesPass;
import static org.honbu.app.story.Story.pass;

import java.time.Duration;
import org.honbu.testkit.server.Answer;
import org.honbu.testkit.server.CleanSlate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a tired thumb pressed, and takes back. */
@CleanSlate(eachTime = true)
@Tag("postgresql") // once is enough, and on the database that is used for real
class UndoStoryIT {
  private static final Duration TOO_LATE = Duration.ofSeconds(31);

  @Test
  @DisplayName(
      "An answer taken back over REST rings on where it was, and nobody is left without a call")
  void answer() {
    Told incident = alert("payment-api").rings().soonCalls("misaki");
    minutesPass(1);
    as("misaki").answers(incident);
    incident.soonWaitsFor("Activity_Triage");
    int calls = incident.called().size();

    assertThat(as("misaki").takesBack(incident, "ANSWER").status()).isEqualTo(200);

    incident
        .soonWaitsFor("Activity_AnswerThePage")
        .soon(() -> assertThat(incident.called()).as("called again").hasSizeGreaterThan(calls));
    assertThat(incident.called()).containsOnly("misaki");
    assertThat(incident.now().containsKey("answeredBy")).isFalse();
    minutesPass(3);
    assertThat(incident.called()).as("her four minutes are not over").containsOnly("misaki");
    pass(Duration.ofSeconds(70));
    incident.soonCalls("itsuki");
    assertThat(incident.timeline()).anyMatch(line -> line.contains("took the answer back"));
  }

  @Test
  @DisplayName("The holder of the answer link takes the answer back without login")
  void answerLink() {
    Told incident = alert("payment-api").rings().soonCalls("misaki");
    assertThat(as("misaki").pressesTheirLink(incident).body()).contains("Take it back");
    incident.soonWaitsFor("Activity_Triage");

    Answer page = as("misaki").takesBackByTheirLink(incident);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("Your answer was taken back", "I have it");
    incident.soonWaitsFor("Activity_AnswerThePage");
    assertThat(as("itsuki").answers(incident).status()).isEqualTo(200);
    incident.soonWaitsFor("Activity_Triage");
  }

  @Test
  @DisplayName("An answer at severity 1 taken back leaves the room open and calls on beside it")
  void answerAtSeverityOne() {
    itIs(3);
    Told incident = alert("payment-api").down().rings().soonCalls("misaki");
    as("misaki").answers(incident);
    incident.soonWaitsFor("Activity_LeadTheIncident");

    assertThat(as("misaki").takesBack(incident, "ANSWER").status()).isEqualTo(200);

    incident.soonWaitsFor("Activity_AnswerThePage").soonWaitsFor("Activity_LeadTheIncident");
    assertThat(incident.commanders()).isEqualTo(1);
    as("itsuki").answers(incident);
    incident.soon(() -> assertThat(incident.command()).isEqualTo("itsuki ACTING"));
  }

  @Test
  @DisplayName("An escalation taken back closes the room as if it had never opened")
  void escalation() {
    Told incident = CommandStoryIT.room();

    assertThat(as("misaki").takesBack(incident, "ESCALATION").status()).isEqualTo(200);

    incident
        .soonWaitsFor("Activity_Triage")
        .soon(() -> assertThat(incident.saidIn("#war_room").get(0)).contains("取り消されました"));
    assertThat(incident.hasRoom()).isFalse();
    assertThat(incident.command()).isEmpty();
    assertThat(incident.commanders()).isZero();
    assertThat(incident.waitsFor()).doesNotContain("Activity_LeadTheIncident");
    as("misaki").escalates(incident);
    incident.soonWaitsFor("Activity_LeadTheIncident");
  }

  @Test
  @DisplayName("An escalation on which somebody took command stays, and says who")
  void escalationBuiltUpon() {
    Told incident = CommandStoryIT.room();
    as("aoi").takesCommand(incident);

    Answer stays = as("misaki").takesBack(incident, "ESCALATION");

    assertThat(stays.status()).isEqualTo(409);
    assertThat(stays.body()).contains("中村 葵", "Aoi Nakamura");
    assertThat(incident.command()).isEqualTo("aoi HELD");
  }

  @Test
  @DisplayName(
      "A resolution taken back: same commander, same room, and nobody was told it was over")
  void resolution() {
    Told incident = watched();
    as("aoi").resolves(incident);
    assertThat(incident.state()).isEqualTo("RESOLVED");

    assertThat(as("itsuki").takesBack(incident, "RESOLUTION").status()).isEqualTo(403);
    assertThat(as("aoi").takesBack(incident, "RESOLUTION").status()).isEqualTo(200);

    assertThat(incident.state()).isEqualTo("MONITORING");
    assertThat(incident.command()).isEqualTo("aoi HELD");
    assertThat(incident.commanders()).isEqualTo(1);
    incident.soonWaitsFor("Activity_LeadTheIncident");
    assertThat(incident.saidIn("#war_room")).noneMatch(line -> line.contains("部屋を閉じます"));
  }

  @Test
  @DisplayName("After thirty seconds a resolution stays, and the room is told")
  void tooLate() {
    Told incident = watched();
    as("aoi").resolves(incident);
    pass(TOO_LATE);

    Answer late = as("aoi").takesBack(incident, "RESOLUTION");

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body()).contains("30 秒を過ぎた", "More than 30 seconds ago");
    incident.soon(
        () -> assertThat(incident.saidIn("#war_room")).anyMatch(line -> line.contains("部屋を閉じます")));
  }

  @Test
  @DisplayName("What is named wrongly is said with the names there are")
  void unknown() {
    Told incident = alert("payment-api").rings().soonCalls("misaki");

    Answer bad = as("misaki").takesBack(incident, "EVERYTHING");

    assertThat(bad.status()).isEqualTo(400);
    assertThat(bad.body()).contains("act", "ANSWER, ESCALATION, RESOLUTION, FALSE_ALARM");
  }

  /** A room that Aoi commands, mitigated and verified. */
  private static Told watched() {
    Told incident = CommandStoryIT.room();
    as("aoi").takesCommand(incident);
    as("aoi").mitigates(incident);
    incident.soonWaitsFor("Activity_VerifyMitigation");
    as("itsuki").verifies(incident);
    return incident.soon(
        () -> assertThat(incident.waitsFor()).doesNotContain("Activity_VerifyMitigation"));
  }
}
