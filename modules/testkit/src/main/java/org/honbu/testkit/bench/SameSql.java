package org.honbu.testkit.bench;

import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of one accepted alert, as PostgreSQL's own log has it, for a bare client to do again.
 *
 * <p>Two alerts are delivered and their transactions laid side by side. What is the same in both is
 * the same in all; an id that differs is a new one each time, a number that grew goes on growing,
 * and the fingerprint is another each time.
 */
final class SameSql {
  private static final Pattern EXECUTED = Pattern.compile("execute [^:]+: (.*)", Pattern.DOTALL);
  private static final Pattern PARAMETER =
      Pattern.compile("\\$\\d+ = (?:(NULL)|'([^']*+(?:''[^']*+)*+)')");

  private final Books books;
  private final Path log;

  SameSql(Books books, Path log) {
    this.books = books;
    this.log = log;
  }

  /** One statement with the values it had. */
  private record Statement(String sql, List<@Nullable String> values) {

    boolean has(String value) {
      return values.stream().anyMatch(value::equals);
    }
  }

  /**
   * Finds out what an alert is to the database, by delivering two.
   *
   * @param rest waits until whatever the first brought about is done, for the second must find the
   *     same
   */
  Transaction of(Consumer<String> deliverFingerprint, Runnable rest) {
    String first = "bench-" + UUID.randomUUID();
    String second = "bench-" + UUID.randomUUID();
    set("all");
    deliverFingerprint.accept(first);
    rest.run();
    deliverFingerprint.accept(second);
    set("none");
    return new Transaction(logged(first), logged(second), second);
  }

  private void set(String statements) {
    books.execute("alter system set log_statement = '" + statements + "'");
    books.query("select pg_reload_conf()", row -> row.getBoolean(1));
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () ->
                books
                    .query("show log_statement", row -> row.getString(1))
                    .get(0)
                    .equals(statements));
  }

  /** The statements of the transaction that stored this fingerprint, in their order. */
  private List<Statement> logged(String fingerprint) {
    return await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> find(fingerprint), Optional::isPresent)
        .orElseThrow();
  }

  private Optional<List<Statement>> find(String fingerprint) {
    Map<String, List<Statement>> open = new HashMap<>();
    for (JsonObject line : lines()) {
      Matcher executed = EXECUTED.matcher(line.getString("message", ""));
      if (!executed.matches()) {
        continue;
      }
      String transaction = line.getString("session_id") + " " + line.getString("vxid");
      List<Statement> statements = open.computeIfAbsent(transaction, any -> new ArrayList<>());
      String sql = executed.group(1).strip();
      if (!sql.equals("COMMIT")) {
        statements.add(new Statement(sql, values(line.getString("detail", ""))));
      } else if (statements.stream()
          .anyMatch(s -> s.sql().startsWith("insert") && s.has(fingerprint))) {
        return Optional.of(statements);
      }
    }
    return Optional.empty();
  }

  private List<JsonObject> lines() {
    try {
      return Files.readAllLines(log).stream().map(SameSql::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonObject read(String line) {
    try (JsonReader reader = Json.createReader(new StringReader(line))) {
      return reader.readObject();
    }
  }

  private static List<@Nullable String> values(String detail) {
    List<@Nullable String> values = new ArrayList<>();
    Matcher value = PARAMETER.matcher(detail);
    while (value.find()) {
      values.add(value.group(1) == null ? value.group(2).replace("''", "'") : null);
    }
    return values;
  }

  /** The transaction, to be done again any number of times. */
  static final class Transaction {
    private final List<Statement> before;
    private final List<Statement> statements;
    private final String fingerprint;

    private Transaction(List<Statement> before, List<Statement> after, String fingerprint) {
      if (!before.stream()
          .map(Statement::sql)
          .toList()
          .equals(after.stream().map(Statement::sql).toList())) {
        throw new IllegalStateException("two alerts, two kinds of SQL: " + before + after);
      }
      this.before = before;
      this.statements = after;
      this.fingerprint = fingerprint;
    }

    Replay on(Connection connection) throws SQLException {
      connection.setAutoCommit(false);
      return new Replay(connection);
    }

    /** One connection's repetitions. */
    final class Replay {
      private final Connection connection;
      private final List<PreparedStatement> prepared = new ArrayList<>();
      private long round;

      private Replay(Connection connection) throws SQLException {
        this.connection = connection;
        for (Statement statement : statements) {
          prepared.add(connection.prepareStatement(statement.sql().replaceAll("\\$\\d+", "?")));
        }
      }

      void commitOnce() throws SQLException {
        round++;
        Map<String, String> fresh = new HashMap<>();
        fresh.put(fingerprint, "bench-" + UUID.randomUUID());
        for (int i = 0; i < statements.size(); i++) {
          PreparedStatement statement = prepared.get(i);
          set(statement, i, fresh);
          if (!statement.execute() && statement.getUpdateCount() == 0) {
            throw new IllegalStateException("does nothing when repeated: " + statements.get(i));
          }
        }
        connection.commit();
      }

      private void set(PreparedStatement statement, int i, Map<String, String> fresh)
          throws SQLException {
        List<@Nullable String> was = before.get(i).values();
        List<@Nullable String> is = statements.get(i).values();
        for (int v : IntStream.range(0, is.size()).toArray()) {
          statement.setString(v + 1, next(was.get(v), is.get(v), fresh));
        }
      }

      private @Nullable String next(
          @Nullable String was, @Nullable String is, Map<String, String> fresh) {
        if (was == null || is == null || was.equals(is)) {
          return is;
        }
        if (is.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
          return fresh.computeIfAbsent(is, id -> UUID.randomUUID().toString());
        }
        if (is.matches("\\d{1,9}") && was.matches("\\d{1,9}")) {
          long step = Long.parseLong(is) - Long.parseLong(was);
          return String.valueOf(Long.parseLong(is) + step * round);
        }
        return fresh.getOrDefault(is, is);
      }
    }
  }
}
