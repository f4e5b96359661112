package org.honbu.learning.internal;

import java.time.Instant;
import java.util.Comparator;
import org.honbu.learning.ActionItem;
import org.honbu.learning.Postmortem;

/** What to look at first. */
final class ByUrgency {
  private ByUrgency() {}

  /** Overdue ones of severity 1, other overdue ones, then by day. */
  static Comparator<ActionItem> items(Instant now) {
    return Comparator.comparing((ActionItem item) -> !(item.isOverdue(now) && item.severity() == 1))
        .thenComparing(item -> !item.isOverdue(now))
        .thenComparing(ActionItem::due)
        .thenComparing(ActionItem::number);
  }

  /** Overdue ones, worst first, then by when people meet. */
  static Comparator<Postmortem> postmortems(Instant now) {
    return Comparator.comparing((Postmortem review) -> !review.isOverdue(now))
        .thenComparing(Postmortem::severity)
        .thenComparing(review -> review.meetingAt().orElse(review.due()))
        .thenComparing(Postmortem::incident);
  }
}
