package org.honbu.web.internal;

import java.util.Set;
import java.util.TreeSet;

/**
 * Regions of an incident's page that are the same for all who only look, in one language: drawn
 * once and handed out. Whoever acts has theirs drawn.
 */
final class SharedRegions {
  private static final String HEAD = "head";
  private static final Set<String> ALWAYS = Set.of("timeline", "calls", "known");

  private SharedRegions() {}

  /** Those of a page as it was seen. Without a room its head carries the reader's own buttons. */
  static Set<String> of(Glance seen) {
    if (!seen.isIncident()) {
      return Set.of();
    }
    Set<String> shared = new TreeSet<>(ALWAYS);
    if (seen.room()) {
      shared.add(HEAD);
    }
    return shared;
  }
}
