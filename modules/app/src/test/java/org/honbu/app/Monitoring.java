package org.honbu.app;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Raises what {@code ./honbu raise} raises. */
final class Monitoring {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  private Monitoring() {}

  /** The number of the incident that this scenario's alert became. */
  static String raise(URI honbu, String scenario) throws IOException, InterruptedException {
    Path file = Path.of(System.getProperty("honbu.root"), "wildfly-config/scenarios", scenario);
    String alert =
        Files.readString(file)
            .replace("@NOW@", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
            .replace("@RUN@", UUID.randomUUID().toString());
    HttpRequest knock =
        HttpRequest.newBuilder(honbu.resolve("/api/v1/alerts/prometheus"))
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", "Bearer demo-secret-alerts-prometheus")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(alert))
            .build();
    HttpResponse<String> answer = HTTP.send(knock, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readObject().getString("incident");
    }
  }
}
