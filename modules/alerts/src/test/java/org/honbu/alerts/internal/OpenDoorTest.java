package org.honbu.alerts.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.InputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.honbu.alerts.DeadLetter;
import org.honbu.alerts.KeyedDoor.Knock;
import org.honbu.alerts.Telling;
import org.honbu.alerts.Unreadable;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The alert door's rules, for whatever another module wants to hear. */
class OpenDoorTest {
  private static final Set<String> FIELDS = Set.of("what", "kind", "when", "url");
  private static final Words NOTHING = new Words("ありません", "there is none");

  private final Door door = new Door();

  @AfterEach
  void close() {
    door.close();
  }

  private record Heard(
      String from, String what, int kind, Optional<Instant> when, Optional<String> url) {}

  @Test
  void whatIsToldIsReadAndTheKeySaysWhoTells() {
    Heard heard =
        knock(
            """
            {"what":" a\\u0007b ","kind":"Two_Words","when":"2026-02-01T11:58:00+09:00",
             "url":"https://ci.example/7","more":{"deep":[1]}}""");

    assertThat(heard)
        .isEqualTo(
            new Heard(
                "deploys",
                "a b",
                2,
                Optional.of(Instant.parse("2026-02-01T02:58:00Z")),
                Optional.of("https://ci.example/7")));
  }

  @Test
  void nothingWasDoneInTheFutureOrBeforeHistoryAndWhatIsNoLinkIsNone() {
    Instant now = Door.CLOCK.instant();

    assertThat(knock(with("when", "2026-02-01T03:00:01Z")).when()).contains(now);
    assertThat(knock(with("when", "-999999999-01-01T00:00:00Z")).when())
        .contains(now.minus(Duration.ofDays(365)));
    assertThat(knock(with("when", " ")).when()).isEmpty();
    assertThat(knock(with("url", "javascript:alert(1)")).url()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          []                                 | body | this is not a JSON object
          {"kind":"one"}                     | what | there is none
          {"what":" ","kind":"one"}          | what | there is none
          {"what":"a"}                       | kind | there is none
          {"what":"a","kind":"three"}        | kind | it must be one of one, two-words
          {"what":["a"],"kind":"one"}        | what | this is not text
          {"what":"a","kind":"one","when":1} | when | write it like 2026-11-22T03:00:00+09:00
          """)
  void unreadableIsRefusedByFieldInBothLanguagesAndKept(String body, String field, String why) {
    ProblemException refused = catchThrowableOfType(ProblemException.class, () -> knock(body));

    assertThat(refused.problem().status()).isEqualTo(400);
    assertThat(refused.field()).contains(field);
    List<DeadLetter> letters = door.database.inTransaction(() -> door.store.deadLetters(10));
    assertThat(letters)
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.integration()).isEqualTo("deploys");
              assertThat(letter.reason().in(Locale.ENGLISH))
                  .isEqualTo("Line 1, " + field + ": " + why);
              assertThat(letter.reason().in(Locale.JAPANESE)).contains("行目、" + field);
            });
  }

  @Test
  void withoutTheRightKeyNotAByteIsRead() {
    for (String wrong : new @Nullable String[] {null, "Bearer wrong", "Bearer", "Basic x"}) {
      ProblemException refused =
          catchThrowableOfType(
              ProblemException.class, () -> through(wrong, new Untouchable(), heard -> heard));
      assertThat(refused.problem().status()).isEqualTo(401);
    }
  }

  @Test
  void moreThanOneMebibyteIsRefused() {
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class, () -> knock(" ".repeat(Body.LIMIT) + with("url", "")));

    assertThat(refused.problem().status()).isEqualTo(413);
  }

  @Test
  void aDeedThatOnlyLostARaceIsDoneAgainAndAnyOtherFailureAsksTheSenderTo() {
    List<Heard> tries = new ArrayList<>();
    Heard heard =
        through(
            "Bearer " + Door.DEPLOYS_KEY,
            Door.stream(with("url", "")),
            said -> {
              tries.add(said);
              if (tries.size() == 1) {
                throw new IllegalStateException(new SQLException("taken", "23505"));
              }
              return said;
            });
    assertThat(tries).containsExactly(heard, heard);

    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class,
            () ->
                through(
                    "Bearer " + Door.DEPLOYS_KEY,
                    Door.stream(with("url", "")),
                    said -> {
                      throw new IllegalStateException("the database went away");
                    }));
    assertThat(refused.problem().status()).isEqualTo(503);
  }

  private static String with(String field, String value) {
    return "{\"what\":\"a\",\"kind\":\"one\",\"" + field + "\":\"" + value + "\"}";
  }

  private Heard knock(String body) {
    return through("Bearer " + Door.DEPLOYS_KEY, Door.stream(body), heard -> heard);
  }

  private <T> T through(@Nullable String authorization, InputStream body, Function<Heard, T> deed) {
    return door.open.through(
        new Knock(authorization, null, null, body), FIELDS, OpenDoorTest::read, deed);
  }

  private static Heard read(String from, Telling telling) throws Unreadable {
    return new Heard(
        from,
        telling.needed("what", 10, NOTHING),
        telling.oneOf("kind", Map.of("one", 1, "two-words", 2), NOTHING),
        telling.past("when", Door.CLOCK.instant()),
        telling.link("url"));
  }
}
