package org.honbu.incidents.internal;

import java.time.Duration;
import java.util.List;
import org.honbu.workflow.Decisions;
import org.honbu.workflow.Facts;

/** The numbers process owners gave (DOMAIN 2.7); the table itself is tested where it lies. */
final class HandsOnTable implements Decisions {
  static final Duration COUNTED_FOR = Duration.ofMinutes(10);

  @Override
  public List<Facts> decide(String table, Facts inputs) {
    if (!table.equals("HandsOn")) {
      throw new IllegalArgumentException(table);
    }
    return switch (inputs.text("sign")) {
      case "OPERATED" -> row(80, 1, false);
      case "FINDING" -> row(40, 2, false);
      case "NUDGE" -> row(40, 1, true);
      case "OWN_WORK" -> row(100, 1, false);
      case "SELF_REPORT" -> row(100, 1, false);
      case "NO_COMMAND_ACT" -> row(30, 1, false);
      case "ASK" -> row(60, 1, false);
      default -> List.of();
    };
  }

  private static List<Facts> row(int points, int atLeast, boolean each) {
    return List.of(
        Facts.of("points", points)
            .and("atLeast", atLeast)
            .and("each", each)
            .and("countedFor", COUNTED_FOR));
  }
}
