package org.honbu.people;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Who holds a post over time.
 *
 * @param watches one after the other, without a hole and without overlap; two neighbours differ
 */
public record Cover(Post post, List<Watch> watches) {

  public Cover {
    watches = joined(watches);
  }

  private static List<Watch> joined(List<Watch> watches) {
    List<Watch> joined = new ArrayList<>();
    for (Watch watch : watches) {
      int last = joined.size() - 1;
      if (last >= 0 && joined.get(last).isLike(watch)) {
        Stretch both = new Stretch(joined.get(last).when().from(), watch.when().to());
        joined.set(last, new Watch(both, watch.ready(), watch.lacks()));
      } else {
        joined.add(watch);
      }
    }
    return List.copyOf(joined);
  }

  /** When nobody holds it, oldest first. */
  public List<Watch> uncovered() {
    return watches.stream().filter(watch -> !watch.isCovered()).toList();
  }

  /** How long nobody holds it, all in all. */
  public Duration missing() {
    return uncovered().stream()
        .map(watch -> watch.when().length())
        .reduce(Duration.ZERO, Duration::plus);
  }
}
