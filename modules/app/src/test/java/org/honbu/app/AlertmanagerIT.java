package org.honbu.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.honbu.testkit.needs.Needs;
import org.honbu.testkit.server.Alertmanager;
import org.honbu.testkit.server.CleanSlate;
import org.honbu.testkit.server.PostgresServer;
import org.honbu.testkit.server.TestPlatform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The Alertmanager that Debian ships drives the path from an alert to a page, and back again.
 *
 * <p>On PostgreSQL only: what was counted and what was sent is read from the tables, and a lock on
 * one of them is how the server is brought to refuse.
 */
@Needs(Alertmanager.PROGRAM)
@Tag("postgresql")
@CleanSlate
class AlertmanagerIT {
  private static final String KEY = "demo-secret-alerts-prometheus";

  /** As many deliveries as the server works on at once (honbu.alerts.at-once). */
  private static final int PLACES = 16;

  private static PostgresServer.Database database;
  private static Alertmanager alertmanager;

  private String alertname = "";
  private List<Map<String, String>> firing = List.of();

  @BeforeAll
  static void start() {
    TestPlatform.honbu();
    database = TestPlatform.database().orElseThrow();
    alertmanager =
        Alertmanager.start(
            """
            route:
              receiver: honbu
              group_by: [alertname, component]
              group_wait: 1s
              group_interval: 1s
              repeat_interval: 2s
            receivers:
              - name: honbu
                webhook_configs:
                  - url: %s
                    send_resolved: true
                    http_config:
                      authorization: {type: Bearer, credentials: %s}
            """
                .formatted(TestPlatform.honbu().url("/api/v1/alerts/prometheus"), KEY));
  }

  @AfterAll
  static void stop() {
    alertmanager.close();
  }

  /** So that it does not go on repeating, and nobody is called any more. */
  @AfterEach
  void leaveNothingBehind() {
    alertmanager.end(firing, alertname);
    for (String incident : incidents()) {
      TestPlatform.withToken("misaki").post("/api/v1/incidents/" + incident + "/acknowledge", "");
    }
  }

  @Test
  void oneAlertIsOneIncidentAndItsRepeatsAreOnlyCounted() {
    alertname = "PaymentErrors";
    fire(alerts(0, 1));

    String incident = theIncident();
    soon()
        .until(
            () ->
                database.number(
                    "select coalesce(sum(heard_times), 0) from alerts.signal s"
                        + " join alerts.correlation c on c.id = s.correlation_id"
                        + " where c.incident_id = ?",
                    incident),
            heard -> heard >= 3);
    assertThat(incidents()).containsExactly(incident);
    assertThat(signals(incident).getInt("different")).isEqualTo(1);
    assertThat(deliveriesKept(incident)).isEqualTo(1);
    assertThat(pages(incident)).containsExactly("misaki");
  }

  @Test
  void fortyFingerprintsOfOneGroupAreOneIncidentAndOnePage() {
    alertname = "PaymentHostsDown";
    fire(alerts(0, 25));
    String incident = theIncident();
    soon().until(() -> pages(incident).size(), pages -> pages > 0);

    fire(alerts(25, 40));

    soon().until(() -> signals(incident).getInt("different"), different -> different == 40);
    assertThat(signals(incident).getInt("crying")).isEqualTo(40);
    assertThat(incidents()).containsExactly(incident);
    assertThat(pages(incident)).containsExactly("misaki");
  }

  @Test
  void whatEndsIsClearedOneByOneAndWhatComesBackFindsItsIncident() {
    alertname = "PaymentQueueFull";
    List<Map<String, String>> two = alerts(0, 2);
    fire(two);
    String incident = theIncident();

    alertmanager.end(two.subList(0, 1), alertname);
    soon().until(() -> signals(incident).getInt("crying"), crying -> crying == 1);
    assertThat(timeline(incident)).doesNotContain("signals-cleared");

    alertmanager.end(two, alertname);
    soon().until(() -> signals(incident).getInt("crying"), crying -> crying == 0);
    assertThat(timeline(incident)).containsOnlyOnce("signals-cleared");

    fire(two.subList(1, 2));
    soon().until(() -> signals(incident).getInt("crying"), crying -> crying == 1);
    assertThat(signals(incident).getInt("different")).isEqualTo(2);
    assertThat(incidents()).containsExactly(incident);
  }

  @Test
  void whatWeRefuseInOverloadItTriesAgainAndItIsAcceptedOnce() throws Exception {
    alertname = "PaymentTimeouts";
    int refusedBefore = alertmanager.refusedDeliveries();
    List<CompletableFuture<HttpResponse<Void>>> crowd;
    try (Connection lock = database.source().getConnection()) {
      crowd = takeAllPlaces(lock);
      fire(alerts(0, 1));

      soon()
          .until(
              () -> alertmanager.refusedDeliveries() - refusedBefore,
              refusedNow -> refusedNow >= 2);
      assertThat(alertmanager.log()).contains("unexpected status code 503");
      assertThat(incidents()).isEmpty();
      lock.rollback();
    }

    String incident = theIncident();
    assertThat(crowd).allMatch(one -> one.join().statusCode() == 401);
    assertThat(signals(incident).getInt("received")).isEqualTo(1);
    assertThat(deliveriesKept(incident)).isEqualTo(1);
    soon().until(() -> pages(incident), pages -> pages.equals(List.of("misaki")));
  }

  /**
   * Strangers fill the door: each waits, behind the test's lock, for its key to be looked up. They
   * hear 401 in the end, so nothing of them stays.
   */
  private static List<CompletableFuture<HttpResponse<Void>>> takeAllPlaces(Connection lock)
      throws SQLException {
    lock.setAutoCommit(false);
    try (var statement = lock.createStatement()) {
      statement.execute("lock table alerts.integration in access exclusive mode");
    }
    HttpRequest stranger =
        HttpRequest.newBuilder(TestPlatform.honbu().url("/api/v1/alerts/prometheus"))
            .timeout(Duration.ofMinutes(1))
            .header("Authorization", "Bearer of-a-stranger")
            .POST(BodyPublishers.ofString("{}"))
            .build();
    HttpClient http = HttpClient.newHttpClient();
    List<CompletableFuture<HttpResponse<Void>>> crowd =
        IntStream.range(0, PLACES)
            .mapToObj(i -> http.sendAsync(stranger, BodyHandlers.discarding()))
            .toList();
    soon()
        .until(
            () ->
                database.number(
                    "select count(*) from pg_locks"
                        + " where relation = 'alerts.integration'::regclass and not granted"),
            waiting -> waiting == PLACES);
    return crowd;
  }

  private void fire(List<Map<String, String>> alerts) {
    firing = Stream.concat(firing.stream(), alerts.stream()).distinct().toList();
    alertmanager.fire(alerts, alertname);
  }

  /** Of severity 2 by the process owners' tables, so somebody is called. */
  private List<Map<String, String>> alerts(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(
            i ->
                Map.of(
                    "alertname",
                    alertname,
                    "component",
                    "payment-api",
                    "severity",
                    "critical",
                    "instance",
                    "pay" + i))
        .toList();
  }

  private String theIncident() {
    return soon().until(this::incidents, found -> !found.isEmpty()).get(0);
  }

  private List<String> incidents() {
    return database.column("select id from incidents.incident where what = ?", alertname);
  }

  private static JsonObject signals(String incident) {
    return TestPlatform.withToken("misaki")
        .get("/api/v1/incidents/" + incident)
        .object()
        .getJsonObject("signals");
  }

  private static String timeline(String incident) {
    return TestPlatform.withToken("misaki")
        .get("/api/v1/incidents/" + incident + "/timeline")
        .body();
  }

  private static int deliveriesKept(String incident) {
    return database.number("select count(*) from alerts.delivery where incident_id = ?", incident);
  }

  private static List<String> pages(String incident) {
    return database.column(
        "select person_id from notifications.paged where incident_id = ?", incident);
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200));
  }
}
