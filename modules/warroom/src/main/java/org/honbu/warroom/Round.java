package org.honbu.warroom;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.honbu.kernel.Words;

/**
 * Where the commander's loop stands, by what is on record.
 *
 * @param number counts the rounds of the incident, from 1
 * @param since when it began
 * @param assessment what was seen last
 * @param weighing what was weighed for the last decision
 * @param waitsFor why nobody is given work for the present decision
 * @param objectives at most three, most important first
 * @param nextUpdate when the room hears again at the latest; in the past when that is overdue
 * @param updateWithin how long the room may go without hearing anything
 */
public record Round(
    int number,
    Instant since,
    Step step,
    Optional<AssessSituation> assessment,
    Optional<Decide.Weighing> weighing,
    Optional<String> waitsFor,
    List<String> objectives,
    Instant nextUpdate,
    Duration updateWithin) {

  /** A step of the loop. Each may be done at any time; the round goes on from the furthest. */
  public enum Step {
    ASSESS("状況把握", "Assess"),
    DECIDE("判断", "Decide"),
    ASSIGN("アサイン", "Assign"),
    UPDATE("状況共有", "Tell"),
    REVIEW("効果確認", "Review");

    private final String ja;
    private final String en;

    Step(String ja, String en) {
      this.ja = ja;
      this.en = en;
    }

    public Words label() {
      return new Words(ja, en);
    }
  }
}
