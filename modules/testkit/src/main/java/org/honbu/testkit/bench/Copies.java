package org.honbu.testkit.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Fills a database with copies of the incidents that are in it when this is made.
 *
 * <p>Every row of theirs is copied, in domain tables and in the engine's: executions, tasks,
 * timers, variables, subscriptions, history. Copy <i>n</i> of {@code INC-2026-0007} is {@code
 * INC-2026-0007} followed by <i>n</i>; ids of rows get <i>n</i> in their last digits, wherever they
 * stand. What a copy cannot be told from an original by is thus nothing but its name; only timers
 * are moved a day ahead, so that ten thousand do not fire during the measurement. Where the past is
 * to be as long as the incidents are many, copy <i>n</i> happened <i>n</i> times some span earlier.
 */
final class Copies {
  /** The last six of an id's digits tell nothing apart: they are a machine's name, or chance. */
  private static final String ID =
      "'([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{6})[0-9a-f]{6}',"
          + " '\\1f' || lpad(to_hex(n), 5, '0'), 'g'";

  private static final String NUMBER =
      "'(INC-[0-9]{4}-[0-9]{4})', '\\1' || lpad(n::text, greatest(3, length(n::text)), '0'), 'g'";

  /** What of a table belongs to incidents, where not all of it does. */
  private static final Map<String, String> OF_INCIDENTS =
      Map.of(
          "engine.act_ru_job", " where process_instance_id_ is not null",
          "engine.act_ru_authorization",
              " where resource_id_ in (select id_ from engine.act_ru_task)");

  private final Books books;
  private final Duration apart;
  private final Map<String, String> insertByTable = new LinkedHashMap<>();
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
    columns().forEach(this::prepare);
  }

  /** Makes more of them, until there are so many of each incident, the original included. */
  void upTo(int ofEach) {
    var all = new ArrayList<String>();
    all.add("set session_replication_role = replica"); // in any order, whatever refers to what
    insertByTable.values().forEach(insert -> all.add(insert.formatted(made + 1, ofEach - 1)));
    // What copying leaves to be done is done before anything is measured.
    all.add("vacuum analyze");
    all.add("checkpoint");
    execute(all.toArray(String[]::new));
    made = ofEach - 1;
  }

  private record Column(String table, String name, String type) {}

  private Map<String, List<Column>> columns() {
    return books
        .query(
            "select table_schema || '.' || table_name, column_name, data_type"
                + " from information_schema.columns"
                + " where (table_schema in ('incidents', 'escalation', 'announcements', 'warroom', 'learning')"
                + " and table_name not in ('numbering', 'claim_turn')"
                + " or table_schema = 'notifications' and table_name <> 'signing_key'"
                + " or table_schema = 'engine' and table_name ~ '^act_(ru|hi)_'"
                + " and table_name !~ 'filter|meter|task_meter|attachment|comment')"
                + " and table_name <> 'flyway_schema_history'"
                + " order by 1, ordinal_position",
            row -> new Column(row.getString(1), row.getString(2), row.getString(3)))
        .stream()
        .collect(Collectors.groupingBy(Column::table, LinkedHashMap::new, Collectors.toList()));
  }

  private void prepare(String table, List<Column> columns) {
    String patterns = "bench." + table.replace('.', '_');
    String only = OF_INCIDENTS.getOrDefault(table, "");
    execute("create table %s as select * from %s%s".formatted(patterns, table, only));
    Map<String, String> copied = copied(patterns, columns);
    insertByTable.put(
        table,
        "insert into %s (%s) select %s from %s, generate_series(%%d, %%d) n"
            .formatted(
                table,
                columns.stream().map(Column::name).collect(Collectors.joining(", ")),
                String.join(", ", copied.values()).replace("%", "%%"),
                patterns));
  }

  /** What each column's copy is; a text in which no name stands is taken as it is. */
  private Map<String, String> copied(String patterns, List<Column> columns) {
    var copied = new LinkedHashMap<String, String>();
    for (Column column : columns) {
      String name = column.name();
      copied.put(
          name,
          switch (column.type()) {
            case "uuid" -> replaced(name + "::text", ID) + "::uuid";
            case "character varying", "text" -> text(patterns, name);
            case "timestamp without time zone", "timestamp with time zone" -> earlier(name);
            default -> name;
          });
    }
    return copied;
  }

  private String text(String patterns, String name) {
    if (name.matches(".*(proc_def|process_def|dec_def|decision_def|job_def|deployment).*")) {
      return name;
    }
    String copied = name;
    for (String replacement : List.of(ID, NUMBER)) {
      if (changes(patterns, name, replacement)) {
        copied = replaced(copied, replacement);
      }
    }
    return copied;
  }

  private boolean changes(String patterns, String name, String replacement) {
    String sql =
        "select count(*) from %s, (select 1 n) one where %s <> %s"
            .formatted(patterns, name, replaced(name, replacement));
    return books.query(sql, row -> row.getLong(1)).get(0) > 0;
  }

  private static String replaced(String text, String replacement) {
    return "regexp_replace(%s, %s)".formatted(text, replacement);
  }

  private String earlier(String name) {
    return name.equals("duedate_")
        ? name + " + interval '1 day'"
        : "%s - n * interval '%d s'".formatted(name, apart.toSeconds());
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
