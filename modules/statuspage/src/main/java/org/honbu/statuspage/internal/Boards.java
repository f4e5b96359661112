package org.honbu.statuspage.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.honbu.notifications.SignedLinks;

/** Reads what the public may know; the only way from the tables to a page. */
@ApplicationScoped
class Boards {
  /** More than anybody leafs through; older ones leave the page, not the record. */
  static final int NEWEST = 200;

  private final StatusStore store;
  private final StatusConfig config;
  private final SignedLinks links;
  private final Clock clock;

  @Inject
  Boards(StatusStore store, StatusConfig config, SignedLinks links, Clock clock) {
    this.store = store;
    this.config = config;
    this.links = links;
    this.clock = clock;
  }

  /** Another one whenever a newly read board would say something else. */
  @Transactional
  String fingerprint() {
    return store.fingerprint();
  }

  @Transactional
  PublicBoard read() {
    Map<String, PublicComponent> shown =
        store.shown().stream()
            .collect(Collectors.toMap(ShownComponentRow::component, ShownComponentRow::asPublic));
    List<PublicIncidentRow> rows = store.newest(NEWEST);
    Map<String, List<PublicUpdate>> updates =
        store.updatesOf(rows.stream().map(PublicIncidentRow::incident).toList()).stream()
            .collect(
                Collectors.groupingBy(
                    PublicUpdateRow::incident,
                    Collectors.mapping(PublicUpdateRow::asPublic, Collectors.toList())));
    List<PublicIncident> incidents =
        rows.stream()
            .filter(row -> updates.containsKey(row.incident()))
            .map(
                row ->
                    row.asPublic(
                        row.component().flatMap(id -> Optional.ofNullable(shown.get(id))),
                        updates.getOrDefault(row.incident(), List.of())))
            .toList();
    return new PublicBoard(
        config.name(),
        address(),
        config.zone(),
        clock.instant(),
        store.shown().stream().map(ShownComponentRow::asPublic).toList(),
        incidents);
  }

  /** One incident as the public knows it. */
  @Transactional
  PublicIncident of(PublicIncidentRow row) {
    return row.asPublic(
        row.component().flatMap(store::shown).map(ShownComponentRow::asPublic),
        store.updatesOf(List.of(row.incident())).stream().map(PublicUpdateRow::asPublic).toList());
  }

  URI address() {
    return links.publicly("/status");
  }
}
