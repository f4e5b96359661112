package org.honbu.incidents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.Declaration;
import org.honbu.incidents.DutyKind;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentMoved;
import org.honbu.incidents.IncidentParted;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.LargeReason;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.PublicPhase;
import org.honbu.incidents.Room;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Signal;
import org.honbu.incidents.Source;
import org.honbu.incidents.Standing;
import org.honbu.incidents.Triage;
import org.honbu.incidents.Visibility;
import org.honbu.kernel.Actor;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.outbox.Fact;
import org.honbu.outbox.Outbox;
import org.honbu.outbox.Subject;
import org.junit.jupiter.api.Test;

/** Two that were taken for one by mistake (A36). */
class PartingTest {
  private static final Actor RULE = Actor.honbu("rule");
  private static final PersonId MISAKI = new PersonId("misaki");
  private static final PersonId AOI = new PersonId("aoi");
  private static final PersonId SAKURA = new PersonId("sakura");
  private static final PersonId TAKUMI = new PersonId("takumi");

  private final MovableClock clock = new MovableClock();
  private final MemoryStore store = new MemoryStore();
  private final List<Fact> facts = new ArrayList<>();
  private final Town town = new Town();
  private final Ids ids = new Ids(clock);
  private final Names names = new Names(town);
  private final Book book = new Book(store, new Collected(), ids, clock, names);
  private final CommandActs command = new CommandActs(store, book, names, town, ids);
  private final Life life = new Life(store, book, command, names, town, ids);

  private final IncidentId parent = roomCommandedBy(AOI);
  private final IncidentId child = roomCommandedBy(SAKURA);

  @Test
  void itStandsWhereItStoodWithItsSignalsAndItsCommander() {
    attach(parent, "same");
    attach(child, "same");
    attach(child, "own");
    life.recovery.declareMitigated(child, "rolled back", SAKURA);
    life.merging.merge(parent, child, MISAKI);
    clock.pass(Duration.ofHours(23));
    facts.clear();

    assertThat(part("two causes", AOI)).isInstanceOf(Outcome.Done.class);

    assertThat(record(child).state()).isEqualTo(IncidentState.MITIGATED);
    assertThat(record(child).room()).isEqualTo(Room.OPEN);
    assertThat(record(child).parent()).isEmpty();
    Seat seat = store.seat(child).orElseThrow();
    assertThat(seat.holder()).isEqualTo(SAKURA);
    assertThat(seat.standing()).isEqualTo(Standing.HELD);
    assertThat(store.intervals(child)).as("the day between is nobody's").hasSize(3);
    assertThat(store.services(child).stream().filter(Service::isOpen))
        .extracting(Service::kind)
        .contains(DutyKind.ONCALL);
    assertThat(store.signals(child)).hasSize(2).allMatch(ReceivedSignal::isCrying);
    assertThat(store.signals(parent)).hasSize(1).allMatch(ReceivedSignal::isCrying);
    assertThat(lines(parent)).anyMatch(line -> line.contains("two causes"));
    assertThat(lines(child)).anyMatch(line -> line.contains("signals that went back: 2"));
    assertThat(facts)
        .as("its process is there before it moves")
        .hasExactlyElementsOfTypes(IncidentParted.class, IncidentMoved.class);
    assertThat(part("again", AOI)).isInstanceOf(Outcome.AlreadyDone.class);
  }

  /** ST-G2 goes on at the survivor, and only while it is one with the other. */
  @Test
  void usersWhoWereToldOfTheMergedOneAreOwedTheEndByTheOther() {
    life.noting.published(child, PublicPhase.MONITORING, Actor.person(MISAKI));

    life.merging.merge(parent, child, MISAKI);
    assertThat(record(parent).publicPhase()).isEqualTo(PublicPhase.MONITORING);
    part("two causes", AOI);

    assertThat(record(parent).publicPhase()).isEqualTo(PublicPhase.NONE);
    assertThat(record(child).publicPhase()).isEqualTo(PublicPhase.MONITORING);
  }

  @Test
  void usersWhoWereToldOfAnotherPartAreStillOwedItsEnd() {
    IncidentId other = roomCommandedBy(new PersonId("daniel"));
    life.noting.published(child, PublicPhase.MONITORING, Actor.person(MISAKI));
    life.noting.published(other, PublicPhase.INVESTIGATING, Actor.person(MISAKI));
    life.merging.merge(parent, child, MISAKI);
    life.merging.merge(parent, other, MISAKI);

    part("two causes", AOI);
    assertThat(record(parent).publicPhase()).isEqualTo(PublicPhase.INVESTIGATING);
    life.parting.takeApart(other, "three causes", AOI);

    assertThat(record(parent).publicPhase()).isEqualTo(PublicPhase.NONE);
  }

  @Test
  void whatUsersWereToldOfTheSurvivorItselfStands() {
    life.noting.published(parent, PublicPhase.INVESTIGATING, Actor.person(MISAKI));
    life.noting.published(child, PublicPhase.MONITORING, Actor.person(MISAKI));

    life.merging.merge(parent, child, MISAKI);
    assertThat(record(parent).publicPhase()).isEqualTo(PublicPhase.INVESTIGATING);
    part("two causes", AOI);

    assertThat(record(parent).publicPhase()).isEqualTo(PublicPhase.INVESTIGATING);
  }

  @Test
  void onlyWhoLeadsTheOtherOrOwnsTheProcessTakesThemApart() {
    life.merging.merge(parent, child, MISAKI);

    assertThat(part("mine", SAKURA))
        .isInstanceOfSatisfying(
            Outcome.NotAllowed.class,
            no -> assertThat(no.why().en()).contains(parent.value(), "aoi"));
    assertThat(life.parting.mayTakeApart(child, SAKURA)).isFalse();
    assertThat(life.parting.mayTakeApart(child, AOI)).isTrue();
    assertThatThrownBy(() -> part(" ", AOI))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("reason");
    assertThat(record(child).state()).isEqualTo(IncidentState.MERGED);
    assertThat(part("two causes", TAKUMI)).isInstanceOf(Outcome.Done.class);
  }

  /** ADR-0013: a process owner may stand outside, a privacy officer never does. */
  @Test
  void privateOnesAreTakenApartByAPrivacyOfficerToo() {
    town.privacyOfficer("mei");
    var mei = new PersonId("mei");
    life.merging.merge(parent, child, MISAKI);
    assertThat(part("two causes", mei)).isInstanceOf(Outcome.NotAllowed.class);
    record(parent).makePrivate();

    assertThat(part("mine", SAKURA))
        .isInstanceOfSatisfying(
            Outcome.NotAllowed.class,
            no -> assertThat(no.why().en()).contains("aoi", "a privacy officer"));
    assertThat(life.parting.mayTakeApart(child, mei)).isTrue();
    assertThat(part("two causes", mei)).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void afterADayTheyStayOne() {
    life.merging.merge(parent, child, MISAKI);
    clock.pass(Duration.ofHours(24).plusSeconds(1));

    assertThat(life.parting.merged(child)).isEmpty();
    assertThat(part("two causes", AOI)).isInstanceOf(Outcome.NotNow.class);
    assertThat(part("two causes", TAKUMI)).isInstanceOf(Outcome.NotNow.class);
    assertThat(record(child).state()).isEqualTo(IncidentState.MERGED);
  }

  /** RO-C1: nobody commands two severe incidents, also not by accident. */
  @Test
  void whoeverCommandsAnotherByNowDoesNotCommandIt() {
    life.merging.merge(parent, child, MISAKI);
    IncidentId third = roomCommandedBy(SAKURA);

    part("two causes", AOI);

    Seat seat = store.seat(child).orElseThrow();
    assertThat(seat.holder()).as("who answered it first").isEqualTo(MISAKI);
    assertThat(seat.isHeld()).isFalse();
    assertThat(store.seat(third).orElseThrow().holder()).isEqualTo(SAKURA);
  }

  @Test
  void aDuplicateThatWasNoneIsTriagedAnew() {
    IncidentId report = declare("slow");
    var duplicate =
        new Triage(
            Triage.Answer.DUPLICATE,
            Optional.of(parent),
            Impact.UNKNOWN,
            Visibility.UNKNOWN,
            Set.of(),
            false,
            "");
    life.triage.triage(report, duplicate, MISAKI);
    assertThat(record(report).state()).isEqualTo(IncidentState.MERGED);

    life.parting.takeApart(report, "another component", AOI);

    assertThat(record(report).state()).isEqualTo(IncidentState.TRIAGE);
    assertThat(record(report).triaged()).isEmpty();
    assertThat(record(report).answeredBy()).contains(MISAKI);
  }

  @Test
  void theOutermostMergeIsTakenApartFirst() {
    IncidentId middle = declare("slow");
    IncidentId inner = declare("slow too");
    life.merging.merge(middle, inner, MISAKI);
    life.merging.merge(parent, middle, MISAKI);

    assertThat(life.parting.takeApart(inner, "another", TAKUMI))
        .isInstanceOfSatisfying(
            Outcome.NotNow.class, no -> assertThat(no.why().en()).contains(middle.value()));
    assertThat(life.parting.takeApart(middle, "another", AOI)).isInstanceOf(Outcome.Done.class);
    assertThat(life.parting.takeApart(inner, "another", TAKUMI)).isInstanceOf(Outcome.Done.class);
  }

  private Outcome part(String reason, PersonId by) {
    return life.parting.takeApart(child, reason, by);
  }

  private List<String> lines(IncidentId incident) {
    return store.timeline(incident).stream().map(line -> line.words().en()).toList();
  }

  private Incident record(IncidentId incident) {
    return store.find(incident).orElseThrow();
  }

  private void attach(IncidentId to, String fingerprint) {
    life.declaring.attachSignal(
        to,
        new Signal(Source.SYSTEM, fingerprint, "slow", clock.instant(), Optional.empty()),
        Impact.UNKNOWN);
  }

  private IncidentId roomCommandedBy(PersonId commander) {
    IncidentId incident = declare("slow");
    life.rating.rateByRule(incident, Severity.SEV1, List.of(), RULE);
    life.triage.acknowledge(incident, MISAKI);
    command.openRoom(incident, Set.of(LargeReason.L_SEV), Optional.empty(), RULE);
    command.take(incident, commander);
    return incident;
  }

  private IncidentId declare(String what) {
    Instant now = clock.instant();
    return life.declaring.declare(
        new Declaration(
            what,
            Kind.REAL,
            Source.EMPLOYEE,
            Actor.person(MISAKI),
            Optional.of("payment-api"),
            Optional.empty(),
            Impact.UNKNOWN,
            Visibility.UNKNOWN,
            Optional.empty(),
            now,
            Optional.empty()));
  }

  private final class Collected implements Outbox {
    @Override
    public void announce(Fact fact, Subject subject) {
      facts.add(fact);
    }

    @Override
    public List<Stuck> stuck() {
      return List.of();
    }

    @Override
    public void retry(long place) {
      throw new UnsupportedOperationException("nothing is stuck");
    }
  }
}
