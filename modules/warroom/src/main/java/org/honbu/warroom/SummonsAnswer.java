package org.honbu.warroom;

import java.util.Arrays;
import java.util.Optional;
import org.honbu.kernel.Words;

/** What somebody who is summoned can say. */
public enum SummonsAnswer {
  COMING("行きます", "I am coming"),
  /** With or without somebody to ask instead; the reason is nobody's business. */
  CANNOT("手が離せません", "I cannot"),
  /** Looks on only: the next is asked all the same. */
  LOOKING_ON("見学のみ", "I only look on");

  private final String ja;
  private final String en;

  SummonsAnswer(String ja, String en) {
    this.ja = ja;
    this.en = en;
  }

  public Words label() {
    return new Words(ja, en);
  }

  /** The one of that name. */
  public static Optional<SummonsAnswer> named(String name) {
    return Arrays.stream(values()).filter(answer -> answer.name().equals(name)).findFirst();
  }
}
