package org.honbu.warroom.internal.copy;

import java.util.ArrayList;
import java.util.List;

/** Lays text out for screens and printers of 72 columns, on which a kanji takes two. */
final class Columns {
  static final int WIDTH = 72;
  private static final int LABEL = 10;
  private static final String NEVER_FIRST = "、。，．：・）」』！？";

  private Columns() {}

  /** A label and what belongs to it, on as many lines as it needs. */
  static String labelled(String label, String text) {
    List<String> lines = wrapped(plain(text), WIDTH - LABEL);
    return padded(label, LABEL)
        + String.join("\n" + " ".repeat(LABEL), lines).stripTrailing()
        + "\n";
  }

  /** One thing at the left and one at the right end, on one line when there is room. */
  static String apart(String written, String right) {
    String left = plain(written);
    int space = WIDTH - width(left) - width(right);
    return space > 0
        ? left + " ".repeat(space) + right + "\n"
        : String.join("\n", wrapped(left, WIDTH)) + "\n" + right + "\n";
  }

  /** One line of text, without what would command the terminal it is read on. */
  static String plain(String text) {
    return text.replaceAll("[\\s\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ").strip();
  }

  static String rule() {
    return "-".repeat(WIDTH) + "\n";
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(1, width - width(text)));
  }

  /** Breaks where a blank is, and between kanji. */
  private static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int used = 0;
    int lastBlank = -1;
    for (int point : text.codePoints().toArray()) {
      if (used + width(point) > width) {
        String rest = rest(line, point, lastBlank);
        lines.add(line.substring(0, line.length() - rest.length()).stripTrailing());
        line = new StringBuilder(rest);
        used = width(rest);
        lastBlank = -1;
      }
      if (point == ' ') {
        lastBlank = line.length();
      }
      line.appendCodePoint(point);
      used += width(point);
    }
    lines.add(line.toString());
    return lines;
  }

  /**
   * What goes to the next line with this character: a word is whole, no line begins with a stop.
   */
  private static String rest(StringBuilder line, int point, int lastBlank) {
    if (width(point) == 1) {
      return lastBlank > 0 ? line.substring(lastBlank + 1) : "";
    }
    boolean joins = NEVER_FIRST.indexOf(point) >= 0 && line.length() > 1;
    return joins ? line.substring(line.offsetByCodePoints(line.length(), -1)) : "";
  }

  static int width(String text) {
    return text.codePoints().map(Columns::width).sum();
  }

  private static int width(int point) {
    boolean wide =
        (point >= 0x1100 && point <= 0x115F)
            || (point >= 0x2E80 && point <= 0xA4CF)
            || (point >= 0xAC00 && point <= 0xD7A3)
            || (point >= 0xF900 && point <= 0xFAFF)
            || (point >= 0xFE30 && point <= 0xFE6F)
            || (point >= 0xFF00 && point <= 0xFF60)
            || (point >= 0xFFE0 && point <= 0xFFE6)
            || (point >= 0x1F300 && point <= 0x1FAFF)
            || (point >= 0x20000 && point <= 0x3FFFD);
    return wide ? 2 : 1;
  }
}
