package org.honbu.outbox.internal;

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
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.honbu.outbox.Outbox.Stuck;
import org.honbu.outbox.Subject;
import org.jspecify.annotations.Nullable;

/** The table, in SQL that H2 and PostgreSQL both understand; joins the running transaction. */
@ApplicationScoped
class Messages {
  private static final String ADD =
      "insert into outbox.message (handler, subject, fact, body, announced_at, due_at, tries)"
          + " values ";

  private static final String ONE = "(?, ?, ?, ?, ?, ?, 0)";

  /**
   * Locks the first due head of a line that nobody else holds. The row before it in its line stays
   * visible until its own transaction has committed, so no line is ever worked on twice at a time.
   */
  private static final String NEXT =
      "select place, handler, fact, body, tries from outbox.message m"
          + " where due_at <= ? and stuck_since is null"
          + " and not exists (select 1 from outbox.message before_it"
          + " where before_it.handler = m.handler and before_it.subject = m.subject"
          + " and before_it.place < m.place)"
          + " order by place limit 1 for update skip locked";

  private static final String WAITING =
      "select place, due_at, tries from outbox.message where handler = ? and subject = ?"
          + " and fact = ? and stuck_since is null"
          + " order by place desc limit 1 for update skip locked";

  private static final String LATER =
      "update outbox.message set tries = ?, due_at = ?, stuck_since = ?, why = ?"
          + " where place = ? and tries = ?";

  private static final String STUCK =
      "select place, handler, subject, fact, announced_at, stuck_since, tries, why,"
          + " (select count(*) from outbox.message b where b.handler = m.handler"
          + " and b.subject = m.subject and b.place > m.place) as behind"
          + " from outbox.message m where stuck_since is not null order by place";

  @Resource(lookup = "java:jboss/datasources/HonbuDS")
  private DataSource database;

  /** For the server, which hands in the datasource. */
  Messages() {}

  Messages(DataSource database) {
    this.database = database;
  }

  record Message(long place, String handler, String fact, String body, int tries) {}

  /** One for each of these handlers, in their order and in one statement; there is one at least. */
  void add(
      List<String> handlers,
      Subject subject,
      String fact,
      String body,
      Instant announced,
      Instant due) {
    run(
        ADD + String.join(", ", Collections.nCopies(handlers.size(), ONE)),
        handlers.stream()
            .flatMap(handler -> Stream.of(handler, subject.value(), fact, body, announced, due))
            .toArray());
  }

  /**
   * Keeps everybody from beginning with one that waits until this transaction has ended, so that
   * whoever takes it then sees what this one wrote. One that somebody has begun with is locked and
   * does not count. One that was never tried is due at the given time at the latest.
   *
   * @return when it is due; empty when none waits
   */
  Optional<Instant> holdWaiting(String handler, Subject subject, String fact, Instant due) {
    Optional<Waiting> waiting =
        query(
                WAITING,
                row ->
                    new Waiting(
                        row.getLong("place"),
                        row.getObject("due_at", OffsetDateTime.class).toInstant(),
                        row.getInt("tries")),
                handler,
                subject.value(),
                fact)
            .stream()
            .findFirst();
    if (waiting.filter(one -> one.tries() == 0 && one.due().isAfter(due)).isEmpty()) {
      return waiting.map(Waiting::due);
    }
    run("update outbox.message set due_at = ? where place = ?", due, waiting.get().place());
    return Optional.of(due);
  }

  private record Waiting(long place, Instant due, int tries) {}

  Optional<Message> lockNext(Instant now) {
    return query(
            NEXT,
            row ->
                new Message(
                    row.getLong("place"),
                    row.getString("handler"),
                    row.getString("fact"),
                    row.getString("body"),
                    row.getInt("tries")),
            now)
        .stream()
        .findFirst();
  }

  void strike(Message done) {
    run("delete from outbox.message where place = ?", done.place());
  }

  /** Puts it back for a later try, unless somebody else has tried it meanwhile. */
  void putBack(Message failed, Instant due, String why) {
    run(LATER, failed.tries() + 1, due, null, why, failed.place(), failed.tries());
  }

  void giveUp(Message failed, Instant now, String why) {
    run(LATER, failed.tries() + 1, now, now, why, failed.place(), failed.tries());
  }

  void tryAgain(long place, Instant now) {
    run(
        "update outbox.message set tries = 0, due_at = ?, stuck_since = null"
            + " where place = ? and stuck_since is not null",
        now,
        place);
  }

  List<Stuck> stuck() {
    return query(
        STUCK,
        row ->
            new Stuck(
                row.getLong("place"),
                row.getString("handler"),
                row.getString("fact"),
                new Subject(row.getString("subject")),
                row.getObject("announced_at", OffsetDateTime.class).toInstant(),
                row.getObject("stuck_since", OffsetDateTime.class).toInstant(),
                row.getInt("tries"),
                row.getString("why"),
                row.getInt("behind")));
  }

  private void run(String sql, @Nullable Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = fill(connection.prepareStatement(sql), values)) {
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("outbox: " + e.getMessage(), e);
    }
  }

  private <T> List<T> query(String sql, Reader<T> reader, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = fill(connection.prepareStatement(sql), values);
        ResultSet rows = statement.executeQuery()) {
      var found = new ArrayList<T>();
      while (rows.next()) {
        found.add(reader.read(rows));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("outbox: " + e.getMessage(), e);
    }
  }

  private static PreparedStatement fill(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      statement.setObject(
          i + 1, value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value);
    }
    return statement;
  }

  private interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }
}
