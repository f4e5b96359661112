package org.honbu.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionFactory;
import org.honbu.testkit.server.HonbuServer;
import org.honbu.testkit.server.MailProvider;
import org.honbu.testkit.server.MailProvider.Taken;
import org.honbu.testkit.server.Person;
import org.honbu.testkit.server.TestDoor;
import org.honbu.testkit.server.TestPlatform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A page leaves by SMTP, and the link in it answers without a login. */
@Tag("any-database")
class AnswerLinkIT {
  private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/a/[\\w-]+)");
  private static final Map<String, String> I_HAVE_IT = Map.of("choice", "I_HAVE_IT");

  private static MailProvider provider;
  private static HonbuServer honbu;

  @BeforeAll
  static void start() {
    provider = MailProvider.start();
    honbu = TestPlatform.ownHonbuWithTestDoor(provider.environment());
    soon().until(() -> misaki().get("/api/v1/people/me").status() == 200);
  }

  @AfterAll
  static void stop() {
    honbu.close();
    provider.close();
  }

  @Test
  void openingTheLinkAnswersNothingAndPressingTheButtonAnswersOnce() {
    String incident = raise("AnswerLinkIT pressed");
    String link = linkFor(incident);

    assertThat(stranger().browse(link).status()).isEqualTo(200);
    assertThat(stranger().browse(link).body()).contains(incident, "I_HAVE_IT");
    assertThat(answeredBy(incident)).isEmpty();

    assertThat(stranger().submit(link, I_HAVE_IT).status()).isEqualTo(200);
    assertThat(answeredBy(incident)).isEqualTo("misaki");

    assertThat(stranger().submit(link, I_HAVE_IT).status()).isEqualTo(200);
    assertThat(stranger().browse(link).body()).doesNotContain("I_HAVE_IT");
    assertThat(timeline(incident)).containsOnlyOnce("\"acknowledged\"");
  }

  @Test
  void aForgedLinkIsRefused() {
    String incident = raise("AnswerLinkIT forged");
    String link = linkFor(incident);
    char tenth = link.charAt(10);
    String forged = link.substring(0, 10) + (tenth == 'A' ? 'B' : 'A') + link.substring(11);

    assertThat(stranger().browse(forged).status()).isEqualTo(404);
    assertThat(stranger().submit(forged, I_HAVE_IT).status()).isEqualTo(404);
    assertThat(answeredBy(incident)).isEmpty();
  }

  @Test
  void anExpiredLinkIsRefused() {
    String incident = raise("AnswerLinkIT expired");
    String link = linkFor(incident);

    TestDoor.timePasses(honbu, Duration.ofHours(25));

    assertThat(stranger().browse(link).status()).isEqualTo(410);
    assertThat(stranger().submit(link, I_HAVE_IT).status()).isEqualTo(410);
    // The directory's copy is too old by now; a minute later it is a new one.
    soon().until(() -> misaki().get("/api/v1/incidents/" + incident).status() == 200);
    assertThat(answeredBy(incident)).isEmpty();
  }

  private static String raise(String what) {
    var alert =
        """
        {"version":"4","groupKey":"%1$s","status":"firing",
         "alerts":[{"status":"firing","fingerprint":"%1$s","startsAt":"2026-02-01T02:58:00Z",
                    "annotations":{"summary":"%1$s"},
                    "labels":{"component":"payment-api","severity":"critical"}}]}"""
            .formatted(what);
    return stranger()
        .post("/api/v1/alerts/prometheus?key=demo-secret-alerts-prometheus", alert)
        .object()
        .getString("incident");
  }

  /** The path of the link that the person on call finds in her mail. */
  private static String linkFor(String incident) {
    soon().until(() -> provider.ledger().stream().anyMatch(mail -> isAbout(incident, mail)));
    Taken mail =
        provider.ledger().stream().filter(one -> isAbout(incident, one)).findFirst().orElseThrow();
    Matcher link = LINK.matcher(plainText(mail));
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  private static boolean isAbout(String incident, Taken mail) {
    return plainText(mail).contains(incident);
  }

  private static String plainText(Taken mail) {
    var raw = new ByteArrayInputStream(mail.text().getBytes(StandardCharsets.ISO_8859_1));
    try {
      var message = new MimeMessage(Session.getInstance(new Properties()), raw);
      return String.valueOf(((Multipart) message.getContent()).getBodyPart(0).getContent());
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String answeredBy(String incident) {
    JsonObject whole = misaki().get("/api/v1/incidents/" + incident).object();
    return whole.containsKey("answeredBy") && !whole.isNull("answeredBy")
        ? whole.getJsonObject("answeredBy").getString("id")
        : "";
  }

  private static String timeline(String incident) {
    return misaki().get("/api/v1/incidents/" + incident + "/timeline").body();
  }

  /** Whoever opens the link: nobody the server knows. */
  private static Person stranger() {
    return Person.anonymous(honbu);
  }

  private static Person misaki() {
    return Person.withToken(honbu, TestPlatform.keycloak(), "misaki");
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200));
  }
}
