package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
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
import org.honbu.incidents.OpenCount;
import org.honbu.incidents.Room;
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

  /** An incident with its seat and the handover that runs; none has two of either. */
  private static final String COMMANDED =
      "select i, s, h from Incident i left join Seat s on s.incident = i.id"
          + " left join Handover h on h.running = i.id where i.id = ?1";

  /** The signals of an incident and of those merged into it. */
  private static final String BENEATH =
      " from ReceivedSignal s, Incident i where s.incident = i.id and (i.id = ?1 or i.parent = ?1)";

  private static final String WORST = ROWS + " where i.state = ?1";

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
    return database
        .createQuery(COMMANDED, Object[].class)
        .setParameter(1, incident.value())
        .getResultStream()
        .findFirst()
        .map(row -> view((Incident) row[0], (Seat) row[1], (Handover) row[2]));
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

  /** First when, which an index alone can say of any number, and then what. */
  @Override
  public Map<String, IncidentId> openOn(Set<String> components) {
    Map<String, Instant> oldest = new HashMap<>();
    if (!components.isEmpty()) {
      ofOpenOn("select i.component, min(i.declaredAt)", components, " group by i.component")
          .getResultStream()
          .forEach(row -> oldest.put((String) row[0], (Instant) row[1]));
    }
    Map<String, IncidentId> open = new HashMap<>();
    if (!oldest.isEmpty()) {
      ofOpenOn("select i.component, i.declaredAt, i.id", components, " and i.declaredAt in :times")
          .setParameter("times", oldest.values())
          .getResultStream()
          .filter(row -> row[1].equals(oldest.get(row[0])))
          .forEach(row -> open.putIfAbsent((String) row[0], new IncidentId((String) row[2])));
    }
    return open;
  }

  private TypedQuery<Object[]> ofOpenOn(String select, Set<String> components, String more) {
    return database
        .createQuery(
            select
                + " from Incident i where i.component in :components and i.kind = :real"
                + " and i.state in :open"
                + more,
            Object[].class)
        .setParameter("components", components)
        .setParameter("real", Kind.REAL)
        .setParameter("open", OPEN);
  }

  private IncidentView view(Incident record, @Nullable Seat seat, @Nullable Handover running) {
    List<Service> services = store.services(record.id());
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
        Optional.ofNullable(seat).map(Seat::view),
        services.stream()
            .filter(service -> service.isOpen() && service.kind() == DutyKind.ANNOUNCER)
            .map(Service::person)
            .findFirst(),
        Optional.ofNullable(running).filter(now -> !now.isForced()).flatMap(Handover::asked),
        record.parent(),
        counted(record.id()),
        record.times(),
        duties,
        record.isPrivate());
  }

  @Override
  public List<BoardRow> open() {
    return open(0, OPEN_LINES);
  }

  @Override
  public List<BoardRow> open(int after, int most) {
    return worst(WORST, after + most).skip(after).toList();
  }

  @Override
  public List<BoardRow> openBeside(IncidentId incident, Kind kind, int most) {
    return worst(WORST + " and i.kind = ?2 and i.id <> ?3", most, kind, incident.value()).toList();
  }

  /** Each state by itself, in the order of its index: however many there are, none is sorted. */
  private Stream<BoardRow> worst(String query, int lines, Object... more) {
    return OPEN.stream()
        .flatMap(
            state ->
                rows(
                    query + " order by i.severity asc nulls first, i.declaredAt asc",
                    lines,
                    Stream.concat(Stream.of(state), Stream.of(more)).toArray())
                    .stream())
        .sorted(WORST_FIRST)
        .limit(lines);
  }

  @Override
  public OpenCount countOpen() {
    long real = 0;
    long rooms = 0;
    long drills = 0;
    for (Object[] row : counted()) {
      long number = (Long) row[2];
      boolean drill = row[0] == Kind.DRILL;
      drills += drill ? number : 0;
      real += drill ? 0 : number;
      rooms += !drill && row[1] == Room.OPEN ? number : 0;
    }
    return new OpenCount(real, rooms, ledByActing(), drills);
  }

  /** Of all columns an index has, so that the table is not read. */
  private List<Object[]> counted() {
    return database
        .createQuery(
            "select i.kind, i.room, count(*) from Incident i"
                + " where i.kind in :kinds and i.state in :open group by i.kind, i.room",
            Object[].class)
        .setParameter("kinds", EnumSet.allOf(Kind.class))
        .setParameter("open", OPEN)
        .getResultList();
  }

  private long ledByActing() {
    return database
        .createQuery(
            "select count(*) from Seat s, Incident i where s.incident = i.id"
                + " and s.standing = :acting and i.kind = :real and i.state in :open",
            Long.class)
        .setParameter("acting", Standing.ACTING)
        .setParameter("real", Kind.REAL)
        .setParameter("open", OPEN)
        .getSingleResult();
  }

  @Override
  public List<BoardRow> board() {
    var all = new ArrayList<>(open(0, BOARD_LINES));
    int left = BOARD_LINES - all.size();
    if (left > 0) {
      all.addAll(over(left));
    }
    return all;
  }

  /** A false alarm was never resolved, and PostgreSQL would put it before the newest. */
  @Override
  public List<BoardRow> over(int most) {
    return rows(
        ROWS + " where i.state in ?1 and i.resolvedAt is not null" + " order by i.resolvedAt desc",
        most,
        OVER);
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
  public List<TimelineEntry> newest(IncidentId incident, int most) {
    List<TimelineEntry> newest =
        new ArrayList<>(
            database
                .createQuery(
                    "select t from TimelineLine t, Incident i where t.incident = i.id"
                        + " and (i.id = ?1 or i.parent = ?1)"
                        + " order by t.happenedAt desc, t.incident desc, t.place desc",
                    TimelineLine.class)
                .setParameter(1, incident.value())
                .setMaxResults(most)
                .getResultStream()
                .map(TimelineLine::entry)
                .toList());
    Collections.reverse(newest);
    return newest;
  }

  @Override
  public List<AttachedSignal> signals(IncidentId incident) {
    return store.signals(incident).stream().map(ReceivedSignal::view).toList();
  }

  /** Of several reports of one customer the one that speaks for most counts. */
  @Override
  public int customersSince(IncidentId incident, Instant since) {
    return database
        .createQuery(
            "select max(s.customers)"
                + BENEATH
                + " and s.customer is not null and s.lastAt >= ?2 group by s.customer",
            Integer.class)
        .setParameter(1, incident.value())
        .setParameter(2, since)
        .getResultStream()
        .mapToInt(Integer::intValue)
        .sum();
  }

  /** Counted by the database: a storm leaves thousands, and every step of a process asks. */
  private IncidentView.Signals counted(IncidentId incident) {
    int different = 0;
    int received = 0;
    int crying = 0;
    int customers = 0;
    for (Object[] row :
        database
            .createQuery(
                "select count(s), sum(s.received), sum(case when s.clearedAt is null"
                    + " and s.source = org.honbu.incidents.Source.SYSTEM then 1 else 0 end),"
                    + " max(case when s.customer is null then 0 else s.customers end)"
                    + BENEATH
                    + " group by s.customer",
                Object[].class)
            .setParameter(1, incident.value())
            .getResultList()) {
      different += ((Number) row[0]).intValue();
      received += ((Number) row[1]).intValue();
      crying += ((Number) row[2]).intValue();
      customers += ((Number) row[3]).intValue();
    }
    return new IncidentView.Signals(different, received, crying, customers);
  }
}
