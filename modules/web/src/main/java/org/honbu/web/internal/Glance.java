package org.honbu.web.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.honbu.incidents.TimelineEntry;
import org.honbu.kernel.PersonId;

/**
 * What a live page shows, as seen at one moment.
 *
 * @param aspects each boiled down to a number that differs when it would look different
 * @param lines the newest of the timeline, where the page has one
 * @param acting whose move it may be: they are told first, and fetch at once
 * @param room whether it is an incident's with an open room
 */
record Glance(
    Map<Aspect, Integer> aspects, List<TimelineEntry> lines, Set<PersonId> acting, boolean room) {
  Glance {
    aspects = Map.copyOf(aspects);
    lines = List.copyOf(lines);
    acting = Set.copyOf(acting);
  }

  /** A page that is told of as a whole, and on which nobody is in a hurry. */
  static Glance of(int all) {
    return new Glance(Map.of(Aspect.REST, all), List.of(), Set.of(), false);
  }

  boolean isIncident() {
    return aspects.size() > 1;
  }

  /** What looks different from then. */
  News since(Glance then) {
    News news = News.NONE;
    for (Aspect aspect : Aspect.values()) {
      if (!Objects.equals(aspects.get(aspect), then.aspects.get(aspect))) {
        news = news.and(aspect.news());
      }
    }
    Set<TimelineEntry> known = new HashSet<>(then.lines);
    for (TimelineEntry line : lines) {
      if (!known.contains(line)) {
        news = news.and(Aspect.ofLine(line.type()));
      }
    }
    return news;
  }
}
