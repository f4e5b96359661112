package org.honbu.web.internal;

import java.time.Duration;

/**
 * Within what time those who only look fetch what is new: the more they are, the longer, so that
 * the machine has time for those who act and for paging.
 */
final class Patience {
  /** Two things that happen together are fetched together; nobody who acts waits longer. */
  static final Duration LEAST = Duration.ofMillis(200);

  /** For what is drawn once and handed out. */
  private static final Duration EACH_SHARED = Duration.ofMillis(1);

  /** For what is drawn for each: what a page costs, on one of two cores. */
  private static final Duration EACH_OWN = Duration.ofMillis(80);

  private static final Duration MOST = Duration.ofSeconds(45);

  private Patience() {}

  static Duration forShared(int viewers) {
    return between(EACH_SHARED.multipliedBy(viewers));
  }

  static Duration forOwn(int viewers) {
    return between(EACH_OWN.multipliedBy(viewers));
  }

  private static Duration between(Duration all) {
    return all.compareTo(MOST) > 0 ? MOST : all.compareTo(LEAST) < 0 ? LEAST : all;
  }
}
