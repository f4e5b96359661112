package org.honbu.statuspage.internal;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.honbu.kernel.Words;

/**
 * Everything the public may know at one moment, and nothing else: whoever draws a page, a feed or a
 * file gets this and no way to ask for more.
 *
 * @param site whose page it is
 * @param address where Honbu serves it
 * @param zone whose clock it shows
 * @param components in the page's order
 * @param incidents newest first
 */
record PublicBoard(
    Words site,
    URI address,
    ZoneId zone,
    Instant madeAt,
    List<PublicComponent> components,
    List<PublicIncident> incidents) {

  PublicBoard {
    components = List.copyOf(components);
    incidents = List.copyOf(incidents);
  }

  List<PublicIncident> open() {
    return incidents.stream().filter(PublicIncident::isOpen).toList();
  }

  boolean works(PublicComponent component) {
    return of(component).noneMatch(PublicIncident::isUnusable);
  }

  Stream<PublicIncident> of(PublicComponent component) {
    return incidents.stream()
        .filter(incident -> incident.on().filter(component::equals).isPresent());
  }

  /** When anything changed last; the epoch where nothing ever did. */
  Instant changedAt() {
    return Stream.concat(
            components.stream().map(PublicComponent::changedAt),
            incidents.stream().map(PublicIncident::changedAt))
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  Condition condition() {
    if (incidents.stream().anyMatch(PublicIncident::isUnusable)) {
      return Condition.DEGRADED;
    }
    return open().isEmpty() ? Condition.WORKING : Condition.RECOVERING;
  }

  /** How all of it stands. */
  enum Condition {
    WORKING("すべて正常に動いています", "All services are working"),
    RECOVERING("復旧を確認しています", "Watching the recovery"),
    DEGRADED("一部がご利用しづらい状況です", "Some services are not working as they should");

    private final String ja;
    private final String en;

    Condition(String ja, String en) {
      this.ja = ja;
      this.en = en;
    }

    Words words() {
      return new Words(ja, en);
    }
  }
}
