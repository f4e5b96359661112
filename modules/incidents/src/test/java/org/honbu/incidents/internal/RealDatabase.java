package org.honbu.incidents.internal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;

/** The module's own unit on a real database with the module's own migrations. */
final class RealDatabase implements Closeable {
  private final EntityManagerFactory unit;
  private final Closeable server;

  private RealDatabase(DataSource source, String schema, Closeable server) {
    this.server = server;
    migrate(source, schema);
    // The unit says JTA for the server; here each test begins and commits by itself.
    this.unit =
        Persistence.createEntityManagerFactory(
            "incidents",
            Map.of(
                "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                "jakarta.persistence.jtaDataSource", source,
                "jakarta.persistence.nonJtaDataSource", source,
                "hibernate.hbm2ddl.auto", "validate",
                "jakarta.persistence.schema-generation.database.action", ""));
  }

  static RealDatabase h2() {
    var source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
    return new RealDatabase(source, "INCIDENTS", () -> {});
  }

  static RealDatabase postgres() {
    try {
      EmbeddedPostgres server = EmbeddedPostgres.start();
      return new RealDatabase(server.getPostgresDatabase(), "incidents", server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs the work in a transaction; whatever it throws rolls back and comes out. */
  <T> T in(Function<EntityManager, T> work) {
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

  /** How many statements the work takes; nobody else works meanwhile. */
  long statementsOf(Runnable work) {
    Statistics counted = unit.unwrap(SessionFactory.class).getStatistics();
    counted.setStatisticsEnabled(true);
    long before = counted.getPrepareStatementCount();
    work.run();
    counted.setStatisticsEnabled(false);
    return counted.getPrepareStatementCount() - before;
  }

  private static void migrate(DataSource source, String schema) {
    Flyway.configure()
        .dataSource(source)
        .schemas(schema)
        .locations("classpath:db/incidents")
        .load()
        .migrate();
  }

  @Override
  public void close() throws IOException {
    unit.close();
    server.close();
  }
}
