package org.honbu.people;

import java.time.Instant;
import java.util.Optional;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.TeamId;

/**
 * An incident that needs a commander.
 *
 * @param severity 1 to 5; while nobody has rated it, 1
 * @param team whom it belongs to
 * @param component what is affected, as somebody named it
 * @param breakGlass whether nobody came, so that any responder may command as acting
 * @param at the instant for which a commander is looked for
 */
public record CommandNeed(
    IncidentId incident,
    Kind kind,
    int severity,
    TeamId team,
    Optional<String> component,
    boolean breakGlass,
    Instant at) {
  private static final int NO_TIME_TO_LEARN = 0;
  private static final int LITTLE_TIME_TO_LEARN = 10;
  private static final int SOME_TIME_TO_LEARN = 20;
  private static final int GOOD_TO_LEARN = 40;

  public CommandNeed {
    if (severity < 1 || severity > 5) {
      throw new IllegalArgumentException("severity " + severity);
    }
  }

  /** Whether people are at work then. */
  public Hours hours() {
    return Hours.at(at);
  }

  /**
   * The W of DM-6: how many points having commanded little is worth. The worse it is and the later
   * at night, the less this is the moment to spread experience.
   */
  int weightOfSpread() {
    if (kind == Kind.DRILL) {
      return GOOD_TO_LEARN;
    }
    return switch (severity) {
      case 1 -> hours() == Hours.OFF ? NO_TIME_TO_LEARN : LITTLE_TIME_TO_LEARN;
      case 2 -> SOME_TIME_TO_LEARN;
      default -> GOOD_TO_LEARN;
    };
  }
}
