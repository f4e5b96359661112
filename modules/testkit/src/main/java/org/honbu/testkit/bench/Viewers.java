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
 * been told that it would look different, and until each has what is new, given or fetched.
 *
 * <p>Alerts come all the while, and before without anybody looking, to see whether looking slows
 * paging down.
 */
final class Viewers implements Part {
  private static final int VIEWERS = 500;
  private static final int ALERTS_PER_SECOND = 4;
  private static final int PAGES = 30;
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
      var seen = new ConcurrentHistogram(3);
      Histogram watched;
      long fetches;
      String token = ground.keycloak().tokenOf("emma");
      try (var readers = new Seeing(VIEWERS, ground.port(), room, token);
          var pages = new Watching(VIEWERS, ground.port(), room, token, readers::told)) {
        await().atMost(Duration.ofMinutes(1)).until(pages::isOpen);
        var writing = new Writing(ground, house, room);
        writing.first(readers);
        long before = readers.fetches();
        Paging paging = paging(ground, house, "everybody looks", length);
        writing.write(pages, told, readers, seen, length);
        watched = paging.get();
        fetches = readers.fetches() - before;
      }
      return figures(told, seen, fetches, alone, watched, fetchWhole(house, room), house);
    }
  }

  private List<Figure> figures(
      ConcurrentHistogram told,
      ConcurrentHistogram seen,
      long fetches,
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
        Figure.fact(name(), "note's answer → seen on all of them", Figure.spread(seen)),
        Figure.fact(
            name(),
            "fetched for a note, by all of them",
            "%.1f times".formatted((double) fetches * VIEWERS / seen.getTotalCount())),
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
        Figure.fact(name(), "the page as a whole, one after another", Figure.spread(fetched)),
        Figure.fact(name(), "resident memory after it", house.memory()));
  }

  /** Notes, far enough apart that each is told by itself, at every phase of the server's look. */
  private record Writing(Ground ground, House house, String room) {
    /**
     * One note until all have seen it, not measured: 500 who come in the same second are each told
     * that they may have missed something, and whatever is drawn first is drawn by a cold server.
     */
    void first(Seeing readers) {
      long sent = System.nanoTime();
      say(Person.withToken(house.honbu(), ground.keycloak(), "misaki"), "the first note.", readers);
      await().atMost(Duration.ofSeconds(60)).until(() -> readers.haveSeenSince(sent));
    }

    private void say(Person person, String words, Seeing readers) {
      readers.await(words);
      Rooms.done(
          person.post("/api/v1/incidents/" + room + "/notes", "{\"text\":\"" + words + "\"}"));
    }

    void write(
        Watching pages,
        ConcurrentHistogram told,
        Seeing readers,
        ConcurrentHistogram seen,
        Duration length) {
      Person misaki = Person.withToken(house.honbu(), ground.keycloak(), "misaki");
      new OpenLoop<>(
              1000.0 / APART.toMillis(),
              1,
              () -> () -> {},
              (OpenLoop.Line nothing, int number, long due) -> {
                long sent = System.nanoTime();
                say(misaki, "note %d.".formatted(number), readers);
                long accepted = System.nanoTime();
                await().atMost(Duration.ofSeconds(20)).until(() -> pages.areToldSince(sent));
                await().atMost(Duration.ofSeconds(60)).until(() -> readers.haveSeenSince(sent));
                record(told, pages.told(), accepted);
                record(seen, readers.seen(), accepted);
              })
          .run(length);
    }

    /** Whoever hears of it before its writer does hears of it at once. */
    private static void record(ConcurrentHistogram times, long[] instants, long accepted) {
      for (long at : instants) {
        times.recordValue(TimeUnit.NANOSECONDS.toMicros(Math.max(0, at - accepted)));
      }
    }
  }

  /** What a page costs that is opened, or has to be drawn whole for its reader. */
  private static Histogram fetchWhole(House house, String room) {
    Person emma = Person.signIn(house.honbu(), "emma", "/incidents");
    var micros = new Histogram(3);
    for (int i = 0; i < PAGES; i++) {
      long begin = System.nanoTime();
      Rooms.done(emma.browse("/incidents/" + room));
      micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begin));
    }
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
