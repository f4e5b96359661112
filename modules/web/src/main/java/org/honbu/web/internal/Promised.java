package org.honbu.web.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.honbu.announcements.Announcement;

/** When users hear again: what an author may promise, in steps a thumb can hit. */
public final class Promised {
  private static final Duration STEP = Duration.ofMinutes(5);

  private Promised() {}

  /** What kind of message it is, in the reader's language. */
  static String kind(Announcement.Phase phase, Texts texts) {
    return phase == Announcement.Phase.NO_IMPACT
        ? texts.say("phase.no-impact")
        : texts.of("phase.", phase);
  }

  /** Every five minutes up to what the rhythm allows, which is proposed. */
  static List<Time> times(Instant now, Duration within, Texts texts) {
    Instant latest = now.plus(within).truncatedTo(ChronoUnit.MINUTES);
    var times = new ArrayList<Time>();
    for (Duration wait = STEP; wait.compareTo(within) < 0; wait = wait.plus(STEP)) {
      times.add(time(now.plus(wait).truncatedTo(ChronoUnit.MINUTES), wait, false, texts));
    }
    times.add(time(latest, within, true, texts));
    return List.copyOf(times);
  }

  private static Time time(Instant at, Duration wait, boolean chosen, Texts texts) {
    String label = texts.say("draft.next.at", texts.clock(at), wait.toMinutes());
    return new Time(at.toString(), label, chosen);
  }

  /**
   * A time to choose.
   *
   * @param chosen whether it is the proposed one
   */
  public record Time(String value, String label, boolean chosen) {}
}
