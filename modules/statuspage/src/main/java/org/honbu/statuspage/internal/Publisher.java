package org.honbu.statuspage.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.PublicPhase;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.outbox.Outbox;
import org.honbu.outbox.Subject;
import org.honbu.statuspage.internal.Inside.Situation;
import org.honbu.statuspage.internal.Inside.Told;

/**
 * Puts on the page what was published. Doing it again changes nothing; what was missed is caught up
 * with the next message. Joins the caller's transaction.
 *
 * <p>A drill ends here: neither page nor feed, mail nor copy ever hears of it.
 */
@ApplicationScoped
class Publisher {
  private static final UUID NOBODY_YET = new UUID(0, 0);

  private final StatusStore store;
  private final Inside inside;
  private final Outbox outbox;
  private final PublicIds ids;
  private final Clock clock;

  @Inject
  Publisher(StatusStore store, Inside inside, Outbox outbox, PublicIds ids, Clock clock) {
    this.store = store;
    this.inside = inside;
    this.outbox = outbox;
    this.ids = ids;
    this.clock = clock;
  }

  /** Shows everything that was published of this incident and is not shown yet. */
  void catchUp(IncidentId incident) {
    Optional<Situation> real =
        inside.find(incident).filter(situation -> situation.kind() == Kind.REAL);
    if (real.isEmpty()) {
      return;
    }
    List<Told> missing =
        inside.published(incident).stream()
            .filter(told -> store.update(told.id()).isEmpty())
            .toList();
    if (missing.isEmpty()) {
      return;
    }
    missing.forEach(told -> put(incident, real.get(), told));
    store.flush();
    outbox.announce(new StatusPageChanged(now()), StatusPageChanged.LINE);
  }

  /**
   * Its news goes on with the incident it became part of; that may be heard of before the last
   * message is.
   */
  void merged(IncidentId incident) {
    catchUp(incident);
    Optional<PublicIncidentRow> shown =
        store.incident(incident).filter(PublicIncidentRow::canMerge);
    if (shown.isPresent()) {
      shown.get().merges(now());
      store.flush();
      outbox.announce(new StatusPageChanged(now()), StatusPageChanged.LINE);
    }
  }

  private void put(IncidentId incident, Situation situation, Told told) {
    Optional<PublicIncidentRow> known = store.incident(incident);
    PublicIncidentRow row = known.orElseGet(() -> begin(incident, situation, told.at()));
    PublicPhase phase = Phases.after(known.map(PublicIncidentRow::phase), told.said(), situation);
    var update = new PublicUpdateRow(ids.next(), incident, told, phase);
    store.add(update);
    row.told(update, situation.component());
    if (situation.state() == IncidentState.MERGED && row.canMerge()) {
      row.merges(now());
    }
    outbox.announce(new UsersWereTold(told.id(), NOBODY_YET), Subject.of(incident));
  }

  private PublicIncidentRow begin(IncidentId incident, Situation situation, Instant publishedAt) {
    var row =
        new PublicIncidentRow(
            incident, situation.kind(), ids.next(), situation.since(), publishedAt);
    store.add(row);
    return row;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
