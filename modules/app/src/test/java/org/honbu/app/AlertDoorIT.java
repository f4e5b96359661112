package org.honbu.app;

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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.honbu.testkit.server.Answer;
import org.honbu.testkit.server.CleanSlate;
import org.honbu.testkit.server.TestPlatform;
import org.junit.jupiter.api.Test;

/** Monitoring knocks at the real server. */
@CleanSlate
class AlertDoorIT {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private static final String KEY = "demo-secret-alerts-prometheus";

  @Test
  void withoutKey401() throws Exception {
    HttpResponse<String> answer = knock("wrong", "this is not JSON");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(object(answer).getString("code")).isEqualTo("HB-4001");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
  }

  @Test
  void unreadableIsA400WithLineAndFieldAndIsKeptForAdmins() throws Exception {
    HttpResponse<String> answer = knock(KEY, "{\n \"alerts\": [7]\n}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(object(answer).getString("field")).isEqualTo("alerts[0]");
    assertThat(object(answer).getString("en")).contains("Line 2");
    Answer letters = TestPlatform.withToken("kaoru").get("/api/v1/dead-letters");
    assertThat(letters.status()).isEqualTo(200);
    assertThat(letters.body()).contains("alerts[0]");
    assertThat(TestPlatform.withToken("misaki").get("/api/v1/dead-letters").status())
        .isEqualTo(403);
  }

  @Test
  void moreThanOneMebibyteIs413() throws Exception {
    assertThat(knock(KEY, " ".repeat((1 << 20) + 1)).statusCode()).isEqualTo(413);
  }

  @Test
  void anAlertBecomesAnIncidentOfItsOwner() throws Exception {
    HttpResponse<String> answer = knock(KEY, notice("one", "f1"));

    assertThat(answer.statusCode()).isEqualTo(202);
    String number = object(answer).getString("incident");
    assertThat(object(answer).getString("url")).endsWith("/incidents/" + number);
    JsonObject incident =
        TestPlatform.withToken("misaki").get("/api/v1/incidents/" + number).object();
    assertThat(incident.toString()).contains("payments").contains("決済のエラー");
  }

  @Test
  void twentyAtOnceAreOneIncident() {
    List<CompletableFuture<HttpResponse<String>>> all =
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    HTTP.sendAsync(request(KEY, notice("storm", "s" + i)), BodyHandlers.ofString()))
            .toList();

    Map<Integer, List<HttpResponse<String>>> byStatus =
        all.stream()
            .map(CompletableFuture::join)
            .collect(Collectors.groupingBy(HttpResponse::statusCode));
    assertThat(byStatus.keySet()).isSubsetOf(202, 503).contains(202);
    assertThat(byStatus.getOrDefault(202, List.of()))
        .extracting(answer -> object(answer).getString("incident"))
        .containsOnly(object(byStatus.getOrDefault(202, List.of()).get(0)).getString("incident"));
    assertThat(byStatus.getOrDefault(503, List.of()))
        .allMatch(answer -> answer.headers().firstValue("Retry-After").isPresent());
  }

  @Test
  void rolesThroughGroupAndCompositeAndTheChain() {
    assertThat(TestPlatform.withToken("sakura").get("/api/v1/people/me").body())
        .contains("incident-commander");
    assertThat(TestPlatform.withToken("grace").get("/api/v1/people/me").body())
        .contains("incident-commander", "Grace Miller");
    Answer onCall = TestPlatform.withToken("misaki").get("/api/v1/oncall");
    assertThat(onCall.object().getJsonArray("levels")).hasSize(15);
    assertThat(onCall.object().getJsonArray("defects")).isEmpty();
  }

  private static HttpResponse<String> knock(String key, String body)
      throws IOException, InterruptedException {
    return HTTP.send(request(key, body), BodyHandlers.ofString());
  }

  private static HttpRequest request(String key, String body) {
    return HttpRequest.newBuilder(TestPlatform.honbu().url("/api/v1/alerts/prometheus"))
        .timeout(Duration.ofSeconds(60))
        .header("Authorization", "Bearer " + key)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private static JsonObject object(HttpResponse<String> answer) {
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readObject();
    }
  }

  private static String notice(String group, String fingerprint) {
    return """
        {"version":"4","groupKey":"AlertDoorIT %s","status":"firing",
         "commonAnnotations":{"summary":"決済のエラーが増えています"},
         "alerts":[{"status":"firing","fingerprint":"%s","startsAt":"2026-02-01T02:58:00Z",
                    "labels":{"component":"payment-api","severity":"warning"}}]}"""
        .formatted(group, fingerprint);
  }
}
