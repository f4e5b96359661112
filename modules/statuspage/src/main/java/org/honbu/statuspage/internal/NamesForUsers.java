package org.honbu.statuspage.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Problem;
import org.honbu.outbox.Outbox;
import org.honbu.people.Component;
import org.honbu.people.People;
import org.honbu.people.Role;
import org.honbu.statuspage.ShownComponent;
import org.honbu.statuspage.StatusPage;

/** Decides which components users know, and knows where users read of an incident. */
@ApplicationScoped
class NamesForUsers implements StatusPage {
  private static final int LONGEST_NAME = 80;
  private static final int LAST_PLACE = 999;

  private final StatusStore store;
  private final People people;
  private final PublicIds ids;
  private final Outbox outbox;
  private final Clock clock;

  @Inject
  NamesForUsers(StatusStore store, People people, PublicIds ids, Outbox outbox, Clock clock) {
    this.store = store;
    this.people = people;
    this.ids = ids;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  @Transactional
  public List<ShownComponent> shown() {
    return store.shown().stream().map(ShownComponentRow::shown).toList();
  }

  @Override
  @Transactional
  public Outcome show(ShownComponent component, PersonId by) {
    Optional<Outcome> refused = refusal(by).or(() -> refusal(component));
    if (refused.isPresent()) {
      return refused.get();
    }
    showUnasked(component);
    return new Outcome.Done();
  }

  /** Without asking who wants it: for the sample organisation. */
  @Transactional
  void showUnasked(ShownComponent component) {
    Instant now = now();
    store
        .shown(component.component())
        .ifPresentOrElse(
            row -> row.becomes(component, now),
            () -> store.add(new ShownComponentRow(ids.next(), component, now)));
    changed();
  }

  @Override
  @Transactional
  public Outcome hide(String component, PersonId by) {
    Optional<Outcome> refused = refusal(by);
    if (refused.isPresent()) {
      return refused.get();
    }
    Optional<ShownComponentRow> row = store.shown(component);
    if (row.isPresent()) {
      store.remove(row.get());
      changed();
    }
    return new Outcome.Done();
  }

  @Override
  @Transactional
  public Optional<String> pathOf(IncidentId incident) {
    return store.incident(incident).map(row -> "/status/incidents/" + row.publicId());
  }

  private void changed() {
    store.flush();
    outbox.announce(new StatusPageChanged(now()), StatusPageChanged.LINE);
  }

  private Optional<Outcome> refusal(PersonId by) {
    boolean may =
        Stream.of(Role.PROCESS_OWNER, Role.ADMIN).anyMatch(role -> people.hasRole(by, role));
    return may
        ? Optional.empty()
        : Optional.of(new Outcome.Refused(StatusProblems.NOT_YOURS, List.of()));
  }

  private Optional<Outcome> refusal(ShownComponent shown) {
    Optional<Component> known = people.component(shown.component());
    if (known.isEmpty()) {
      return no(StatusProblems.UNKNOWN_COMPONENT, "component", shown.component());
    }
    if (known.get().function() == Component.Function.INTERNAL) {
      return no(StatusProblems.INTERNAL, "component", shown.component());
    }
    return name("nameJa", shown.name().ja())
        .or(() -> name("nameEn", shown.name().en()))
        .or(() -> place(shown.place()));
  }

  private static Optional<Outcome> name(String field, String name) {
    return !name.isBlank() && name.length() <= LONGEST_NAME
        ? Optional.empty()
        : no(
            StatusProblems.UNREADABLE,
            field,
            " 1 〜 " + LONGEST_NAME + " 字で書いてください",
            "1 to " + LONGEST_NAME + " characters");
  }

  private static Optional<Outcome> place(int place) {
    return place >= 0 && place <= LAST_PLACE
        ? Optional.empty()
        : no(
            StatusProblems.UNREADABLE,
            "place",
            " 0 〜 " + LAST_PLACE + " の数で書いてください",
            "to be 0 to " + LAST_PLACE);
  }

  private static Optional<Outcome> no(Problem problem, Object... values) {
    return Optional.of(new Outcome.Refused(problem, List.of(values)));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
