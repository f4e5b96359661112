package org.honbu.statuspage.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One finished drawing.
 *
 * @param tag an ETag, weak: two drawings that say the same have the same, whenever they were made
 */
record StatusFile(String type, String text, String tag) {

  /**
   * @param same what it says, without the moment it was made in
   */
  static StatusFile of(String type, String text, String same) {
    return new StatusFile(type, text, "W/\"" + digest(same) + "\"");
  }

  static StatusFile of(String type, String text) {
    return of(type, text, text);
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 12);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }
}
