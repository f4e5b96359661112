package org.honbu.alerts.internal;

import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.UUID;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.jspecify.annotations.Nullable;

/** The module's own tables, migrated and mapped as on the server, with one transaction a thread. */
final class Database implements AutoCloseable {
  private final SessionFactory sessions;
  private static final ThreadLocal<@Nullable EntityManager> CURRENT = new ThreadLocal<>();

  Database() {
    String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=5000";
    Flyway.configure()
        .dataSource(url, "sa", "")
        .schemas("ALERTS")
        .defaultSchema("ALERTS")
        .createSchemas(true)
        .locations("classpath:db/alerts")
        .load()
        .migrate();
    Configuration mapping = new Configuration();
    for (Class<?> row :
        new Class<?>[] {
          IntegrationRow.class,
          CorrelationRow.class,
          SignalRow.class,
          DeliveryRow.class,
          DeadLetterRow.class,
          ReportRow.class,
          ReportNumbering.class
        }) {
      mapping.addAnnotatedClass(row);
    }
    sessions =
        mapping
            .setProperty("hibernate.connection.url", url)
            .setProperty("hibernate.connection.username", "sa")
            .setProperty("hibernate.connection.pool_size", "40")
            .setProperty("hibernate.default_schema", "alerts")
            .buildSessionFactory();
  }

  /** Fails when the tables are not as the entities expect. */
  void validate() {
    sessions.getSchemaManager().validateMappedObjects();
  }

  AlertStore store() {
    AlertStore store = new AlertStore();
    store.em = entityManager();
    return store;
  }

  ReportStore reports() {
    ReportStore store = new ReportStore();
    store.em = entityManager();
    return store;
  }

  private static EntityManager entityManager() {
    return (EntityManager)
        Proxy.newProxyInstance(
            Database.class.getClassLoader(),
            new Class<?>[] {EntityManager.class},
            (proxy, method, arguments) -> {
              try {
                return method.invoke(CURRENT.get(), arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }

  /** What the container does around a transactional method: joins, commits, rolls back. */
  <T> T inTransaction(Supplier<T> work) {
    if (CURRENT.get() != null) {
      return work.get();
    }
    EntityManager em = sessions.createEntityManager();
    CURRENT.set(em);
    try {
      em.getTransaction().begin();
      T result = work.get();
      em.getTransaction().commit();
      return result;
    } finally {
      if (em.getTransaction().isActive()) {
        em.getTransaction().rollback();
      }
      CURRENT.remove();
      em.close();
    }
  }

  void inTransaction(Runnable work) {
    inTransaction(
        () -> {
          work.run();
          return true;
        });
  }

  /** How many rows there are. */
  long count(Class<?> row) {
    return inTransaction(
        () -> {
          EntityManager em = java.util.Objects.requireNonNull(CURRENT.get());
          return em.createQuery("select count(r) from " + row.getSimpleName() + " r", Long.class)
              .getSingleResult();
        });
  }

  @Override
  public void close() {
    sessions.close();
  }
}
