package org.honbu.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.honbu.testkit.server.TestPlatform;

/** One group of alerts, as Alertmanager would deliver it. */
final class Alert {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private final String component;
  private final String group = UUID.randomUUID().toString();
  private String severity = "critical";
  private String state = "";
  private int fingerprints = 1;
  private Optional<String> idempotencyKey = Optional.empty();

  Alert(String component) {
    this.component = component;
  }

  /** The label as monitoring writes it; DM-0 reads it. */
  Alert severity(String label) {
    severity = label;
    return this;
  }

  Alert down() {
    state = "down";
    return this;
  }

  Alert withFingerprints(int count) {
    fingerprints = count;
    return this;
  }

  Alert named(String key) {
    idempotencyKey = Optional.of(key);
    return this;
  }

  /** It is delivered; the incident it belongs to. */
  Told rings() {
    return new Told(delivered("firing").getString("incident"));
  }

  Told rings(int times) {
    Told told = rings();
    for (int i = 1; i < times; i++) {
      assertThat(rings().id()).isEqualTo(told.id());
    }
    return told;
  }

  void stops() {
    delivered("resolved");
  }

  private JsonObject delivered(String status) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(TestPlatform.honbu().url("/api/v1/alerts/prometheus"))
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", "Bearer demo-secret-alerts-prometheus")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(notice(status)));
    idempotencyKey.ifPresent(key -> request.header("Idempotency-Key", key));
    try {
      HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
      try (JsonReader reader = jakarta.json.Json.createReader(new StringReader(answer.body()))) {
        return reader.readObject();
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String notice(String status) {
    String alerts =
        IntStream.range(0, fingerprints)
            .mapToObj(
                i ->
                    """
                    {"status":"%s","fingerprint":"%s-%d","startsAt":"2026-02-01T02:58:00Z",
                     "labels":{"component":"%s","severity":"%s","state":"%s"}}"""
                        .formatted(status, group.substring(0, 8), i, component, severity, state))
            .collect(Collectors.joining(","));
    return """
        {"version":"4","groupKey":"%s","status":"%s",
         "commonAnnotations":{"summary":"%s のエラーが増えています"},"alerts":[%s]}"""
        .formatted(group, status, component, alerts);
  }
}
