package org.honbu.web.internal;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that a view may ask for again and again while it is drawn, or never: asked for once,
 * and only when it is shown. For one request, on one thread.
 */
final class Once<T> implements Supplier<T> {
  private final Supplier<T> ask;
  private @Nullable T answer;

  Once(Supplier<T> ask) {
    this.ask = ask;
  }

  @Override
  public T get() {
    T known = answer;
    if (known == null) {
      known = ask.get();
      answer = known;
    }
    return known;
  }
}
