package org.honbu.web.internal;

import org.jspecify.annotations.Nullable;

/**
 * Where in a list that is too long for one page somebody is.
 *
 * @param from how many stand before this part
 * @param shown how many stand in it
 * @param all how many there are
 * @param most how many a part has at most
 */
public record Parts(int from, int shown, long all, int most) {
  /** What an address says; anything but a number is the beginning. */
  static int from(@Nullable String said) {
    return said != null && said.matches("[0-9]{1,6}") ? Integer.parseInt(said) : 0;
  }

  public int first() {
    return shown == 0 ? from : from + 1;
  }

  public int last() {
    return from + shown;
  }

  /** Whether this part does not show them all. */
  public boolean several() {
    return from > 0 || last() < all;
  }

  public boolean more() {
    return shown > 0 && last() < all;
  }

  public boolean earlier() {
    return from > 0;
  }

  /** Where the part before this one begins. */
  public int before() {
    return Math.max(0, from - most);
  }
}
