package org.honbu.warroom.internal.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.honbu.warroom.internal.work.Bench.AOI;
import static org.honbu.warroom.internal.work.Bench.HINA;
import static org.honbu.warroom.internal.work.Bench.INCIDENT;
import static org.honbu.warroom.internal.work.Bench.RIKU;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.honbu.warroom.Assignment.Answered;
import org.honbu.warroom.Assignment.State;
import org.honbu.warroom.CallWish;
import org.honbu.warroom.WorkKind;
import org.honbu.warroom.WorkReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The module's own tables, migrated and mapped as on the server. */
class JpaWorkStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-23T03:12:04Z");

  private final SessionFactory sessions = migrated();

  private static SessionFactory migrated() {
    String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    Flyway.configure()
        .dataSource(url, "sa", "")
        .schemas("WARROOM")
        .defaultSchema("WARROOM")
        .createSchemas(true)
        .locations("classpath:db/warroom")
        .load()
        .migrate();
    return new Configuration()
        .addAnnotatedClass(AssignmentRow.class)
        .addAnnotatedClass(CallRow.class)
        .addAnnotatedClass(Volunteer.class)
        .setProperty("hibernate.connection.url", url)
        .setProperty("hibernate.connection.username", "sa")
        .setProperty("hibernate.default_schema", "warroom")
        .buildSessionFactory();
  }

  @AfterEach
  void close() {
    sessions.close();
  }

  @Test
  void tablesAreAsTheEntitiesExpect() {
    sessions.getSchemaManager().validateMappedObjects();
  }

  @Test
  void workKeepsItsOwnerItsBoxAndItsReport() {
    inNew(store -> store.add(work(1)));
    inNew(
        store -> {
          AssignmentRow row = store.work(INCIDENT).get(0);
          row.hear();
          row.accepted(Optional.of(Duration.ofMinutes(20)), NOW);
          row.seenAs(State.ACCEPTED);
          row.reported(new WorkReport("状況", "行動", "", Answered.EXCLUDED, "log"), NOW);
          store.flush();
        });

    inNew(
        store -> {
          AssignmentRow row = store.work(INCIDENT).get(0);
          assertThat(row.isHeard()).isTrue();
          assertThat(row.isSeenAs(State.ACCEPTED)).isTrue();
          assertThat(row.view().owner()).isEqualTo(RIKU);
          assertThat(row.view().endsAt()).contains(NOW.plus(Duration.ofMinutes(20)));
          assertThat(row.view().report().orElseThrow().answered()).isEqualTo(Answered.EXCLUDED);
          assertThat(store.work(row.id())).isPresent();
          assertThat(store.work(UUID.randomUUID())).isEmpty();
        });
  }

  @Test
  void twoPiecesOfOneIncidentNeverHaveOneNumber() {
    inNew(store -> store.add(work(1)));

    assertThatThrownBy(
            () ->
                inNew(
                    store -> {
                      store.add(work(1));
                      store.flush();
                    }))
        .hasMessageContaining("ASSIGNMENT_PLACE");
  }

  @Test
  void aCallKeepsWhoIsFreeInTheirOrder() {
    inNew(
        store -> {
          var call =
              new CallRow(
                  UUID.randomUUID(),
                  INCIDENT,
                  1,
                  new CallWish(WorkKind.WATCH, "見張る", "", Duration.ofMinutes(10)),
                  AOI,
                  NOW);
          store.add(call);
          call.free(RIKU, NOW);
          call.free(HINA, NOW);
        });
    inNew(store -> store.calls(INCIDENT).get(0).named(HINA));

    inNew(
        store -> {
          CallRow call = store.calls(INCIDENT).get(0);
          assertThat(call.free()).containsExactly(RIKU, HINA);
          assertThat(call.named()).contains(HINA);
          assertThat(call.isOpen()).isFalse();
          assertThat(store.call(call.id())).isPresent();
        });
  }

  @Test
  void whatWasTakenIsCountedAndWhatWasDeclinedIsNot() {
    inNew(
        store -> {
          AssignmentRow taken = work(1);
          taken.accepted(Optional.empty(), NOW);
          AssignmentRow declined = work(2);
          declined.declined();
          store.add(taken);
          store.add(declined);
        });

    inNew(
        store -> {
          assertThat(store.taken(List.of(RIKU, HINA)))
              .containsExactlyInAnyOrderEntriesOf(Map.of(RIKU, 1L, HINA, 0L));
          assertThat(store.taken(List.of())).isEmpty();
        });
  }

  private static AssignmentRow work(int place) {
    return new AssignmentRow(
        UUID.randomUUID(), INCIDENT, place, Bench.wish(WorkKind.WATCH, RIKU), AOI, NOW);
  }

  /** One transaction of somebody who remembers nothing. */
  private void inNew(Consumer<JpaWorkStore> work) {
    try (EntityManager em = sessions.createEntityManager()) {
      em.getTransaction().begin();
      var store = new JpaWorkStore();
      store.em = em;
      work.accept(store);
      em.getTransaction().commit();
    }
  }
}
