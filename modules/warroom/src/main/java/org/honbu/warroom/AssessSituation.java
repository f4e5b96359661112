package org.honbu.warroom;

import org.honbu.kernel.Words;

/**
 * What the commander sees of the problem (FM-6). Texts have at most 500 characters.
 *
 * @param symptoms what goes wrong; needed
 * @param scope who and what is hit; needed
 * @param known what is certain; may be empty
 * @param notKnown what has to be found out; may be empty
 */
public record AssessSituation(
    String symptoms, String scope, Trend trend, String known, String notKnown) {

  /** Which way it goes. */
  public enum Trend {
    WORSE("悪化", "Getting worse"),
    SAME("横ばい", "No change"),
    BETTER("改善", "Getting better"),
    UNKNOWN("不明", "Not known");

    private final String ja;
    private final String en;

    Trend(String ja, String en) {
      this.ja = ja;
      this.en = en;
    }

    public Words label() {
      return new Words(ja, en);
    }
  }
}
