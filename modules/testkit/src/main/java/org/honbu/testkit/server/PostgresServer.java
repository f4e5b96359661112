package org.honbu.testkit.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A real PostgreSQL of the release that operators are told to use. */
public final class PostgresServer implements AutoCloseable {
  private final EmbeddedPostgres server;
  private final AtomicInteger databases = new AtomicInteger();

  private PostgresServer(EmbeddedPostgres server) {
    this.server = server;
  }

  public static PostgresServer start() {
    return start(Map.of());
  }

  /**
   * Starts it with settings of its own; without any, it is faster than durable, as suits tests.
   *
   * @param settings as in {@code postgresql.conf}
   */
  public static PostgresServer start(Map<String, String> settings) {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder().setServerConfig("max_connections", "200");
    settings.forEach(builder::setServerConfig);
    try {
      return new PostgresServer(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new, empty database. */
  public Database newDatabase() {
    String name = "honbu" + databases.incrementAndGet();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new Database(server.getJdbcUrl("postgres", name), server.getDatabase("postgres", name));
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One database, for a server's environment and for looking into it from outside. */
  public record Database(String url, DataSource source) {
    public Map<String, String> environment() {
      return Map.of(
          "HONBU_DB_DRIVER", "postgresql",
          "HONBU_DB_URL", url,
          "HONBU_DB_USER", "postgres",
          "HONBU_DB_PASSWORD", "postgres",
          "HONBU_DB_CHECKER",
              "org.jboss.jca.adapters.jdbc.extensions.postgres.PostgreSQLValidConnectionChecker",
          "HONBU_DB_SORTER",
              "org.jboss.jca.adapters.jdbc.extensions.postgres.PostgreSQLExceptionSorter");
    }

    /** What a query finds, every value as text; null is an empty one. */
    public List<List<String>> rows(String sql, Object... values) {
      try (Connection connection = source.getConnection();
          var statement = connection.prepareStatement(sql)) {
        for (int i = 0; i < values.length; i++) {
          statement.setObject(i + 1, values[i]);
        }
        var found = new ArrayList<List<String>>();
        ResultSet row = statement.executeQuery();
        while (row.next()) {
          var columns = new ArrayList<String>();
          for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            columns.add(Objects.requireNonNullElse(row.getString(i), ""));
          }
          found.add(columns);
        }
        return found;
      } catch (SQLException e) {
        throw new IllegalStateException(sql, e);
      }
    }

    /** The first column of what a query finds. */
    public List<String> column(String sql, Object... values) {
      return rows(sql, values).stream().map(row -> row.get(0)).toList();
    }

    /** The one number a query finds. */
    public int number(String sql, Object... values) {
      return Integer.parseInt(column(sql, values).get(0));
    }
  }
}
