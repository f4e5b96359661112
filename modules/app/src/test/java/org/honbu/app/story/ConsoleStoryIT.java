package org.honbu.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.honbu.app.story.CareStoryIT.roomOfAoi;
import static org.honbu.app.story.Story.person;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.honbu.testkit.browser.Chromium;
import org.honbu.testkit.browser.Language;
import org.honbu.testkit.browser.Visitor;
import org.honbu.testkit.needs.Needs;
import org.honbu.testkit.server.Answer;
import org.honbu.testkit.server.CleanSlate;
import org.honbu.testkit.server.TestPlatform;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A room as one screen, and as plain text where there is no screen. */
@Needs(Chromium.PROGRAM)
@CleanSlate(eachTime = true)
@Tag("postgresql") // once is enough, and on the database that is used for real
class ConsoleStoryIT {
  private static final String NOTE = "見たこと、決めたこと";
  private static final String CONDITIONS = "状況：どうなっているか";
  private static final String STALE = "古い表示";
  private static final Duration SOON = Duration.ofSeconds(30);

  @Test
  @DisplayName(
      "PR-00l, USERS 1a: the clocks run, a form survives news, the network goes and returns")
  void oneScreen() {
    Told incident = roomOfAoi();
    given(incident);
    URI honbu = TestPlatform.honbu().url("");

    try (Chromium chromium = Chromium.start(honbu, Path.of("target/screenshots/console"))) {
      Visitor itsuki = chromium.visitor(Language.JAPANESE);
      itsuki.open("/incidents/" + incident.id()).signIn("itsuki");
      itsuki.sees("中村 葵").sees("切り戻す").picture("1-participant");
      String before = itsuki.wordsAt(".hd .cd .dig");
      // A browser answers its own thread only.
      await()
          .pollInSameThread()
          .atMost(SOON)
          .until(() -> !itsuki.wordsAt(".hd .cd .dig").equals(before));

      itsuki.unfold("報告する", CONDITIONS).fill(CONDITIONS, "書きかけの報告");
      does("aoi", incident, "assignments/1/more-time", "minutes", 5);
      notes(incident, "ログを見ています");
      itsuki.sees("ログを見ています");
      assertThat(itsuki.written(CONDITIONS)).isEqualTo("書きかけの報告");
      itsuki.leaves(CONDITIONS);
      notes(incident, "もう一行");
      itsuki.sees("もう一行");
      assertThat(itsuki.written(CONDITIONS)).isEqualTo("書きかけの報告");

      itsuki.key("?").sees("一文字だけで確定する操作はありません").key("Escape");
      itsuki.key("n").fill(NOTE, "網が切れる前の記録").network(false).sees(STALE);
      itsuki.press("残す").sees("届きませんでした").picture("2-stale");
      itsuki.network(true).seesNo(STALE).press("もう一度");
      itsuki.sees("網が切れる前の記録").seesNo("届きませんでした").picture("3-back");
      assertThat(itsuki.complaints()).allMatch(line -> line.contains("net::ERR_"));

      Visitor aoi = chromium.visitor(Language.JAPANESE);
      aoi.open("/incidents/" + incident.id()).signIn("aoi");
      aoi.sees("（あなた）").sees("コマンダーを渡す").picture("4-commander");
      assertThat(aoi.complaints()).isEmpty();
    }
  }

  @Test
  @DisplayName("A57: the room can be read in the second place; numbers are for operators")
  void copies() throws IOException {
    Told incident = roomOfAoi();
    given(incident);

    Answer forAll = person("emma").get(at(incident, "copy.txt"));
    assertThat(forAll.status()).as(forAll.toString()).isEqualTo(200);
    assertThat(forAll.body())
        .contains(incident.id(), "中村 葵", "Aoi Nakamura", "切り戻す", "運用者だけが見られます");
    Answer forOperators = person("kaoru").get(at(incident, "copy.txt"));
    assertThat(forOperators.body()).doesNotContain("運用者だけが見られます").contains("aoi@");

    Path copy = TestPlatform.roomCopies().resolve("honbu-" + incident.id() + ".txt");
    await().atMost(SOON).untilAsserted(() -> assertThat(copy).content().contains("切り戻す"));
    assertThat(Files.readString(copy)).contains("中村 葵", "aoi@");
  }

  /** Itsuki works. */
  private static void given(Told incident) {
    JsonObject work =
        Json.createObjectBuilder()
            .add("kind", "OPERATE")
            .add("outcome", "切り戻す")
            .add("owner", "itsuki")
            .add("minutes", 10)
            .build();
    Answer given = person("aoi").post(at(incident, "assignments"), work);
    assertThat(given.status()).as(given.toString()).isEqualTo(200);
    Answer taken =
        person("itsuki")
            .post(at(incident, "assignments/1/accept"), Json.createObjectBuilder().build());
    assertThat(taken.status()).as(taken.toString()).isEqualTo(204);
  }

  private static void notes(Told incident, String text) {
    JsonObject note = Json.createObjectBuilder().add("text", text).build();
    assertThat(person("misaki").post(at(incident, "notes"), note).status()).isEqualTo(204);
  }

  private static void does(String name, Told incident, String act, String field, int value) {
    JsonObject said = Json.createObjectBuilder().add(field, value).build();
    assertThat(person(name).post(at(incident, act), said).status()).isEqualTo(204);
  }

  private static String at(Told incident, String what) {
    return "/api/v1/incidents/" + incident.id() + "/" + what;
  }
}
