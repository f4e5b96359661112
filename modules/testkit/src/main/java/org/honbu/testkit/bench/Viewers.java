package org.honbu.testkit.bench;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.honbu.testkit.server.Person;

/**
 * A note in a room that 500 people look at: from the answer to whoever wrote it until each page has
 * been told that it would look different.
 *
 * <p>Pages then fetch themselves, one after another within a third of a second as a browser's do;
 * that is a part of its own here, since every fetch is as dear as opening the page. Alerts come all
 * the while, and before without anybody looking, to see whether looking slows paging down.
 */
final class Viewers implements Part {
  private static final int VIEWERS = 500;
  private static final int ALERTS_PER_SECOND = 4;
  private static final Duration APART = Duration.ofMillis(3_700);

  @Override
  public String name() {
    return "viewers";
  }

  @Override
  public List<Figure> measure(Ground ground, boolean shortened) {
    Duration length = Duration.ofSeconds(shortened ? 30 : 90);
    try (House house = ground.house(Map.of())) {
      String room =
          new Rooms(house, ground.keycloak()).commandedBy("aoi", 1, "everybody looks").get(0);
      paging(ground, house, "warm-up", Duration.ofSeconds(shortened ? 15 : 40)).get();
      Histogram alone = paging(ground, house, "nobody looks", length).get();

      var told = new ConcurrentHistogram(3);
      Histogram watched;
      try (var pages =
          new Watching(VIEWERS, ground.port(), room, ground.keycloak().tokenOf("emma"))) {
        await().atMost(Duration.ofMinutes(1)).until(pages::isOpen);
        Paging paging = paging(ground, house, "everybody looks", length);
        write(ground, house, room, pages, told, length);
        watched = paging.get();
      }
      Histogram fetched = fetch(house, room);
      return figures(told, alone, watched, fetched, house);
    }
  }

  private List<Figure> figures(
      ConcurrentHistogram told,
      Histogram alone,
      Histogram watched,
      Histogram fetched,
      House house) {
    return List.of(
        Figure.atMost(
            name(),
            "note's answer → told, %d viewers, p99".formatted(VIEWERS),
            told.getValueAtPercentile(99),
            1_000),
        Figure.fact(name(), "the same, all of it", Figure.spread(told)),
        Figure.ratioAtMost(
            name(),
            "paging meanwhile, p50 ÷ p50 with nobody looking",
            (double) watched.getValueAtPercentile(50) / alone.getValueAtPercentile(50),
            1.2),
        Figure.ratioAtMost(
            name(),
            "paging meanwhile, p99 ÷ p99 with nobody looking",
            (double) watched.getValueAtPercentile(99) / alone.getValueAtPercentile(99),
            1.2),
        Figure.fact(name(), "202 → first byte, nobody looks", Figure.spread(alone)),
        Figure.fact(name(), "202 → first byte, %d look".formatted(VIEWERS), Figure.spread(watched)),
        Figure.fact(
            name(),
            "told → page fetched, all %d at once".formatted(VIEWERS),
            Figure.spread(fetched)),
        Figure.fact(name(), "resident memory after it", house.memory()));
  }

  /** Notes, far enough apart that each is told by itself, at every phase of the server's look. */
  private static void write(
      Ground ground,
      House house,
      String room,
      Watching pages,
      ConcurrentHistogram told,
      Duration length) {
    Person misaki = Person.withToken(house.honbu(), ground.keycloak(), "misaki");
    new OpenLoop<>(
            1000.0 / APART.toMillis(),
            1,
            () -> () -> {},
            (OpenLoop.Line nothing, int number, long due) -> {
              long sent = System.nanoTime();
              Rooms.done(
                  misaki.post(
                      "/api/v1/incidents/" + room + "/notes",
                      "{\"text\":\"note %d\"}".formatted(number)));
              long accepted = System.nanoTime();
              await().atMost(Duration.ofSeconds(20)).until(() -> pages.areToldSince(sent));
              for (long at : pages.told()) {
                // Whoever hears of it before its writer does hears of it at once.
                told.recordValue(TimeUnit.NANOSECONDS.toMicros(Math.max(0, at - accepted)));
              }
            })
        .run(length);
  }

  /** What the pages of all viewers ask for once they are told. */
  private static Histogram fetch(House house, String room) {
    Person emma = Person.signIn(house.honbu(), "emma", "/incidents");
    emma.browse("/incidents/" + room);
    var micros = new ConcurrentHistogram(3);
    new OpenLoop<>(
            VIEWERS / 0.32,
            32,
            () -> () -> {},
            (OpenLoop.Line nothing, int number, long due) -> {
              Rooms.done(emma.browse("/incidents/" + room));
              micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due));
            })
        .run(Duration.ofMillis(320));
    return micros;
  }

  /** Alerts of new incidents, under way; when it is asked for, when the provider heard of each. */
  private interface Paging {
    Histogram get();
  }

  private static Paging paging(Ground ground, House house, String name, Duration length) {
    Map<String, Long> accepted = new ConcurrentHashMap<>();
    Runnable end =
        new OpenLoop<>(
                ALERTS_PER_SECOND,
                8,
                () -> new Wire(ground.port()),
                (wire, number, due) -> {
                  Wire.Reply reply = wire.alert(Alert.firing(name + " " + number, "new"));
                  accepted.put(Alert.incident(reply), System.nanoTime());
                })
            .start(length);
    return () -> {
      end.run();
      var micros = new Histogram(3);
      AcceptToPage.firstBytes(house, accepted.keySet())
          .forEach(
              (incident, at) -> {
                if (accepted.containsKey(incident)) {
                  long later = at - accepted.get(incident);
                  micros.recordValue(TimeUnit.NANOSECONDS.toMicros(Math.max(0, later)));
                }
              });
      return micros;
    };
  }
}
