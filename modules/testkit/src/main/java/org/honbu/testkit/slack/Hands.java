package org.honbu.testkit.slack;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What somebody types and presses in Slack, as Slack sends it on: a signed form.
 *
 * @param slack whose signing secret and {@code response_url}s it uses
 */
public record Hands(FakeSlack slack) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final AtomicInteger TRIGGERS = new AtomicInteger();

  /** A slash command's fields. */
  public Map<String, String> command(String user, String channel, String text) {
    return new TreeMap<>(
        Map.of(
            "command",
            "/honbu",
            "text",
            text,
            "user_id",
            user,
            "channel_id",
            channel,
            "team_id",
            Workspace.TEAM,
            "api_app_id",
            "A0HONBU",
            "trigger_id",
            "trigger." + TRIGGERS.incrementAndGet(),
            "response_url",
            slack.responseUrl(user).toString()));
  }

  /** A pressed button's payload. */
  public JsonObject press(String user, String channel, String action, String value) {
    return Json.createObjectBuilder()
        .add("type", "block_actions")
        .add("user", Json.createObjectBuilder().add("id", user).add("team_id", Workspace.TEAM))
        .add("channel", Json.createObjectBuilder().add("id", channel))
        .add("trigger_id", "trigger." + TRIGGERS.incrementAndGet())
        .add("response_url", slack.responseUrl(user).toString())
        .add(
            "actions",
            Json.createArrayBuilder()
                .add(
                    Json.createObjectBuilder()
                        .add("type", "button")
                        .add("action_id", action)
                        .add("value", value)))
        .build();
  }

  /** Somebody chosen from a list of people. */
  public JsonObject chooses(String user, String channel, String action, String block, String who) {
    return Json.createObjectBuilder(press(user, channel, action, ""))
        .add(
            "actions",
            Json.createArrayBuilder()
                .add(
                    Json.createObjectBuilder()
                        .add("type", "users_select")
                        .add("action_id", action)
                        .add("block_id", block)
                        .add("selected_user", who)))
        .build();
  }

  /** A message somebody wrote, as Slack tells of it. */
  public JsonObject says(String user, String channel, String text) {
    int number = TRIGGERS.incrementAndGet();
    return Json.createObjectBuilder()
        .add("type", "event_callback")
        .add("team_id", Workspace.TEAM)
        .add("api_app_id", "A0HONBU")
        .add("event_id", "Ev" + number)
        .add(
            "event",
            Json.createObjectBuilder()
                .add("type", "message")
                .add("channel", channel)
                .add("channel_type", "channel")
                .add("user", user)
                .add("text", text)
                .add("ts", "1790000001.%06d".formatted(number)))
        .build();
  }

  /** As a form on the wire. */
  public static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** The signature Slack puts on it, by its documentation. */
  public static String signature(String timestamp, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec(
              FakeSlack.SIGNING_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      String base = "v0:" + timestamp + ":" + body;
      byte[] code = mac.doFinal(base.getBytes(StandardCharsets.UTF_8));
      return "v0=" + HexFormat.of().formatHex(code);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Sends a form to Honbu, signed.
   *
   * @param at by the clock of whoever receives it
   */
  public static HttpResponse<String> send(URI to, Map<String, String> fields, Instant at) {
    return send(to, "application/x-www-form-urlencoded", form(fields), at);
  }

  /** Sends an event to Honbu, signed: as JSON. */
  public static HttpResponse<String> send(URI to, JsonObject event, Instant at) {
    return send(to, "application/json", event.toString(), at);
  }

  private static HttpResponse<String> send(URI to, String type, String body, Instant at) {
    String timestamp = String.valueOf(at.getEpochSecond());
    HttpRequest request =
        HttpRequest.newBuilder(to)
            .header("Content-Type", type)
            .header("X-Slack-Request-Timestamp", timestamp)
            .header("X-Slack-Signature", signature(timestamp, body))
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(to.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
