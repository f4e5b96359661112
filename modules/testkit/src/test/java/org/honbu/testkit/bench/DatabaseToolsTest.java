package org.honbu.testkit.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.honbu.kernel.IncidentId;
import org.honbu.testkit.bench.SameSql.Transaction;
import org.honbu.testkit.server.PostgresServer;
import org.honbu.testkit.server.SqlLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the bench does to a database is what it says it does. */
class DatabaseToolsTest {
  private static Path log;
  private static PostgresServer postgres;
  private Books books;

  @BeforeAll
  static void start(@TempDir Path folder) {
    log = folder.resolve("a checkout's log");
    postgres = PostgresServer.start(Ground.logged(log));
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @BeforeEach
  void open() {
    books = new Books(postgres.newDatabase());
  }

  @Test
  void theSameSqlIsDoneAgainWithNewIdsAndGrowingNumbers() throws SQLException {
    books.execute("create table signal (id uuid primary key, fingerprint varchar(64) unique)");
    books.execute("create table incident (id integer primary key, version integer not null)");
    books.execute("insert into incident values (1, 5)");
    var sql = new SameSql(new SqlLog(books.database(), log));

    Transaction transaction;
    try (Connection honbu = books.bareConnection()) {
      honbu.setAutoCommit(false);
      transaction = sql.of(fingerprint -> deliver(honbu, fingerprint), () -> {});
    }
    try (Connection bare = books.bareConnection()) {
      var replay = transaction.on(bare);
      for (int i = 0; i < 100; i++) {
        replay.commitOnce();
      }
    }

    assertThat(numbers("select count(*), max(version) from signal, incident")).isEqualTo("102 107");
  }

  private void deliver(Connection honbu, String fingerprint) {
    try (PreparedStatement look =
            honbu.prepareStatement("select version from incident where id = ? for update");
        PreparedStatement add = honbu.prepareStatement("insert into signal values (?, ?)");
        PreparedStatement count =
            honbu.prepareStatement(
                "update incident set version = ? where id = ? and version = ?")) {
      look.setInt(1, 1);
      var row = look.executeQuery();
      row.next();
      int version = row.getInt(1);
      add.setObject(1, UUID.randomUUID());
      add.setString(2, fingerprint);
      add.execute();
      count.setInt(1, version + 1);
      count.setInt(2, 1);
      count.setInt(3, version);
      count.execute();
      honbu.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aCopyDiffersInItsNamesAlone() {
    List.of("incidents", "engine").forEach(schema -> books.execute("create schema " + schema));
    books.execute("create table incidents.incident (id varchar(48) primary key, what varchar(9))");
    books.execute("insert into incidents.incident values ('INC-2026-0007', 'down')");
    books.execute(
        "create table engine.act_ru_job (id_ varchar(64) primary key,"
            + " process_instance_id_ varchar(64), proc_def_id_ varchar(64))");
    books.execute(
        "insert into engine.act_ru_job values ('a5e59054-e6cf-11f1-969c-02fc00000001',"
            + " 'b5e59054-e6cf-11f1-969c-02fc00000001',"
            + " 'P:1:c5e59054-e6cf-11f1-969c-02fc00000001')");
    books.execute("insert into engine.act_ru_job values ('the history clean-up', null, null)");
    var copies = new Copies(books);

    copies.upTo(50);
    copies.upTo(500);

    assertThat(numbers("select count(*), count(distinct what) from incidents.incident"))
        .isEqualTo("500 1");
    assertThat(numbers("select count(process_instance_id_), count(*) from engine.act_ru_job"))
        .isEqualTo("500 501");
    assertThat(numbers("select count(distinct proc_def_id_), 0 from engine.act_ru_job"))
        .isEqualTo("1 0");
    assertThat(
            books.query(
                "select max(id_) from engine.act_ru_job where process_instance_id_ is not null",
                row -> row.getString(1)))
        .containsExactly("a5e59054-e6cf-11f1-969c-02fc00f001f3");
  }

  @Test
  void thousandsOfCopiesOfOneIncidentHappenedEverLongerAgo() {
    books.execute("create schema incidents");
    books.execute(
        "create table incidents.incident (id varchar(48) primary key, at timestamp with time"
            + " zone)");
    books.execute("insert into incidents.incident values ('INC-2026-0007', '2026-02-01Z')");

    new Copies(books, Duration.ofMinutes(30)).upTo(2_001);

    assertThat(numbers("select count(*), count(distinct at) from incidents.incident"))
        .isEqualTo("2001 2001");
    assertThat(numbers("select max(at) - min(at), count(*) from incidents.incident"))
        .startsWith("41 days 16:00:00 2001");
  }

  @Test
  void eachOfTenThousandCopiesHasANumberThatHonbuReads() {
    books.execute("create schema incidents");
    books.execute("create table incidents.incident (id varchar(48) primary key)");
    books.execute("insert into incidents.incident values ('INC-2026-0007'), ('INC-2026-0010')");

    new Copies(books).upTo(10_000);

    assertThat(books.query("select id from incidents.incident", row -> row.getString(1)))
        .hasSize(20_000)
        .doesNotHaveDuplicates()
        .allSatisfy(id -> assertThat(new IncidentId(id).value()).isEqualTo(id));
  }

  @Test
  void whatTheEngineWouldHaveCleanedUpIsNotCopied() {
    books.execute("create schema engine");
    books.execute(
        "create table engine.act_hi_procinst (id_ varchar(64) primary key, removal_time_"
            + " timestamp)");
    books.execute(
        "insert into engine.act_hi_procinst values"
            + " ('a5e59054-e6cf-11f1-969c-02fc00000001', now() + interval '365 days'),"
            + " ('b5e59054-e6cf-11f1-969c-02fc00000001', null)");

    new Copies(books, Duration.ofDays(1)).upTo(1_001);

    assertThat(numbers("select count(removal_time_), count(*) from engine.act_hi_procinst"))
        .isEqualTo("365 1366");
  }

  @Test
  void indexesAreThereAgainWhenAllIsCopied() {
    books.execute("create schema incidents");
    books.execute("create table incidents.incident (id varchar(48) primary key, what varchar(9))");
    books.execute("create index incident_what on incidents.incident (what desc)");
    books.execute("insert into incidents.incident values ('INC-2026-0007', 'down')");

    new Copies(books).upTo(50);

    assertThat(
            books.query(
                "select indexdef from pg_indexes where tablename = 'incident' order by indexname",
                row -> row.getString(1)))
        .hasSize(2)
        .contains("CREATE INDEX incident_what ON incidents.incident USING btree (what DESC)");
  }

  private String numbers(String sql) {
    return books.query(sql, row -> row.getString(1) + " " + row.getString(2)).get(0);
  }

  @Test
  void aCommitIsOnTheDisk() {
    assertThat(
            Map.of(
                "fsync", books.query("show fsync", row -> row.getString(1)).get(0),
                "commit", books.query("show synchronous_commit", row -> row.getString(1)).get(0)))
        .containsValues("on", "on")
        .doesNotContainValue("off");
  }
}
