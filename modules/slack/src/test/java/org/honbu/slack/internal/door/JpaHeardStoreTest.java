package org.honbu.slack.internal.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.honbu.slack.internal.MemoryDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was heard, in a real database by the module's own migrations. */
class JpaHeardStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-28T03:00:00Z");
  private static final Duration LEASE = Duration.ofSeconds(60);

  private final MemoryDatabase database = new MemoryDatabase();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theSameIsKeptOnce() {
    assertThatObject(in(store -> store.keep(heard("t.1", NOW)))).isEqualTo(true);
    assertThatObject(in(store -> store.keep(heard("t.1", NOW)))).isEqualTo(false);
  }

  @Test
  void theOldestIsClaimedAndNobodyElseHasItUntilTheLeaseEnds() {
    in(store -> store.keep(heard("t.2", NOW)));
    in(store -> store.keep(heard("t.1", NOW.minusSeconds(1))));

    assertThat(claim(NOW).map(Heard::id)).hasValue("t.1");
    assertThat(claim(NOW).map(Heard::id)).hasValue("t.2");
    assertThat(claim(NOW)).isEmpty();

    Optional<Heard> again = claim(NOW.plus(LEASE));
    assertThat(again.map(Heard::id)).hasValue("t.1");
    assertThat(again.map(Heard::tries)).hasValue(2);
  }

  @Test
  void whatIsDoneWaitsForItsAnswerAloneAndThenForNothing() {
    in(store -> store.keep(heard("t.1", NOW)));
    Heard claimed = claim(NOW).orElseThrow();
    in(
        store -> {
          store.acted(claimed, "応答しました");
          store.later(claimed, NOW.plusSeconds(2));
          return true;
        });

    Heard again = claim(NOW.plusSeconds(2)).orElseThrow();
    assertThat(again.answer()).hasValue("応答しました");
    in(
        store -> {
          store.over(again, HeardStore.End.ANSWERED);
          return true;
        });
    assertThat(claim(NOW.plusSeconds(600))).isEmpty();
  }

  @Test
  void whatPeopleSaidAmongThemselvesIsForgottenOnceItIsAnswered() {
    var mention =
        new Heard("Ev1", Heard.What.MENTION, "U1", "C1", "<@U2> hi", "", NOW, 0, Optional.empty());
    in(store -> store.keep(mention));
    in(store -> store.keep(heard("t.1", NOW.plusSeconds(1))));
    for (int i = 0; i < 2; i++) {
      Heard claimed = claim(NOW.plusSeconds(1)).orElseThrow();
      in(
          store -> {
            store.acted(claimed, "");
            store.over(claimed, HeardStore.End.ANSWERED);
            return true;
          });
    }

    List<?> words =
        database.in(
            manager ->
                manager
                    .createNativeQuery("select words from slack.heard order by id")
                    .getResultList());
    assertThat(words).isEqualTo(List.of("", "escalate"));
  }

  private Optional<Heard> claim(Instant now) {
    return in(store -> store.claim(now, LEASE));
  }

  private <T> T in(Function<HeardStore, T> work) {
    return database.in(manager -> work.apply(new JpaHeardStore(manager)));
  }

  private static Heard heard(String id, Instant at) {
    return new Heard(
        id, Heard.What.COMMAND, "U1", "C1", "escalate", "https://x", at, 0, Optional.empty());
  }
}
