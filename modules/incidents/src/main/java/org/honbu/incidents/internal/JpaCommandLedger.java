package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Standing;
import org.honbu.incidents.Undoable;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.people.CommandHistory;

/** The ledger in the database: one query for each figure. */
@ApplicationScoped
class JpaCommandLedger implements CommandLedger {
  private static final Duration TWELVE_MONTHS = Duration.ofDays(365);
  private static final Duration THIRTY_DAYS = Duration.ofDays(30);

  /**
   * What turned out to be nothing, or to be part of another, is nobody's command (ME-1). Once it is
   * closed, a false alarm is known by never having been resolved. These and drills are few beside a
   * year of commands: to ask which they are is cheaper than to ask each command's incident.
   */
  private static final String COUNTED =
      "not exists (select i from Incident i where i.id = v.incident and (i.kind = :drill"
          + " or i.state in :nothing or i.resolvedAt is null and i.state in :over))";

  /** Not the seconds in a room that was opened by a slip of the thumb (ADR-0007). */
  private static final String MEANT =
      "not exists (select o from OfferedUndo o where o.incident = v.incident"
          + " and o.act = :escalation and o.ending = :takenBack and o.seatEpoch = v.epoch)";

  /** Drills are few, so asking which they are is cheaper than asking of each what it is. */
  private static final String REAL =
      "not exists (select i from Incident i where i.id = v.incident and i.kind = :drill)";

  private static final Set<IncidentState> NOTHING =
      EnumSet.of(IncidentState.FALSE_ALARM, IncidentState.MERGED);

  private static final Set<IncidentState> OVER =
      EnumSet.complementOf(EnumSet.copyOf(JpaIncidentStore.OPEN));

  @PersistenceContext(unitName = "incidents")
  private EntityManager database;

  /** For the server, which hands in the entity manager. */
  JpaCommandLedger() {}

  JpaCommandLedger(EntityManager database) {
    this.database = database;
  }

  @Override
  public Map<PersonId, CommandHistory> histories(Instant now) {
    Map<PersonId, Integer> commands = commandsSince(now.minus(TWELVE_MONTHS));
    Map<PersonId, Duration> commanded = commandedBetween(now.minus(THIRTY_DAYS), now);
    Map<PersonId, Instant> last = lastCommandsSince(now.minus(TWELVE_MONTHS));
    Set<PersonId> everybody = new TreeSet<>(commands.keySet());
    everybody.addAll(commanded.keySet());
    everybody.addAll(last.keySet());
    return everybody.stream()
        .collect(
            Collectors.toUnmodifiableMap(
                person -> person,
                person ->
                    new CommandHistory(
                        commands.getOrDefault(person, 0),
                        commanded.getOrDefault(person, Duration.ZERO),
                        Optional.ofNullable(last.get(person)))));
  }

  /** How many real incidents each has held command of; one counts once, however often it passed. */
  private Map<PersonId, Integer> commandsSince(Instant from) {
    Map<PersonId, Integer> commands = new HashMap<>();
    database
        .createQuery(
            "select v.holder, count(distinct v.incident) from Interval v"
                + " where v.standing = :held and v.beganAt >= :from and "
                + COUNTED
                + " group by v.holder",
            Object[].class)
        .setParameter("drill", Kind.DRILL)
        .setParameter("nothing", NOTHING)
        .setParameter("over", OVER)
        .setParameter("held", Standing.HELD)
        .setParameter("from", from)
        .getResultStream()
        .forEach(row -> commands.put((PersonId) row[0], ((Long) row[1]).intValue()));
    return commands;
  }

  /** How long each commanded real incidents, acting included, overlaps once (ME-20). */
  private Map<PersonId, Duration> commandedBetween(Instant from, Instant to) {
    Map<PersonId, TimeSpent> spent = new HashMap<>();
    Stream.concat(ended(from, to), goesOn(to))
        .sorted(Comparator.comparing(Spell::began))
        .forEach(
            spell ->
                spent
                    .computeIfAbsent(spell.holder(), person -> new TimeSpent(from, to))
                    .add(spell));
    return spent.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().total()));
  }

  private Stream<Spell> ended(Instant from, Instant to) {
    return database
        .createQuery(
            "select v.holder, v.beganAt, v.endedAt from Interval v"
                + " where v.beganAt < :to and v.endedAt > :from and "
                + REAL
                + " and "
                + MEANT,
            Object[].class)
        .setParameter("drill", Kind.DRILL)
        .setParameter("escalation", Undoable.ESCALATION)
        .setParameter("takenBack", OfferedUndo.Ending.TAKEN_BACK)
        .setParameter("from", from)
        .setParameter("to", to)
        .getResultStream()
        .map(row -> new Spell((PersonId) row[0], (Instant) row[1], (Instant) row[2]));
  }

  /** Whatever somebody commands now is one spell, from where the first of it began. */
  private Stream<Spell> goesOn(Instant to) {
    return database
        .createQuery(
            "select v.holder, min(v.beganAt) from Interval v"
                + " where v.beganAt < :to and v.endedAt is null and "
                + REAL
                + " group by v.holder",
            Object[].class)
        .setParameter("drill", Kind.DRILL)
        .setParameter("to", to)
        .getResultStream()
        .map(row -> new Spell((PersonId) row[0], (Instant) row[1], to));
  }

  /** When each last began to hold command, real or drill; nobody asks how long before that. */
  private Map<PersonId, Instant> lastCommandsSince(Instant from) {
    Map<PersonId, Instant> last = new HashMap<>();
    database
        .createQuery(
            "select v.holder, max(v.beganAt) from Interval v where v.standing = :held"
                + " and v.beganAt >= :from group by v.holder",
            Object[].class)
        .setParameter("held", Standing.HELD)
        .setParameter("from", from)
        .getResultStream()
        .forEach(row -> last.put((PersonId) row[0], (Instant) row[1]));
    return last;
  }

  @Override
  public Set<PersonId> commandMajorElsewhere(IncidentId incident) {
    return Set.copyOf(
        database
            .createQuery(
                "select distinct s.holder from Seat s, Incident i where s.incident = i.id"
                    + " and i.id <> :this and i.severity in :major and i.state in :open",
                PersonId.class)
            .setParameter("this", incident.value())
            .setParameter("major", EnumSet.of(Severity.SEV1, Severity.SEV2))
            .setParameter("open", JpaIncidentStore.OPEN)
            .getResultList());
  }

  @Override
  public Set<PersonId> declined(IncidentId incident) {
    return database
        .createQuery("select h from Handover h where h.incident = :this", Handover.class)
        .setParameter("this", incident.value())
        .getResultStream()
        .flatMap(handover -> handover.declined().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Somebody's time in command. */
  private record Spell(PersonId holder, Instant began, Instant ended) {}

  /** Time that is covered, counted once; told of in the order in which it began. */
  private static final class TimeSpent {
    private final Instant end;
    private Instant counted;
    private Duration total = Duration.ZERO;

    TimeSpent(Instant from, Instant end) {
      this.counted = from;
      this.end = end;
    }

    void add(Spell spell) {
      Instant from = spell.began().isAfter(counted) ? spell.began() : counted;
      Instant to = spell.ended().isAfter(end) ? end : spell.ended();
      if (to.isAfter(from)) {
        total = total.plus(Duration.between(from, to));
        counted = to;
      }
    }

    Duration total() {
      return total;
    }
  }
}
