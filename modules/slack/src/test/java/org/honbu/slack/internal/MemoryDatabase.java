package org.honbu.slack.internal;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;

/** A database by the module's own migrations, as the server compares it. */
public final class MemoryDatabase implements AutoCloseable {
  private final EntityManagerFactory unit;

  public MemoryDatabase() {
    var source = new JdbcDataSource();
    source.setURL(
        "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;DATABASE_TO_UPPER=false");
    Flyway.configure()
        .dataSource(source)
        .schemas("slack")
        .locations("classpath:db/slack")
        .load()
        .migrate();
    unit =
        Persistence.createEntityManagerFactory(
            "slack",
            Map.of(
                "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                "jakarta.persistence.jtaDataSource", source,
                "jakarta.persistence.nonJtaDataSource", source,
                "hibernate.hbm2ddl.auto", "validate",
                "jakarta.persistence.schema-generation.database.action", ""));
  }

  /** One transaction. */
  public <T> T in(Function<EntityManager, T> work) {
    EntityManager manager = unit.createEntityManager();
    try {
      manager.getTransaction().begin();
      T result = work.apply(manager);
      manager.getTransaction().commit();
      return result;
    } finally {
      if (manager.getTransaction().isActive()) {
        manager.getTransaction().rollback();
      }
      manager.close();
    }
  }

  @Override
  public void close() {
    unit.close();
  }
}
