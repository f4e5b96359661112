package org.honbu.incidents;

import org.honbu.kernel.Words;

/** What somebody does who has just given command away. */
public enum NextPart {
  RESPONDER("対応者", "a responder"),
  DEPUTY("副コマンダー", "deputy"),
  OBSERVER("見学", "an observer"),
  REST("休む", "somebody who rests");

  private final String ja;
  private final String en;

  NextPart(String ja, String en) {
    this.ja = ja;
    this.en = en;
  }

  public Words label() {
    return new Words(ja, en);
  }
}
