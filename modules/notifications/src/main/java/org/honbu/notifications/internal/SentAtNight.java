package org.honbu.notifications.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.people.Hours;
import org.honbu.people.NightCalls;

/** Reads from what was sent who was woken; what was taken back before it left woke nobody. */
@ApplicationScoped
class SentAtNight implements NightCalls {
  private final Database database;
  private final NotificationsSettings settings;

  @Inject
  SentAtNight(Database database, NotificationsSettings settings) {
    this.database = database;
    this.settings = settings;
  }

  private record Call(PersonId person, Instant at) {}

  @Override
  public Set<PersonId> since(Instant from, IncidentId except) {
    return database
        .query(
            "select distinct person_id, written_at from notifications.message"
                + " where written_at >= ? and incident_id <> ? and state = 'SENT'"
                + " and kind = 'REAL' and paged_id is not null and person_id is not null",
            row -> new Call(new PersonId(row.text("person_id")), row.time("written_at")),
            from,
            except.value())
        .stream()
        .filter(call -> Hours.isDeepNight(call.at(), settings.zone()))
        .map(Call::person)
        .collect(Collectors.toUnmodifiableSet());
  }
}
