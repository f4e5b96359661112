package org.honbu.testkit.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.honbu.testkit.server.PostgresServer;

/** A database seen from outside. */
record Books(PostgresServer.Database database) {

  /** Reads one row of a result. */
  interface Reading<T> {
    T row(ResultSet row) throws SQLException;
  }

  <T> List<T> query(String sql, Reading<T> reading) {
    try (Connection connection = database.source().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      List<T> all = new ArrayList<>();
      while (rows.next()) {
        all.add(reading.row(rows));
      }
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  void execute(String sql) {
    try (Connection connection = database.source().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** For a client that sends values as text and lets the server find out their types. */
  Connection bareConnection() throws SQLException {
    return DriverManager.getConnection(database.url() + "&stringtype=unspecified");
  }
}
