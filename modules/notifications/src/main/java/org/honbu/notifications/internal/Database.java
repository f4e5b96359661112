package org.honbu.notifications.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** SQL that H2 and PostgreSQL both understand; joins the running transaction. */
@ApplicationScoped
class Database {
  @Resource(lookup = "java:jboss/datasources/HonbuDS")
  private DataSource source;

  /** For the server, which hands in the datasource. */
  Database() {}

  Database(DataSource source) {
    this.source = source;
  }

  /** Runs one statement; an empty {@link Optional} is null. */
  int run(String sql, Object... values) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = fill(connection.prepareStatement(sql), values)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("notifications: " + e.getMessage(), e);
    }
  }

  <T> List<T> query(String sql, Reader<T> reader, Object... values) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = fill(connection.prepareStatement(sql), values);
        ResultSet rows = statement.executeQuery()) {
      var found = new ArrayList<T>();
      while (rows.next()) {
        found.add(reader.read(new Row(rows)));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("notifications: " + e.getMessage(), e);
    }
  }

  private static PreparedStatement fill(PreparedStatement statement, Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, plain(values[i]));
    }
    return statement;
  }

  private static @Nullable Object plain(Object value) {
    if (value instanceof Optional<?> maybe) {
      Object inner = maybe.orElse(null);
      return inner == null ? null : plain(inner);
    }
    return value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value;
  }

  interface Reader<T> {
    T read(Row row) throws SQLException;
  }

  /** One row, read without nulls. */
  record Row(ResultSet columns) {
    String text(String column) throws SQLException {
      return columns.getString(column);
    }

    Optional<String> maybeText(String column) throws SQLException {
      return Optional.ofNullable(columns.getString(column));
    }

    int number(String column) throws SQLException {
      return columns.getInt(column);
    }

    boolean yes(String column) throws SQLException {
      return columns.getBoolean(column);
    }

    java.util.UUID id(String column) throws SQLException {
      return columns.getObject(column, java.util.UUID.class);
    }

    Optional<java.util.UUID> maybeId(String column) throws SQLException {
      return Optional.ofNullable(columns.getObject(column, java.util.UUID.class));
    }

    Instant time(String column) throws SQLException {
      return columns.getObject(column, OffsetDateTime.class).toInstant();
    }
  }
}
