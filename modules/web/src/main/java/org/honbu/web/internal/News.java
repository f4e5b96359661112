package org.honbu.web.internal;

import java.util.Set;
import java.util.TreeSet;

/**
 * What of a page looks different now.
 *
 * @param whole whether all of it may
 * @param regions else these parts, by their {@code data-region}
 */
record News(boolean whole, Set<String> regions) {
  static final News NONE = new News(false, Set.of());
  static final News WHOLE = new News(true, Set.of());

  News {
    regions = Set.copyOf(regions);
  }

  static News in(String... regions) {
    return new News(false, Set.of(regions));
  }

  boolean isNone() {
    return !whole && regions.isEmpty();
  }

  News and(News other) {
    if (whole || other.whole) {
      return WHOLE;
    }
    Set<String> both = new TreeSet<>(regions);
    both.addAll(other.regions);
    return new News(false, both);
  }
}
