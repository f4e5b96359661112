package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.Briefing;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.HandoverReason;
import org.honbu.incidents.HandoverView;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.PublicPhase;
import org.honbu.incidents.Room;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Source;
import org.honbu.incidents.Standing;
import org.honbu.incidents.Times;
import org.honbu.incidents.Triage;
import org.honbu.incidents.Visibility;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.junit.jupiter.api.Test;

class OfferTest {
  private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");
  private static final PersonId MISAKI = new PersonId("misaki");
  private static final PersonId AOI = new PersonId("aoi");
  private final Offer.Reader misaki = new Offer.Reader(MISAKI, true, false, false, false);
  private final Offer.Reader aoi = new Offer.Reader(AOI, true, true, false, false);
  private final Offer.Reader sakura =
      new Offer.Reader(new PersonId("sakura"), false, true, false, false);
  private final Offer.Reader yumi =
      new Offer.Reader(new PersonId("yumi"), false, false, true, false);
  private final Offer.Reader emma =
      new Offer.Reader(new PersonId("emma"), false, false, false, false);

  @Test
  void whileItRingsAnsweringComesFirst() {
    assertThat(Offer.to(misaki, ringing()).get(0)).isEqualTo(Offer.ANSWER);
  }

  @Test
  void anybodyMayEscalateAndRaise() {
    assertThat(Offer.to(emma, ringing())).containsExactly(Offer.ESCALATE, Offer.RAISE);
  }

  @Test
  void whoWasCalledMayAnswerWhateverTheirRole() {
    Offer.Reader called = new Offer.Reader(new PersonId("yui"), false, false, false, true);

    assertThat(Offer.to(called, ringing()).get(0)).isEqualTo(Offer.ANSWER);
    assertThat(Offer.to(sakura, ringing())).contains(Offer.ANSWER, Offer.MERGE);
  }

  @Test
  void anActingCommanderIsRelievedByTheQualifiedOnly() {
    IncidentView room = room(Standing.ACTING, MISAKI);

    assertThat(Offer.to(aoi, room).get(0)).isEqualTo(Offer.TAKE_COMMAND);
    assertThat(Offer.to(emma, room)).doesNotContain(Offer.TAKE_COMMAND);
  }

  @Test
  void whoHoldsCommandIsNotRelievedByAClaim() {
    IncidentView room = room(Standing.HELD, AOI);

    assertThat(Offer.to(aoi, room)).contains(Offer.IMPACT_STOPPED);
    assertThat(Offer.to(sakura, room)).doesNotContain(Offer.TAKE_COMMAND);
    assertThat(Offer.to(misaki, room)).doesNotContain(Offer.IMPACT_STOPPED);
  }

  @Test
  void whoLeadsSaysOnceThatTheCauseIsKnown() {
    IncidentView room = room(Standing.HELD, AOI);

    assertThat(Offer.to(aoi, room)).contains(Offer.IDENTIFIED);
    assertThat(Offer.IDENTIFIED.isQuiet()).as("it is never the first button").isTrue();
    assertThat(Offer.to(misaki, room)).doesNotContain(Offer.IDENTIFIED);
    assertThat(Offer.to(aoi, ringing())).doesNotContain(Offer.IDENTIFIED);
  }

  @Test
  void whoCommandsHandsOverAndAppointsADeputy() {
    IncidentView room = room(Standing.HELD, AOI);

    assertThat(CommandOffer.to(aoi, room, Optional.empty()))
        .containsExactly(CommandOffer.HAND_OVER, CommandOffer.APPOINT_DEPUTY);
    assertThat(CommandOffer.to(sakura, room, Optional.empty()))
        .containsExactly(CommandOffer.TAKE_OVER, CommandOffer.OVERRIDE);
    assertThat(CommandOffer.to(emma, room, Optional.empty()))
        .containsExactly(CommandOffer.OVERRIDE);
  }

  @Test
  void whileOneHandoverRunsNobodyBeginsAnother() {
    IncidentView room = room(Standing.HELD, AOI);

    assertThat(CommandOffer.to(aoi, room, Optional.of(handedOver())))
        .containsExactly(CommandOffer.WITHDRAW, CommandOffer.APPOINT_DEPUTY);
    assertThat(CommandOffer.to(sakura, room, Optional.of(handedOver()))).isEmpty();
  }

  @Test
  void anActingCommanderIsNotTakenFrom() {
    assertThat(CommandOffer.to(sakura, room(Standing.ACTING, MISAKI), Optional.empty()))
        .doesNotContain(CommandOffer.TAKE_OVER);
  }

  @Test
  void withoutARoomThereIsNoCommandToHandOver() {
    assertThat(CommandOffer.to(aoi, ringing(), Optional.empty())).isEmpty();
  }

  private static HandoverView handedOver() {
    return new HandoverView(
        new IncidentId("INC-2026-0001"),
        1,
        false,
        HandoverReason.FATIGUE,
        "",
        AOI,
        AOI,
        Optional.of(new PersonId("sakura")),
        1,
        NOW,
        false,
        false,
        Briefing.empty(),
        NOW,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void anAnnouncerIsOfferedAnnouncingWhileNobodyDoes() {
    assertThat(Offer.to(yumi, room(Standing.HELD, AOI)).get(0)).isEqualTo(Offer.TAKE_ANNOUNCING);
    assertThat(Offer.to(aoi, room(Standing.HELD, AOI))).doesNotContain(Offer.TAKE_ANNOUNCING);
  }

  /** RO-F. */
  @Test
  void aCommanderWhoAnnouncesForWantOfOthersIsRelievedByThem() {
    assertThat(Offer.to(yumi, announcedBy(AOI))).contains(Offer.TAKE_ANNOUNCING);
    assertThat(Offer.to(yumi, announcedBy(MISAKI))).doesNotContain(Offer.TAKE_ANNOUNCING);
  }

  @Test
  void onlyWhoLeadsIsOfferedToLowerTheSeverity() { // A35
    IncidentView room = room(Standing.HELD, AOI);

    assertThat(Offer.to(aoi, room)).contains(Offer.LOWER);
    assertThat(Offer.to(misaki, room)).doesNotContain(Offer.LOWER);
  }

  @Test
  void onceItIsOverItCanOnlyBeReopened() {
    assertThat(
            Offer.to(
                aoi,
                incident(
                    IncidentState.RESOLVED, Room.CLOSED, Optional.empty(), Optional.of(MISAKI))))
        .containsExactly(Offer.REOPEN);
  }

  @Test
  void aDoubtIsConfirmedByAnotherPersonOnly() {
    IncidentView doubted = triage(Optional.of(Triage.Answer.FALSE_ALARM));

    assertThat(Offer.to(aoi, doubted).get(0)).isEqualTo(Offer.CONFIRM_FALSE_ALARM);
    assertThat(Offer.to(misaki, doubted))
        .doesNotContain(Offer.CONFIRM_FALSE_ALARM, Offer.FALSE_ALARM, Offer.TRIAGE);
    assertThat(Offer.to(emma, doubted)).doesNotContain(Offer.CONFIRM_FALSE_ALARM);
    assertThat(Offer.to(misaki, triage(Optional.empty())))
        .contains(Offer.FALSE_ALARM)
        .doesNotContain(Offer.CONFIRM_FALSE_ALARM);
  }

  private static IncidentView triage(Optional<Triage.Answer> misakiSays) {
    return incident(
        IncidentState.TRIAGE,
        Room.NONE,
        Optional.empty(),
        Optional.of(MISAKI),
        misakiSays.map(answer -> new IncidentView.Triaged(answer, MISAKI, 0)));
  }

  private static IncidentView ringing() {
    return incident(IncidentState.REPORTED, Room.NONE, Optional.empty(), Optional.empty());
  }

  static IncidentView room(Standing standing, PersonId holder) {
    return incident(
        IncidentState.INVESTIGATING,
        Room.OPEN,
        Optional.of(new CommandSeat(holder, standing, NOW, false, 1)),
        Optional.of(MISAKI));
  }

  /** A room that Aoi commands. */
  private static IncidentView announcedBy(PersonId announcer) {
    return incident(
        IncidentState.INVESTIGATING,
        Room.OPEN,
        Optional.of(new CommandSeat(AOI, Standing.HELD, NOW, false, 1)),
        Optional.of(MISAKI),
        Optional.empty(),
        Optional.of(announcer));
  }

  private static IncidentView incident(
      IncidentState state, Room room, Optional<CommandSeat> seat, Optional<PersonId> answeredBy) {
    return incident(state, room, seat, answeredBy, Optional.empty());
  }

  private static IncidentView incident(
      IncidentState state,
      Room room,
      Optional<CommandSeat> seat,
      Optional<PersonId> answeredBy,
      Optional<IncidentView.Triaged> triaged) {
    return incident(state, room, seat, answeredBy, triaged, Optional.empty());
  }

  private static IncidentView incident(
      IncidentState state,
      Room room,
      Optional<CommandSeat> seat,
      Optional<PersonId> answeredBy,
      Optional<IncidentView.Triaged> triaged,
      Optional<PersonId> announcer) {
    Optional<Instant> never = Optional.empty();
    return new IncidentView(
        new IncidentId("INC-2026-0001"),
        "決済画面で 5xx が急増",
        Kind.REAL,
        state,
        Optional.of(Severity.SEV2),
        Source.SYSTEM,
        Optional.empty(),
        new TeamId("payments"),
        Actor.honbu("test"),
        Optional.empty(),
        Impact.UNKNOWN,
        Visibility.UNKNOWN,
        PublicPhase.NONE,
        room,
        Set.of(),
        false,
        answeredBy,
        triaged,
        seat,
        announcer,
        Optional.empty(),
        Optional.empty(),
        new IncidentView.Signals(1, 1, 1, 0),
        new Times(never, NOW, NOW, never, never, never, never, never, never, never, never, never),
        List.of(),
        false);
  }
}
