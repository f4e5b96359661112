package org.honbu.testkit.slack;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The fake keeps Slack's own rules: what it would let through, Slack would, too. */
class FakeSlackTest {
  private static final String JSON = "application/json; charset=utf-8";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final FakeSlack slack = FakeSlack.start();

  @AfterEach
  void close() {
    slack.close();
  }

  @Test
  void nobodyIsHeardWithoutTheToken() {
    assertThat(error(call("auth.test", "Bearer nonsense", FORM, ""))).isEqualTo("invalid_auth");
    assertThat(error(call("auth.test", "", FORM, ""))).isEqualTo("not_authed");
    assertThat(ok("auth.test", FORM, "").getString("team_id")).isEqualTo(Workspace.TEAM);
  }

  @Test
  void whatWritesTakesJsonAndForms() {
    String channel = slack.channel("alert");

    ok("chat.postMessage", JSON, "{\"channel\":\"" + channel + "\",\"text\":\"one\"}");
    ok("chat.postMessage", FORM, "channel=" + channel + "&text=t%77o");

    assertThat(slack.channels().get(0).messages())
        .extracting(FakeSlack.Message::text)
        .containsExactly("one", "two");
    assertThat(slack.calls("chat.postMessage"))
        .extracting(FakeSlack.Call::contentType)
        .containsExactly("application/json", FORM);
  }

  @Test
  void whatReadsTakesFormsAlone() {
    slack.member("U1", "misaki@honbu.example", "ja-JP");

    assertThat(error(bot("users.info", JSON, "{\"user\":\"U1\"}"))).isEqualTo("invalid_arguments");
    assertThat(ok("users.info", FORM, "user=U1").getJsonObject("user").getString("locale"))
        .isEqualTo("ja-JP");
    assertThat(error(bot("users.lookupByEmail", FORM, "email=nobody@honbu.example")))
        .isEqualTo("users_not_found");
  }

  @Test
  void aChannelsNameIsTakenOnceAndInItsLetters() {
    ok("conversations.create", JSON, "{\"name\":\"inc-2026-0001\"}");

    assertThat(error(bot("conversations.create", JSON, "{\"name\":\"inc-2026-0001\"}")))
        .isEqualTo("name_taken");
    assertThat(error(bot("conversations.create", JSON, "{\"name\":\"INC\"}")))
        .isEqualTo("invalid_name_specials");
    assertThat(error(bot("conversations.create", JSON, "{\"name\":\"" + "a".repeat(81) + "\"}")))
        .isEqualTo("invalid_name_maxlength");
  }

  @Test
  void anArchivedChannelTakesNothingMore() {
    String channel = slack.channel("room");
    ok("conversations.archive", JSON, "{\"channel\":\"" + channel + "\"}");

    assertThat(error(bot("chat.postMessage", FORM, "channel=" + channel + "&text=late")))
        .isEqualTo("is_archived");
    assertThat(error(bot("conversations.archive", FORM, "channel=" + channel)))
        .isEqualTo("already_archived");
  }

  @Test
  void aMessageTooLargeIsRefused() {
    String channel = slack.channel("alert");
    JsonObject section =
        Json.createObjectBuilder()
            .add("type", "section")
            .add(
                "text",
                Json.createObjectBuilder().add("type", "mrkdwn").add("text", "x".repeat(3_001)))
            .build();
    JsonObject message =
        Json.createObjectBuilder()
            .add("channel", channel)
            .add("text", "x")
            .add("blocks", Json.createArrayBuilder().add(section))
            .build();

    assertThat(error(bot("chat.postMessage", JSON, message.toString())))
        .isEqualTo("invalid_blocks");
    assertThat(error(bot("chat.postMessage", JSON, "{\"channel\":\"" + channel + "\"}")))
        .isEqualTo("no_text");
    assertThat(error(bot("chat.update", FORM, "channel=" + channel + "&ts=1.1&text=x")))
        .isEqualTo("message_not_found");
  }

  @Test
  void whatIsSaidAsideReachesOnlyWhoIsThere() {
    String channel = slack.channel("room");
    slack.member("U1", "misaki@honbu.example", "ja-JP");
    String body = "{\"channel\":\"" + channel + "\",\"user\":\"U1\",\"text\":\"ask Sakura\"}";

    assertThat(error(bot("chat.postEphemeral", JSON, body))).isEqualTo("user_not_in_channel");
    slack.joins(channel, "U1");
    ok("chat.postEphemeral", JSON, body);

    assertThat(slack.asides("U1")).containsExactly("ask Sakura");
    assertThat(slack.channels().get(0).messages()).as("it stands in no history").isEmpty();
  }

  @Test
  void aButtonStandsOnceInItsBlock() {
    String channel = slack.channel("room");
    String button =
        "{\"type\":\"button\",\"action_id\":\"a\",\"text\":{\"type\":\"plain_text\",\"text\":\"x\"}}";
    String blocks = "[{\"type\":\"actions\",\"elements\":[" + button + "," + button + "]}]";
    String body = "{\"channel\":\"" + channel + "\",\"text\":\"x\",\"blocks\":" + blocks + "}";

    assertThat(error(bot("chat.postMessage", JSON, body))).isEqualTo("invalid_blocks");
    ok("chat.postMessage", JSON, body.replace(button + ",", ""));
  }

  @Test
  void oneTooManyHearsHowLongToWait() {
    slack.tooMany("auth.test", 7);

    HttpResponse<String> refused = bot("auth.test", FORM, "");

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("7");
    assertThat(ok("auth.test", FORM, "").getBoolean("ok")).isTrue();
    assertThat(slack.ledger())
        .extracting(FakeSlack.Call::outcome)
        .containsExactly("ratelimited", "ok");
  }

  @Test
  void guestsOfAnotherWorkspaceAreSeenAsSuch() {
    slack.stranger("U9", "misaki@honbu.example");

    assertThat(ok("users.info", FORM, "user=U9").getJsonObject("user").getString("team_id"))
        .isNotEqualTo(Workspace.TEAM);
    assertThat(error(bot("users.lookupByEmail", FORM, "email=misaki@honbu.example")))
        .isEqualTo("users_not_found");
  }

  @Test
  void aMethodSlackDoesNotHaveIsUnknown() {
    assertThat(error(bot("chat.nonsense", FORM, ""))).isEqualTo("unknown_method");
  }

  private JsonObject ok(String method, String type, String body) {
    JsonObject answer = read(bot(method, type, body));
    assertThat(answer.getBoolean("ok")).as("%s: %s", method, answer).isTrue();
    return answer;
  }

  private HttpResponse<String> bot(String method, String type, String body) {
    return call(method, "Bearer " + FakeSlack.BOT_TOKEN, type, body);
  }

  private HttpResponse<String> call(String method, String authorization, String type, String body) {
    var request =
        HttpRequest.newBuilder(slack.api().resolve(method))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String error(HttpResponse<String> response) {
    return read(response).getString("error", "");
  }

  private static JsonObject read(HttpResponse<String> response) {
    try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
      return reader.readObject();
    }
  }
}
