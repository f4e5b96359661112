package org.honbu.testkit.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How much memory a Honbu takes that nobody uses yet, and how long it takes to be ready. */
final class Footprint implements Part {
  private static final Duration READY_WITHIN = Duration.ofSeconds(60);

  @Override
  public String name() {
    return "boot";
  }

  @Override
  public List<Figure> measure(Ground ground, boolean shortened) {
    try (House house = ground.house(Map.of())) {
      List<Duration> boots = ground.boots().stream().sorted().toList();
      Duration middle = boots.get(boots.size() / 2);
      return List.of(
          new Figure(
              name(),
              "process started → ready, on an empty database, median of %d".formatted(boots.size()),
              String.format(Locale.ROOT, "%.1f s", middle.toMillis() / 1000.0),
              "≤ 60 s",
              Optional.of(middle.compareTo(READY_WITHIN) <= 0)),
          Figure.fact(name(), "resident memory when ready", house.memory()));
    }
  }
}
