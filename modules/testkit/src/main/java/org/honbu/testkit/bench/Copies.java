package org.honbu.testkit.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Fills a database with copies of the incidents that are in it when this is made.
 *
 * <p>Every row of theirs is copied, in domain tables and in the engine's: executions, tasks,
 * timers, variables, subscriptions, history. Copy <i>n</i> of {@code INC-2026-0007} is {@code
 * INC-2026-}<i>n</i>{@code 07}, a number that Honbu could have given it (at most 99 are copied, and
 * each at most 99,999 times); ids of rows get <i>n</i> in their last digits, wherever they stand.
 * What a copy cannot be told from an original by is thus nothing but its name; only timers are
 * moved a day ahead, so that ten thousand do not fire during the measurement. Where the past is to
 * be as long as the incidents are many, copy <i>n</i> happened <i>n</i> times some span earlier,
 * and what the engine would have cleaned up of it by now is not copied.
 *
 * <p>Names are looked for once, in the patterns; a million copies only fill in what differs.
 * Indexes that keep nothing apart are taken away meanwhile and built anew.
 */
final class Copies {
  private static final int HANDS = 2;

  /** The last six of an id's digits tell nothing apart: they are a machine's name, or chance. */
  private static final String ID =
      "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{6})[0-9a-f]{6}";

  private static final String NUMBER = "(INC-[0-9]{4}-)00([0-9]{2})";

  /** Where in a pattern an id's last digits come, and where a number's first. */
  private static final String ID_GAP = "chr(1)";

  private static final String NUMBER_GAP = "chr(2)";

  /** What is put for a name: itself, with a gap. */
  private static final Map<String, String> WITH_GAP =
      Map.of(ID, "'\\1' || " + ID_GAP, NUMBER, "'\\1' || " + NUMBER_GAP + " || '\\2'");

  /** What fills the gaps of copy <i>n</i>. */
  private static final String NTH =
      "(select n, 'f' || lpad(to_hex(n), 5, '0') as id,"
          + " lpad(n::text, greatest(3, length(n::text)), '0') as number"
          + " from generate_series(%d, %d) n) nth";

  /** What of a table belongs to incidents, where not all of it does. */
  private static final Map<String, String> OF_INCIDENTS =
      Map.of(
          "engine.act_ru_job", " where process_instance_id_ is not null",
          "engine.act_ru_authorization",
              " where resource_id_ in (select id_ from engine.act_ru_task)");

  private final Books books;
  private final Duration apart;
  private final List<Copied> tables;
  private int made;

  /** Copies that happened when their patterns did. */
  Copies(Books books) {
    this(books, Duration.ZERO);
  }

  /**
   * Copies of an ever longer past.
   *
   * @param apart by how much each happened before the one made before it
   */
  Copies(Books books, Duration apart) {
    this.books = books;
    this.apart = apart;
    execute("create schema bench");
    tables =
        columns().entrySet().stream()
            .map(table -> prepare(table.getKey(), table.getValue()))
            .sorted(Comparator.comparing(Copied::patterns).reversed())
            .toList();
  }

  /** Makes more of them, until there are so many of each incident, the original included. */
  void upTo(int ofEach) {
    ExecutorService hands = Executors.newFixedThreadPool(HANDS);
    try {
      List<Future<?>> working = new ArrayList<>();
      tables.forEach(table -> working.add(hands.submit(() -> copy(table, ofEach - 1))));
      for (Future<?> table : working) {
        table.get();
      }
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      hands.shutdownNow();
    }
    execute("checkpoint"); // what copying leaves to be done is done before anything is measured
    made = ofEach - 1;
  }

  private void copy(Copied table, int last) {
    Map<String, String> indexes = indexes(table.name());
    List<String> all = new ArrayList<>();
    all.add("set session_replication_role = replica"); // in any order, whatever refers to what
    all.add("set maintenance_work_mem = '256MB'");
    indexes.keySet().forEach(index -> all.add("drop index " + index));
    all.add(table.insert().formatted(made + 1, last));
    all.addAll(indexes.values());
    all.add("vacuum analyze " + table.name());
    execute(all.toArray(String[]::new));
  }

  /** How to make each index that is no constraint, by its name. */
  private Map<String, String> indexes(String table) {
    return books
        .query(
            "select indexrelid::regclass::text, pg_get_indexdef(indexrelid) from pg_index"
                + " where not indisunique and indrelid = '%s'::regclass".formatted(table),
            row -> Map.entry(row.getString(1), row.getString(2)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private record Column(String table, String name, String type) {
    boolean isText() {
      return type.equals("character varying") || type.equals("text");
    }

    /** Whether it may hold names of rows or incidents; diagrams stay what they are. */
    boolean isNamed() {
      return type.equals("uuid")
          || (isText()
              && !name.matches(
                  ".*(proc_def|process_def|dec_def|decision_def|job_def|deployment).*"));
    }

    boolean isTime() {
      return type.startsWith("timestamp");
    }

    /** When the engine may throw the row away; never while what it belongs to has not ended. */
    boolean isEnd() {
      return name.equals("removal_time_");
    }
  }

  /**
   * A table of which there will be copies.
   *
   * @param patterns how many rows there were
   * @param insert needs the first copy's number and the last one's
   */
  private record Copied(String name, long patterns, String insert) {}

  private Map<String, List<Column>> columns() {
    return books
        .query(
            "select table_schema || '.' || table_name, column_name, data_type from"
                + " information_schema.columns where (table_schema in ('incidents', 'escalation',"
                + " 'announcements', 'warroom', 'learning') and table_name not in ('numbering',"
                + " 'claim_turn') or table_schema = 'notifications' and table_name <> 'signing_key'"
                + " or table_schema = 'engine' and table_name ~ '^act_(ru|hi)_' and table_name !~"
                + " 'filter|meter|jobdef|attachment|comment') and table_name <>"
                + " 'flyway_schema_history' order by 1, ordinal_position",
            row -> new Column(row.getString(1), row.getString(2), row.getString(3)))
        .stream()
        .collect(Collectors.groupingBy(Column::table, LinkedHashMap::new, Collectors.toList()));
  }

  private Copied prepare(String table, List<Column> columns) {
    String patterns = "bench." + table.replace('.', '_');
    String marked = each(columns, column -> marked(column) + " as " + column.name());
    execute(
        "create table %s as select %s from %s%s"
            .formatted(patterns, marked, table, OF_INCIDENTS.getOrDefault(table, "")));
    String insert =
        "insert into %s (%s) select %s from %s p, %s%s"
            .formatted(
                table,
                each(columns, Column::name),
                each(columns, column -> filled(patterns, column)),
                patterns,
                NTH,
                columns.stream().anyMatch(Column::isEnd) ? notCleanedUp() : "");
    return new Copied(table, count(patterns, "true"), insert);
  }

  private static String each(List<Column> columns, Function<Column, String> sql) {
    return columns.stream().map(sql).collect(Collectors.joining(", "));
  }

  /** A column of a pattern, with gaps for what will differ. */
  private static String marked(Column column) {
    String marked = column.isText() ? column.name() : column.name() + "::text";
    if (!column.isNamed()) {
      return column.name();
    }
    for (var name : WITH_GAP.entrySet()) {
      marked =
          "regexp_replace(%s, '%s', %s, 'g')".formatted(marked, name.getKey(), name.getValue());
    }
    return marked;
  }

  /** The same column of copy <i>n</i>. */
  private String filled(String patterns, Column column) {
    String filled = "p." + column.name();
    if (column.isNamed()) {
      for (var gap : Map.of(ID_GAP, "nth.id", NUMBER_GAP, "nth.number").entrySet()) {
        // A text without names is taken as it is: there are many of them.
        if (count(patterns, "strpos(%s, %s) > 0".formatted(column.name(), gap.getKey())) > 0) {
          filled = "replace(%s, %s, %s)".formatted(filled, gap.getKey(), gap.getValue());
        }
      }
      return column.isText() ? filled : filled + "::uuid";
    }
    return column.isTime() ? earlier(column) : filled;
  }

  private long count(String table, String where) {
    return books
        .query("select count(*) from %s where %s".formatted(table, where), row -> row.getLong(1))
        .get(0);
  }

  private String earlier(Column column) {
    return column.name().equals("duedate_")
        ? "p.duedate_ + interval '1 day'"
        : "p.%s - nth.n * %s".formatted(column.name(), span());
  }

  /** The engine keeps what has ended for a year, and throws it away at night. */
  private String notCleanedUp() {
    return " where p.removal_time_ is null or p.removal_time_ - nth.n * %s > now() at time zone 'UTC'"
        .formatted(span());
  }

  private String span() {
    return "interval '%d s'".formatted(apart.toSeconds());
  }

  private void execute(String... statements) {
    try (Connection connection = books.database().source().getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
