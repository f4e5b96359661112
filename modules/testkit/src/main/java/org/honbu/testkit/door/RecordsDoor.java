package org.honbu.testkit.door;

import jakarta.annotation.Resource;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.camunda.bpm.BpmPlatform;
import org.honbu.workflow.internal.EngineRoom;

/**
 * {@code DELETE /test-door/records} forgets whatever has happened: runs of the engine, incidents,
 * reports, calls, messages, facts. Organisation, integrations, keys, counters and diagrams stay.
 * Refused with a 500 while somebody writes at that very instant: ask again.
 */
@WebServlet("/records")
public class RecordsDoor extends HttpServlet {
  private static final Set<String> MODULES =
      Set.of(
          "incidents",
          "alerts",
          "notifications",
          "escalation",
          "announcements",
          "warroom",
          "learning",
          "context",
          "statuspage",
          "slack",
          "outbox");
  private static final Set<String> LASTING =
      Set.of(
          "flyway_schema_history",
          "numbering",
          "claim_turn",
          "integration",
          "report_numbering",
          "signing_key");

  @Resource(lookup = "java:jboss/datasources/HonbuDS")
  private transient DataSource database;

  @Override
  protected void doDelete(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      List<String> tables = tables(statement);
      if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
        statement.execute("set referential_integrity false");
        try {
          forget(statement, tables.stream().map(table -> "delete from " + table).toList());
        } finally {
          statement.execute("set referential_integrity true");
        }
      } else {
        forget(statement, List.of("truncate table " + String.join(", ", tables)));
      }
      EngineRoom.forgetEverything(
          BpmPlatform.getProcessEngineService().getProcessEngine("default"));
      response.getWriter().println(tables.size());
    } catch (SQLException busy) {
      throw new ServletException(busy);
    }
  }

  private static void forget(Statement statement, List<String> emptying) throws SQLException {
    for (String one : emptying) {
      statement.execute(one);
    }
  }

  private static List<String> tables(Statement statement) throws SQLException {
    List<String> found = new ArrayList<>();
    try (ResultSet row =
        statement.executeQuery(
            "select lower(table_schema), lower(table_name) from information_schema.tables"
                + " where table_type = 'BASE TABLE'")) {
      while (row.next()) {
        if (MODULES.contains(row.getString(1)) && !LASTING.contains(row.getString(2))) {
          found.add(row.getString(1) + "." + row.getString(2));
        }
      }
    }
    return found;
  }
}
