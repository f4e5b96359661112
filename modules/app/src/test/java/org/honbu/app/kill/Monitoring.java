package org.honbu.app.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.honbu.testkit.server.HonbuServer;

/**
 * Monitoring as it behaves: what was answered 202 it never says again, everything else it says
 * until it is. It keeps a ledger of what was accepted.
 */
final class Monitoring implements AutoCloseable {
  private static final String KEY = "demo-secret-alerts-prometheus";
  private static final Duration OFTEN = Duration.ofMillis(250);

  private final HonbuServer honbu;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ScheduledExecutorService chatter = Executors.newScheduledThreadPool(2);
  private final AtomicInteger said = new AtomicInteger();
  private final Map<Alert, String> accepted = new ConcurrentHashMap<>();
  private final Queue<Alert> unheard = new ConcurrentLinkedQueue<>();
  private final List<Future<?>> voices;
  private volatile boolean talks;

  Monitoring(HonbuServer honbu) {
    this.honbu = honbu;
    voices = List.of(voice(), voice());
  }

  /** One alert of its own group: its name is fingerprint, group key and title in one. */
  record Alert(String name, String component, String severity) {
    /** Of severity 2 by the tables of the release: somebody is called. */
    static Alert serious(String name) {
      return new Alert(name, "payment-api", "critical");
    }

    /** Nobody is called, but an incident it is. */
    static Alert mild(String name) {
      return new Alert(name, "search-api", "warning");
    }

    private String notice() {
      return """
          {"version":"4","groupKey":"%1$s","status":"firing",
           "commonAnnotations":{"summary":"%1$s"},
           "alerts":[{"status":"firing","fingerprint":"%1$s","startsAt":"2026-02-01T02:58:00Z",
                      "labels":{"component":"%2$s","severity":"%3$s"}}]}"""
          .formatted(name, component, severity);
    }
  }

  /** Which incident each alert was told to be: the promises that were made. */
  Map<Alert, String> accepted() {
    return Map.copyOf(accepted);
  }

  /** Says it once; empty when it was not accepted, for whatever reason. */
  CompletableFuture<Optional<String>> say(Alert alert) {
    HttpRequest request =
        HttpRequest.newBuilder(honbu.url("/api/v1/alerts/prometheus"))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + KEY)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(alert.notice()))
            .build();
    return http.sendAsync(request, BodyHandlers.ofString())
        .handle((answer, broken) -> Optional.ofNullable(answer).flatMap(Monitoring::incident))
        .whenComplete((incident, never) -> note(alert, incident));
  }

  private static Optional<String> incident(HttpResponse<String> answer) {
    if (answer.statusCode() != 202) {
      return Optional.empty();
    }
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      return Optional.of(reader.readObject().getString("incident"));
    }
  }

  private void note(Alert alert, Optional<String> incident) {
    if (incident.isPresent()) {
      accepted.put(alert, incident.get());
    } else {
      unheard.add(alert);
    }
  }

  /** Says it again and again, and answers which incident it is. */
  String sayUntilAccepted(Alert alert) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> say(alert).get(40, TimeUnit.SECONDS), Optional::isPresent)
        .orElseThrow();
  }

  /** A steady stream of small alerts, so that a kill always meets some on their way. */
  void talk() {
    talks = true;
  }

  void hush() {
    talks = false;
  }

  /** Repeats what was not accepted; answers how many those were. */
  int makeUp() {
    assertThat(voices).noneMatch(Future::isDone); // a voice that failed says no more
    int repeated = 0;
    for (Alert alert = unheard.poll(); alert != null; alert = unheard.poll()) {
      if (!accepted.containsKey(alert)) {
        sayUntilAccepted(alert);
        repeated++;
      }
    }
    return repeated;
  }

  private Future<?> voice() {
    return chatter.scheduleWithFixedDelay(this::chat, 0, OFTEN.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void chat() {
    if (talks) {
      say(Alert.mild("small talk " + said.incrementAndGet())).join();
    }
  }

  @Override
  public void close() {
    chatter.shutdownNow();
  }
}
