package org.honbu.alerts.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Makes strangers' text safe to store and show. */
final class Text {
  private Text() {}

  /**
   * At most so many characters, without what databases and pages choke on: control characters and
   * halves of surrogate pairs become spaces.
   */
  static String clean(String text, int most) {
    StringBuilder clean = new StringBuilder(Math.min(text.length(), most));
    int at = 0;
    while (at < text.length()) {
      int character = text.codePointAt(at);
      if (clean.length() + Character.charCount(character) > most) {
        break;
      }
      clean.appendCodePoint(isStorable(character) ? character : ' ');
      at += Character.charCount(character);
    }
    return clean.toString().strip();
  }

  private static boolean isStorable(int character) {
    int type = Character.getType(character);
    return type != Character.CONTROL && type != Character.SURROGATE;
  }

  /** SHA-256, as 64 characters. */
  static String hash(String... parts) {
    return hash(String.join("\u0000", parts).getBytes(StandardCharsets.UTF_8));
  }

  static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
