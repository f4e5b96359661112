package org.honbu.warroom.internal.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.honbu.warroom.internal.topics.TopicWorld.INCIDENT;
import static org.honbu.warroom.internal.topics.TopicWorld.ITSUKI;
import static org.honbu.warroom.internal.topics.TopicWorld.KEN;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.warroom.ClosedTopic;
import org.honbu.warroom.Topic.State;
import org.honbu.warroom.TopicResult;
import org.honbu.warroom.internal.WhoIsInTheRoomTakesPart;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rows in a real database, by the module's own migrations: what the keys promise holds. */
class TopicStoreTest {
  private static final Instant NOW = Instant.parse("2026-04-01T03:00:00Z");
  private static final EntityManagerFactory UNIT = unit();

  private IncidentId incident = INCIDENT;
  private static int incidents;

  private static EntityManagerFactory unit() {
    var source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    Flyway.configure()
        .dataSource(source)
        .schemas("WARROOM")
        .locations("classpath:db/warroom")
        .load()
        .migrate();
    return Persistence.createEntityManagerFactory(
        "warroom",
        Map.of(
            "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
            "jakarta.persistence.jtaDataSource", source,
            "jakarta.persistence.nonJtaDataSource", source,
            "hibernate.hbm2ddl.auto", "validate",
            "jakarta.persistence.schema-generation.database.action", ""));
  }

  @AfterAll
  static void close() {
    UNIT.close();
  }

  @BeforeEach
  void anotherIncident() {
    incidents++;
    incident = new IncidentId("INC-2026-%04d".formatted(incidents));
  }

  @Test
  void aTopicIsReadAsItWasWritten() {
    in(
        store -> {
          TopicRow row = topic(1);
          store.add(row);
          store.flush();
          store.add(new TopicMember(incident, KEN, row.id(), NOW));
          store.add(new ParkedRow(UUID.randomUUID(), incident, "later", KEN, NOW));
          row.lead(NOW.plusSeconds(900));
          row.report(NOW.plusSeconds(1800));
          row.takeFloor();
          row.hear();
        });

    in(
        store -> {
          TopicRow row = store.topics(incident).get(0);
          assertThat(row.is(State.LED)).isTrue();
          assertThat(row.nextReportAt()).isEqualTo(NOW.plusSeconds(1800));
          assertThat(row.isOnFloor() && row.isHeard() && row.reports() == 1).isTrue();
          assertThat(store.members(incident)).extracting(TopicMember::person).containsExactly(KEN);
          assertThat(store.parked(incident)).allMatch(ParkedRow::isWaiting);
          row.close(TopicResult.ANSWERED, "the pool", NOW);
          store.remove(store.members(incident).get(0));
          store.parked(incident).get(0).takeUp(NOW);
        });

    in(
        store -> {
          assertThat(store.topics(incident).get(0).closed())
              .isEqualTo(
                  Optional.of(
                      new ClosedTopic("Alpha", "why?", TopicResult.ANSWERED, "the pool", NOW)));
          assertThat(store.topics(incident)).noneMatch(TopicRow::isOnFloor);
          assertThat(store.members(incident)).isEmpty();
          assertThat(store.parked(incident)).noneMatch(ParkedRow::isWaiting);
        });
  }

  /** Asks all tables of the module at once, so that each question is one that they understand. */
  @Test
  void whoLeadsOrIsInATopicTakesPartInThatIncidentAlone() {
    in(
        store -> {
          TopicRow row = topic(1);
          store.add(row);
          store.flush();
          store.add(new TopicMember(incident, KEN, row.id(), NOW));
        });

    IncidentId other = new IncidentId("INC-2026-9999");
    try (EntityManager manager = UNIT.createEntityManager()) {
      var room = new WhoIsInTheRoomTakesPart(manager);
      for (PersonId person : List.of(ITSUKI, KEN)) {
        assertThat(room.among(Set.of(incident, other), person)).containsExactly(incident);
      }
      assertThat(room.among(Set.of(incident, other), new PersonId("nobody"))).isEmpty();
      assertThat(room.among(Set.of(other), KEN)).isEmpty();
    }
  }

  @Test
  void twoTopicsAreNeverBothAlpha() {
    in(store -> store.add(topic(1)));

    assertThatThrownBy(() -> in(store -> store.add(topic(1))))
        .isInstanceOf(PersistenceException.class);
  }

  @Test
  void aRoomHasOneFloor() {
    in(
        store -> {
          store.add(topic(1));
          store.add(topic(2));
        });

    in(store -> store.topics(incident).get(0).takeFloor());
    assertThatThrownBy(() -> in(store -> store.topics(incident).get(1).takeFloor()))
        .isInstanceOf(PersistenceException.class);
  }

  @Test
  void aPersonIsInOneTopicByTheKey() {
    in(
        store -> {
          TopicRow row = topic(1);
          store.add(row);
          store.flush();
          store.add(new TopicMember(incident, KEN, row.id(), NOW));
        });

    assertThatThrownBy(
            () ->
                in(
                    store ->
                        store.add(
                            new TopicMember(
                                incident, KEN, store.topics(incident).get(0).id(), NOW))))
        .isInstanceOf(PersistenceException.class);
  }

  @Test
  void afterZuluTheNamesBeginAnew() {
    assertThat(topic(26).name()).isEqualTo("Zulu");
    assertThat(topic(27).name()).isEqualTo("Alpha 2");
    assertThat(RoomSettings.thread(incident, "Alpha 2")).endsWith("-alpha-2");
  }

  private TopicRow topic(int number) {
    return new TopicRow(UUID.randomUUID(), incident, number, "why?", ITSUKI, NOW);
  }

  private static void in(Consumer<TopicStore> work) {
    EntityManager manager = UNIT.createEntityManager();
    try {
      manager.getTransaction().begin();
      work.accept(new JpaTopicStore(manager));
      manager.getTransaction().commit();
    } finally {
      if (manager.getTransaction().isActive()) {
        manager.getTransaction().rollback();
      }
      manager.close();
    }
  }
}
