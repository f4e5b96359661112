package org.honbu.testkit.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import org.honbu.testkit.server.Answer;
import org.honbu.testkit.server.KeycloakServer;
import org.honbu.testkit.server.Person;

/**
 * What the board, one's own tasks and an incident cost, while incidents become a hundred times as
 * many.
 *
 * <p>One of ten is open and commanded by somebody else; nine are resolved, one of them in a room,
 * ever longer ago, about a hundred a day; a day after the end nothing of them runs, and a year
 * after it the engine has forgotten them, as it does. The reader commands as many rooms all along
 * as a person can think of. Costs are medians of what one reader waits for; nobody else is there.
 */
final class Growth implements Part {
  private static final int PATTERNS = 10;
  private static final int OWN = 8;
  private static final double MOST = 0.10;
  private static final Duration APART = Duration.ofMinutes(150);
  private static final String TASKLIST = "/camunda/api/engine/engine/default/";

  @Override
  public String name() {
    return "growth";
  }

  @Override
  public List<Figure> measure(Ground ground, boolean shortened) {
    List<Integer> sizes =
        shortened ? List.of(1_000, 3_000, 10_000) : List.of(1_000, 10_000, 100_000);
    try (House house = ground.house(Map.of())) {
      var rooms = new Rooms(house, ground.keycloak());
      rooms.commandedBy("aoi", 1, "open");
      List<String> over = new ArrayList<>(rooms.open(1, "needed a room"));
      over.addAll(rooms.triaged(PATTERNS - 2, "needed none"));
      rooms.resolve(over);
      // Days later they cannot be reopened any more, and nobody reviews them: nothing of them runs.
      house.passes("Event_MinutePassed");
      house.passes("Event_NobodyAnsweredShort");
      house.passes("Event_DayPassed");
      var copies = new Copies(house.books(), APART);
      String own = rooms.commandedBy("sakura", OWN, "own").get(0);

      var costs = new LinkedHashMap<String, TreeMap<Integer, Long>>();
      var figures = new ArrayList<Figure>();
      for (int size : sizes) {
        long began = System.nanoTime();
        copies.upTo(size / PATTERNS);
        figures.add(
            Figure.fact(
                name(),
                "%,d incidents, %,d of them open: copied in".formatted(size, size / PATTERNS),
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began) + " s"));
        var reader = new Reader(house, ground.keycloak(), own);
        int times = shortened ? 20 : 60;
        // The first size must not be charged for a server that has not compiled itself yet.
        reader.warmUp(costs.isEmpty() ? 2 * times : times / 4);
        Map<String, Long> medians = reader.medians(times);
        ground.sofar("%,d: %s".formatted(size, inMillis(medians)));
        medians.forEach(
            (what, micros) ->
                costs.computeIfAbsent(what, any -> new TreeMap<>()).put(size, micros));
      }
      costs.forEach((what, bySize) -> figures.add(figure(what, bySize)));
      figures.add(Figure.fact(name(), "resident memory after it", house.memory()));
      return figures;
    }
  }

  private static String inMillis(Map<String, Long> medians) {
    return medians.entrySet().stream()
        .map(one -> one.getKey() + " " + Figure.millis(one.getValue()))
        .collect(Collectors.joining(" · "));
  }

  private Figure figure(String what, Map<Integer, Long> bySize) {
    String medians =
        bySize.values().stream().map(Figure::millis).collect(Collectors.joining(" → "));
    return Figure.ratioAtMost(
        name(), what + ", exponent (" + medians + ")", Slope.of(bySize), MOST);
  }

  /** Somebody with a browser, with Tasklist and with a script. */
  private static final class Reader {
    /** Something to look at. */
    private interface Look {
      Answer take();
    }

    private final Map<String, Look> looks = new LinkedHashMap<>();

    Reader(House house, KeycloakServer keycloak, String incident) {
      Person browser = Person.signIn(house.honbu(), "sakura", "/incidents");
      Person tasklist = Person.inTasklist(house.honbu(), "sakura");
      Person script = Person.withToken(house.honbu(), keycloak, "sakura");
      String mine = TASKLIST + "filter/" + myTasks(tasklist) + "/";
      looks.put("board, page", () -> browser.browse("/incidents"));
      looks.put("board, REST", () -> script.get("/api/v1/incidents"));
      looks.put(
          "my tasks, Tasklist's list",
          () -> tasklist.post(mine + "list?firstResult=0&maxResults=15", "{}"));
      looks.put("my tasks, Tasklist's count", () -> tasklist.post(mine + "count", "{}"));
      looks.put("incident, page", () -> browser.browse("/incidents/" + incident));
      looks.put("incident, REST", () -> script.get("/api/v1/incidents/" + incident));
    }

    private static String myTasks(Person tasklist) {
      return tasklist.get(TASKLIST + "filter").json().asJsonArray().stream()
          .map(filter -> filter.asJsonObject())
          .filter(filter -> filter.getString("name").startsWith("自分のタスク"))
          .map(filter -> filter.getString("id"))
          .findFirst()
          .orElseThrow();
    }

    void warmUp(int times) {
      for (int i = 0; i < times; i++) {
        looks.values().forEach(look -> Rooms.done(look.take()));
      }
    }

    /** In turns, so that what else the machine does meets all of them. */
    Map<String, Long> medians(int times) {
      Map<String, Histogram> micros = new LinkedHashMap<>();
      for (int i = 0; i < times; i++) {
        looks.forEach(
            (what, look) -> {
              long began = System.nanoTime();
              Rooms.done(look.take());
              micros
                  .computeIfAbsent(what, any -> new Histogram(3))
                  .recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began));
            });
      }
      var medians = new LinkedHashMap<String, Long>();
      micros.forEach((what, all) -> medians.put(what, all.getValueAtPercentile(50)));
      return medians;
    }
  }
}
