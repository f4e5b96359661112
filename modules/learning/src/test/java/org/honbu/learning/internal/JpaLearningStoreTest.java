package org.honbu.learning.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.learning.internal.Desk.INCIDENT;
import static org.honbu.learning.internal.Desk.KEN;
import static org.honbu.learning.internal.Desk.MISAKI;
import static org.honbu.learning.internal.Desk.TAKUMI;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.learning.ActionItem;
import org.honbu.learning.ActionKind;
import org.honbu.learning.ActionWish;
import org.honbu.learning.Postmortem;
import org.honbu.learning.Postmortem.Form;
import org.honbu.learning.Section;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The module's own tables, migrated and mapped as on the server. */
class JpaLearningStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-23T03:12:04Z");
  private static final UUID ITEM = new UUID(1, 2);

  private final SessionFactory sessions = migrated();

  private static SessionFactory migrated() {
    String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    Flyway.configure()
        .dataSource(url, "sa", "")
        .schemas("LEARNING")
        .defaultSchema("LEARNING")
        .createSchemas(true)
        .locations("classpath:db/learning")
        .load()
        .migrate();
    return new Configuration()
        .addAnnotatedClass(PostmortemRow.class)
        .addAnnotatedClass(ActionItemRow.class)
        .setProperty("hibernate.connection.url", url)
        .setProperty("hibernate.connection.username", "sa")
        .setProperty("hibernate.default_schema", "learning")
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
  void whatIsWrittenIsKeptBySectionAndCounted() {
    String longest = "あ".repeat(Section.LONGEST);
    inNew(store -> store.add(review()));
    inNew(
        store ->
            row(store).write(Map.of(Section.SUMMARY, longest, Section.FACTORS, "二つの手順"), MISAKI));
    inNew(store -> row(store).write(Map.of(Section.FACTORS, " "), TAKUMI));

    inNew(
        store -> {
          Postmortem view = row(store).view(List.of());
          assertThat(view.texts()).containsExactly(Map.entry(Section.SUMMARY, longest));
          assertThat(view.edition()).isEqualTo(2);
          assertThat(view.writer()).contains(TAKUMI);
        });
  }

  @Test
  void whoOwnsAnActionItemTakesPart() {
    inNew(
        store -> {
          PostmortemRow review = review();
          store.add(review);
          store.flush();
          store.add(item(review));
        });

    inNew(
        store -> {
          var learns = new WhoLearnsTakesPart(store.em);
          PersonId owner = store.items(INCIDENT).get(0).view().owner();
          assertThat(learns.among(Set.of(INCIDENT), owner)).containsExactly(INCIDENT);
          assertThat(learns.among(Set.of(INCIDENT), new PersonId("nobody"))).isEmpty();
        });
  }

  @Test
  void openOnesAreFoundUntilTheyAreSettled() {
    inNew(
        store -> {
          PostmortemRow review = review();
          store.add(review);
          store.flush();
          store.add(item(review));
        });

    inNew(
        store -> {
          assertThat(store.openPostmortems())
              .singleElement()
              .satisfies(row -> assertThat(row.line().incident()).isEqualTo(INCIDENT));
          assertThat(store.openItems()).hasSize(1);
          assertThat(store.items(INCIDENT)).hasSize(1);
          store.item(ITEM).orElseThrow().settle(ActionItem.State.WAIVED, "別で", TAKUMI, NOW);
          row(store).close(NOW);
        });
    inNew(
        store -> {
          assertThat(store.openPostmortems()).isEmpty();
          assertThat(store.openItems()).isEmpty();
          ActionItem settled = store.item(ITEM).orElseThrow().view();
          assertThat(settled.reason()).contains("別で");
          assertThat(settled.settledBy()).contains(TAKUMI);
        });
  }

  private static PostmortemRow row(LearningStore store) {
    return store.postmortem(INCIDENT).orElseThrow();
  }

  private static PostmortemRow review() {
    var desk =
        new Desk(
            () -> {
              throw new IllegalStateException("there is no engine");
            });
    return new PostmortemRow(desk.book.view(INCIDENT), Form.FULL, 1, NOW, NOW);
  }

  private static ActionItemRow item(PostmortemRow review) {
    var wish = new ActionWish("見張る", ActionKind.DETECT, Optional.empty(), KEN, Optional.empty());
    return new ActionItemRow(ITEM, review, 1, wish, new TeamId("payments"), NOW);
  }

  private void inNew(Consumer<JpaLearningStore> work) {
    sessions.inTransaction(
        session -> {
          var store = new JpaLearningStore();
          store.em = session.unwrap(EntityManager.class);
          work.accept(store);
        });
  }
}
