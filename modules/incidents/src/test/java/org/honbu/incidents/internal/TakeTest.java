package org.honbu.incidents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.honbu.incidents.internal.Rehearsal.AOI;
import static org.honbu.incidents.internal.Rehearsal.DANIEL;
import static org.honbu.incidents.internal.Rehearsal.EMMA;
import static org.honbu.incidents.internal.Rehearsal.HONBU;
import static org.honbu.incidents.internal.Rehearsal.MISAKI;
import static org.honbu.incidents.internal.Rehearsal.SAKURA;

import org.honbu.incidents.AnnouncerTold;
import org.honbu.incidents.HandoverReason;
import org.honbu.incidents.HandoverView.End;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.ReadBack;
import org.honbu.incidents.TakeOutcome;
import org.honbu.incidents.TimelineEntry;
import org.honbu.kernel.IncidentId;
import org.junit.jupiter.api.Test;

/** Command taken from somebody who does not answer, and what an executive may do. */
class TakeTest {
  private final Rehearsal room = new Rehearsal();
  private final IncidentId incident = room.roomOf(AOI);

  @Test
  void silenceMovesCommandAndTheRecordSaysByForce() {
    assertThat(room.takes.take(incident, "no answer for ten minutes", SAKURA))
        .isInstanceOf(Outcome.Done.class);
    assertThat(room.seat(incident).holder()).isEqualTo(AOI);

    room.takes.moveIfNobodyObjected(room.record(incident), room.handover(incident));

    assertThat(room.seat(incident).holder()).isEqualTo(SAKURA);
    assertThat(room.store.intervals(incident).stream().filter(Interval::isOpen))
        .singleElement()
        .satisfies(open -> assertThat(open.isForced()).isTrue());
    assertThat(room.timeline(incident)).extracting(TimelineEntry::type).contains("command-forced");
  }

  @Test
  void oneWordOfTheCommanderEndsIt() {
    room.takes.take(incident, "no answer", SAKURA);

    assertThat(room.takes.stillInCommand(incident, SAKURA)).isInstanceOf(Outcome.NotAllowed.class);
    assertThat(room.takes.stillInCommand(incident, AOI)).isInstanceOf(Outcome.Done.class);

    assertThat(room.handover(incident).endedAs(End.STILL_IN_COMMAND)).isTrue();
    assertThat(room.seat(incident).holder()).isEqualTo(AOI);
    assertThat(room.takes.stillInCommand(incident, AOI)).isInstanceOf(Outcome.AlreadyDone.class);
  }

  @Test
  void whoeverTakesItMayThinkBetterOfIt() {
    room.takes.take(incident, "no answer", SAKURA);

    assertThat(room.acts.withdraw(incident, AOI)).isInstanceOf(Outcome.NotAllowed.class);
    assertThat(room.acts.withdraw(incident, SAKURA)).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void takingNeedsAReasonAndAQualification() {
    assertThatThrownBy(() -> room.takes.take(incident, " ", SAKURA)).hasMessageContaining("reason");
    assertThat(room.takes.take(incident, "no answer", MISAKI))
        .isInstanceOf(Outcome.NotAllowed.class);
    assertThat(room.takes.take(incident, "no answer", AOI)).isInstanceOf(Outcome.AlreadyDone.class);
    assertThat(room.store.handovers(incident)).isEmpty();
  }

  @Test
  void anActingCommanderIsRelievedByAClaim() {
    IncidentId acting = room.actingRoom();

    assertThat(room.takes.take(acting, "no answer", SAKURA)).isInstanceOf(Outcome.NotNow.class);
  }

  @Test
  void nobodyAcceptsATake() {
    room.takes.take(incident, "no answer", SAKURA);

    assertThat(room.acts.accept(incident, new ReadBack("a", "1", "b", "c"), SAKURA))
        .isInstanceOf(TakeOutcome.NotAllowed.class);
    assertThat(room.seat(incident).holder()).isEqualTo(AOI);
  }

  /** RO-C1, at the moment it counts. */
  @Test
  void whoCommandsAnotherMajorIncidentByThenDoesNotTakeThisOne() {
    room.takes.take(incident, "no answer", SAKURA);
    room.command.take(room.actingRoom(), SAKURA);

    room.takes.moveIfNobodyObjected(room.record(incident), room.handover(incident));

    assertThat(room.seat(incident).holder()).isEqualTo(AOI);
    assertThat(room.handover(incident).isRunning()).isFalse();
  }

  // --- executives

  @Test
  void noIsForTheAnnouncerOnlyAndChangesNothing() {
    assertThat(room.takes.override(incident, "止めて", false, EMMA)).isInstanceOf(Outcome.Done.class);

    assertThat(room.seat(incident).holder()).isEqualTo(AOI);
    assertThat(room.store.handovers(incident)).isEmpty();
    assertThat(room.store.notesToAnnouncer(incident))
        .singleElement()
        .satisfies(note -> assertThat(note.view().words()).isEqualTo("止めて"));
    assertThat(room.told(AnnouncerTold.class)).hasSize(1);
    assertThat(room.timeline(incident))
        .allSatisfy(entry -> assertThat(entry.words().ja()).doesNotContain("止めて"));
  }

  @Test
  void noWithoutWordsNamesTheField() {
    assertThatThrownBy(() -> room.takes.override(incident, "", false, EMMA))
        .hasMessageContaining("words");
  }

  @Test
  void yesIsTheSamePathAsForAnybody() {
    assertThat(room.takes.override(incident, "", true, DANIEL)).isInstanceOf(Outcome.Done.class);

    Handover handover = room.handover(incident);
    assertThat(handover.reason()).isEqualTo(HandoverReason.EXEC_TAKES);
    assertThat(handover.asked()).contains(DANIEL);
    assertThat(room.seat(incident).holder()).isEqualTo(AOI);
    assertThat(room.acts.accept(incident, new ReadBack("a", "1", "b", "c"), DANIEL))
        .isInstanceOf(TakeOutcome.Taken.class);
    assertThat(room.seat(incident).holder()).isEqualTo(DANIEL);
  }

  @Test
  void yesFromSomebodyUnqualifiedIsRefusedWithWhoCan() {
    assertThat(room.takes.override(incident, "", true, EMMA))
        .isInstanceOfSatisfying(
            Outcome.NotAllowed.class, no -> assertThat(no.why().ja()).contains("sakura"));
  }

  @Test
  void brokenGlassIsOpenToAnExecutiveToo() {
    IncidentId acting = room.actingRoom();
    room.command.openBreakGlass(acting, HONBU);

    assertThat(room.takes.override(acting, "", true, Rehearsal.ITSUKI))
        .isInstanceOf(Outcome.Done.class);
  }

  @Test
  void anExecutiveWhoDoesNotAcceptLeavesCommandWhereItIs() {
    room.takes.override(incident, "", true, DANIEL);

    room.acts.decline(incident, DANIEL);

    assertThat(room.handover(incident).endedAs(End.WITHDRAWN)).isTrue();
    assertThat(room.seat(incident).holder()).isEqualTo(AOI);
  }
}
