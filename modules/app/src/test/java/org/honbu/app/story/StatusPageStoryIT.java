package org.honbu.app.story;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.honbu.testkit.server.Answer;
import org.honbu.testkit.server.HonbuServer;
import org.honbu.testkit.server.MailProvider;
import org.honbu.testkit.server.Person;
import org.honbu.testkit.server.TestPlatform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users see, whether Honbu is up or not, and what they never see. */
@Tag("postgresql") // once is enough; the server is its own, because it sends mail
class StatusPageStoryIT {
  private static final String READER = "reader@example.net";
  private static final String FIRST = "お支払いがご利用しづらい状況です。調査しています。";
  private static final String SECOND = "カードでのお支払いだけが、ご利用しづらい状況です。";
  private static final String PRACTISED = "これは練習の文章です。外には出ません。";
  private static final Pattern CONFIRM = Pattern.compile("(/status/confirm/[\\w-]+)");
  private static final Map<String, Person> PEOPLE = new ConcurrentHashMap<>();

  private static Path copy;
  private static MailProvider provider;
  private static HonbuServer honbu;

  @BeforeAll
  static void start(@TempDir Path folder) {
    copy = folder;
    provider = MailProvider.start();
    var environment = new HashMap<>(provider.environment());
    environment.put("HONBU_STATUS_COPY", copy.toString());
    honbu = TestPlatform.ownHonbuWithTestDoor(environment);
    soon().until(() -> as("misaki").get("/api/v1/people/me").status() == 200);
  }

  @AfterAll
  static void stop() {
    honbu.close();
    provider.close();
  }

  @Test
  @DisplayName(
      "A42, A54, A57: users read what was announced, by page, feed, mail and copy; no drill")
  void usersReadWhatWasAnnouncedAndNoDrill() throws Exception {
    assertThat(stranger().browse("/status?lang=ja").body()).contains("すべて正常に動いています", "サンプル商店");
    subscribes();
    String incident = room(raised(), "aoi");
    announces(incident, "INITIAL", FIRST);

    soon().untilAsserted(() -> assertThat(page("ja")).contains(FIRST, "第一報", "決済がご利用しづらい状況です"));
    assertThat(page("ja")).doesNotContain(incident, "payment-api", "SEV", "葵");
    JsonObject told = stranger().get("/status/api/v2/incidents/unresolved.json").object();
    assertThat(told.getJsonArray("incidents").getJsonObject(0).getString("status"))
        .isEqualTo("investigating");
    soon().untilAsserted(() -> assertThat(read("index.html")).contains(FIRST));
    soon().untilAsserted(() -> assertThat(mailed()).anyMatch(text -> text.contains(FIRST)));
    isCachedByItsTag();

    String drill = room(practised(), "sakura");
    publishesInTheDrill(drill);
    announces(incident, "UPDATE", SECOND);

    soon().untilAsserted(() -> assertThat(mailed()).anyMatch(text -> text.contains(SECOND)));
    soon().untilAsserted(() -> assertThat(read("index.html")).contains(SECOND, "続報 1"));
    assertThat(page("ja")).contains(FIRST, SECOND).doesNotContain(PRACTISED);
    assertThat(stranger().get("/status/feed.atom").body())
        .contains(SECOND)
        .doesNotContain(PRACTISED);
    assertThat(stranger().get("/status/api/v2/incidents.json").body()).doesNotContain(PRACTISED);
    assertThat(everyFileOfTheCopy()).noneMatch(text -> text.contains(PRACTISED));
    assertThat(mailed()).noneMatch(text -> text.contains(PRACTISED));
  }

  /** As a reader does: type the address, open the mail, press the button. */
  private static void subscribes() {
    Answer asked = stranger().submit("/status/subscribe?lang=ja", Map.of("address", READER));
    assertThat(asked.status()).as(asked.toString()).isEqualTo(200);
    soon().until(() -> mailed().stream().anyMatch(text -> CONFIRM.matcher(text).find()));
    Matcher link = CONFIRM.matcher(mailed().get(0));
    assertThat(link.find()).isTrue();
    assertThat(stranger().browse(link.group(1)).body()).contains("<form method=\"post\"");
    Answer pressed = stranger().submit(link.group(1), Map.of("pressed", "yes"));
    assertThat(pressed.status()).as(pressed.toString()).isEqualTo(200);
  }

  private static String raised() {
    var alert =
        """
        {"version":"4","groupKey":"status","status":"firing",
         "alerts":[{"status":"firing","fingerprint":"status","startsAt":"2026-02-01T02:58:00Z",
                    "labels":{"component":"payment-api","severity":"critical"}}]}\
        """;
    return stranger()
        .post("/api/v1/alerts/prometheus?key=demo-secret-alerts-prometheus", alert)
        .object()
        .getString("incident");
  }

  private static String practised() {
    Answer begun = as("misaki").post("/api/v1/story-door/drills/search-api", "{}");
    assertThat(begun.status()).as(begun.toString()).isEqualTo(200);
    return begun.object().getString("id");
  }

  /** Somebody answers and escalates; Yumi announces. */
  private static String room(String incident, String commander) {
    String people = "/api/v1/incidents/" + incident;
    does("misaki", people + "/acknowledge");
    does("misaki", people + "/escalate");
    does(commander, people + "/command");
    does("yumi", people + "/announcing");
    return incident;
  }

  /** Refused while the process is still on its way there, so tried again. */
  private static void does(String person, String act) {
    soon()
        .untilAsserted(
            () -> {
              Answer answer = as(person).post(act, JsonValue.EMPTY_JSON_OBJECT);
              assertThat(answer.status()).as(answer.toString()).isBetween(200, 204);
            });
  }

  /** Drafted until the process has taken it up, then approved by the commander and published. */
  private static void announces(String incident, String phase, String text) {
    soon()
        .untilAsserted(
            () -> {
              if (!waitsForApproval(incident)) {
                drafts(incident, phase, text);
              }
              assertThat(waitsForApproval(incident)).isTrue();
            });
    approves("aoi", incident);
    soon()
        .untilAsserted(
            () -> assertThat(newest(incident).getString("state")).as(text).isEqualTo("PUBLISHED"));
  }

  /** By the façade itself: what matters is that it was published. */
  private static void publishesInTheDrill(String drill) {
    soon().untilAsserted(() -> drafts(drill, "INITIAL", PRACTISED));
    approves("sakura", drill);
    as("misaki").post("/api/v1/story-door/drills/" + drill + "/publish", "{}");
    soon().untilAsserted(() -> assertThat(newest(drill).getString("state")).isEqualTo("PUBLISHED"));
  }

  private static void drafts(String incident, String phase, String text) {
    JsonObject words =
        Json.createObjectBuilder()
            .add("phase", phase)
            .add("textJa", text)
            .add("next", next(incident))
            .build();
    Answer drafted = as("yumi").post(announcements(incident), words);
    assertThat(drafted.status()).as(drafted.toString()).isEqualTo(200);
  }

  /** As it is proposed: a time within the rhythm. */
  private static String next(String incident) {
    return as("yumi")
        .get(announcements(incident) + "/proposals")
        .json()
        .asJsonArray()
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(draft -> draft.containsKey("next") && !draft.isNull("next"))
        .map(draft -> draft.getString("next"))
        .findFirst()
        .orElseThrow();
  }

  private static void approves(String commander, String incident) {
    JsonObject draft = newest(incident);
    Answer approved =
        as(commander)
            .post(
                announcements(incident) + "/" + draft.getString("id") + "/approve",
                Json.createObjectBuilder().add("hash", draft.getString("hash")).build());
    assertThat(approved.status()).as(approved.toString()).isEqualTo(200);
  }

  private static boolean waitsForApproval(String incident) {
    return as("misaki")
        .get("/api/v1/story-door/" + incident)
        .body()
        .contains("Activity_ApproveAnnouncement");
  }

  private static String announcements(String incident) {
    return "/api/v1/incidents/" + incident + "/announcements";
  }

  private static JsonObject newest(String incident) {
    return as("misaki").get(announcements(incident)).json().asJsonArray().getJsonObject(0);
  }

  /** No cookie, an ETag, and 304 to whoever has it. */
  private static void isCachedByItsTag() throws IOException, InterruptedException {
    HttpResponse<String> first = get("");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(first.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(first.headers().firstValue("Cache-Control").orElseThrow()).contains("public");
    assertThat(get(tag).statusCode()).isEqualTo(304);
  }

  private static HttpResponse<String> get(String tag) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(honbu.url("/status?lang=en"));
    if (!tag.isEmpty()) {
      request.header("If-None-Match", tag);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  private static String page(String language) {
    return stranger().browse("/status?lang=" + language).body();
  }

  private static String read(String file) throws IOException {
    Path path = copy.resolve(file);
    return Files.exists(path) ? Files.readString(path) : "";
  }

  private static List<String> everyFileOfTheCopy() throws IOException {
    try (Stream<Path> files = Files.walk(copy)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> copy.relativize(file).toString())
          .map(StatusPageStoryIT::readSurely)
          .toList();
    }
  }

  private static String readSurely(String file) {
    try {
      return read(file);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** The plain text of every mail to the reader. */
  private static List<String> mailed() {
    return provider.ledger().stream()
        .map(MailProvider.Taken::text)
        .filter(text -> text.contains("To: " + READER))
        .map(StatusPageStoryIT::plain)
        .toList();
  }

  private static String plain(String mail) {
    try {
      var message =
          new MimeMessage(
              Session.getInstance(new Properties()),
              new ByteArrayInputStream(mail.getBytes(ISO_8859_1)));
      return ((Multipart) message.getContent()).getBodyPart(0).getContent().toString();
    } catch (MessagingException | IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static Person as(String person) {
    return PEOPLE.computeIfAbsent(
        person, name -> Person.withToken(honbu, TestPlatform.keycloak(), name));
  }

  private static Person stranger() {
    return Person.anonymous(honbu);
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(250));
  }
}
