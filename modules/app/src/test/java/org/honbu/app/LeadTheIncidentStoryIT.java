package org.honbu.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.honbu.testkit.browser.Chromium;
import org.honbu.testkit.browser.Language;
import org.honbu.testkit.browser.Tasklist;
import org.honbu.testkit.browser.Visitor;
import org.honbu.testkit.needs.Needs;
import org.honbu.testkit.server.Answer;
import org.honbu.testkit.server.CleanSlate;
import org.honbu.testkit.server.Person;
import org.honbu.testkit.server.TestDoor;
import org.honbu.testkit.server.TestPlatform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tasks of Tasklist in a browser: <em>トリアージ / Triage</em>, which its form completes, and <em>指揮する /
 * Lead the incident</em>, which it does not.
 */
@Needs(Chromium.PROGRAM)
@Tag("any-database")
@CleanSlate
class LeadTheIncidentStoryIT {
  private static final String WAITING = "コマンダー待ち";
  private static final String TRIAGE = "トリアージ";
  private static final String LEAD = "指揮する";
  private static final Duration SOON = Duration.ofSeconds(60);

  /** Claiming the task is taking the duty; it is over when the duty is, and not by a button. */
  @Test
  void theCommanderSeesItClaimsItAndHoldsItUntilTheIncidentIsOver() throws Exception {
    URI honbu = TestPlatform.honbu().url("");
    Person misaki = TestPlatform.withToken("misaki");
    String incident = Monitoring.raise(honbu, "payment-api-down.json");
    answer(misaki, incident);

    try (Chromium chromium = Chromium.start(honbu, Path.of("target/screenshots/lead"))) {
      triageInTasklist(signedIn(chromium, "misaki"), incident);
      await().atMost(SOON).until(() -> room(misaki, incident).equals("OPEN"));

      Visitor emma = signedIn(chromium, "emma");
      Visitor aoi = signedIn(chromium, "aoi");
      aoi.picture("1-filters");
      aoi.tasklist().filter(WAITING).lists(LEAD, incident);
      aoi.picture("2-waiting");
      emma.tasklist().listsNothingOf(incident).offersNoFilter(WAITING);
      emma.picture("2-emma-sees-nothing");

      aoi.tasklist().open(LEAD, incident).claim();
      aoi.picture("3-claimed");
      assertThat(commander(misaki, incident)).isEqualTo("aoi");

      aoi.tasklist().tick("コマンダーを務めます").complete();
      aoi.sees("指揮は復旧の宣言で終わります。ここでは完了できません").picture("4-not-here");
      assertThat(commander(misaki, incident)).isEqualTo("aoi");

      resolve(incident);
      nobodyTakesItBack(misaki, incident);
      aoi.open(Tasklist.PATH).tasklist().filter("自分のタスク").listsNo(LEAD, incident);
      aoi.picture("5-over");
      emma.tasklist().listsNothingOf(incident);
      // The refused form, and a task that is over, are a 4xx of Tasklist's REST, which every
      // browser notes.
      assertThat(aoi.complaints()).allMatch(line -> line.contains("/task/"));
      assertThat(emma.complaints()).isEmpty();
    }
  }

  /**
   * For half a minute it could still be taken back; then nobody leads it, and the review may begin.
   */
  private static void nobodyTakesItBack(Person misaki, String incident) {
    await()
        .atMost(SOON)
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              TestDoor.timePasses(Duration.ofSeconds(31));
              return misaki.get("/api/v1/story-door/" + incident).object();
            },
            seen -> !seen.getJsonArray("tasks").toString().contains("Activity_LeadTheIncident"));
  }

  private static Visitor signedIn(Chromium chromium, String person) {
    return chromium.visitor(Language.JAPANESE).open(Tasklist.PATH).signIn(person);
  }

  private static void answer(Person misaki, String incident) {
    await()
        .atMost(SOON)
        .until(() -> misaki.post(at(incident) + "/acknowledge", "").status() == 200);
  }

  /** What she does not know counts as the worse: severity 2, confirmed by a person, is large. */
  private static void triageInTasklist(Visitor misaki, String incident) {
    misaki.tasklist().filter("自分のチーム").open(TRIAGE, incident).claim();
    misaki.picture("0-triage");
    misaki.tasklist().tick("分からない（本当とみなす）").complete().listsNothingOf(incident);
    assertThat(misaki.complaints()).isEmpty();
  }

  private static String at(String incident) {
    return "/api/v1/incidents/" + incident;
  }

  private static String room(Person reader, String incident) {
    return reader.get(at(incident)).object().getString("room");
  }

  private static String commander(Person reader, String incident) {
    return reader
        .get(at(incident))
        .object()
        .getJsonObject("commander")
        .getJsonObject("who")
        .getString("id");
  }

  private static void resolve(String incident) {
    String acts = at(incident);
    Person aoi = TestPlatform.withToken("aoi");
    aoi.post(acts + "/mitigated", "{\"text\":\"rolled back\"}");
    TestPlatform.withToken("itsuki").post(acts + "/verified", "");
    Answer resolved = aoi.post(acts + "/resolved", "{\"text\":\"done\"}");
    assertThat(resolved.object().getString("state")).isEqualTo("RESOLVED");
  }
}
