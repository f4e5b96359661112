package org.honbu.testkit.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.honbu.testkit.server.SqlLog;
import org.honbu.testkit.server.SqlLog.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of one accepted alert, as PostgreSQL's own log has it, for a bare client to do again.
 *
 * <p>Two alerts are delivered and their transactions laid side by side. What is the same in both is
 * the same in all; an id that differs is a new one each time, a number that grew goes on growing,
 * and the fingerprint is another each time.
 */
final class SameSql {
  private final SqlLog log;

  SameSql(SqlLog log) {
    this.log = log;
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
    List<SqlLog.Transaction> all =
        log.during(
            () -> {
              deliverFingerprint.accept(first);
              rest.run();
              deliverFingerprint.accept(second);
            });
    return new Transaction(storing(all, first), storing(all, second), second);
  }

  /** The statements of the transaction that stored this fingerprint, in their order. */
  private static List<Statement> storing(List<SqlLog.Transaction> all, String fingerprint) {
    return all.stream()
        .filter(transaction -> transaction.inserts(fingerprint))
        .findFirst()
        .orElseThrow()
        .statements();
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
