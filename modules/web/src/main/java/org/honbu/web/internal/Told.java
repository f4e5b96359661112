package org.honbu.web.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a page is told: which regions to fetch, and within what time; or these regions themselves.
 *
 * @param edition what it may ask for what is shared by
 * @param shared what is drawn once for all who look; fetched first, unless it is given
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

  /** Each of them would end a line of what goes out. */
  private static final Pattern END_OF_LINE = Pattern.compile("\r\n|\r|\n");

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

  /** The same for who fetches what is shared at once, and so draws it for all the others. */
  Told atOnce() {
    return new Told(edition, shared, Duration.ZERO, own, whole, later);
  }

  /** As it goes out to who fetches what is shared. */
  byte[] event() {
    return bytes("event: changed\n" + data() + "\n");
  }

  /**
   * As it goes out to who is given what is shared: a first line as all are told, and below it the
   * regions as they were drawn. No word in them begins a line of its own.
   */
  byte[] with(byte[] drawn) {
    String regions =
        END_OF_LINE
            .splitAsStream(new String(drawn, StandardCharsets.UTF_8))
            .map(line -> "data: " + line + "\n")
            .collect(Collectors.joining());
    return bytes("event: drawn\n" + data() + regions + "\n");
  }

  private String data() {
    return ("data: {\"edition\":\"%s\",\"shared\":%s,\"within\":%d,"
            + "\"own\":%s,\"whole\":%b,\"later\":%d}\n")
        .formatted(edition, list(shared), within.toMillis(), list(own), whole, later.toMillis());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String list(Collection<String> regions) {
    return regions.stream()
        .sorted()
        .map(region -> '"' + region + '"')
        .collect(Collectors.joining(",", "[", "]"));
  }
}
