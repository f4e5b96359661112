package org.honbu.alerts.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.honbu.alerts.DeadLetter;
import org.honbu.incidents.Activity;
import org.honbu.incidents.Work;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityResourceTest {
  private static final String ROLLBACK =
      """
      {"who":"aoi@example.org","kind":"rollback","component":"payment-api",
       "at":"2026-02-01T11:58:00+09:00","link":"https://deploys.example/1234","more":{"a":[1]}}""";

  private final Door door = new Door();

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void whatSomebodyDidIsTakenDownWithWhoTheyAre() {
    String id = knock(ROLLBACK);

    Activity heard = only();
    assertThat(heard.integration()).isEqualTo("deploys");
    assertThat(heard.who()).isEqualTo("aoi@example.org");
    assertThat(heard.person()).contains(new PersonId("aoi"));
    assertThat(heard.work()).isEqualTo(Work.ROLLBACK);
    assertThat(heard.component()).contains("payment-api");
    assertThat(heard.at()).isEqualTo(Instant.parse("2026-02-01T02:58:00Z"));
    assertThat(heard.link()).contains("https://deploys.example/1234");
    assertThat(id).isNotEmpty();
  }

  @Test
  void twoFieldsAreEnough() {
    knock("{\"who\":\"deploy-bot\",\"kind\":\"ssh\",\"component\":null}");

    Activity heard = only();
    assertThat(heard.person()).as("nobody the directory knows").isEmpty();
    assertThat(heard.component()).isEmpty();
    assertThat(heard.link()).isEmpty();
    assertThat(heard.at()).isEqualTo(Door.CLOCK.instant());
  }

  @ParameterizedTest
  @CsvSource({
    "deploy,       DEPLOY",
    "Rollback,     ROLLBACK",
    "feature-flag, FEATURE_FLAG",
    "FEATURE_FLAG, FEATURE_FLAG",
    "kubectl,      KUBECTL",
    "ssh,          SSH"
  })
  void everyKindIsKnown(String kind, Work work) {
    knock("{\"who\":\"aoi\",\"kind\":\"" + kind + "\"}");

    assertThat(only().work()).isEqualTo(work);
  }

  @Test
  void nothingIsDoneInTheFutureOrBeforeHistory() {
    knock(at("2026-02-01T03:00:01Z"));
    knock(at("-999999999-01-01T00:00:00Z"));

    assertThat(door.activities.all())
        .extracting(Activity::at)
        .containsExactly(Door.CLOCK.instant(), Door.CLOCK.instant().minus(Duration.ofDays(365)));
  }

  @Test
  void whatIsNoLinkIsNoLink() {
    knock(with("link", "javascript:alert(1)"));
    knock(with("link", "https://" + "x".repeat(600)));

    assertThat(door.activities.all()).extracting(Activity::link).containsOnly(Optional.empty());
  }

  @Test
  void anybodyWithAKeyMayTellAndTheKeySaysWho() {
    status(ROLLBACK, "Bearer " + Door.KEY, null);
    status(ROLLBACK, null, Door.DEPLOYS_KEY);

    assertThat(door.activities.all())
        .extracting(Activity::integration)
        .containsExactly("prometheus", "deploys");
  }

  @Test
  void withoutTheRightKeyNotAByteIsRead() {
    String[][] wrong = {
      {null, null},
      {"Bearer wrong", null},
      {"Bearer", null},
      {"Basic " + Door.DEPLOYS_KEY, null},
      {null, "wrong"},
      {null, ""},
      {"Bearer wrong", Door.DEPLOYS_KEY},
    };
    for (String[] knock : wrong) {
      ProblemException refused =
          catchThrowableOfType(
              ProblemException.class,
              () -> door.activity.answer(knock[0], knock[1], null, null, new Untouchable()));
      assertThat(refused.problem().status()).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          7                                        | body      | Line 1, body: this is not a JSON object
          {"who":"aoi"                             | who       | Line 1, who: this is not JSON
          {"kind":"deploy"}                        | who       | Line 1, who: it does not say who did it
          {"who":" ","kind":"deploy"}              | who       | Line 1, who: it does not say who did it
          {"who":"aoi"}                            | kind      | Line 1, kind: it does not say what was done
          {"who":"aoi","kind":"dance"}             | kind      | Line 1, kind: it must be one of deploy, feature-flag, kubectl, rollback, ssh
          {"who":["aoi"],"kind":"ssh"}             | who       | Line 1, who: this is not text
          {"who":"aoi","kind":"ssh","at":"soon"}   | at        | Line 1, at: write it like 2026-11-22T03:00:00+09:00
          {"who":"aoi","kind":"ssh"} and more      | body      | Line 1, body: there is more after the JSON
          """)
  void unreadableIsRefusedByFieldAndKept(String body, String field, String reason) {
    ProblemException refused = catchThrowableOfType(ProblemException.class, () -> knock(body));

    assertThat(refused.problem().code()).isEqualTo("HB-4002");
    assertThat(refused.field()).contains(field);
    assertThat(door.activities.all()).isEmpty();
    List<DeadLetter> letters = door.database.inTransaction(() -> door.store.deadLetters(10));
    assertThat(letters)
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.integration()).isEqualTo("deploys");
              assertThat(letter.reason().in(Locale.ENGLISH)).isEqualTo(reason);
              assertThat(letter.reason().in(Locale.JAPANESE)).contains(" 行目、" + field);
            });
  }

  @Test
  void theLineIsNamedToo() {
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class, () -> knock("{\n\"who\":\"aoi\",\n\"kind\":\"dance\"}"));

    assertThat(refused.words().en()).startsWith("Line 3, kind:");
  }

  @Test
  void moreThanOneMebibyteIsRefused() {
    assertThat(status(" ".repeat(Body.LIMIT) + "{}", "Bearer " + Door.DEPLOYS_KEY, null))
        .isEqualTo(413);
  }

  @Test
  void theSameIdempotencyKeyIsTheSameDelivery() {
    String first = knock(ROLLBACK, "deploy-1234");
    String again = knock(ROLLBACK, "deploy-1234");
    String another = knock(ROLLBACK, "deploy-1235");

    assertThat(again).isEqualTo(first);
    assertThat(another).isNotEqualTo(first);
    assertThat(door.activities.all()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "the database went away"})
  void aFailureOfOursAsksForAnotherTryAndKeepsNothing(String why) {
    door.activities.whenHeard(
        () -> {
          throw new IllegalStateException(why);
        });
    assertThat(status(ROLLBACK, "Bearer " + Door.DEPLOYS_KEY, null)).isEqualTo(503);
    assertThat(door.database.count(DeliveryRow.class)).isZero();

    door.activities.whenHeard(() -> {});
    assertThat(status(ROLLBACK, "Bearer " + Door.DEPLOYS_KEY, null)).isEqualTo(202);
  }

  private Activity only() {
    assertThat(door.activities.all()).hasSize(1);
    return door.activities.all().get(0);
  }

  private static String at(String time) {
    return with("at", time);
  }

  private static String with(String field, String value) {
    return "{\"who\":\"aoi\",\"kind\":\"ssh\",\"" + field + "\":\"" + value + "\"}";
  }

  private String knock(String body) {
    return knock(body, null);
  }

  private String knock(String body, @Nullable String idempotencyKey) {
    return door.activity
        .answer("Bearer " + Door.DEPLOYS_KEY, null, idempotencyKey, null, stream(body))
        .activity();
  }

  private int status(String body, @Nullable String authorization, @Nullable String key) {
    try {
      door.activity.answer(authorization, key, null, null, stream(body));
      return 202;
    } catch (ProblemException refused) {
      return refused.problem().status();
    }
  }

  private static ByteArrayInputStream stream(String body) {
    return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
  }
}
