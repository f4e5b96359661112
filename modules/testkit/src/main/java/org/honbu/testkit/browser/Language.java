package org.honbu.testkit.browser;

/** What a person reads. */
public enum Language {
  JAPANESE("ja-JP"),
  ENGLISH("en-GB");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** {@code ja} or {@code en}. */
  String code() {
    return tag.substring(0, 2);
  }

  /** As a browser tells it. */
  String tag() {
    return tag;
  }

  /** The one of two wordings that this person sees. */
  public String say(String ja, String en) {
    return this == JAPANESE ? ja : en;
  }
}
