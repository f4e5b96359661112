package org.honbu.statuspage.internal;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;

/** The module's own tables, migrated and mapped as on the server, in a database for one test. */
final class Tables implements AutoCloseable {
  private final EntityManagerFactory unit;
  final EntityManager database;

  Tables(DataSource source, String schema) {
    Flyway.configure()
        .dataSource(source)
        .schemas(schema)
        .locations("classpath:db/statuspage")
        .load()
        .migrate();
    // The unit says JTA for the server; here each test begins and commits by itself.
    unit =
        Persistence.createEntityManagerFactory(
            "statuspage",
            Map.of(
                "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                "jakarta.persistence.jtaDataSource", source,
                "jakarta.persistence.nonJtaDataSource", source,
                "hibernate.hbm2ddl.auto", "validate",
                "jakarta.persistence.schema-generation.database.action", ""));
    database = unit.createEntityManager();
  }

  static Tables onH2() {
    var source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    return new Tables(source, "STATUSPAGE");
  }

  /** One transaction of somebody who remembers nothing. */
  <T> T in(Supplier<T> work) {
    database.getTransaction().begin();
    try {
      T result = work.get();
      database.getTransaction().commit();
      return result;
    } finally {
      if (database.getTransaction().isActive()) {
        database.getTransaction().rollback();
      }
      database.clear();
    }
  }

  void does(Runnable work) {
    assert in(
        () -> {
          work.run();
          return true;
        });
  }

  @Override
  public void close() {
    database.close();
    unit.close();
  }
}
