package org.honbu.warroom;

import java.util.Arrays;
import java.util.Optional;
import org.honbu.kernel.Words;

/** What kind of work it is (DOMAIN 2.6). */
public enum WorkKind {
  INVESTIGATE("調査", "investigate"),
  OPERATE("操作", "operate"),
  COMMUNICATE("連絡", "communicate"),
  RECORD("記録", "record"),
  COORDINATE("調整", "coordinate"),
  WATCH("見張り", "watch"),
  REPRODUCE("再現", "reproduce");

  private final String ja;
  private final String en;

  WorkKind(String ja, String en) {
    this.ja = ja;
    this.en = en;
  }

  public Words label() {
    return new Words(ja, en);
  }

  /** Whether it draws in the hands of whoever does it, which a commander needs elsewhere (RO-4). */
  public boolean isHandsOn() {
    return this == INVESTIGATE || this == OPERATE;
  }

  public static Optional<WorkKind> named(String name) {
    return Arrays.stream(values()).filter(kind -> kind.name().equalsIgnoreCase(name)).findFirst();
  }
}
