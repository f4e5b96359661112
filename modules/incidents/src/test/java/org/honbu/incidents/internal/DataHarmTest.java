package org.honbu.incidents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.DataSecurityRated;
import org.honbu.incidents.Declaration;
import org.honbu.incidents.Impact;
import org.honbu.incidents.Impact.DataSecurity;
import org.honbu.incidents.LargeReason;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.Signal;
import org.honbu.incidents.Source;
import org.honbu.incidents.Triage;
import org.honbu.incidents.Visibility;
import org.honbu.kernel.Actor;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.junit.jupiter.api.Test;

/** Harm to data is known by what people say, and grows milder by command alone (A34). */
class DataHarmTest {
  private static final PersonId MISAKI = new PersonId("misaki");
  private static final PersonId ITSUKI = new PersonId("itsuki");
  private static final PersonId AOI = new PersonId("aoi");
  private static final PersonId SAKURA = new PersonId("sakura");
  private static final PersonId EMMA = new PersonId("emma");

  private final MovableClock clock = new MovableClock();
  private final MemoryStore store = new MemoryStore();
  private final Announced outbox = new Announced();
  private final Town town = new Town();
  private final Names names = new Names(town);
  private final Ids ids = new Ids(clock);
  private final Book book = new Book(store, outbox, ids, clock, names);
  private final CommandActs command = new CommandActs(store, book, names, town, ids);
  private final Life life = new Life(store, book, command, names, town, ids);
  private final DataActs data =
      new DataActs(store, book, new Responders(store, book, names, town), town);

  @Test
  void aTriageSaysSoAndAnotherNeverMakesItMilder() {
    IncidentId incident = declared(Impact.UNKNOWN);

    triage(incident, DataSecurity.SUSPECTED);
    triage(incident, DataSecurity.UNKNOWN);
    triage(incident, DataSecurity.NONE);

    assertThat(known(incident)).isEqualTo(DataSecurity.SUSPECTED);
    assertThat(rated())
        .extracting(DataSecurityRated::from, DataSecurityRated::to)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(DataSecurity.UNKNOWN, DataSecurity.SUSPECTED));
  }

  @Test
  void whatIsDeclaredOrReportedLaterCountsToo() {
    IncidentId declared = declared(Impact.UNKNOWN.withDataSecurity(DataSecurity.SUSPECTED));
    IncidentId reported = declared(Impact.UNKNOWN);
    var voice =
        new Signal(
            Source.USER, "report-1", "sees another’s orders", Instant.EPOCH, Optional.empty());

    life.declaring.attachSignal(
        reported, voice, Impact.UNKNOWN.withDataSecurity(DataSecurity.SUSPECTED));

    assertThat(rated()).extracting(DataSecurityRated::incident).containsExactly(declared, reported);
  }

  @Test
  void anyResponderMakesItGraverAndAStrangerIsRefused() {
    IncidentId incident = commandedBy(AOI);

    assertThat(data.say(incident, DataSecurity.CONFIRMED, "found", EMMA))
        .isInstanceOf(Outcome.NotAllowed.class);
    assertThat(data.say(incident, DataSecurity.SUSPECTED, "logs show it", ITSUKI))
        .isInstanceOf(Outcome.Done.class);
    assertThat(data.say(incident, DataSecurity.SUSPECTED, "again", ITSUKI))
        .isInstanceOf(Outcome.AlreadyDone.class);
    assertThat(known(incident)).isEqualTo(DataSecurity.SUSPECTED);
    assertThatThrownBy(() -> data.say(incident, DataSecurity.CONFIRMED, " ", ITSUKI))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("reason");
  }

  @Test
  void onlyTheCommanderSaysThatThereIsNoneAfterAll() {
    IncidentId incident = commandedBy(AOI);
    data.say(incident, DataSecurity.SUSPECTED, "logs show it", ITSUKI);

    assertThat(data.say(incident, DataSecurity.NONE, "not so", ITSUKI))
        .isInstanceOf(Outcome.NotAllowed.class);
    assertThat(data.say(incident, DataSecurity.NONE, "test data only", AOI))
        .isInstanceOf(Outcome.Done.class);
    assertThat(known(incident)).isEqualTo(DataSecurity.NONE);
  }

  @Test
  void afterTheEndTheLastCommanderOrAProcessOwnerSaysIt() {
    IncidentId incident = resolved();
    data.say(incident, DataSecurity.SUSPECTED, "found in the review", MISAKI);

    assertThat(data.say(incident, DataSecurity.NONE, "not so", SAKURA))
        .isInstanceOf(Outcome.NotAllowed.class);
    assertThat(data.say(incident, DataSecurity.NONE, "test data only", AOI))
        .isInstanceOf(Outcome.Done.class);
  }

  @Test
  void theSurvivorOfAMergeTakesTheHarmOver() {
    IncidentId older = declared(Impact.UNKNOWN);
    IncidentId newer = declared(Impact.UNKNOWN.withDataSecurity(DataSecurity.SUSPECTED));

    life.merging.merge(newer, older, EMMA);

    assertThat(known(older)).isEqualTo(DataSecurity.SUSPECTED);
    assertThat(rated()).last().extracting(DataSecurityRated::incident).isEqualTo(older);
    assertThat(data.say(newer, DataSecurity.CONFIRMED, "found", MISAKI))
        .isInstanceOf(Outcome.NotNow.class);
  }

  private void triage(IncidentId incident, DataSecurity found) {
    life.triage.triage(incident, Triage.real(Impact.UNKNOWN.withDataSecurity(found)), MISAKI);
  }

  private IncidentId commandedBy(PersonId commander) {
    IncidentId incident = declared(Impact.UNKNOWN);
    life.triage.acknowledge(incident, MISAKI);
    command.openRoom(incident, Set.of(LargeReason.L_SEV), Optional.empty(), Actor.honbu("rule"));
    command.take(incident, commander);
    return incident;
  }

  private IncidentId resolved() {
    IncidentId incident = commandedBy(AOI);
    triage(incident, DataSecurity.UNKNOWN);
    life.recovery.declareMitigated(incident, "rolled back", AOI);
    life.recovery.verify(incident, ITSUKI);
    life.recovery.declareResolved(incident, "done", AOI);
    life.undo.letStand(incident);
    return incident;
  }

  private DataSecurity known(IncidentId incident) {
    return store.lock(incident).orElseThrow().impact().dataSecurity();
  }

  private List<DataSecurityRated> rated() {
    return outbox.told(DataSecurityRated.class);
  }

  private IncidentId declared(Impact impact) {
    return life.declaring.declare(
        new Declaration(
            "orders of others are shown",
            Kind.REAL,
            Source.EMPLOYEE,
            Actor.person(EMMA),
            Optional.empty(),
            Optional.empty(),
            impact,
            Visibility.UNKNOWN,
            Optional.empty(),
            clock.instant(),
            Optional.empty()));
  }
}
