package org.honbu.testkit.bench;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.honbu.testkit.server.MailProvider.Heard;

/**
 * From the accepted alert to the first byte of the page at the provider, at 10 new incidents a
 * second beside 500 alerts a second that say nothing new.
 */
final class AcceptToPage implements Part {
  private static final int NEW_PER_SECOND = 10;
  private static final int REPEATS_PER_SECOND = 500;
  private static final int STORMING_GROUPS = 50;

  @Override
  public String name() {
    return "page";
  }

  @Override
  public List<Figure> measure(Ground ground, boolean shortened) {
    try (House house = ground.house(Map.of())) {
      try (var wire = new Wire(ground.port())) {
        for (int i = 0; i < STORMING_GROUPS; i++) {
          Alert.incident(wire.alert(Alert.firing("storm " + i, "storm")));
        }
      }
      var warmUp = new Load(ground.port(), "warm-up");
      warmUp.run(Duration.ofSeconds(shortened ? 15 : 45));
      var load = new Load(ground.port(), "measured");
      load.run(Duration.ofSeconds(shortened ? 20 : 60));
      List<Figure> figures = load.figures(name(), firstBytes(house, load.accepted.keySet()));
      figures.add(Figure.fact(name(), "resident memory after it", house.memory()));
      return figures;
    }
  }

  /** When the provider first heard of each incident. */
  static Map<String, Long> firstBytes(House house, Set<String> incidents) {
    var first = new HashMap<String, Long>();
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              first.clear();
              first.putAll(firstBytes(house));
              return first.keySet().containsAll(incidents);
            });
    return first;
  }

  private static Map<String, Long> firstBytes(House house) {
    Map<UUID, Heard> heard = house.heard();
    var first = new HashMap<String, Long>();
    house
        .books()
        .query(
            "select id, incident_id from notifications.message where channel = 'email'",
            row -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
        .forEach(
            message -> {
              Heard when = heard.get(message.getKey());
              if (when != null) {
                first.merge(message.getValue(), when.nanos(), Math::min);
              }
            });
    return first;
  }

  /** When an alert ought to have left, and when its 202 was here; nanoseconds. */
  private record Sent(long due, long accepted) {}

  private static final class Load {
    private final int port;
    private final String name;
    private final Map<String, Sent> accepted = new ConcurrentHashMap<>();
    private final ConcurrentHistogram repeats = new ConcurrentHistogram(3);
    private final AtomicInteger refused = new AtomicInteger();

    Load(int port, String name) {
      this.port = port;
      this.name = name;
    }

    void run(Duration length) {
      Runnable repeating =
          new OpenLoop<>(REPEATS_PER_SECOND, 32, () -> new Wire(port), this::repeat).start(length);
      Runnable declaring =
          new OpenLoop<>(NEW_PER_SECOND, 16, () -> new Wire(port), this::declare).start(length);
      declaring.run();
      repeating.run();
    }

    /** What is sent back comes again, as Alertmanager would send it. */
    private void declare(Wire wire, int number, long due) {
      String alert = Alert.firing(name + " " + number, "new");
      Wire.Reply reply = wire.alert(alert);
      while (reply.status() == 503) {
        refused.incrementAndGet();
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        reply = wire.alert(alert);
      }
      accepted.put(Alert.incident(reply), new Sent(due, System.nanoTime()));
    }

    private void repeat(Wire wire, int number, long due) {
      Wire.Reply reply = wire.alert(Alert.firing("storm " + number % STORMING_GROUPS, "storm"));
      repeats.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due));
      if (reply.status() != 202) { // the next one says the same
        refused.incrementAndGet();
      }
    }

    List<Figure> figures(String part, Map<String, Long> firstByte) {
      var fromAccepted = new Histogram(3);
      var fromDue = new Histogram(3);
      accepted.forEach(
          (incident, sent) -> {
            long byteAt = firstByte.getOrDefault(incident, Long.MAX_VALUE);
            fromAccepted.recordValue(micros(byteAt - sent.accepted()));
            fromDue.recordValue(micros(byteAt - sent.due()));
          });
      var figures = new ArrayList<Figure>();
      figures.add(
          Figure.atMost(
              part,
              "202 → first byte at the provider, p50",
              fromAccepted.getValueAtPercentile(50),
              100));
      figures.add(
          Figure.atMost(
              part,
              "202 → first byte at the provider, p99",
              fromAccepted.getValueAtPercentile(99),
              500));
      figures.add(Figure.fact(part, "the same, all of it", Figure.spread(fromAccepted)));
      figures.add(Figure.fact(part, "alert due to be sent → first byte", Figure.spread(fromDue)));
      figures.add(Figure.fact(part, "alert that says nothing new → 202", Figure.spread(repeats)));
      figures.add(
          new Figure(
              part,
              "alerts sent back with 503",
              String.valueOf(refused.get()),
              "0",
              Optional.of(refused.get() == 0)));
      return figures;
    }

    /** A page may be at the provider before its 202 is here: that counts as at once. */
    private static long micros(long nanos) {
      return Math.max(0, TimeUnit.NANOSECONDS.toMicros(nanos));
    }
  }
}
