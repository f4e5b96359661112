package org.honbu.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.app.story.CommandStoryIT.room;
import static org.honbu.app.story.Story.as;
import static org.honbu.app.story.Story.minutesPass;

import org.honbu.testkit.server.Answer;
import org.honbu.testkit.server.CleanSlate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What users are told, and by whom. */
@CleanSlate(eachTime = true)
class AnnouncementStoryIT {

  @Test
  @DisplayName("T12: 「ユーザーアナウンスは 田中 由美 さんに任せました」")
  void t12() {
    Told incident = room();
    as("misaki").raises(incident, 1);
    as("aoi").takesCommand(incident);
    incident.soonWaitsFor("Activity_Announce");

    assertThat(as("yumi").claimsInTasklist(incident, "Activity_Announce").status()).isEqualTo(204);

    incident.soon(
        () ->
            assertThat(incident.saidIn("#war_room"))
                .anyMatch(line -> line.contains("ユーザーアナウンスは 田中 由美 さんに任せました")));
    assertThat(incident.now().getJsonObject("announcer").getString("id")).isEqualTo("yumi");
    Answer commander = as("aoi").drafts(incident, "調査しています");
    assertThat(commander.status()).as(commander.toString()).isEqualTo(409);
    assertThat(commander.body()).contains("Only the announcer writes the text");
    Answer announcer = as("yumi").drafts(incident, "決済がしにくくなっています。調査しています");
    assertThat(announcer.status()).as(announcer.toString()).isEqualTo(200);
  }

  @Test
  @DisplayName("T12: unassigned after 3 minutes, the room is asked for an announcer")
  void t12Unassigned() {
    Told incident = room();
    incident.soonWaitsFor("Activity_Announce");
    int said = incident.saidIn("#war_room").size();

    minutesPass(3);

    incident.soon(
        () -> {
          assertThat(incident.saidIn("#war_room").size()).isGreaterThan(said);
          assertThat(incident.saidIn("#war_room")).anyMatch(line -> line.contains("アナウンス"));
        });
  }
}
