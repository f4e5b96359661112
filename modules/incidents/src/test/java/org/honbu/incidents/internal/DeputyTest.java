package org.honbu.incidents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.incidents.internal.Rehearsal.AOI;
import static org.honbu.incidents.internal.Rehearsal.DANIEL;
import static org.honbu.incidents.internal.Rehearsal.EMMA;
import static org.honbu.incidents.internal.Rehearsal.MISAKI;
import static org.honbu.incidents.internal.Rehearsal.SAKURA;

import java.util.Optional;
import org.honbu.incidents.DeputyAppointed;
import org.honbu.incidents.DutyKind;
import org.honbu.incidents.HandoverReason;
import org.honbu.incidents.HandoverWish;
import org.honbu.incidents.NextPart;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.ReadBack;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.junit.jupiter.api.Test;

/** The hot standby, and what a former commander does. */
class DeputyTest {
  private final Rehearsal room = new Rehearsal();
  private final IncidentId incident = room.roomOf(AOI);

  @Test
  void theCommanderAppointsSomebodyWhoCouldCommand() {
    assertThat(room.deputies.appoint(incident, SAKURA, AOI)).isInstanceOf(Outcome.Done.class);

    assertThat(deputy()).contains(SAKURA);
    assertThat(room.told(DeputyAppointed.class)).hasSize(1);
    assertThat(room.deputies.appoint(incident, SAKURA, AOI))
        .isInstanceOf(Outcome.AlreadyDone.class);
  }

  @Test
  void nobodyElseAppointsAndNobodyUnqualifiedIs() {
    assertThat(room.deputies.appoint(incident, DANIEL, SAKURA))
        .isInstanceOf(Outcome.NotAllowed.class);
    assertThat(room.deputies.appoint(incident, MISAKI, AOI)).isInstanceOf(Outcome.NotAllowed.class);
    assertThat(room.deputies.appoint(incident, AOI, AOI)).isInstanceOf(Outcome.NotNow.class);
    assertThat(deputy()).isEmpty();
  }

  @Test
  void thereIsOneDeputyTheLastAppointed() {
    room.deputies.appoint(incident, SAKURA, AOI);
    room.deputies.appoint(incident, DANIEL, AOI);

    assertThat(
            room.store.services(incident).stream()
                .filter(s -> s.isOpen() && s.kind() == DutyKind.DEPUTY))
        .extracting(Service::person)
        .containsExactly(DANIEL);
  }

  @Test
  void theDeputyMayLeave() {
    room.deputies.appoint(incident, SAKURA, AOI);

    assertThat(room.deputies.leave(incident, DANIEL)).isInstanceOf(Outcome.NotAllowed.class);
    assertThat(room.deputies.leave(incident, SAKURA)).isInstanceOf(Outcome.Done.class);
    assertThat(deputy()).isEmpty();
  }

  @Test
  void aDeputyWhoTakesCommandIsDeputyNoMore() {
    room.deputies.appoint(incident, SAKURA, AOI);

    handOverTo(SAKURA);

    assertThat(deputy()).isEmpty();
  }

  @Test
  void theFormerCommanderSaysWhatTheyDo() {
    handOverTo(SAKURA);

    assertThat(room.deputies.goesOnAs(incident, NextPart.DEPUTY, AOI))
        .isInstanceOf(Outcome.Done.class);
    assertThat(deputy()).contains(AOI);
    assertThat(room.deputies.goesOnAs(incident, NextPart.REST, SAKURA))
        .isInstanceOf(Outcome.NotAllowed.class);
  }

  @Test
  void aTakenDeputySlotIsNotGivenTwice() {
    room.deputies.appoint(incident, DANIEL, AOI);
    handOverTo(SAKURA);

    assertThat(room.deputies.goesOnAs(incident, NextPart.DEPUTY, AOI))
        .isInstanceOfSatisfying(
            Outcome.NotNow.class, no -> assertThat(no.why().en()).contains("daniel"));
  }

  @Test
  void aFormerCommanderWhoRespondsHasTheDutyAndWhoRestsHasNone() {
    handOverTo(SAKURA);

    room.deputies.goesOnAs(incident, NextPart.RESPONDER, AOI);
    assertThat(responds(AOI)).isTrue();
    room.deputies.goesOnAs(incident, NextPart.REST, AOI);
    assertThat(responds(AOI)).isFalse();
  }

  @Test
  void nobodyIsAskedBeforeCommandHasMoved() {
    assertThat(room.deputies.goesOnAs(incident, NextPart.REST, EMMA))
        .isInstanceOf(Outcome.NotAllowed.class);
  }

  private void handOverTo(PersonId person) {
    room.acts.offer(incident, HandoverWish.to(person, HandoverReason.FATIGUE), AOI);
    room.acts.accept(incident, new ReadBack("a", "1", "b", "c"), person);
  }

  private Optional<PersonId> deputy() {
    return DeputyActs.deputy(room.store, incident);
  }

  private boolean responds(PersonId person) {
    return room.store.services(incident).stream()
        .anyMatch(s -> s.isOpen() && s.kind() == DutyKind.RESPONDER && s.person().equals(person));
  }
}
