package org.honbu.warroom.internal.card;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.honbu.incidents.TimelineEntry;

/** When users were told something last; the timeline says so in every case. */
final class Published {
  private static final String LINE = "published";

  private Published() {}

  static Optional<Instant> last(List<TimelineEntry> timeline) {
    return timeline.stream()
        .filter(entry -> entry.type().equals(LINE))
        .map(TimelineEntry::at)
        .max(Instant::compareTo);
  }
}
