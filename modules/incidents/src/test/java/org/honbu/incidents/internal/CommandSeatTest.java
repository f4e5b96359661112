package org.honbu.incidents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.CommandTaken;
import org.honbu.incidents.Declaration;
import org.honbu.incidents.LargeReason;
import org.honbu.incidents.NobodyClaimed;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.Room;
import org.honbu.incidents.Standing;
import org.honbu.incidents.TakeOutcome;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.junit.jupiter.api.Test;

/** Who may command or announce, who does, and who is told that somebody else does. */
class CommandSeatTest extends LifeStories {
  // ---- the room and command

  @Test
  void noRoomOpensEmpty() {
    IncidentId incident = declare("down");

    Outcome outcome = command.openRoom(incident, Set.of(LargeReason.L_SEV), Optional.empty(), RULE);

    assertThat(outcome).isInstanceOf(Outcome.NotNow.class);
    assertThat(record(incident).room()).isEqualTo(Room.NONE);
  }

  @Test
  void whoAnsweredActsAsCommanderFromTheMomentTheRoomOpens() {
    IncidentId incident = room();

    Seat seat = seat(incident);
    assertThat(seat.holder()).isEqualTo(MISAKI);
    assertThat(seat.standing()).isEqualTo(Standing.ACTING);
    assertOneOpenInterval(incident, MISAKI);
  }

  @Test
  void whoPressesEscalateStandsInUntilSomebodyAnswers() {
    IncidentId incident = declare("down");
    command.openRoom(incident, Set.of(LargeReason.L_HUMAN), Optional.of(EMMA), Actor.person(EMMA));
    assertThat(seat(incident).holder()).isEqualTo(EMMA);

    life.triage.acknowledge(incident, MISAKI);

    assertThat(seat(incident).holder()).isEqualTo(MISAKI);
    assertThat(seat(incident).standing()).isEqualTo(Standing.ACTING);
    assertOneOpenInterval(incident, MISAKI);
  }

  @Test
  void aCommanderWhoTookItIsNotReplacedByALateAnswer() {
    IncidentId incident = declare("down");
    command.openRoom(incident, Set.of(LargeReason.L_HUMAN), Optional.of(EMMA), Actor.person(EMMA));
    command.take(incident, AOI);

    life.triage.acknowledge(incident, MISAKI);

    assertThat(seat(incident).holder()).isEqualTo(AOI);
  }

  @Test
  void aQualifiedPersonTakesCommandAndTheNextLearnsWho() {
    IncidentId incident = room();

    assertThat(command.take(incident, AOI)).isInstanceOf(TakeOutcome.Taken.class);
    assertThat(command.take(incident, SAKURA))
        .isEqualTo(new TakeOutcome.AlreadyHeld(AOI, clock.instant()));

    assertThat(seat(incident).standing()).isEqualTo(Standing.HELD);
    assertOneOpenInterval(incident, AOI);
    assertThat(outbox.told(CommandTaken.class)).hasSize(1);
  }

  @Test
  void anOwnerOfWhatIsAffectedIsToldToKeepTheirHandsOff() {
    PersonId owner = town.ownerWhoMayCommand("kenta");
    IncidentId theirs =
        life.declaring.declare(
            Declaration.of("payment fails", Actor.person(EMMA), clock.instant())
                .about("payment-api"));
    command.openRoom(theirs, Set.of(LargeReason.L_HUMAN), Optional.of(EMMA), RULE);
    IncidentId another = room();

    assertThat(advice(command.take(theirs, owner))).contains("詳しい領域です。手を動かしたくなったらパスしてください");
    assertThat(advice(command.take(theirs, owner))).as("asking again").isPresent();
    assertThat(advice(command.take(another, SAKURA))).isEmpty();
  }

  private static Optional<String> advice(TakeOutcome outcome) {
    return ((TakeOutcome.Taken) outcome).advice().map(Words::ja);
  }

  @Test
  void takingTwiceChangesNothing() {
    IncidentId incident = roomCommandedBy(AOI);
    TakeOutcome again = command.take(incident, AOI);

    assertThat(again).isInstanceOf(TakeOutcome.Taken.class);
    assertThat(store.intervals(incident)).hasSize(2);
  }

  @Test
  void anUnqualifiedPersonIsToldWhoCan() {
    IncidentId incident = room();

    TakeOutcome outcome = command.take(incident, EMMA);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            TakeOutcome.NotAllowed.class,
            no -> {
              assertThat(no.why().ja()).contains("aoi さん");
              assertThat(no.why().en()).contains("aoi", "sakura");
            });
    assertThat(types(incident)).endsWith("refused");
  }

  @Test
  void afterTheGlassIsBrokenAResponderActsAndAQualifiedPersonStillTakesOver() {
    IncidentId incident = room();
    command.openBreakGlass(incident, RULE);

    assertThat(command.take(incident, ITSUKI)).isInstanceOf(TakeOutcome.Taken.class);
    assertThat(seat(incident).view().unqualified()).isTrue();
    assertThat(seat(incident).standing()).isEqualTo(Standing.ACTING);
    assertThat(command.take(incident, AOI)).isInstanceOf(TakeOutcome.Taken.class);
    assertThat(seat(incident).standing()).isEqualTo(Standing.HELD);
    assertOneOpenInterval(incident, AOI);
  }

  @Test
  void theGlassStaysWholeOnceSomebodyHoldsCommand() {
    IncidentId incident = roomCommandedBy(AOI);

    command.openBreakGlass(incident, RULE);

    assertThat(record(incident).breakGlass()).isFalse();
  }

  @Test
  void nobodyCommandsTwoMajorIncidents() {
    roomCommandedBy(AOI);
    IncidentId second = room();

    assertThat(command.take(second, AOI)).isInstanceOf(TakeOutcome.NotAllowed.class);
    assertThat(command.take(second, SAKURA)).isInstanceOf(TakeOutcome.Taken.class);
  }

  @Test
  void aTraineeCommandsADrillOnly() {
    IncidentId drill = declare("drill", Kind.DRILL);
    life.triage.acknowledge(drill, MISAKI);
    command.openRoom(drill, Set.of(LargeReason.L_HUMAN), Optional.empty(), RULE);

    assertThat(command.take(drill, RIKU)).isInstanceOf(TakeOutcome.Taken.class);
    assertThat(command.take(room(), RIKU)).isInstanceOf(TakeOutcome.NotAllowed.class);
  }

  @Test
  void whenNobodyComesTheActingCommanderIsConfirmedAndMarked() {
    IncidentId incident = room();

    assertThat(command.confirmActing(incident, RULE)).isInstanceOf(Outcome.Done.class);

    assertThat(seat(incident).view())
        .satisfies(
            seat -> {
              assertThat(seat.holder()).isEqualTo(MISAKI);
              assertThat(seat.standing()).isEqualTo(Standing.HELD);
              assertThat(seat.unqualified()).isTrue();
            });
    assertOneOpenInterval(incident, MISAKI);
    assertThat(command.confirmActing(incident, RULE)).isInstanceOf(Outcome.AlreadyDone.class);
    assertThat(outbox.told(NobodyClaimed.class)).hasSize(1);
  }

  @Test
  void aConfirmationThatComesAfterAClaimDoesNothing() {
    IncidentId incident = roomCommandedBy(AOI);

    command.confirmActing(incident, RULE);

    assertThat(outbox.told(NobodyClaimed.class)).isEmpty();
    assertThat(seat(incident).holder()).isEqualTo(AOI);
    assertThat(seat(incident).view().unqualified()).isFalse();
  }

  @Test
  void aTimerThatFallsDueAsTheRoomClosesDoesNothing() {
    IncidentId incident = resolved();
    int lines = types(incident).size();

    assertThat(command.confirmActing(incident, RULE)).isInstanceOf(Outcome.AlreadyDone.class);
    command.openBreakGlass(incident, RULE);

    assertThat(types(incident)).hasSize(lines);
    assertThat(record(incident).breakGlass()).isFalse();
  }

  @Test
  void commandIsOnlyTakenWhereARoomIsOpen() {
    IncidentId incident = declare("slow");

    assertThatThrownBy(() -> command.take(incident, AOI))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> assertThat(refusal.problem().status()).isEqualTo(409));
  }

  // ---- announcing

  @Test
  void commanderAndAnnouncerOfAMajorIncidentAreTwoPeople() {
    IncidentId incident = roomCommandedBy(DANIEL);

    assertThat(command.takeAnnouncing(incident, DANIEL)).isInstanceOf(TakeOutcome.NotAllowed.class);
    assertThat(command.takeAnnouncing(incident, YUMI)).isInstanceOf(TakeOutcome.Taken.class);
    assertThat(command.takeAnnouncing(incident, DANIEL))
        .isEqualTo(new TakeOutcome.AlreadyHeld(YUMI, clock.instant()));
  }

  @Test
  void theAnnouncerOfAMajorIncidentCannotTakeCommand() {
    IncidentId incident = room();
    command.takeAnnouncing(incident, DANIEL);

    assertThat(command.take(incident, DANIEL)).isInstanceOf(TakeOutcome.NotAllowed.class);
  }

  /** Never two commanders, never nobody: the seat and the one open interval agree. */
  private void assertOneOpenInterval(IncidentId incident, PersonId holder) {
    assertThat(store.intervals(incident).stream().filter(Interval::isOpen))
        .singleElement()
        .satisfies(
            open -> {
              assertThat(open.holder()).isEqualTo(holder);
              assertThat(open.standing()).isEqualTo(seat(incident).standing());
              assertThat(open.epoch()).isEqualTo(seat(incident).epoch());
            });
  }
}
