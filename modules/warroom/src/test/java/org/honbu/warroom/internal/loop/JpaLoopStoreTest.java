package org.honbu.warroom.internal.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.warroom.AssessSituation;
import org.honbu.warroom.AssessSituation.Trend;
import org.honbu.warroom.Decide;
import org.honbu.warroom.ReviewEffect;
import org.honbu.warroom.ShareStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The loop's own tables, migrated and mapped as on the server. */
class JpaLoopStoreTest {
  private static final IncidentId INCIDENT = new IncidentId("INC-2026-0001");
  private static final Instant NOW = Instant.parse("2026-11-28T03:12:04Z");

  private final SessionFactory sessions = migrated();

  @AfterEach
  void close() {
    sessions.close();
  }

  @Test
  void whatIsSaidIsReadAsItWasSaidNewestFirst() {
    sessions.getSchemaManager().validateMappedObjects();
    var seen = new AssessSituation("5xx", "決済", Trend.WORSE, "", "原因");
    var weighing = new Decide.Weighing("待つ", "二重請求", "なし", "迂回路");
    var said = new Decide("切り戻す", "リリース", "payment-api", "戻す", Optional.empty(), weighing);
    var told = new ShareStatus("18%", "確認", "DB", Optional.empty());
    inNew(
        store -> {
          store.add(new AssessmentRow(head(1), seen));
          store.add(new DecisionRow(head(1), said, NOW.plusSeconds(900)));
          store.add(new WaitingRow(head(1), "検証環境"));
          store.add(new UpdateRow(head(1), told, NOW.plusSeconds(1200)));
          store.add(new UpdateRow(head(2), told, NOW.plusSeconds(2400)));
          store.add(new ReviewRow(head(1), ReviewEffect.cameBack()));
          store.add(new ObjectivesRow(head(1), List.of("一", "二")));
          store.flush();
          return true;
        });

    inNew(
        store -> {
          assertThat(newest(store, AssessmentRow.class).view()).isEqualTo(seen);
          assertThat(newest(store, DecisionRow.class).says(said)).isTrue();
          assertThat(newest(store, DecisionRow.class).view().reviewAt())
              .isEqualTo(NOW.plusSeconds(900));
          assertThat(newest(store, WaitingRow.class).reason()).isEqualTo("検証環境");
          assertThat(store.all(UpdateRow.class, INCIDENT))
              .extracting(Row::number)
              .containsExactly(2, 1);
          assertThat(newest(store, UpdateRow.class).view().by()).isEqualTo(new PersonId("aoi"));
          assertThat(newest(store, ReviewRow.class).view()).isEqualTo(ReviewEffect.cameBack());
          assertThat(newest(store, ObjectivesRow.class).aims()).containsExactly("一", "二");
          assertThat(store.newest(DecisionRow.class, new IncidentId("INC-2026-0002"))).isEmpty();
          return true;
        });
  }

  @Test
  void twoCannotBothBeTheSameNumber() {
    inNew(store -> added(store, new WaitingRow(head(1), "a")));

    assertThatThrownBy(() -> inNew(store -> added(store, new WaitingRow(head(1), "b"))))
        .hasMessageContaining("WAITING_ONCE");
  }

  private static boolean added(JpaLoopStore store, Row row) {
    store.add(row);
    store.flush();
    return true;
  }

  private static <R extends Row> R newest(JpaLoopStore store, Class<R> kind) {
    return store.newest(kind, INCIDENT).orElseThrow();
  }

  private static Row.Head head(int number) {
    return new Row.Head(
        UUID.randomUUID(), INCIDENT, number, Actor.person(new PersonId("aoi")), NOW);
  }

  private <T> T inNew(Function<JpaLoopStore, T> work) {
    try (EntityManager entities = sessions.createEntityManager()) {
      entities.getTransaction().begin();
      var store = new JpaLoopStore();
      store.entities = entities;
      T result = work.apply(store);
      entities.getTransaction().commit();
      return result;
    }
  }

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
        .addAnnotatedClass(AssessmentRow.class)
        .addAnnotatedClass(DecisionRow.class)
        .addAnnotatedClass(WaitingRow.class)
        .addAnnotatedClass(UpdateRow.class)
        .addAnnotatedClass(ReviewRow.class)
        .addAnnotatedClass(ObjectivesRow.class)
        .setProperty("hibernate.connection.url", url)
        .setProperty("hibernate.connection.username", "sa")
        .setProperty("hibernate.default_schema", "warroom")
        .buildSessionFactory();
  }
}
