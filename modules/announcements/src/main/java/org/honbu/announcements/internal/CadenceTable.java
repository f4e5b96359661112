package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.honbu.workflow.Decisions;
import org.honbu.workflow.Facts;

/** Asks process owners' table {@code UpdateCadence}. */
@ApplicationScoped
class CadenceTable {
  /** What a table of an older set does not say (DOMAIN 2.9). */
  private static final Duration LONGEST = Duration.ofMinutes(60);

  private static final Duration LENGTHEN_AFTER = Duration.ofHours(2);

  private final Decisions decisions;

  @Inject
  CadenceTable(Decisions decisions) {
    this.decisions = decisions;
  }

  Row of(int severity) {
    Facts row = decisions.decide("UpdateCadence", Facts.of("severity", severity)).get(0);
    return new Row(
        row.duration("updateWithin"),
        orElse(row, "longestWithin", LONGEST),
        orElse(row, "mayLengthenAfter", LENGTHEN_AFTER),
        orElse(row, "askBefore", Duration.ZERO),
        find(row, "scopeWithin"));
  }

  private static Duration orElse(Facts row, String column, Duration otherwise) {
    return find(row, column).orElse(otherwise);
  }

  private static Optional<Duration> find(Facts row, String column) {
    return row.find(column).map(Object::toString).map(Duration::parse);
  }

  /**
   * What the table says.
   *
   * @param within between two messages
   * @param longest what the commander may make of it
   * @param lengthenAfter how long the room has been open then
   * @param askBefore how long before it is due a text is asked for
   * @param scopeWithin how soon after the first one a message says who is affected, once it is
   *     known
   */
  record Row(
      Duration within,
      Duration longest,
      Duration lengthenAfter,
      Duration askBefore,
      Optional<Duration> scopeWithin) {}
}
