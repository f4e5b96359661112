package org.honbu.warroom.internal.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.warroom.internal.roster.World.DAIKI;
import static org.honbu.warroom.internal.roster.World.EMMA;
import static org.honbu.warroom.internal.roster.World.INCIDENT;
import static org.honbu.warroom.internal.roster.World.KEN;
import static org.honbu.warroom.internal.roster.World.MISAKI;
import static org.honbu.warroom.internal.roster.World.PAYMENTS;

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
import org.honbu.warroom.HelpTask;
import org.honbu.warroom.Stance;
import org.honbu.warroom.SummonsView.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JpaRosterStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-23T03:12:04Z");

  private final SessionFactory sessions = sessions();

  @AfterEach
  void close() {
    sessions.close();
  }

  @Test
  void tablesAreAsTheEntitiesExpect() {
    sessions.getSchemaManager().validateMappedObjects();
  }

  @Test
  void whoeverCameAndWentIsRemembered() {
    inNew(
        store -> {
          store.add(member(KEN, NOW.plusSeconds(1)));
          store.add(member(EMMA, NOW));
          return true;
        });
    inNew(
        store -> {
          MemberRow ken = store.member(INCIDENT, KEN).orElseThrow();
          ken.isReleased(NOW);
          ken.leaves(NOW.plusSeconds(9));
          return true;
        });

    inNew(
        store -> {
          assertThat(store.members(INCIDENT))
              .extracting(MemberRow::person)
              .containsExactly(EMMA, KEN);
          assertThat(store.member(INCIDENT, KEN).orElseThrow().isThere()).isFalse();
          assertThat(store.member(INCIDENT, KEN).orElseThrow().isReleased()).isFalse();
          return true;
        });
  }

  @Test
  void aSummonsKeepsItsOrderWhenSomebodyIsPutFirstAndOthersDropOut() {
    inNew(
        store -> {
          var row =
              new SummonsRow(
                  UUID.randomUUID(),
                  INCIDENT,
                  1,
                  Optional.of(PAYMENTS),
                  Actor.honbu("roster"),
                  "",
                  List.of(KEN, DAIKI, MISAKI),
                  NOW);
          row.asksNext(person -> false, NOW);
          store.add(row);
          return true;
        });
    inNew(
        store -> {
          SummonsRow row = store.summons(INCIDENT, 1).orElseThrow();
          row.asked(KEN).orElseThrow().replied(Reply.CANNOT);
          row.putFirst(EMMA);
          row.asksNext(DAIKI::equals, NOW.plusSeconds(60));
          store.flush();
          return true;
        });

    inNew(
        store -> {
          SummonsRow row = store.summons(INCIDENT).get(0);
          assertThat(row.team()).contains(PAYMENTS);
          assertThat(row.by()).isEqualTo(Actor.honbu("roster"));
          assertThat(row.askedSoFar())
              .extracting(AskedPerson::person, AskedPerson::reply)
              .containsExactly(
                  org.assertj.core.groups.Tuple.tuple(KEN, Reply.CANNOT),
                  org.assertj.core.groups.Tuple.tuple(EMMA, Reply.ASKED));
          assertThat(row.waiting().map(AskedPerson::person)).contains(EMMA);
          assertThat(row.asksNext(person -> false, NOW)).contains(MISAKI);
          return true;
        });
  }

  @Test
  void onlyWhatIsNotDoneYetIsOpen() {
    inNew(
        store -> {
          var done = new HelpingRow(UUID.randomUUID(), INCIDENT, HelpTask.REPRODUCE, KEN, NOW);
          done.isDone("it fails every time", NOW.plusSeconds(5));
          store.add(done);
          store.add(new HelpingRow(UUID.randomUUID(), INCIDENT, HelpTask.REPRODUCE, EMMA, NOW));
          return true;
        });

    List<HelpingRow> open = inNew(store -> store.helping(INCIDENT));
    assertThat(open).extracting(HelpingRow::person).containsExactly(EMMA);
    assertThat(open.get(0).found()).isEmpty();
  }

  private static MemberRow member(org.honbu.kernel.PersonId person, Instant at) {
    return new MemberRow(UUID.randomUUID(), INCIDENT, person, Stance.FREE, "", at);
  }

  private static SessionFactory sessions() {
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
        .addAnnotatedClass(MemberRow.class)
        .addAnnotatedClass(SummonsRow.class)
        .addAnnotatedClass(AskedPerson.class)
        .addAnnotatedClass(HelpingRow.class)
        .setProperty("hibernate.connection.url", url)
        .setProperty("hibernate.connection.username", "sa")
        .setProperty("hibernate.default_schema", "warroom")
        .buildSessionFactory();
  }

  /** One transaction of somebody who remembers nothing. */
  private <T> T inNew(Function<JpaRosterStore, T> work) {
    try (EntityManager entities = sessions.createEntityManager()) {
      entities.getTransaction().begin();
      var store = new JpaRosterStore();
      store.entities = entities;
      T result = work.apply(store);
      entities.getTransaction().commit();
      return result;
    }
  }
}
