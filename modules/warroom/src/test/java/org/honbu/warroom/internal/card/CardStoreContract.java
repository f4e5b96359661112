package org.honbu.warroom.internal.card;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What must hold on every database that operators may choose. */
abstract class CardStoreContract {
  private static final IncidentId INCIDENT = new IncidentId("INC-2026-0001");
  private static final PersonId EMMA = new PersonId("emma");
  private static final Instant NOW = Instant.parse("2026-11-23T18:40:00Z");

  private EntityManagerFactory unit;

  abstract DataSource source();

  abstract String schema();

  @BeforeEach
  void migrate() {
    Flyway.configure()
        .dataSource(source())
        .schemas(schema())
        .locations("classpath:db/warroom")
        .load()
        .migrate();
    // The unit says JTA for the server; here each test begins and commits by itself.
    unit =
        Persistence.createEntityManagerFactory(
            "warroom",
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
  void twoPagesOfOnePersonLookForTheFirstTimeAndTheFirstCounts() {
    in(store -> store.addFirst(new LastLook(INCIDENT, EMMA, NOW)));
    in(store -> store.addFirst(new LastLook(INCIDENT, EMMA, NOW.plusSeconds(1))));
    in(store -> assertThat(store.look(INCIDENT, EMMA).orElseThrow().lastAt()).isEqualTo(NOW));

    in(store -> store.look(INCIDENT, EMMA).orElseThrow().again(NOW.plusSeconds(3600)));

    in(
        store ->
            assertThat(store.look(INCIDENT, EMMA).orElseThrow().before(NOW.plusSeconds(3660)))
                .contains(NOW));
  }

  @Test
  void aLinkIsCountedAndRevoked() {
    UUID id = new UUID(1, 2);
    in(store -> store.add(new SharedLinkRow(id, INCIDENT, EMMA, NOW, NOW.plusSeconds(60))));
    in(store -> store.countOpening(id));
    in(
        store -> {
          store.countOpening(id);
          store.link(id).orElseThrow().revoke(EMMA, NOW);
        });

    in(
        store -> {
          SharedLinkRow row = store.links(INCIDENT).get(0);
          assertThat(row.opened()).isEqualTo(2);
          assertThat(row.isRevoked()).isTrue();
          assertThat(row.endsAt()).isEqualTo(NOW.plusSeconds(60));
        });
  }

  private void in(Consumer<CardStore> work) {
    try (EntityManager manager = unit.createEntityManager()) {
      manager.getTransaction().begin();
      work.accept(new JpaCardStore(manager));
      manager.getTransaction().commit();
    }
  }
}
