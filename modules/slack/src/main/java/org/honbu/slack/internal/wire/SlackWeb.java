package org.honbu.slack.internal.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Slack's Web API over HTTP: what writes as JSON, what reads as a form, for those methods take
 * nothing else. It keeps Slack's rate limits by waiting its turn for a moment, and by saying “not
 * now” where that would take long.
 *
 * <p>Never called inside a transaction. Tokens leave in the header alone and are logged nowhere.
 */
@ApplicationScoped
class SlackWeb implements Asks, Speaks {
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final Duration LONGEST_TURN = Duration.ofSeconds(4);
  private static final int TOO_MANY = 429;
  private static final int LONGEST_ANSWER = 3_000;
  private static final Duration SLACKS_MINUTE = Duration.ofMinutes(1);

  /** Slack is not well, or somebody has to mend the app's rights: worth another try. */
  private static final Set<String> MAY_PASS =
      Set.of(
          "ratelimited",
          "rate_limited",
          "internal_error",
          "fatal_error",
          "service_unavailable",
          "request_timeout",
          "not_authed",
          "invalid_auth",
          "token_expired",
          "token_revoked",
          "account_inactive",
          "missing_scope");

  private final SlackSettings settings;
  private final HttpClient http;
  private final Pace pace;
  private final Patience patience;

  @Inject
  SlackWeb(SlackSettings settings, Clock clock) {
    this(settings, clock, Patience.ASLEEP);
  }

  SlackWeb(SlackSettings settings, Clock clock, Patience patience) {
    this.settings = settings;
    this.pace = new Pace(clock);
    this.patience = patience;
    this.http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  }

  /** How a short turn is waited for. */
  interface Patience {
    Patience ASLEEP = time -> Thread.sleep(time.toMillis());

    void wait(Duration time) throws InterruptedException;
  }

  @Override
  public Said speak(String method, JsonObject arguments) {
    HttpRequest.Builder request =
        request(method, settings.botToken())
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(BodyPublishers.ofString(arguments.toString()));
    return call(method, arguments.getString("channel", ""), request.build());
  }

  @Override
  public Said ask(Method method, Map<String, String> arguments) {
    return call(method.slacks(), "", form(method.slacks(), settings.botToken(), arguments));
  }

  @Override
  public Said socketAddress() {
    String method = "apps.connections.open";
    return call(method, "", form(method, settings.appToken(), Map.of()));
  }

  private HttpRequest form(String method, String token, Map<String, String> arguments) {
    String body =
        arguments.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return request(method, token)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private HttpRequest.Builder request(String method, String token) {
    return HttpRequest.newBuilder(settings.api().resolve(method))
        .timeout(ANSWER)
        .header("Authorization", "Bearer " + token);
  }

  private Said call(String method, String channel, HttpRequest request) {
    Duration rest = pace.rest(method);
    if (rest.compareTo(LONGEST_TURN) > 0) {
      return new Said.NotNow(rest, method + " rests, as Slack asked");
    }
    Duration turn = pace.turn(method, channel);
    if (turn.compareTo(LONGEST_TURN) > 0) {
      return new Said.NotNow(turn, method + " waits for its turn");
    }
    try {
      if (!turn.isZero()) {
        patience.wait(turn);
      }
      return heard(method, http.send(request, BodyHandlers.ofString()));
    } catch (IOException e) {
      return new Said.NotNow(Duration.ZERO, method + ": " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Said.NotNow(Duration.ZERO, method + ": interrupted");
    }
  }

  private Said heard(String method, HttpResponse<String> response) {
    if (response.statusCode() == TOO_MANY) {
      Duration after =
          response
              .headers()
              .firstValue("Retry-After")
              .filter(text -> text.matches("\\d{1,5}"))
              .map(text -> Duration.ofSeconds(Long.parseLong(text)))
              .orElse(SLACKS_MINUTE);
      pace.rest(method, after);
      return new Said.NotNow(after, method + ": ratelimited");
    }
    if (response.statusCode() != 200) {
      return new Said.NotNow(Duration.ZERO, method + ": HTTP " + response.statusCode());
    }
    try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
      return read(method, reader.readObject());
    } catch (JsonException unreadable) {
      return new Said.NotNow(Duration.ZERO, method + ": not JSON: " + unreadable.getMessage());
    }
  }

  private static Said read(String method, JsonObject body) {
    if (body.getBoolean("ok", false)) {
      return new Said.Yes(body);
    }
    String error = body.getString("error", "unknown_error");
    return MAY_PASS.contains(error)
        ? new Said.NotNow(Duration.ZERO, method + ": " + error)
        : new Said.No(error);
  }

  @Override
  public Said answer(URI responseUrl, String text) {
    if (!settings.isSlacks(responseUrl)) {
      return new Said.No("not an address of Slack");
    }
    JsonObject body =
        Json.createObjectBuilder()
            .add("response_type", "ephemeral")
            .add("replace_original", false)
            .add("text", Mrkdwn.escaped(shown(text)))
            .build();
    HttpRequest request =
        HttpRequest.newBuilder(responseUrl)
            .timeout(ANSWER)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(BodyPublishers.ofString(body.toString()))
            .build();
    try {
      int status = http.send(request, BodyHandlers.discarding()).statusCode();
      return status == 200
          ? new Said.Yes(JsonObject.EMPTY_JSON_OBJECT)
          : new Said.NotNow(Duration.ZERO, "response_url: HTTP " + status);
    } catch (IOException e) {
      return new Said.NotNow(Duration.ZERO, "response_url: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Said.NotNow(Duration.ZERO, "response_url: interrupted");
    }
  }

  @Override
  public Said aside(String channel, String thread, String slackUser, String text) {
    var arguments =
        Json.createObjectBuilder()
            .add("channel", channel)
            .add("user", slackUser)
            .add("text", Mrkdwn.escaped(shown(text)));
    if (!thread.isEmpty()) {
      arguments.add("thread_ts", thread);
    }
    return speak("chat.postEphemeral", arguments.build());
  }

  private static String shown(String text) {
    return text.length() > LONGEST_ANSWER ? text.substring(0, LONGEST_ANSWER) : text;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
