package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.honbu.incidents.AttachedSignal;
import org.honbu.incidents.BoardRow;
import org.honbu.incidents.Duty;
import org.honbu.incidents.DutyKind;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Standing;
import org.honbu.incidents.TimelineEntry;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** Reads with a fixed number of queries, however many incidents there are. */
@ApplicationScoped
@Transactional
class JpaIncidentBoard implements IncidentBoard {
  private static final int OPEN_LINES = 500;
  private static final int BOARD_LINES = 200;

  /** One row for each incident, with who commands and who announces. */
  private static final String ROWS =
      "select i, s, d from Incident i left join Seat s on s.incident = i.id"
          + " left join Service d on d.incident = i.id"
          + " and d.kind = org.honbu.incidents.DutyKind.ANNOUNCER and d.endedAt is null";

  private static final Comparator<BoardRow> WORST_FIRST =
      Comparator.comparing((BoardRow row) -> row.severity().map(Severity::level).orElse(0))
          .thenComparing(BoardRow::declaredAt);

  private static final Set<IncidentState> OVER =
      Set.of(IncidentState.RESOLVED, IncidentState.POSTMORTEM, IncidentState.CLOSED);

  private static final List<IncidentState> UNFINISHED =
      Arrays.stream(IncidentState.values()).filter(state -> !state.isFinal()).toList();

  private static final List<IncidentState> OPEN =
      Arrays.stream(IncidentState.values()).filter(IncidentState::isOpen).toList();

  @PersistenceContext(unitName = "incidents")
  private EntityManager database;

  private final IncidentStore store;

  @Inject
  JpaIncidentBoard(IncidentStore store) {
    this.store = store;
  }

  JpaIncidentBoard(IncidentStore store, EntityManager database) {
    this(store);
    this.database = database;
  }

  @Override
  public Optional<IncidentView> find(IncidentId incident) {
    return store.find(incident).map(this::view);
  }

  @Override
  public IncidentView view(IncidentId incident) {
    return find(incident).orElseThrow(() -> Book.unknown(incident));
  }

  @Override
  public List<IncidentId> unfinished() {
    return database
        .createQuery(
            "select i.id from Incident i where i.state in :unfinished order by i.declaredAt",
            String.class)
        .setParameter("unfinished", UNFINISHED)
        .getResultStream()
        .map(IncidentId::new)
        .toList();
  }

  @Override
  public Optional<IncidentId> openOn(String component) {
    return database
        .createQuery(
            "select i from Incident i where i.component = :component and i.kind = :real"
                + " and i.state in :open order by i.declaredAt",
            Incident.class)
        .setParameter("component", component)
        .setParameter("real", Kind.REAL)
        .setParameter("open", OPEN)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(Incident::id);
  }

  private IncidentView view(Incident record) {
    List<Service> services = store.services(record.id());
    List<ReceivedSignal> signals = store.signals(record.id());
    List<Duty> duties =
        Stream.concat(
                services.stream().map(Service::duty),
                store.intervals(record.id()).stream().map(Interval::duty))
            .toList();
    return new IncidentView(
        record.id(),
        record.what(),
        record.kind(),
        record.state(),
        record.severity(),
        record.source(),
        record.component(),
        record.team(),
        record.reporter(),
        record.link(),
        record.impact(),
        record.visibility(),
        record.publicPhase(),
        record.room(),
        record.largeReasons(),
        record.breakGlass(),
        record.answeredBy(),
        record.triaged(),
        store.seat(record.id()).map(Seat::view),
        services.stream()
            .filter(service -> service.isOpen() && service.kind() == DutyKind.ANNOUNCER)
            .map(Service::person)
            .findFirst(),
        store.running(record.id()).filter(running -> !running.isForced()).flatMap(Handover::asked),
        record.parent(),
        new IncidentView.Signals(
            signals.size(),
            signals.stream().mapToInt(ReceivedSignal::received).sum(),
            (int) signals.stream().filter(ReceivedSignal::isCrying).count(),
            customers(signals.stream())),
        record.times(),
        duties,
        record.isPrivate());
  }

  @Override
  public List<BoardRow> open() {
    return worst(OPEN_LINES);
  }

  /** Each state by itself, in the order of its index: however many there are, none is sorted. */
  private List<BoardRow> worst(int lines) {
    return OPEN.stream()
        .flatMap(
            state ->
                rows(
                    ROWS
                        + " where i.state = ?1"
                        + " order by i.severity asc nulls first, i.declaredAt asc",
                    lines,
                    state)
                    .stream())
        .sorted(WORST_FIRST)
        .limit(lines)
        .toList();
  }

  @Override
  public List<BoardRow> board() {
    var all = new ArrayList<>(worst(BOARD_LINES));
    int left = BOARD_LINES - all.size();
    if (left > 0) {
      // A false alarm was never resolved, and PostgreSQL would put it before the newest.
      all.addAll(
          rows(
              ROWS
                  + " where i.state in ?1 and i.resolvedAt is not null"
                  + " order by i.resolvedAt desc",
              left,
              OVER));
    }
    return all;
  }

  @Override
  public List<BoardRow> resolvedSince(Instant since, int most) {
    return rows(
        ROWS
            + " where i.state in ?1 and i.kind = ?2 and i.resolvedAt >= ?3"
            + " order by i.resolvedAt desc",
        most,
        OVER,
        Kind.REAL,
        since);
  }

  @Override
  public List<BoardRow> mine(PersonId person) {
    return rows(
        ROWS
            + " where i.state in ?1 and (s.holder = ?2 or exists"
            + " (select 1 from Service m where m.incident = i.id and m.person = ?2"
            + " and m.endedAt is null))"
            + " order by i.severity asc nulls first, i.declaredAt asc",
        BOARD_LINES,
        JpaIncidentStore.OPEN,
        person);
  }

  private List<BoardRow> rows(String query, int lines, Object... values) {
    var reading = database.createQuery(query, Object[].class).setMaxResults(lines);
    for (int i = 0; i < values.length; i++) {
      reading.setParameter(i + 1, values[i]);
    }
    return reading
        .getResultStream()
        .map(row -> row((Incident) row[0], (Seat) row[1], (Service) row[2]))
        .toList();
  }

  private static BoardRow row(Incident record, @Nullable Seat seat, @Nullable Service announcing) {
    return new BoardRow(
        record.id(),
        record.what(),
        record.kind(),
        record.state(),
        record.severity(),
        record.component(),
        record.team(),
        record.room(),
        record.answeredBy(),
        Optional.ofNullable(seat).map(Seat::holder),
        Optional.ofNullable(seat).map(Seat::standing),
        Optional.ofNullable(announcing).map(Service::person),
        record.times().declaredAt(),
        record.times().resolvedAt());
  }

  @Override
  public boolean hasCommandedAnother(PersonId person, IncidentId than) {
    return !database
        .createQuery(
            "select 1 from Interval c where c.holder = :person and c.standing = :held"
                + " and c.incident <> :than",
            Integer.class)
        .setParameter("person", person)
        .setParameter("held", Standing.HELD)
        .setParameter("than", than.value())
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  @Override
  public List<TimelineEntry> timeline(IncidentId incident) {
    return store.timeline(incident);
  }

  @Override
  public List<AttachedSignal> signals(IncidentId incident) {
    return store.signals(incident).stream().map(ReceivedSignal::view).toList();
  }

  @Override
  public int customersSince(IncidentId incident, Instant since) {
    return customers(
        store.signals(incident).stream().filter(signal -> !signal.lastAt().isBefore(since)));
  }

  private static int customers(Stream<ReceivedSignal> signals) {
    Map<String, Integer> byCustomer = new HashMap<>();
    signals.forEach(
        signal ->
            signal
                .customer()
                .ifPresent(who -> byCustomer.merge(who, signal.customers(), Math::max)));
    return byCustomer.values().stream().mapToInt(Integer::intValue).sum();
  }
}
