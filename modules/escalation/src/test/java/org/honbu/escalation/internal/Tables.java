package org.honbu.escalation.internal;

import jakarta.persistence.EntityManager;
import java.util.UUID;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;

/** The module's own tables, migrated and mapped as on the server, in a database for one test. */
final class Tables implements AutoCloseable {
  private final SessionFactory sessions;

  Tables() {
    String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    Flyway.configure()
        .dataSource(url, "sa", "")
        .schemas("ESCALATION")
        .defaultSchema("ESCALATION")
        .createSchemas(true)
        .locations("classpath:db/escalation")
        .load()
        .migrate();
    sessions =
        new Configuration()
            .addAnnotatedClass(Run.class)
            .addAnnotatedClass(PlannedStep.class)
            .addAnnotatedClass(Called.class)
            .setProperty("hibernate.connection.url", url)
            .setProperty("hibernate.connection.username", "sa")
            .setProperty("hibernate.default_schema", "escalation")
            .buildSessionFactory();
  }

  /** Fails when the tables are not as the entities expect. */
  void validate() {
    sessions.getSchemaManager().validateMappedObjects();
  }

  /** One transaction of somebody who remembers nothing. */
  <T> T inNew(Function<JpaRunStore, T> work) {
    try (EntityManager em = sessions.createEntityManager()) {
      em.getTransaction().begin();
      var store = new JpaRunStore();
      store.em = em;
      T result = work.apply(store);
      em.getTransaction().commit();
      return result;
    }
  }

  @Override
  public void close() {
    sessions.close();
  }
}
