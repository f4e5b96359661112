package org.honbu.announcements;

import org.honbu.kernel.Words;

/** Whom a message is for, and so where it can be read (DOMAIN DM-5). */
public enum Audience {
  /** Whoever reads the status page. */
  USERS("利用者（ステータスページ）", "Users, on the status page"),

  /** Those who work here, and nobody else: users do not notice anything. */
  INSIDE("社内だけ", "Inside the organisation only");

  private final String ja;
  private final String en;

  Audience(String ja, String en) {
    this.ja = ja;
    this.en = en;
  }

  public Words label() {
    return new Words(ja, en);
  }
}
