package org.honbu.context.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.honbu.context.Change;
import org.honbu.context.ChangeKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What must hold on every database that operators may choose. */
abstract class ChangeStoreContract {
  private static final Instant NOW = Instant.parse("2026-11-23T18:00:00Z");

  private EntityManagerFactory unit;

  abstract DataSource source();

  abstract String schema();

  @BeforeEach
  void migrate() {
    Flyway.configure()
        .dataSource(source())
        .schemas(schema())
        .locations("classpath:db/context")
        .load()
        .migrate();
    // The unit says JTA for the server; here each test begins and commits by itself.
    unit =
        Persistence.createEntityManagerFactory(
            "context",
            Map.of(
                "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                "jakarta.persistence.jtaDataSource", source(),
                "jakarta.persistence.nonJtaDataSource", source(),
                "hibernate.hbm2ddl.auto", "validate",
                "jakarta.persistence.schema-generation.database.action", ""));
  }

  @AfterEach
  void close() {
    unit.close();
  }

  @Test
  void changesOfSomeComponentsComeNewestFirstAndNoOthers() {
    Change old = change("payment-api", NOW.minusSeconds(7200), "a");
    Change fresh = change("postgres-main", NOW, "b");
    Change other = change("mail-sender", NOW, "c");
    in(store -> assertThat(store.lastTold()).isEmpty());
    in(store -> Set.of(old, fresh, other).forEach(one -> store.add(row(one))));
    in(store -> assertThat(store.lastTold()).contains(NOW));

    in(
        store -> {
          Set<String> asked = Set.of("payment-api", "postgres-main");
          assertThat(store.on(asked, NOW.minusSeconds(7200), 9)).containsExactly(fresh, old);
          assertThat(store.on(asked, NOW.minusSeconds(7199), 9)).containsExactly(fresh);
          assertThat(store.on(asked, NOW.minusSeconds(7200), 1)).containsExactly(fresh);
        });
  }

  @Test
  void oneSystemTellsAnExternalIdOnceAndNamelessOnesAsOftenAsTheyLike() {
    in(store -> store.add(row(change("payment-api", NOW, "build-7"))));
    in(store -> store.add(row(nameless())));
    in(store -> store.add(row(nameless())));

    in(
        store -> {
          assertThat(store.find("ci", "build-7")).isPresent();
          assertThat(store.find("other", "build-7")).isEmpty();
        });
    assertThatThrownBy(() -> in(store -> store.add(row(change("payment-api", NOW, "build-7")))))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void whatWasToldTooLongAgoIsForgotten() {
    Change kept = change("payment-api", NOW, "b");
    in(store -> store.add(row(change("payment-api", NOW, "a"), NOW.minusSeconds(1))));
    in(store -> store.add(row(kept)));

    in(
        store -> {
          var settings = new ContextSettings(Duration.ofDays(400));
          Clock then = Clock.fixed(NOW.plus(Duration.ofDays(400)), ZoneOffset.UTC);
          assertThat(new Forgetting(store, settings, then).old()).isEqualTo(1);
          assertThat(store.on(Set.of("payment-api"), NOW, 9)).containsExactly(kept);
        });
  }

  private static Change nameless() {
    Change named = change("payment-api", NOW, "x");
    return new Change(
        named.integration(),
        named.component(),
        named.kind(),
        named.at(),
        named.who(),
        named.summary(),
        Optional.empty(),
        Optional.empty());
  }

  private static Change change(String component, Instant at, String externalId) {
    return new Change(
        "ci",
        component,
        ChangeKind.DEPLOY,
        at,
        "deploy-bot",
        "v1.2",
        Optional.of("https://ci.example/7"),
        Optional.of(externalId));
  }

  private static ChangeRow row(Change change) {
    return row(change, NOW);
  }

  private static ChangeRow row(Change change, Instant told) {
    return new ChangeRow(UUID.randomUUID(), change, told);
  }

  private void in(Consumer<ChangeStore> work) {
    try (EntityManager manager = unit.createEntityManager()) {
      manager.getTransaction().begin();
      ChangeStore store = new ChangeStore();
      store.em = manager;
      work.accept(store);
      manager.getTransaction().commit();
    }
  }
}
