package org.honbu.app.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.honbu.testkit.server.PostgresServer;
import org.honbu.testkit.server.PostgresServer.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The obstacles of the trial hold what they say they hold: a trial that misses proves nothing. */
@Tag("postgresql")
class ObstacleIT {
  private PostgresServer postgres;
  private Database database;

  @BeforeEach
  void table() {
    postgres = PostgresServer.start(SlowCommit.SETTINGS);
    database = postgres.newDatabase();
    run("create table public.mail (fence integer)");
  }

  @AfterEach
  void stop() {
    postgres.close();
  }

  @Test
  void aSlowCommitIsNotReportedAndNotLost() {
    holds(new SlowCommit(database, "public.mail"), "insert into public.mail values (1)");
  }

  @Test
  void aGateStopsTheStatementItIsBuiltFor() throws SQLException {
    var gate = new Gate(database, 9, "gate", "before insert on public.mail", "new.fence > 0");

    holds(gate, "insert into public.mail values (1)");
    gate.shut();
    run("insert into public.mail values (0)");
    gate.open();
  }

  private void holds(Obstacle obstacle, String sql) {
    obstacle.shut();
    var work = CompletableFuture.runAsync(() -> run(sql));
    await().atMost(Duration.ofSeconds(20)).until(obstacle::holdsSomebody);
    assertThat(work).isNotDone();
    assertThat(rows()).isZero();

    obstacle.open();
    work.join();
    assertThat(rows()).isEqualTo(1);
  }

  private int rows() {
    return database.number("select count(*) from public.mail where fence > 0");
  }

  private void run(String sql) {
    try (var connection = database.source().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
