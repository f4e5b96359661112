package org.honbu.slack.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.honbu.testkit.slack.FakeSlack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The client against a Slack written from its documentation. */
class SlackWebTest {
  private final FakeSlack slack = FakeSlack.start();
  private final StandingClock clock = new StandingClock();
  private final List<Duration> waited = new ArrayList<>();
  private final SlackWeb web =
      new SlackWeb(Settings.of(slack), clock, time -> waited.add(clock.passes(time)));

  @AfterEach
  void close() {
    slack.close();
  }

  @Test
  void writesAsJsonAndReadsAsAForm() {
    String channel = slack.channel("alert");
    slack.member("U1", "misaki@honbu.example", "ja-JP");

    assertThat(post(channel, "SEV1 決済")).isInstanceOf(Said.Yes.class);
    assertThat(web.ask(Asks.Method.PERSON_BY_EMAIL, Map.of("email", "misaki@honbu.example")))
        .isInstanceOfSatisfying(
            Said.Yes.class, yes -> assertThat(yes.text("user", "id")).isEqualTo("U1"));

    assertThat(slack.channels().get(0).messages().get(0).text()).isEqualTo("SEV1 決済");
    assertThat(slack.ledger())
        .extracting(FakeSlack.Call::contentType)
        .containsExactly("application/json", "application/x-www-form-urlencoded");
  }

  @Test
  void messagesOfOneChannelAreASecondApartAndOthersDoNotWait() {
    String alert = slack.channel("alert");
    String room = slack.channel("room");

    post(alert, "one");
    post(alert, "two");
    post(room, "other");

    assertThat(waited).hasSize(1);
    assertThat(waited.get(0)).isBetween(Duration.ofMillis(900), Duration.ofMillis(1_100));
  }

  @Test
  void retryAfterIsObeyedWithoutAsking() {
    String alert = slack.channel("alert");
    slack.tooMany("chat.postMessage", 30);

    assertThat(post(alert, "one"))
        .isInstanceOfSatisfying(
            Said.NotNow.class, no -> assertThat(no.after()).isEqualTo(Duration.ofSeconds(30)));
    clock.passes(Duration.ofSeconds(20));
    assertThat(post(alert, "one"))
        .isInstanceOfSatisfying(
            Said.NotNow.class, no -> assertThat(no.after()).isEqualTo(Duration.ofSeconds(10)));
    assertThat(slack.calls("chat.postMessage")).as("asked once").hasSize(1);

    clock.passes(Duration.ofSeconds(11));
    assertThat(post(alert, "one")).isInstanceOf(Said.Yes.class);
  }

  @Test
  void whatMayPassIsTriedAgainAndWhatCannotIsNot() {
    String alert = slack.channel("alert");

    assertThat(post("C404", "x")).isEqualTo(new Said.No("channel_not_found"));
    slack.refuses("chat.postMessage", "token_revoked");
    assertThat(post(alert, "x")).isInstanceOf(Said.NotNow.class);
    slack.breaks(true);
    assertThat(post(alert, "x")).isInstanceOf(Said.NotNow.class);
    slack.close();
    assertThat(post(alert, "x")).isInstanceOf(Said.NotNow.class);
  }

  @Test
  void theAppsOwnTokenOpensTheSocket() {
    assertThat(web.socketAddress())
        .isInstanceOfSatisfying(
            Said.Yes.class, yes -> assertThat(yes.text("url")).startsWith("ws://"));
  }

  @Test
  void anAnswerGoesToSlackAlone() {
    assertThat(web.answer(slack.responseUrl("misaki"), "応答しました")).isInstanceOf(Said.Yes.class);
    assertThat(web.answer(URI.create("http://169.254.169.254/latest"), "x"))
        .isInstanceOf(Said.No.class);

    assertThat(slack.answers()).hasSize(1);
    assertThat(slack.answers().get(0).body().getString("response_type")).isEqualTo("ephemeral");
  }

  @Test
  void settingsKeepTheirSecretsAndNameWhatIsWrong() {
    SlackSettings settings = Settings.of(slack);

    assertThat(settings.toString()).doesNotContain(FakeSlack.BOT_TOKEN, FakeSlack.SIGNING_SECRET);
    assertThat(Settings.with(Map.of()).isOn()).as("off without a token").isFalse();
    assertThatThrownBy(() -> Settings.with(Map.of("honbu.slack.channels", "alert")))
        .hasMessageContaining("honbu.slack.channels");
    assertThat(
            Settings.with(Map.of("honbu.slack.channels", "#alert=C1, #war_room = C2")).channels())
        .containsOnly(Map.entry("#alert", "C1"), Map.entry("#war_room", "C2"));
  }

  private Said post(String channel, String text) {
    JsonObject message =
        Json.createObjectBuilder().add("channel", channel).add("text", text).build();
    return web.speak("chat.postMessage", message);
  }
}
