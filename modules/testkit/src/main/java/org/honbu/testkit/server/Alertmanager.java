package org.honbu.testkit.server;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A real Prometheus Alertmanager, to which a test plays Prometheus.
 *
 * <p>What groups, waits, repeats and tries again is the program that users run, with the
 * configuration a test gives it.
 */
public final class Alertmanager implements AutoCloseable {
  public static final String PROGRAM = "prometheus-alertmanager";

  private final ServerProcess process;
  private final URI url;

  private Alertmanager(ServerProcess process, URI url) {
    this.process = process;
    this.url = url;
  }

  /** Starts it on a port and in a folder of its own; no cluster. */
  public static Alertmanager start(String configuration) {
    int port = Ports.free();
    Path folder = Place.fresh("alertmanager-" + port);
    Path file = folder.resolve("alertmanager.yml");
    try {
      Files.createDirectories(folder);
      Files.writeString(file, configuration);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ServerProcess process =
        ServerProcess.start(
            folder.resolve("alertmanager.log"),
            Map.of(),
            List.of(
                PROGRAM,
                "--config.file=" + file,
                "--storage.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port,
                "--cluster.listen-address="));
    URI url = URI.create("http://127.0.0.1:" + port);
    process.awaitReady(url.resolve("/-/ready"));
    return new Alertmanager(process, url);
  }

  /** These alerts fire; each is known by its labels. */
  public void fire(Collection<Map<String, String>> alerts, String summary) {
    tell(alerts, summary, "startsAt");
  }

  /** These alerts have ended. */
  public void end(Collection<Map<String, String>> alerts, String summary) {
    tell(alerts, summary, "endsAt");
  }

  private void tell(Collection<Map<String, String>> alerts, String summary, String edge) {
    JsonArrayBuilder all = Json.createArrayBuilder();
    for (Map<String, String> labels : alerts) {
      JsonObjectBuilder named = Json.createObjectBuilder();
      labels.forEach(named::add);
      JsonObject annotations = Json.createObjectBuilder().add("summary", summary).build();
      all.add(
          Json.createObjectBuilder()
              .add("labels", named)
              .add("annotations", annotations)
              .add(edge, Instant.now().toString()));
    }
    Answer answer =
        new Http()
            .send(
                "POST",
                url.resolve("/api/v2/alerts"),
                "application/json",
                all.build().toString(),
                Map.of());
    if (answer.status() != 200) {
      throw new IllegalStateException("Alertmanager refused: " + answer);
    }
  }

  /** Deliveries it has tried so far, the first tries and the repeated ones. */
  public int deliveries() {
    return counter("alertmanager_notification_requests_total");
  }

  /** Deliveries that were not accepted, whatever the reason. */
  public int refusedDeliveries() {
    return counter("alertmanager_notification_requests_failed_total");
  }

  private int counter(String name) {
    String start = name + "{integration=\"webhook\"} ";
    return new Http()
        .send("GET", url.resolve("/metrics"), "", "", Map.of())
        .body()
        .lines()
        .filter(line -> line.startsWith(start))
        .mapToInt(line -> (int) Double.parseDouble(line.substring(start.length())))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no metric " + name));
  }

  public String log() {
    return process.log();
  }

  @Override
  public void close() {
    process.stop();
  }
}
