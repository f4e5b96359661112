package org.honbu.incidents.internal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** The module's own unit on a real database with the module's own migration. */
final class RealDatabase implements Closeable {
  private final EntityManagerFactory unit;
  private final Closeable server;

  private RealDatabase(DataSource source, Closeable server) {
    this.server = server;
    migrate(source);
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
    return new RealDatabase(source, () -> {});
  }

  static RealDatabase postgres() {
    try {
      EmbeddedPostgres server = EmbeddedPostgres.start();
      return new RealDatabase(server.getPostgresDatabase(), server);
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

  private static void migrate(DataSource source) {
    try (Connection connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create schema incidents");
      statement.execute(migration("V1__incident"));
      statement.execute(migration("V2__claim_turn"));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String migration(String name) {
    try (InputStream file =
        RealDatabase.class.getResourceAsStream("/db/incidents/" + name + ".sql")) {
      if (file == null) {
        throw new IllegalStateException("no migration");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    unit.close();
    server.close();
  }
}
