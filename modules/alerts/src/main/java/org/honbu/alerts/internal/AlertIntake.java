package org.honbu.alerts.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.honbu.incidents.Declaration;
import org.honbu.incidents.Impact;
import org.honbu.incidents.Incidents;
import org.honbu.incidents.Signal;
import org.honbu.incidents.Source;
import org.honbu.incidents.Visibility;
import org.honbu.kernel.Actor;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.people.Component;
import org.honbu.people.People;
import org.jspecify.annotations.Nullable;

/**
 * Brings what monitoring said to the incident it belongs to, in one transaction.
 *
 * <p>A group's key belongs to one incident as long as that is open, also when it has been merged
 * into another, and for half an hour after its resolution, when a new cry opens it again. The first
 * firing alert takes the key and declares; whoever comes second attaches. Of two that come at once,
 * the key's uniqueness lets one commit; the other fails, is tried again by the caller and finds the
 * key taken. What is already known changes nothing and locks nothing, so that an alert storm waits
 * for nobody.
 *
 * <p>A new cry while people only watch is a recurrence. It takes the incident's lock and fails when
 * the incident has ended meanwhile; the next try then declares a new one.
 *
 * <p>An alert is always real: keys are taken only by incidents declared here, and those are never
 * drills.
 */
@ApplicationScoped
class AlertIntake {
  /** TM02. */
  private static final Duration SAME_INCIDENT = Duration.ofMinutes(30);

  private final AlertStore store;
  private final UrgencyRule urgency;
  private final Incidents incidents;
  private final People people;
  private final FirstTeam firstTeam;
  private final Ids ids;
  private final Clock clock;

  @Inject
  AlertIntake(
      AlertStore store,
      UrgencyRule urgency,
      Incidents incidents,
      People people,
      FirstTeam firstTeam,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.urgency = urgency;
    this.incidents = incidents;
    this.people = people;
    this.firstTeam = firstTeam;
    this.ids = ids;
    this.clock = clock;
  }

  /** Takes one delivery; the same idempotency key again is answered as the first time. */
  @Transactional
  Accepted take(Delivery delivery) {
    Optional<DeliveryRow> before =
        delivery.idempotencyKey().flatMap(key -> store.delivery(delivery.integration(), key));
    if (before.isPresent()) {
      return new Accepted(before.get().incident(), List.of());
    }
    Instant now = clock.instant();
    String key = CorrelationRow.openKey(delivery.integration(), delivery.notice().groupKey());
    Optional<CorrelationRow> known = store.open(key);
    Optional<Notice.Alert> cry =
        delivery.notice().alerts().stream().filter(Notice.Alert::firing).findFirst();
    Optional<IncidentId> open =
        known.flatMap(
            row ->
                incidents
                    .survivor(row.incident())
                    .or(() -> cry.flatMap(alert -> again(row, alert, delivery, now))));
    if (known.isPresent() && open.isPresent()) {
      return more(known.get(), open.get(), delivery, now);
    }
    if (cry.isEmpty()) {
      known.ifPresent(row -> quiet(row, delivery, now));
      return keep(delivery, Optional.empty(), now);
    }
    known.ifPresent(this::letGo);
    return first(delivery, now);
  }

  /** What cries again soon after its resolution is the same incident (TM02). */
  private Optional<IncidentId> again(
      CorrelationRow correlation, Notice.Alert alert, Delivery delivery, Instant now) {
    return incidents.reopenIfResolvedSince(
        correlation.incident(),
        now.minus(SAME_INCIDENT),
        title(delivery.notice(), alert),
        new Actor.Integration(delivery.integration()));
  }

  /** Alerts end after their incident did; its key stays, for they may soon cry again. */
  private void quiet(CorrelationRow correlation, Delivery delivery, Instant now) {
    store.lock(correlation);
    Notice notice = delivery.notice();
    Map<String, SignalRow> known = signals(correlation, notice.alerts());
    for (Notice.Alert alert : notice.alerts()) {
      Optional.ofNullable(known.get(alert.fingerprint()))
          .ifPresent(signal -> follow(alert, signal, correlation.incident(), notice, now));
    }
  }

  private void letGo(CorrelationRow over) {
    store.lock(over);
    over.letGo();
    store.flush();
  }

  private Accepted first(Delivery delivery, Instant now) {
    Notice notice = delivery.notice();
    CorrelationRow correlation =
        new CorrelationRow(ids.next(), delivery.integration(), notice.groupKey(), now);
    store.add(correlation);
    IncidentId incident = incidents.declare(declaration(delivery, now));
    correlation.belongsTo(incident);
    for (Notice.Alert alert : notice.alerts()) {
      begin(alert, correlation, incident, notice, now);
    }
    return keep(delivery, Optional.of(incident), now);
  }

  private Accepted more(
      CorrelationRow correlation, IncidentId incident, Delivery delivery, Instant now) {
    List<Notice.Alert> alerts = delivery.notice().alerts();
    Map<String, SignalRow> known = signals(correlation, alerts);
    if (alerts.stream().allMatch(alert -> saysNothingNew(alert, known.get(alert.fingerprint())))) {
      Accepted repeats = new Accepted(Optional.of(incident), repeats(alerts, known));
      delivery.idempotencyKey().ifPresent(named -> keep(delivery, Optional.of(incident), now));
      return repeats;
    }
    store.lock(correlation);
    if (!correlation.holds(
        CorrelationRow.openKey(delivery.integration(), delivery.notice().groupKey()))) {
      throw new LostRace();
    }
    List<SignalRow.Key> repeats = change(correlation, incident, delivery, now);
    keep(delivery, Optional.of(incident), now);
    return new Accepted(Optional.of(incident), repeats);
  }

  private List<SignalRow.Key> change(
      CorrelationRow correlation, IncidentId incident, Delivery delivery, Instant now) {
    Notice notice = delivery.notice();
    Map<String, SignalRow> known = signals(correlation, notice.alerts());
    known.values().forEach(store::refresh);
    List<SignalRow.Key> repeats = new ArrayList<>();
    Optional<Notice.Alert> cry = Optional.empty();
    for (Notice.Alert alert : notice.alerts()) {
      SignalRow signal = known.get(alert.fingerprint());
      boolean cries = alert.firing() && (signal == null || !signal.fires());
      if (signal == null) {
        begin(alert, correlation, incident, notice, now);
      } else {
        repeats.add(signal.key());
        follow(alert, signal, incident, notice, now);
      }
      cry = cries ? Optional.of(alert) : cry;
    }
    cry.ifPresent(
        alert ->
            incidents.recurred(
                incident, title(notice, alert), new Actor.Integration(delivery.integration())));
    return repeats;
  }

  private void begin(
      Notice.Alert alert,
      CorrelationRow correlation,
      IncidentId incident,
      Notice notice,
      Instant now) {
    UrgencyRule.Verdict verdict = urgency.of(alert);
    store.add(new SignalRow(correlation.id(), alert, title(notice, alert), verdict.urgency(), now));
    if (alert.firing()) {
      incidents.attachSignal(
          incident, signal(alert, notice, now), impact(component(notice, List.of(alert)), verdict));
    }
  }

  private void follow(
      Notice.Alert alert, SignalRow signal, IncidentId incident, Notice notice, Instant now) {
    if (alert.firing() && !signal.fires()) {
      signal.fireAgain();
      incidents.attachSignal(
          incident,
          signal(alert, notice, now),
          impact(component(notice, List.of(alert)), urgency.of(alert)));
    } else if (!alert.firing() && signal.fires()) {
      signal.clear(now);
      incidents.clearSignal(incident, alert.fingerprint(), now);
    }
  }

  private static boolean saysNothingNew(Notice.Alert alert, @Nullable SignalRow known) {
    return known != null && known.fires() == alert.firing();
  }

  private static List<SignalRow.Key> repeats(
      List<Notice.Alert> alerts, Map<String, SignalRow> known) {
    return alerts.stream()
        .flatMap(alert -> Optional.ofNullable(known.get(alert.fingerprint())).stream())
        .map(SignalRow::key)
        .toList();
  }

  private Map<String, SignalRow> signals(CorrelationRow correlation, List<Notice.Alert> alerts) {
    Map<String, SignalRow> known = new LinkedHashMap<>();
    store
        .signals(correlation.id(), alerts.stream().map(Notice.Alert::fingerprint).toList())
        .forEach(signal -> known.put(signal.key().fingerprint(), signal));
    return known;
  }

  private Accepted keep(Delivery delivery, Optional<IncidentId> incident, Instant now) {
    store.add(new DeliveryRow(ids.next(), delivery, incident, now));
    return new Accepted(incident, List.of());
  }

  private Declaration declaration(Delivery delivery, Instant now) {
    Notice notice = delivery.notice();
    List<Notice.Alert> firing = notice.alerts().stream().filter(Notice.Alert::firing).toList();
    UrgencyRule.Verdict verdict = urgency.worst(firing.stream());
    Optional<Component> component = component(notice, firing);
    Optional<String> name =
        component.map(Component::id).or(() -> named(notice, firing).findFirst());
    return new Declaration(
        title(notice, firing.get(0)),
        Kind.REAL,
        Source.SYSTEM,
        new Actor.Integration(delivery.integration()),
        name,
        Optional.of(firstTeam.of(name, componentsAffected(firing), now)),
        impact(component, verdict),
        Visibility.UNKNOWN,
        firing.stream().flatMap(alert -> alert.startsAt().stream()).min(Instant::compareTo),
        now,
        firing.stream().flatMap(alert -> alert.link().stream()).findFirst());
  }

  private static Impact impact(Optional<Component> component, UrgencyRule.Verdict verdict) {
    return new Impact(
        Impact.Users.UNKNOWN,
        component
            .map(known -> Impact.Function.valueOf(known.function().name()))
            .orElse(Impact.Function.UNKNOWN),
        verdict.condition(),
        Impact.Revenue.UNKNOWN,
        Impact.DataSecurity.UNKNOWN,
        Impact.Workaround.UNKNOWN,
        verdict.urgency());
  }

  private Optional<Component> component(Notice notice, List<Notice.Alert> firing) {
    return named(notice, firing).flatMap(id -> people.component(id).stream()).findFirst();
  }

  private static int componentsAffected(List<Notice.Alert> firing) {
    return (int)
        firing.stream()
            .flatMap(alert -> Optional.ofNullable(alert.labels().get("component")).stream())
            .distinct()
            .count();
  }

  /** What the labels call the thing, the most telling first. */
  private static Stream<String> named(Notice notice, List<Notice.Alert> firing) {
    return Stream.of("component", "service", "app", "job")
        .flatMap(
            label ->
                Stream.concat(Stream.of(notice.labels()), firing.stream().map(Notice.Alert::labels))
                    .flatMap(labels -> Optional.ofNullable(labels.get(label)).stream()))
        .map(id -> Text.clean(id, 80))
        .filter(id -> !id.isEmpty())
        .distinct();
  }

  private static Signal signal(Notice.Alert alert, Notice notice, Instant now) {
    return new Signal(
        Source.SYSTEM, alert.fingerprint(), title(notice, alert), now, Optional.empty());
  }

  private static String title(Notice notice, Notice.Alert alert) {
    return Stream.of(
            alert.annotations().get("summary"),
            notice.annotations().get("summary"),
            alert.labels().get("alertname"),
            notice.labels().get("alertname"),
            notice.groupKey())
        .flatMap(text -> Optional.ofNullable(text).stream())
        .map(text -> Text.clean(text, 140))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("alert");
  }
}
