package org.honbu.alerts;

import java.io.InputStream;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The door for systems with a key of an {@link Integration}, for whatever else they have to tell.
 *
 * <p>Whoever has no right key hears 401 before a byte of the body is read; more than 1 MiB is 413;
 * what cannot be read is 400 with line and field, and kept as a dead letter; whatever is not the
 * sender's fault is 503, so that it tries again.
 */
public interface KeyedDoor {

  /**
   * Lets one in, reads what it says and does the deed.
   *
   * @param fields the fields of the body's one object that are read; all others are passed over
   * @param deed a transaction of its own, tried again when it only lost a race, so it has to look
   *     whether it was done before
   */
  <A, T> T through(Knock knock, Set<String> fields, Reading<A> reading, Function<A, T> deed);

  /**
   * Who knocks, and with what.
   *
   * @param authorization the header of that name: {@code Bearer} and the key
   * @param key the key for senders that can set no header
   * @param encoding the header {@code Content-Encoding}
   */
  record Knock(
      @Nullable String authorization,
      @Nullable String key,
      @Nullable String encoding,
      InputStream body) {}

  /** Makes sense of what was told, and knows whose key it was. */
  @FunctionalInterface
  interface Reading<A> {
    A of(String integration, Telling telling) throws Unreadable;
  }
}
