package org.honbu.app.kill;

import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.honbu.testkit.server.PostgresServer.Database;

/**
 * Makes every commit wait for a replica that does not exist: it is durable, and the server has not
 * heard so. Nobody can be killed later than that and still not know.
 */
final class SlowCommit implements Obstacle {
  /** What it needs of PostgreSQL: that commits wait at all, as they do where operators run it. */
  static final Map<String, String> SETTINGS = Map.of("synchronous_commit", "on");

  private final Database database;
  private final String table;

  /**
   * Does nothing yet.
   *
   * @param table what the awaited transaction has written to
   */
  SlowCommit(Database database, String table) {
    this.database = database;
    this.table = table;
  }

  @Override
  public void shut() {
    set("alter system set synchronous_standby_names = 'nobody'");
  }

  @Override
  public boolean holdsSomebody() {
    return waiting(
            " and exists (select 1 from pg_locks l where l.pid = a.pid and l.mode ="
                + " 'RowExclusiveLock' and l.relation = '"
                + table
                + "'::regclass)")
        > 0;
  }

  @Override
  public void open() {
    set("alter system reset synchronous_standby_names");
    await().atMost(Duration.ofSeconds(20)).until(() -> waiting("") == 0);
  }

  private int waiting(String more) {
    return database.number(
        "select count(*) from pg_stat_activity a where wait_event = 'SyncRep'" + more);
  }

  private void set(String sql) {
    try (var connection = database.source().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
      statement.execute("select pg_reload_conf()");
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  @Override
  public String name() {
    return "commit of " + table + " done, not reported";
  }
}
