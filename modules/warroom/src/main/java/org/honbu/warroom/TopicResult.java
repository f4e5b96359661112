package org.honbu.warroom;

import org.honbu.kernel.Words;

/** How a topic ended. */
public enum TopicResult {
  ANSWERED("答えが出た", "answered"),
  /** It is not that, and whoever arrives reads so. */
  EXCLUDED("除外した", "ruled out"),
  /** It stands on the list of what is put off. */
  PARKED("保留", "put off"),
  MERGED_BACK("本会に戻した", "back in the main room");

  private final String ja;
  private final String en;

  TopicResult(String ja, String en) {
    this.ja = ja;
    this.en = en;
  }

  public Words label() {
    return new Words(ja, en);
  }
}
