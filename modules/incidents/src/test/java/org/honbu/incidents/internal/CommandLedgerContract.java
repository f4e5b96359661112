package org.honbu.incidents.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.honbu.incidents.Declaration;
import org.honbu.incidents.HandoverReason;
import org.honbu.incidents.HandoverWish;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.LargeReason;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Source;
import org.honbu.incidents.Standing;
import org.honbu.incidents.Undoable;
import org.honbu.incidents.Visibility;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.people.CommandHistory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Who commanded what, on every database that operators may choose. Each test has people of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CommandLedgerContract {
  private static final PersonId MISAKI = new PersonId("misaki");
  private static final Actor RULE = Actor.honbu("rule");
  private static final int MANY = 10_000;
  private static final Duration A_PAGE_MAY_WAIT = Duration.ofSeconds(1);

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
  private final Town town = new Town();
  private int number = 1000;
  private RealDatabase database;

  abstract RealDatabase open();

  @BeforeAll
  void start() {
    database = open();
  }

  @AfterAll
  void stop() throws Exception {
    database.close();
  }

  @Test
  void oneIncidentIsOneCommandHoweverOftenItPassed() {
    PersonId aoi = town.newcomer("passed-on");
    IncidentId incident = incident(Kind.REAL, IncidentState.RESOLVED);
    commanded(incident, 1, aoi, Standing.HELD, daysAgo(40), Duration.ofHours(1));
    commanded(incident, 2, MISAKI, Standing.HELD, daysAgo(39), Duration.ofHours(1));
    commanded(incident, 3, aoi, Standing.HELD, daysAgo(38), Duration.ofHours(1));
    commanded(aoi, Kind.REAL, IncidentState.INVESTIGATING, daysAgo(50));

    assertThat(history(aoi).commands()).isEqualTo(2);
    assertThat(history(aoi).last()).contains(daysAgo(38));
  }

  @Test
  void onlyRealCommandsOfTheLastTwelveMonthsAreCounted() {
    PersonId aoi = town.newcomer("a-year");
    commanded(aoi, Kind.REAL, IncidentState.RESOLVED, daysAgo(365));
    commanded(aoi, Kind.REAL, IncidentState.RESOLVED, daysAgo(366));
    commanded(aoi, Kind.DRILL, IncidentState.RESOLVED, daysAgo(5));

    assertThat(history(aoi).commands()).isEqualTo(1);
    assertThat(history(aoi).commanded()).as("a drill is no load").isZero();
    assertThat(history(aoi).last()).as("a drill keeps in practice").contains(daysAgo(5));
  }

  @Test
  void actingIsALoadAndNoCommand() {
    PersonId misaki = town.newcomer("acting");
    IncidentId incident = incident(Kind.REAL, IncidentState.RESOLVED);
    commanded(incident, 1, misaki, Standing.ACTING, daysAgo(3), Duration.ofMinutes(30));

    assertThat(history(misaki))
        .isEqualTo(new CommandHistory(0, Duration.ofMinutes(30), Optional.empty()));
  }

  /** Nobody learns to command in the seconds before a slip of the thumb is taken back. */
  @Test
  void anEscalationThatWasTakenBackIsNobodysCommand() {
    PersonId slips = town.newcomer("slips");
    PersonId meansIt = town.newcomer("means-it");
    IncidentId slip = declared(Severity.SEV3);
    IncidentId grave = declared(Severity.SEV3);
    act(desk -> desk.life.escalating.escalate(slip, slips));
    act(desk -> desk.life.escalating.escalate(grave, meansIt));

    Outcome outcome = act(desk -> desk.life.undo.takeBack(slip, Undoable.ESCALATION, slips));

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    Instant later = Instant.now().plusSeconds(1);
    Map<PersonId, CommandHistory> histories = act(desk -> desk.ledger.histories(later));
    assertThat(histories).containsKey(meansIt).doesNotContainKey(slips);
  }

  @Test
  void whatWasNothingOrPartOfAnotherIsNobodysCommand() {
    PersonId aoi = town.newcomer("nothing");
    commanded(aoi, Kind.REAL, IncidentState.FALSE_ALARM, daysAgo(10));
    commanded(aoi, Kind.REAL, IncidentState.MERGED, daysAgo(11));
    IncidentId closedAlarm = incident(Kind.REAL, IncidentState.FALSE_ALARM);
    act(
        desk -> {
          Incident record = desk.store.find(closedAlarm).orElseThrow();
          record.moveTo(IncidentState.CLOSED, now);
          return record.id();
        });
    commanded(closedAlarm, 1, aoi, Standing.HELD, daysAgo(12), Duration.ofHours(1));

    assertThat(history(aoi).commands()).isZero();
    assertThat(history(aoi).last()).as("it was practice all the same").contains(daysAgo(10));
  }

  @Test
  void hoursAreOfThirtyDaysAndOverlapsCountOnce() {
    PersonId aoi = town.newcomer("hours");
    IncidentId first = incident(Kind.REAL, IncidentState.RESOLVED);
    IncidentId second = incident(Kind.REAL, IncidentState.RESOLVED);
    IncidentId third = incident(Kind.REAL, IncidentState.RESOLVED);
    IncidentId running = incident(Kind.REAL, IncidentState.INVESTIGATING);
    // Half of it lies before the thirty days.
    commanded(
        first, 1, aoi, Standing.HELD, daysAgo(30).minus(Duration.ofHours(1)), Duration.ofHours(2));
    // Two hours, and three that begin one hour later: four together, one more within them.
    commanded(second, 1, aoi, Standing.HELD, daysAgo(9), Duration.ofHours(2));
    commanded(
        third, 1, aoi, Standing.HELD, daysAgo(9).plus(Duration.ofHours(1)), Duration.ofHours(3));
    commanded(
        second, 2, aoi, Standing.HELD, daysAgo(9).plus(Duration.ofHours(2)), Duration.ofHours(1));
    // Not over yet.
    act(
        desk -> {
          desk.store.add(interval(running, 1, aoi, Standing.HELD, now.minusSeconds(900)));
          return running;
        });

    assertThat(history(aoi).commanded())
        .as("1 h + 4 h + 15 min")
        .isEqualTo(Duration.ofMinutes(315));
    assertThat(history(aoi).last()).contains(now.minusSeconds(900));
  }

  @Test
  void whoNeverCommandedIsNotThere() {
    PersonId nobody = town.newcomer("never");

    assertThat(histories()).doesNotContainKey(nobody);
  }

  @Test
  void whoCommandsAnotherOpenMajorIncidentIsKnown() {
    PersonId major = town.newcomer("commands-major");
    PersonId mild = town.newcomer("commands-mild");
    IncidentId grave = room(Severity.SEV2);
    IncidentId small = room(Severity.SEV3);
    IncidentId third = room(Severity.SEV1);
    act(desk -> desk.command.take(grave, major));
    act(desk -> desk.command.take(small, mild));

    Set<PersonId> elsewhere = act(desk -> desk.ledger.commandMajorElsewhere(third));
    Set<PersonId> elsewhereThanGrave = act(desk -> desk.ledger.commandMajorElsewhere(grave));

    assertThat(elsewhere).contains(major).doesNotContain(mild);
    assertThat(elsewhereThanGrave).doesNotContain(major);
  }

  @Test
  void whoDeclinedAHandoverIsKnownAndWhoWasSilentIsNot() {
    PersonId commander = town.newcomer("offers");
    PersonId declines = town.newcomer("declines");
    PersonId withdrawn = town.newcomer("withdrawn");
    IncidentId incident = room(Severity.SEV3);
    IncidentId another = room(Severity.SEV3);
    act(desk -> desk.command.take(incident, commander));
    offered(incident, commander, declines);
    act(desk -> desk.handovers.decline(incident, declines));
    act(desk -> desk.handovers.withdraw(incident, commander));
    offered(incident, commander, withdrawn);
    act(desk -> desk.handovers.withdraw(incident, commander));

    assertThat(declined(incident)).containsExactly(declines);
    assertThat(declined(another)).as("another incident is another question").isEmpty();
  }

  /** A page is drawn with it, so it must not take longer the more there is. */
  @Test
  void tenThousandIncidentsAreReadWhileAPageWaits() {
    List<PersonId> sixty = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      sixty.add(town.newcomer("one-of-sixty-" + i));
    }
    int before = number;
    database.in(
        manager -> {
          for (int i = 0; i < MANY; i++) {
            Instant began = now.minus(Duration.ofHours(2L * i));
            Incident record = record(Kind.REAL, began);
            manager.persist(record);
            for (int epoch = 1; epoch <= 2; epoch++) {
              Standing standing = epoch == 1 ? Standing.ACTING : Standing.HELD;
              Interval one =
                  interval(record.id(), epoch, sixty.get((i * epoch) % 60), standing, began);
              one.end(began.plus(Duration.ofMinutes(50)));
              manager.persist(one);
            }
            if (i % 500 == 0) {
              manager.flush();
              manager.clear();
            }
          }
          return before;
        });
    IncidentId any = room(Severity.SEV1);
    histories();

    Instant began = Instant.now();
    Map<PersonId, CommandHistory> histories = histories();
    act(desk -> desk.ledger.commandMajorElsewhere(any));
    declined(any);
    Duration took = Duration.between(began, Instant.now());

    assertThat(histories).containsKeys(sixty.get(0), sixty.get(58));
    assertThat(took).isLessThan(A_PAGE_MAY_WAIT);
  }

  private Instant daysAgo(int days) {
    return now.minus(Duration.ofDays(days));
  }

  private Map<PersonId, CommandHistory> histories() {
    return act(desk -> desk.ledger.histories(now));
  }

  private CommandHistory history(PersonId person) {
    return histories().getOrDefault(person, CommandHistory.NONE);
  }

  private Set<PersonId> declined(IncidentId incident) {
    return act(desk -> desk.ledger.declined(incident));
  }

  /** The offer is made, and ended by this hand. */
  private void offered(IncidentId incident, PersonId by, PersonId successor) {
    var wish = HandoverWish.to(successor, HandoverReason.SHIFT_END);
    act(desk -> desk.handovers.offer(incident, wish, by));
  }

  private IncidentId declared(Severity severity) {
    IncidentId incident =
        act(desk -> desk.life.declaring.declare(Declaration.of("down", Actor.person(MISAKI), now)));
    act(desk -> desk.life.rating.rateByRule(incident, severity, List.of(), RULE));
    return incident;
  }

  private IncidentId room(Severity severity) {
    IncidentId incident = declared(severity);
    act(
        desk ->
            desk.command.openRoom(incident, Set.of(LargeReason.L_SEV), Optional.of(MISAKI), RULE));
    return incident;
  }

  private void commanded(PersonId person, Kind kind, IncidentState end, Instant began) {
    commanded(incident(kind, end), 1, person, Standing.HELD, began, Duration.ofHours(1));
  }

  private void commanded(
      IncidentId incident,
      int epoch,
      PersonId person,
      Standing standing,
      Instant began,
      Duration lasted) {
    act(
        desk -> {
          Interval one = interval(incident, epoch, person, standing, began);
          one.end(began.plus(lasted));
          desk.store.add(one);
          return incident;
        });
  }

  private static Interval interval(
      IncidentId incident, int epoch, PersonId person, Standing standing, Instant began) {
    return new Interval(UUID.randomUUID(), incident, epoch, person, standing, false, began);
  }

  private IncidentId incident(Kind kind, IncidentState end) {
    return act(
        desk -> {
          Incident record = record(kind, now);
          wayTo(end).forEach(state -> record.moveTo(state, now));
          desk.store.add(record);
          return record.id();
        });
  }

  private static List<IncidentState> wayTo(IncidentState end) {
    return switch (end) {
      case MERGED -> List.of(IncidentState.MERGED);
      case FALSE_ALARM -> List.of(IncidentState.TRIAGE, IncidentState.FALSE_ALARM);
      case INVESTIGATING -> List.of(IncidentState.TRIAGE, IncidentState.INVESTIGATING);
      case RESOLVED ->
          List.of(
              IncidentState.TRIAGE,
              IncidentState.INVESTIGATING,
              IncidentState.MITIGATED,
              IncidentState.MONITORING,
              IncidentState.RESOLVED);
      case REPORTED, TRIAGE, IDENTIFIED, MITIGATED, MONITORING, POSTMORTEM, CLOSED, ABORTED ->
          throw new IllegalArgumentException("no test needs " + end);
    };
  }

  private Incident record(Kind kind, Instant at) {
    number++;
    return new Incident(
        new IncidentId(kind == Kind.REAL ? "INC-2020-" + number : "DRL-" + number + "-INC"),
        new Declaration(
            "down",
            kind,
            Source.EMPLOYEE,
            Actor.person(MISAKI),
            Optional.empty(),
            Optional.empty(),
            Impact.UNKNOWN,
            Visibility.UNKNOWN,
            Optional.empty(),
            at,
            Optional.empty()),
        Town.PAYMENTS,
        Impact.UNKNOWN,
        at);
  }

  private <T> T act(Function<Desk, T> work) {
    return database.in(manager -> work.apply(new Desk(manager, town)));
  }
}
