package org.honbu.alerts.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.honbu.incidents.Activities;
import org.honbu.incidents.Activity;
import org.honbu.people.People;

/**
 * Brings what people did to the incidents it concerns, in one transaction. Who did it is looked up
 * in the directory; somebody it does not know goes by the name that was told.
 */
@ApplicationScoped
class ActivityIntake {
  private final AlertStore store;
  private final Activities activities;
  private final People people;
  private final Clock clock;

  @Inject
  ActivityIntake(AlertStore store, Activities activities, People people, Clock clock) {
    this.store = store;
    this.activities = activities;
    this.people = people;
    this.clock = clock;
  }

  /** Takes one; the same idempotency key again is answered as the first time. */
  @Transactional
  UUID take(
      String integration, Optional<String> idempotencyKey, ActivityReader.Told told, byte[] body) {
    Optional<DeliveryRow> before = idempotencyKey.flatMap(key -> store.delivery(integration, key));
    if (before.isPresent()) {
      return before.get().id();
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    UUID activity =
        activities.heard(
            new Activity(
                integration,
                told.who(),
                people.meant(told.who()),
                told.work(),
                told.component(),
                told.at().map(at -> FlatTelling.believed(at, now)).orElse(now),
                told.link()));
    if (idempotencyKey.isPresent()) {
      store.add(new DeliveryRow(activity, integration, idempotencyKey, body, now));
    }
    return activity;
  }
}
