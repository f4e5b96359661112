package org.honbu.announcements;

import org.honbu.kernel.Words;

/** Whom a message is for, and so where it can be read (DOMAIN DM-5). */
public enum Audience {
  /** Whoever reads the status page. */
  USERS("利用者（ステータスページ）", "Users, on the status page"),

  /** Whoever asks: customer support passes it on, and the status page does not show it. */
  SUPPORT("サポートから伝える（ステータスページには出さない）", "Through customer support, not on the status page"),

  /** Those who work here, and nobody else: users do not notice anything. */
  INSIDE("社内だけ", "Inside the organisation only");

  private final String ja;
  private final String en;

  Audience(String ja, String en) {
    this.ja = ja;
    this.en = en;
  }

  /**
   * Whether what this audience was told is known to that one, too: everybody may read the status
   * page, and what is said inside or through support stays there.
   */
  public boolean reaches(Audience other) {
    return this == USERS || this == other;
  }

  public Words label() {
    return new Words(ja, en);
  }
}
