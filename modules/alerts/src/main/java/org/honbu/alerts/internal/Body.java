package org.honbu.alerts.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.honbu.kernel.ProblemException;

/** Takes a request's body without ever holding more than the limit. */
final class Body {
  /** 1 MiB, packed or unpacked. */
  static final int LIMIT = 1 << 20;

  private Body() {}

  /**
   * Reads it all.
   *
   * @param encoding the header Content-Encoding
   * @throws ProblemException {@link AlertProblems#TOO_LARGE}
   * @throws IOException when the sender stopped in the middle, or packed it badly
   */
  static byte[] read(InputStream in, Optional<String> encoding) throws IOException {
    byte[] sent = atMost(in);
    boolean packed = encoding.map(name -> name.strip().equalsIgnoreCase("gzip")).orElse(false);
    if (!packed) {
      return sent;
    }
    try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(sent))) {
      return atMost(unpacked);
    }
  }

  private static byte[] atMost(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(LIMIT + 1);
    if (bytes.length > LIMIT) {
      throw new ProblemException(AlertProblems.TOO_LARGE);
    }
    return bytes;
  }
}
