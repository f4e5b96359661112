package org.honbu.testkit.bench;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Server-sent events as they come over one connection, in pieces as the network cuts them: behind
 * the answer's head, in chunks.
 */
final class Events {
  private static final String HEAD_ENDS = "\r\n\r\n";

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final Consumer<String> heard;
  private boolean inHead = true;

  /**
   * Bytes of the current chunk that are still to come; -2 the end of one, -1 the next one's size.
   */
  private int left = -1;

  private byte[] event = new byte[1024];
  private int length;

  /**
   * Hears nothing yet.
   *
   * @param heard every event, its lines divided as they came, one byte a character
   */
  Events(Consumer<String> heard) {
    this.heard = heard;
  }

  /** Takes what has come. */
  void take(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      if (inHead) {
        head((char) bytes.get());
      } else if (left > 0) {
        int some = Math.min(left, bytes.remaining());
        content(bytes, some);
        left = left == some ? -2 : left - some;
      } else {
        size((char) bytes.get());
      }
    }
  }

  private void head(char next) {
    line.write(next);
    String head = line.toString(StandardCharsets.ISO_8859_1);
    if (head.endsWith(HEAD_ENDS)) {
      if (!head.startsWith("HTTP/1.1 200") || !head.contains("ransfer-Encoding: chunked")) {
        throw new IllegalStateException("a page that may not listen: " + head);
      }
      inHead = false;
      line.reset();
    }
  }

  private void size(char next) {
    if (next != '\n') {
      line.write(next);
      return;
    }
    String size = line.toString(StandardCharsets.ISO_8859_1).strip();
    line.reset();
    if (left == -2) {
      left = -1;
      return;
    }
    left = Integer.parseInt(size, 16);
    if (left == 0) {
      throw new IllegalStateException("the server ended a page's connection");
    }
  }

  /** As little work as can be: what listens takes the time of the server that is measured. */
  private void content(ByteBuffer bytes, int some) {
    if (length + some > event.length) {
      event = Arrays.copyOf(event, 2 * (length + some));
    }
    bytes.get(event, length, some);
    int begin = 0;
    int end = length + some;
    for (int at = Math.max(1, length); at < end; at++) {
      if (event[at] == '\n' && event[at - 1] == '\n' && at > begin) {
        heard.accept(new String(event, begin, at - begin, StandardCharsets.ISO_8859_1));
        begin = at + 1;
      }
    }
    System.arraycopy(event, begin, event, 0, end - begin);
    length = end - begin;
  }
}
