package org.honbu.slack.internal.known;

import static org.assertj.core.api.Assertions.assertThatObject;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.honbu.kernel.PersonId;
import org.honbu.slack.internal.MemoryDatabase;
import org.junit.jupiter.api.Test;

/** Who is who, in a real database by the module's own migrations. */
class JpaKnownStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-28T03:00:00Z");
  private static final PersonId MISAKI = new PersonId("misaki");

  @Test
  void whoWasVerifiedLastCountsAndWhoIsForgottenDoesNot() {
    try (var database = new MemoryDatabase()) {
      var older = new KnownStore.Known("U1", MISAKI, Locale.JAPANESE, NOW);
      var newer = new KnownStore.Known("U2", MISAKI, Locale.ENGLISH, NOW.plusSeconds(9));

      database.in(
          manager -> {
            var store = new JpaKnownStore(manager);
            store.keep(older);
            store.keep(newer);
            return true;
          });

      assertThatObject(database.in(manager -> new JpaKnownStore(manager).byPerson(MISAKI)))
          .isEqualTo(Optional.of(newer));
      assertThatObject(database.in(manager -> new JpaKnownStore(manager).bySlackUser("U1")))
          .isEqualTo(Optional.of(older));
      database.in(
          manager -> {
            new JpaKnownStore(manager).forget("U2");
            return true;
          });
      assertThatObject(database.in(manager -> new JpaKnownStore(manager).byPerson(MISAKI)))
          .isEqualTo(Optional.of(older));
    }
  }
}
