package org.honbu.testkit.process;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The tables of an engine in memory as they were when it was new, kept in a schema beside them. */
final class FreshTables {
  private final String url;
  private final List<String> all = new ArrayList<>();
  private final List<String> filled = new ArrayList<>();

  private FreshTables(String url) {
    this.url = url;
  }

  /** Remembers how every table is now. */
  static FreshTables of(String url) {
    var fresh = new FreshTables(url);
    fresh.run(fresh::remember);
    return fresh;
  }

  /** Makes every row of every table as it was, whoever wrote, changed or removed it. */
  void restore() {
    run(this::restore);
  }

  private void remember(Statement database) throws SQLException {
    try (ResultSet names =
        database.executeQuery(
            "select TABLE_NAME from INFORMATION_SCHEMA.TABLES where TABLE_SCHEMA = 'PUBLIC'")) {
      while (names.next()) {
        all.add(names.getString(1));
      }
    }
    database.execute("create schema FRESH");
    for (String table : all) {
      database.execute("create table FRESH." + table + " as select * from PUBLIC." + table);
      if (hasRows(database, "FRESH." + table)) {
        filled.add(table);
      }
    }
  }

  private static boolean hasRows(Statement database, String table) throws SQLException {
    try (ResultSet one = database.executeQuery("select 1 from " + table + " limit 1")) {
      return one.next();
    }
  }

  private void restore(Statement database) throws SQLException {
    database.execute("set REFERENTIAL_INTEGRITY false");
    for (String table : all) {
      database.execute("delete from PUBLIC." + table);
    }
    for (String table : filled) {
      database.execute("insert into PUBLIC." + table + " select * from FRESH." + table);
    }
    database.execute("set REFERENTIAL_INTEGRITY true");
  }

  private void run(Work work) {
    try (Connection connection = DriverManager.getConnection(url, "sa", "");
        Statement database = connection.createStatement()) {
      work.on(database);
    } catch (SQLException failed) {
      throw new IllegalStateException("the tables of an engine in memory", failed);
    }
  }

  private interface Work {
    void on(Statement database) throws SQLException;
  }
}
