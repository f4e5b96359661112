package org.honbu.web.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a page is told: which regions to fetch, and within what time.
 *
 * @param edition what it may ask for what is shared by
 * @param shared what is drawn once for all who look; fetched first
 * @param own what is drawn for each; when it is all of it, the page as a whole
 * @param whole whether it is
 */
record Told(
    String edition,
    Set<String> shared,
    Duration within,
    Set<String> own,
    boolean whole,
    Duration later) {

  /** Whoever acts fetches at once what they need, drawn for them. */
  static Told toActing(Edition edition, News news) {
    return new Told(
        edition.name(), Set.of(), Patience.LEAST, news.regions(), news.whole(), Patience.LEAST);
  }

  /** Whoever only looks sees at once what all see, and the rest when there is time. */
  static Told toLooking(Edition edition, News news, int viewers) {
    Set<String> shared = new TreeSet<>(SharedRegions.of(edition.seen()));
    if (!news.whole()) {
      shared.retainAll(news.regions());
    }
    Set<String> own = new TreeSet<>(news.regions());
    own.removeAll(shared);
    return new Told(
        edition.name(),
        shared,
        Patience.forShared(viewers),
        own,
        news.whole(),
        Patience.forOwn(viewers));
  }

  /** As it goes out. */
  byte[] event() {
    return ("event: changed\ndata: {\"edition\":\"%s\",\"shared\":%s,\"within\":%d,"
            + "\"own\":%s,\"whole\":%b,\"later\":%d}\n\n")
        .formatted(edition, list(shared), within.toMillis(), list(own), whole, later.toMillis())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String list(Collection<String> regions) {
    return regions.stream()
        .sorted()
        .map(region -> '"' + region + '"')
        .collect(Collectors.joining(",", "[", "]"));
  }
}
