package org.honbu.testkit.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.honbu.testkit.bench.SameSql.Transaction;
import org.honbu.testkit.server.SqlLog;

/**
 * Alerts accepted a second, each on the disk before its 202, against commits a second of the very
 * same SQL by a bare JDBC client on the same PostgreSQL.
 *
 * <p>Each alert is a new one of an open incident: a new fingerprint. Both sides have eight
 * connections, each with an incident of its own, and take turns in short blocks, so that what else
 * goes on in the machine meets both. The ratio is the median of the pairs.
 */
final class AlertsPerCommit implements Part {
  private static final int CONNECTIONS = 8;

  private final Path log;

  AlertsPerCommit(Path log) {
    this.log = log;
  }

  @Override
  public String name() {
    return "alerts";
  }

  /** Does something again and again, for as long as it is asked to. */
  private interface Doing extends AutoCloseable {
    void once() throws SQLException;

    @Override
    void close() throws SQLException;
  }

  @Override
  public List<Figure> measure(Ground ground, boolean shortened) {
    int pairs = shortened ? 2 : 5;
    Duration block = Duration.ofSeconds(shortened ? 4 : 7);
    try (House house = ground.house(Map.of())) {
      var sql = new SameSql(new SqlLog(house.books().database(), log));
      try (var wire = new Wire(ground.port())) {
        beside(wire);
      }
      rate(block.multipliedBy(2), i -> alerts(ground.port(), i));
      double[] ratios = new double[pairs];
      double[] accepted = new double[pairs];
      double[] committed = new double[pairs];
      for (int pair = 0; pair < pairs; pair++) {
        accepted[pair] = rate(block, i -> alerts(ground.port(), i));
        house.awaitRest();
        List<Transaction> transactions = captured(ground.port(), sql, house);
        house.awaitRest();
        committed[pair] = rate(block, i -> commits(house, transactions.get(i)));
        // The bare client writes a fact with every alert; Honbu lets one of a storm wait.
        house.books().execute("delete from outbox.message where fact = 'SignalAttached'");
        house.awaitRest();
        ratios[pair] = accepted[pair] / committed[pair];
      }
      return List.of(
          Figure.ratioAtLeast(
              name(), "alerts accepted/s ÷ commits/s of the same SQL, median", middle(ratios), 0.5),
          Figure.fact(name(), "the ratio of each pair", list(ratios, "%.2f")),
          Figure.fact(name(), "alerts accepted/s", list(accepted, "%.0f")),
          Figure.fact(name(), "commits/s of bare JDBC", list(committed, "%.0f")));
    }
  }

  private static Doing alerts(int port, int number) {
    var wire = new Wire(port);
    return new Doing() {
      private long count = System.nanoTime();

      @Override
      public void once() {
        Alert.incident(wire.alert(Alert.firing("group " + number, "a" + number + "-" + count++)));
      }

      @Override
      public void close() {
        wire.close();
      }
    };
  }

  private static Doing commits(House house, Transaction transaction) throws SQLException {
    Connection connection = house.books().bareConnection();
    var replay = transaction.on(connection);
    return new Doing() {
      @Override
      public void once() throws SQLException {
        replay.commitOnce();
      }

      @Override
      public void close() throws SQLException {
        connection.close();
      }
    };
  }

  /** What a new alert of each group is to the database. */
  private static List<Transaction> captured(int port, SameSql sql, House house) {
    return IntStream.range(0, CONNECTIONS)
        .mapToObj(
            i -> {
              try (var wire = new Wire(port)) {
                return sql.of(
                    fingerprint -> {
                      beside(wire);
                      Alert.incident(wire.alert(Alert.firing("group " + i, fingerprint)));
                    },
                    house::awaitRest);
              }
            })
        .toList();
  }

  /**
   * Another incident's alert just before: what Honbu remembers for a second in a storm, it knows.
   */
  private static void beside(Wire wire) {
    Alert.incident(wire.alert(Alert.firing("beside", "beside-" + UUID.randomUUID())));
  }

  private interface Opening {
    Doing open(int number) throws SQLException;
  }

  /** How often a second all of them together do it. */
  private static double rate(Duration length, Opening opening) {
    ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      long end = System.nanoTime() + length.toNanos();
      IntFunction<Callable<Double>> worker =
          number ->
              () -> {
                try (Doing doing = opening.open(number)) {
                  long begin = System.nanoTime();
                  int done = 0;
                  while (System.nanoTime() < end) {
                    doing.once();
                    done++;
                  }
                  return done * 1e9 / (System.nanoTime() - begin);
                }
              };
      List<Future<Double>> all = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        all.add(threads.submit(worker.apply(i)));
      }
      double sum = 0;
      for (Future<Double> one : all) {
        sum += one.get();
      }
      return sum;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private static double middle(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  private static String list(double[] values, String format) {
    return String.join(
        " · ", Arrays.stream(values).mapToObj(v -> String.format(Locale.ROOT, format, v)).toList());
  }
}
