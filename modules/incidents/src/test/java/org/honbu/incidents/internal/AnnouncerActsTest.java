package org.honbu.incidents.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.AnnouncingTaken;
import org.honbu.incidents.Declaration;
import org.honbu.incidents.DutyKind;
import org.honbu.incidents.Severity;
import org.honbu.incidents.TakeOutcome;
import org.honbu.kernel.Actor;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.outbox.Fact;
import org.honbu.outbox.Outbox;
import org.honbu.outbox.Subject;
import org.honbu.people.Role;
import org.junit.jupiter.api.Test;

/** 「ユーザーアナウンスは xx さんに任せました」 (T12). */
class AnnouncerActsTest {
  private static final PersonId MISAKI = new PersonId("misaki");
  private static final PersonId AOI = new PersonId("aoi");
  private static final PersonId YUMI = new PersonId("yumi");
  private static final PersonId DANIEL = new PersonId("daniel");
  private static final Clock CLOCK = Clock.systemUTC();

  private final MemoryStore store = new MemoryStore();
  private final Town town = new Town();
  private final Ids ids = new Ids(CLOCK);
  private final Names names = new Names(town);
  private final Heard heard = new Heard();
  private final Book book = new Book(store, heard, ids, CLOCK, names);
  private final CommandActs command = new CommandActs(store, book, names, town, ids);
  private final Life life = new Life(store, book, command, names, town, ids);
  private final AnnouncerActs announcers = new AnnouncerActs(store, book, names, command);

  @Test
  void theCommanderNamesTheAnnouncer() {
    IncidentId incident = roomOf(AOI);

    assertThat(announcers.assign(incident, YUMI, AOI)).isInstanceOf(TakeOutcome.Taken.class);

    assertThat(announcing(incident)).containsExactly(YUMI);
    assertThat(heard.announcing()).containsExactly(YUMI);
  }

  @Test
  void anotherAnnouncerTakesThePlaceOfTheFirst() {
    IncidentId incident = roomOf(AOI);
    announcers.assign(incident, YUMI, AOI);

    assertThat(announcers.assign(incident, DANIEL, YUMI))
        .as("an announcer hands over")
        .isInstanceOf(TakeOutcome.Taken.class);

    assertThat(announcing(incident)).containsExactly(DANIEL);
  }

  @Test
  void givingItToWhoHasItChangesNothing() {
    IncidentId incident = roomOf(AOI);
    announcers.assign(incident, YUMI, AOI);

    assertThat(announcers.assign(incident, YUMI, AOI)).isInstanceOf(TakeOutcome.Taken.class);

    assertThat(heard.announcing()).hasSize(1);
  }

  @Test
  void nobodyElseGivesItAndOnlyAnnouncersGetIt() {
    IncidentId incident = roomOf(AOI);

    assertThat(refused(announcers.assign(incident, YUMI, MISAKI))).contains("who commands");
    assertThat(refused(announcers.assign(incident, MISAKI, AOI))).contains("role announcer");

    assertThat(announcing(incident)).isEmpty();
  }

  /** RO: at severity 1 and 2 the commander keeps both hands free. */
  @Test
  void theCommanderOfAMajorIncidentDoesNotAnnounce() {
    IncidentId incident = roomOf(DANIEL);
    life.rating.rate(incident, Severity.SEV1, "it spreads", MISAKI);

    assertThat(refused(announcers.assign(incident, DANIEL, DANIEL)))
        .contains("cannot announce as well");
  }

  // ---- RO-F: nobody else

  @Test
  void whereNobodyElseCouldTheCommanderAnnouncesWhateverTheSeverity() {
    IncidentId incident = severe(AOI);
    town.loses(YUMI, Role.ANNOUNCER);
    town.loses(DANIEL, Role.ANNOUNCER);

    assertThat(refused(command.takeAnnouncing(incident, MISAKI)))
        .contains("falls to the commander");
    assertThat(command.takeAnnouncing(incident, AOI)).isInstanceOf(TakeOutcome.Taken.class);

    assertThat(announcing(incident)).containsExactly(AOI);
    assertThat(store.timeline(incident))
        .extracting(line -> line.words().en())
        .anyMatch(line -> line.contains("aoi, who commands, announces as well"));
  }

  @Test
  void whomNothingReachesCannotAnnounceForThem() {
    IncidentId incident = severe(DANIEL);
    assertThat(announcers.mayAnnounce(incident, DANIEL)).isFalse();

    town.unreachable.add(YUMI);

    assertThat(announcers.mayAnnounce(incident, DANIEL)).isTrue();
    assertThat(announcers.assign(incident, DANIEL, DANIEL)).isInstanceOf(TakeOutcome.Taken.class);
  }

  @Test
  void itFallsToTheCommanderOnlyWhereNobodyElseCouldAndNobodyDoes() {
    IncidentId incident = severe(AOI);
    assertThat(announcers.fallsToTheCommander(incident)).as("two could").isEmpty();
    town.unreachable.addAll(List.of(YUMI, DANIEL));

    assertThat(announcers.fallsToTheCommander(incident)).contains(AOI);
    assertThat(announcers.fallsToTheCommander(incident)).as("it is theirs").isEmpty();

    assertThat(announcing(incident)).containsExactly(AOI);
    assertThat(heard.announcing()).containsExactly(AOI);
  }

  @Test
  void theNextAnnouncerTakesItOffACommanderWhoStandsIn() {
    IncidentId incident = severe(AOI);
    town.unreachable.addAll(List.of(YUMI, DANIEL));
    announcers.fallsToTheCommander(incident);
    town.unreachable.clear();
    assertThat(command.takeAnnouncing(incident, MISAKI))
        .as("not just anybody")
        .isInstanceOf(TakeOutcome.AlreadyHeld.class);

    assertThat(command.takeAnnouncing(incident, YUMI)).isInstanceOf(TakeOutcome.Taken.class);

    assertThat(announcing(incident)).containsExactly(YUMI);
    assertThat(command.takeAnnouncing(incident, DANIEL))
        .as("from an announcer nobody takes it")
        .isInstanceOf(TakeOutcome.AlreadyHeld.class);
  }

  /** Who leads and announces for want of anybody else may still be confirmed in command. */
  @Test
  void anActingCommanderWhoStandsInMayStillTakeCommand() {
    IncidentId incident = declared();
    command.openRoom(incident, Set.of(), Optional.of(AOI), Actor.person(AOI));
    life.rating.rate(incident, Severity.SEV1, "it spreads", MISAKI);
    town.unreachable.addAll(List.of(YUMI, DANIEL));
    announcers.fallsToTheCommander(incident);

    command.take(incident, AOI);

    assertThat(command.seat(incident).orElseThrow().isHeld()).isTrue();
  }

  private IncidentId severe(PersonId commander) {
    IncidentId incident = roomOf(commander);
    life.rating.rate(incident, Severity.SEV1, "it spreads", MISAKI);
    return incident;
  }

  private IncidentId roomOf(PersonId commander) {
    IncidentId incident = declared();
    command.openRoom(incident, Set.of(), Optional.of(MISAKI), Actor.person(MISAKI));
    command.take(incident, commander);
    return incident;
  }

  private IncidentId declared() {
    return life.declaring.declare(Declaration.of("down", Actor.person(MISAKI), Instant.EPOCH));
  }

  private List<PersonId> announcing(IncidentId incident) {
    return store.services(incident).stream()
        .filter(service -> service.isOpen() && service.kind() == DutyKind.ANNOUNCER)
        .map(Service::person)
        .toList();
  }

  private static String refused(TakeOutcome outcome) {
    assertThat(outcome).isInstanceOf(TakeOutcome.NotAllowed.class);
    return ((TakeOutcome.NotAllowed) outcome).why().en();
  }

  private static final class Heard implements Outbox {
    private final List<Fact> facts = new ArrayList<>();

    List<PersonId> announcing() {
      return facts.stream()
          .filter(AnnouncingTaken.class::isInstance)
          .map(fact -> ((AnnouncingTaken) fact).by())
          .toList();
    }

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
