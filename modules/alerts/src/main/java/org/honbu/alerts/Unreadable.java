package org.honbu.alerts;

import org.honbu.kernel.Words;

/** A body that is not what it should be; says where. */
public final class Unreadable extends Exception {
  private final int line;
  private final String field;
  private final Words why;

  /**
   * Of one field.
   *
   * @param line counted from 1
   * @param field path of the field, {@code alerts[3].labels}
   */
  public Unreadable(int line, String field, Words why) {
    super("line %d, %s: %s".formatted(line, field, why.en()));
    this.line = line;
    this.field = field;
    this.why = why;
  }

  public String field() {
    return field;
  }

  /** One sentence with line, field and reason. */
  public Words words() {
    return new Words(
        "%d 行目、%s：%s".formatted(line, field, why.ja()),
        "Line %d, %s: %s".formatted(line, field, why.en()));
  }
}
