package org.honbu.testkit.server;

import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a PostgreSQL was asked, by its own log: for counting statements, and for repeating them. */
public final class SqlLog {
  private static final Pattern EXECUTED = Pattern.compile("execute [^:]+: (.*)", Pattern.DOTALL);
  private static final Pattern PARAMETER =
      Pattern.compile("\\$\\d+ = (?:(NULL)|'([^']*+(?:''[^']*+)*+)')");

  private final PostgresServer.Database database;
  private final Path file;

  /**
   * Of a server that was started with these {@link #settings}.
   *
   * @param folder where it writes
   */
  public SqlLog(PostgresServer.Database database, Path folder) {
    this.database = database;
    this.file = folder.resolve("postgres.json");
  }

  /**
   * Settings with which PostgreSQL writes a log that can be read here, into this folder; makes it.
   */
  public static Map<String, String> settings(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of(
        "logging_collector", "on",
        "log_destination", "jsonlog",
        "log_directory", forTheShell(folder.toAbsolutePath().toString()),
        "log_filename", "postgres.log");
  }

  /** A shell starts PostgreSQL and reads its settings: a checkout's path may hold spaces. */
  private static String forTheShell(String path) {
    return "'" + path.replace("'", "'\\''") + "'";
  }

  /** One statement with the values it had. */
  public record Statement(String sql, List<@Nullable String> values) {

    public boolean has(String value) {
      return values.stream().anyMatch(value::equals);
    }
  }

  /** What was committed together, or rolled back, in its order; without a word about the end. */
  public record Transaction(List<Statement> statements) {

    /** Whether any of its statements wrote this value into a new row. */
    public boolean inserts(String value) {
      return statements.stream().anyMatch(s -> s.sql().startsWith("insert") && s.has(value));
    }

    public boolean has(String value) {
      return statements.stream().anyMatch(statement -> statement.has(value));
    }

    /** One statement a line, for whoever reads a test's failure. */
    @Override
    public String toString() {
      return statements.stream().map(Statement::toString).collect(Collectors.joining("\n"));
    }
  }

  /**
   * What this server was asked while the work was done, in the order of the ends; what has not
   * ended, or is no transaction's, comes last.
   */
  public List<Transaction> during(Runnable work) {
    long before = Files.exists(file) ? size() : 0;
    String end = "end-" + UUID.randomUUID();
    log("all");
    work.run();
    database.column("select ?::text", end);
    log("none");
    await()
        .atMost(Duration.ofSeconds(10))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> since(before).contains(end));
    return transactions(since(before).lines().takeWhile(line -> !line.contains(end)).toList());
  }

  private void log(String statements) {
    execute("alter system set log_statement = '" + statements + "'");
    execute("select pg_reload_conf()");
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> database.column("show log_statement").contains(statements));
  }

  private void execute(String sql) {
    try (Connection connection = database.source().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static List<Transaction> transactions(List<String> lines) {
    Map<String, List<Statement>> open = new LinkedHashMap<>();
    List<Transaction> ended = new ArrayList<>();
    for (JsonObject line : lines.stream().map(SqlLog::read).toList()) {
      Matcher executed = EXECUTED.matcher(line.getString("message", ""));
      if (!executed.matches()) {
        continue;
      }
      String transaction = line.getString("session_id") + " " + line.getString("vxid", "");
      String sql = executed.group(1).strip();
      if (sql.equals("COMMIT") || sql.equals("ROLLBACK")) {
        List<Statement> statements = open.remove(transaction);
        ended.add(new Transaction(statements == null ? List.of() : statements));
      } else if (!sql.equals("BEGIN")) {
        open.computeIfAbsent(transaction, any -> new ArrayList<>())
            .add(new Statement(sql, values(line.getString("detail", ""))));
      }
    }
    open.values().forEach(statements -> ended.add(new Transaction(statements)));
    return ended;
  }

  private long size() {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String since(long before) {
    try {
      byte[] all = Files.readAllBytes(file);
      return new String(Arrays.copyOfRange(all, (int) before, all.length), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonObject read(String line) {
    try (JsonReader reader = Json.createReader(new StringReader(line))) {
      return reader.readObject();
    }
  }

  private static List<@Nullable String> values(String detail) {
    List<@Nullable String> values = new ArrayList<>();
    Matcher value = PARAMETER.matcher(detail);
    while (value.find()) {
      values.add(value.group(1) == null ? value.group(2).replace("''", "'") : null);
    }
    return values;
  }
}
