package org.honbu.app.kill;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.honbu.testkit.server.PostgresServer.Database;

/**
 * A trigger in the server's database that waits at a lock the test holds while the gate is shut: so
 * a transaction stops at one statement, in the middle of everything else it does.
 */
final class Gate implements Obstacle {
  private final Database database;
  private final int number;
  private final String name;
  private final Connection key;

  /**
   * Builds a gate and leaves it open.
   *
   * @param number its own
   * @param event when it stops a transaction, as PostgreSQL's {@code create trigger} says it
   * @param condition which rows it stops
   */
  Gate(Database database, int number, String name, String event, String condition)
      throws SQLException {
    this.database = database;
    this.number = number;
    this.name = name;
    this.key = database.source().getConnection();
    run(
        "create or replace function public.wait_at_the_gate() returns trigger language plpgsql as"
            + " 'begin perform pg_advisory_xact_lock_shared(tg_argv[0]::bigint); return new; end'");
    run(
        "create trigger gate_%d %s for each row when (%s) execute function public.wait_at_the_gate(%d)"
            .formatted(number, event, condition, number));
  }

  @Override
  public void shut() {
    run("select pg_advisory_lock(%d)".formatted(number));
  }

  @Override
  public boolean holdsSomebody() {
    return database.number(
            "select count(*) from pg_locks where locktype = 'advisory' and objid = ?"
                + " and not granted",
            number)
        > 0;
  }

  /** Opens, and waits until whoever a killed server left waiting here is gone. */
  @Override
  public void open() {
    run("select pg_advisory_unlock_all()");
    await().atMost(Duration.ofSeconds(20)).until(() -> !holdsSomebody());
  }

  private void run(String sql) {
    try (var statement = key.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(name, e);
    }
  }

  @Override
  public String name() {
    return name;
  }
}
