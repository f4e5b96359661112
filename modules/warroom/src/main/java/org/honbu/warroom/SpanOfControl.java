package org.honbu.warroom;

import java.util.List;
import org.honbu.kernel.PersonId;

/**
 * How many people report to the commander directly: the deputy, the announcer, leads of topics, and
 * whoever has work of their own and is in no topic.
 *
 * @param proposals what to split off, when there are too many
 */
public record SpanOfControl(int reports, Level level, List<Proposal> proposals) {
  /** More than this is said. */
  public static final int WIDE = 5;

  /** From more than this on, topics with leads are proposed. */
  public static final int TOO_WIDE = 7;

  /** How it is with that many. */
  public enum Level {
    FINE,
    WIDE,
    TOO_WIDE;

    public static Level of(int reports) {
      return reports > SpanOfControl.TOO_WIDE
          ? TOO_WIDE
          : reports > SpanOfControl.WIDE ? WIDE : FINE;
    }
  }

  /** Work that could become a topic, led by whoever does it. */
  public record Proposal(String question, PersonId lead) {}
}
