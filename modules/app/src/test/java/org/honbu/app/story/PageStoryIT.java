package org.honbu.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.app.story.Story.alert;
import static org.honbu.app.story.Story.as;
import static org.honbu.app.story.Story.minutesPass;
import static org.honbu.app.story.Story.pass;

import java.time.Duration;
import java.util.Map;
import org.honbu.testkit.server.Answer;
import org.honbu.testkit.server.CleanSlate;
import org.honbu.testkit.server.TestPlatform;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who is called, who answers, and what happens when nobody does. */
@CleanSlate(eachTime = true)
class PageStoryIT {
  /** How long before its deadline an answer comes: a loaded machine needs a few seconds for it. */
  private static final Duration JUST_BEFORE = Duration.ofSeconds(20);

  private static final Duration DEADLINE = Duration.ofMinutes(5);

  @Test
  @Tag("postgresql") // once is enough
  @DisplayName("A09: nobody is on the first level, so the second is called at once")
  void a09() {
    Answer settled =
        Story.person("misaki").post("/api/v1/story-door/half-staffed/half-api/riku", "");
    assertThat(settled.status()).as(settled.toString()).isEqualTo(204);

    Told incident = alert("half-api").rings().soonCalls("riku");

    assertThat(incident.called()).containsExactly("riku");
    assertThat(incident.timeline()).anyMatch(line -> line.contains("has nobody; skipped"));
  }

  @Test
  @DisplayName("A10: an answer just before the deadline stops the escalation")
  void a10InTime() {
    Told incident = alert("payment-api").rings().soonCalls("misaki");
    pass(DEADLINE.minus(JUST_BEFORE));

    Answer inTasklist =
        as("misaki").doesInTasklist(incident, "Activity_AnswerThePage", Map.of("answer", "ACK"));
    assertThat(inTasklist.status()).as(inTasklist.toString()).isBetween(200, 204);
    minutesPass(6);

    incident.soonWaitsFor("Activity_Triage");
    assertThat(incident.called()).containsExactly("misaki");
  }

  @Test
  @DisplayName("A10: who clicks second sees that 佐藤 美咲 さん has it")
  void a10Second() {
    Told incident = alert("payment-api").rings().soonCalls("misaki");
    as("misaki").answers(incident);

    Answer second = as("itsuki").answers(incident);

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.body()).contains("佐藤 美咲", "Misaki Sato");
    assertThat(as("itsuki").presses(incident, Map.of("act", "answer")))
        .containsAnyOf("すでに 佐藤 美咲", "Misaki Sato took it already");
  }

  @Test
  @DisplayName("A10: nobody answers in time, and the next level is called, once")
  void a10NobodyInTime() {
    Told incident = alert("payment-api").rings().soonCalls("misaki");
    pass(DEADLINE);

    incident.soonCalls("itsuki");
    assertThat(incident.called()).containsExactly("misaki", "itsuki");
    assertThat(as("itsuki").pressesTheirLink(incident).status()).isEqualTo(200);
    incident.soonWaitsFor("Activity_Triage");
    assertThat(incident.now().getJsonObject("answeredBy").getString("id")).isEqualTo("itsuki");
  }

  @Test
  @DisplayName("A59: the commander answers first: the room is theirs, the on-call is called on")
  void a59() {
    Told incident = alert("payment-api").down().rings().soonCalls("misaki");
    incident.soon(() -> assertThat(incident.called()).hasSize(2));
    String commander = // whose week it is, the stories before have decided
        incident.called().stream().filter(one -> !one.equals("misaki")).findFirst().orElseThrow();

    assertThat(as(commander).pressesTheirLink(incident).body())
        .containsAnyOf("当番が応答するまで", "until they answer");

    assertThat(incident.command()).isEqualTo(commander + " HELD");
    incident.soonWaitsFor("Activity_LeadTheIncident");
    assertThat(incident.waitsFor())
        .contains("Activity_AnswerThePage")
        .doesNotContain("Activity_Triage");
    assertThat(as("misaki").answers(incident).status()).isEqualTo(200);
    incident.soon(() -> assertThat(incident.waitsFor()).doesNotContain("Activity_AnswerThePage"));
    assertThat(incident.command()).isEqualTo(commander + " HELD");
  }

  @Test
  @Tag("postgresql") // H2 in memory forgets with the server
  @DisplayName("A11: a server that restarts before the deadline escalates once at the deadline")
  void a11() {
    Told incident = alert("payment-api").rings().soonCalls("misaki");
    pass(DEADLINE.minusSeconds(30));

    TestPlatform.honbuDies();
    pass(JUST_BEFORE.plusSeconds(11));

    incident.soonCalls("itsuki");
    assertThat(incident.called()).containsExactly("misaki", "itsuki");
  }

  @Test
  @DisplayName("SV-1: raised to severity 1 while it rings, the commanders are called as well")
  void raisedWhileRinging() {
    Told incident = alert("payment-api").rings().soonCalls("misaki");
    assertThat(incident.called()).doesNotContain("aoi", "sakura");

    as("emma").raises(incident, 1);

    incident.soon(() -> assertThat(incident.called()).containsAnyOf("aoi", "sakura"));
  }

  @Test
  @DisplayName("SV-1: raised to severity 1 after the answer, the room opens at once")
  void raisedInTriage() {
    Told incident = alert("payment-api").rings().soonCalls("misaki");
    as("misaki").answers(incident);
    incident.soonWaitsFor("Activity_Triage");

    as("emma").raises(incident, 1);

    incident.soonWaitsFor("Activity_LeadTheIncident");
    assertThat(incident.command()).isEqualTo("misaki ACTING");
    assertThat(incident.waitsFor()).doesNotContain("Activity_Triage");
  }
}
