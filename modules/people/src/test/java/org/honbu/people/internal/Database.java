package org.honbu.people.internal;

import jakarta.persistence.EntityManager;
import java.util.UUID;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;

/** The module's own tables, migrated and mapped as on the server, in a database for one test. */
final class Database implements AutoCloseable {
  private final SessionFactory sessions;
  private final EntityManager em;

  Database() {
    String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    Flyway.configure()
        .dataSource(url, "sa", "")
        .schemas("PEOPLE")
        .defaultSchema("PEOPLE")
        .createSchemas(true)
        .locations("classpath:db/people")
        .load()
        .migrate();
    Configuration mapping = new Configuration();
    for (Class<?> row :
        new Class<?>[] {
          TeamRow.class,
          MembershipRow.class,
          ComponentRow.class,
          RotationRow.class,
          ContactPointRow.class,
          PassedOverRow.class,
          ContributionRow.class,
          AttendanceRow.class
        }) {
      mapping.addAnnotatedClass(row);
    }
    sessions =
        mapping
            .setProperty("hibernate.connection.url", url)
            .setProperty("hibernate.connection.username", "sa")
            .setProperty("hibernate.default_schema", "people")
            .buildSessionFactory();
    em = sessions.createEntityManager();
  }

  /** Fails when the tables are not as the entities expect. */
  void validate() {
    sessions.getSchemaManager().validateMappedObjects();
  }

  OrganisationStore store() {
    OrganisationStore store = new OrganisationStore();
    store.em = em;
    return store;
  }

  ReadinessStore readiness() {
    ReadinessStore store = new ReadinessStore();
    store.em = em;
    return store;
  }

  LevelStore levels() {
    LevelStore store = new LevelStore();
    store.em = em;
    return store;
  }

  /** Does it in one transaction and forgets what was in memory. */
  void inTransaction(Runnable work) {
    em.getTransaction().begin();
    work.run();
    em.getTransaction().commit();
    em.clear();
  }

  /** Does it in one transaction and forgets what was in memory. */
  void write(Consumer<LiveOrganisation> work) {
    inTransaction(() -> work.accept(new LiveOrganisation(store())));
  }

  @Override
  public void close() {
    em.close();
    sessions.close();
  }
}
