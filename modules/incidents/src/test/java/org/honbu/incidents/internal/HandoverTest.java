package org.honbu.incidents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.honbu.incidents.internal.Rehearsal.AOI;
import static org.honbu.incidents.internal.Rehearsal.DANIEL;
import static org.honbu.incidents.internal.Rehearsal.EMMA;
import static org.honbu.incidents.internal.Rehearsal.HONBU;
import static org.honbu.incidents.internal.Rehearsal.MISAKI;
import static org.honbu.incidents.internal.Rehearsal.SAKURA;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.honbu.incidents.Briefing.Topic;
import org.honbu.incidents.CommandTaken;
import org.honbu.incidents.Duty;
import org.honbu.incidents.DutyKind;
import org.honbu.incidents.HandoverBegan;
import org.honbu.incidents.HandoverReason;
import org.honbu.incidents.HandoverView.End;
import org.honbu.incidents.HandoverWish;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.ReadBack;
import org.honbu.incidents.TakeOutcome;
import org.honbu.incidents.TimelineEntry;
import org.honbu.incidents.internal.Handover.Refusal;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two keys: command moves when the other has read back and accepted, and not before. */
class HandoverTest {
  private static final ReadBack ALL = new ReadBack("影響を止める", "1", "04:06 JST", "二重請求");

  private final Rehearsal room = new Rehearsal();
  private final IncidentId incident = room.roomOf(AOI);

  // --- the two keys

  @Test
  void commandMovesWhenTheSuccessorAcceptsAndNotBefore() {
    assertThat(offer(SAKURA)).isInstanceOf(Outcome.Done.class);
    assertThat(room.seat(incident).holder()).isEqualTo(AOI);
    room.time.pass(Duration.ofMinutes(2));

    assertThat(accept(SAKURA)).isInstanceOf(TakeOutcome.Taken.class);

    assertThat(room.seat(incident).holder()).isEqualTo(SAKURA);
    assertThat(room.handover(incident).endedAs(End.TAKEN)).isTrue();
    assertThat(room.handover(incident).view().epoch()).contains(room.seat(incident).epoch());
  }

  @Test
  void anOwnerOfWhatIsAffectedIsToldToKeepTheirHandsOff() {
    PersonId owner = room.town.ownerWhoMayCommand("kenta");
    offer(owner);

    assertThat(((TakeOutcome.Taken) accept(owner)).advice()).isPresent();
    assertThat(((TakeOutcome.Taken) accept(owner)).advice()).as("asking again").isPresent();
  }

  /** HND-1 and HND-4: never zero, never two, and no gap between them. */
  @Test
  void oneIntervalEndsWhereTheNextBegins() {
    offer(SAKURA);
    room.time.pass(Duration.ofMinutes(2));
    accept(SAKURA);

    List<Interval> intervals = room.store.intervals(incident);
    assertThat(intervals.stream().filter(Interval::isOpen))
        .singleElement()
        .satisfies(open -> assertThat(open.holder()).isEqualTo(SAKURA));
    Duty before = intervals.get(intervals.size() - 2).duty();
    assertThat(before.to()).contains(intervals.get(intervals.size() - 1).duty().from());
  }

  static Stream<Map.Entry<ReadBack, String>> incomplete() {
    return Stream.of(
        Map.entry(new ReadBack("", "1", "04:06", "二重請求"), "objective"),
        Map.entry(new ReadBack("止める", " ", "04:06", "二重請求"), "openWork"),
        Map.entry(new ReadBack("止める", "many", "04:06", "二重請求"), "openWork"),
        Map.entry(new ReadBack("止める", "1", "\n", "二重請求"), "nextAnnouncement"),
        Map.entry(new ReadBack("止める", "1", "04:06", ""), "risk"),
        Map.entry(new ReadBack("止める", "1", "04:06", "x".repeat(301)), "risk"));
  }

  @ParameterizedTest
  @MethodSource("incomplete")
  void whatIsNotReadBackIsNamedAndCommandStays(Map.Entry<ReadBack, String> said) {
    offer(SAKURA);

    assertThatThrownBy(() -> room.acts.accept(incident, said.getKey(), SAKURA))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.problem().status()).isEqualTo(400);
              assertThat(problem.field()).contains(said.getValue());
              assertThat(problem.words().ja()).contains(said.getValue());
              assertThat(problem.words().en()).contains(said.getValue());
            });

    assertThat(room.seat(incident).holder()).isEqualTo(AOI);
    assertThat(room.handover(incident).isRunning()).isTrue();
  }

  @Test
  void theReadBackIsSaidAloudWithoutTheRisk() {
    offer(SAKURA);
    accept(SAKURA);

    assertThat(line("handover-accepted").words().ja())
        .isEqualTo("sakura です。ブリーフィングを受けました。目標は「影響を止める」、次の告知は 04:06 JST、進行中 1 件。ただいまから指揮を引き受けます");
  }

  @Test
  void onlyTheOneWhoWasAskedAccepts() {
    offer(SAKURA);

    assertThat(accept(DANIEL)).isInstanceOf(TakeOutcome.NotAllowed.class);
    assertThat(accept(AOI)).isInstanceOf(TakeOutcome.NotAllowed.class);
    assertThat(room.seat(incident).holder()).isEqualTo(AOI);
  }

  @Test
  void nobodyAcceptsWhatWasNotOffered() {
    assertThat(accept(SAKURA)).isInstanceOf(TakeOutcome.NotAllowed.class);
  }

  @Test
  void acceptingTwiceIsTheSameAcceptance() {
    offer(SAKURA);
    accept(SAKURA);

    assertThat(accept(SAKURA)).isInstanceOf(TakeOutcome.Taken.class);
    assertThat(room.told(CommandTaken.class)).hasSize(2); // the claim and the handover
  }

  @Test
  void onlyTheCommanderHandsOverAndOnlyToSomebodyQualified() {
    assertThat(room.acts.offer(incident, to(DANIEL), SAKURA))
        .isInstanceOf(Outcome.NotAllowed.class);
    assertThat(offer(EMMA)).isInstanceOf(Outcome.NotAllowed.class);
    assertThat(offer(AOI)).isInstanceOf(Outcome.NotNow.class);
    assertThat(room.store.handovers(incident)).isEmpty();
  }

  @Test
  void aCommanderDoesNotGiveSomebodyElsesReason() {
    assertThatThrownBy(
            () ->
                room.acts.offer(incident, HandoverWish.to(SAKURA, HandoverReason.EXEC_TAKES), AOI))
        .hasMessageContaining("reason");
  }

  // --- one at a time (HND-3)

  @Test
  void twoHandoversCannotRunAtOnceAndTheSecondHearsWhoIsAsked() {
    offer(SAKURA);

    assertThat(offer(DANIEL))
        .isInstanceOfSatisfying(
            Outcome.NotNow.class,
            no -> {
              assertThat(no.why().ja()).contains("sakura");
              assertThat(no.why().en()).contains("sakura");
            });
    assertThat(room.takes.take(incident, "no answer", DANIEL)).isInstanceOf(Outcome.NotNow.class);
    assertThat(room.store.handovers(incident)).hasSize(1);
  }

  @Test
  void onceTheFirstIsOverAnotherMayBegin() {
    offer(SAKURA);
    assertThat(room.acts.withdraw(incident, AOI)).isInstanceOf(Outcome.Done.class);

    assertThat(accept(SAKURA)).isInstanceOf(TakeOutcome.NotAllowed.class);
    assertThat(offer(DANIEL)).isInstanceOf(Outcome.Done.class);
    assertThat(room.told(HandoverBegan.class))
        .extracting(HandoverBegan::number)
        .containsExactly(1, 2);
  }

  @Test
  void onlyWhoBeganItCallsItOff() {
    offer(SAKURA);

    assertThat(room.acts.withdraw(incident, SAKURA)).isInstanceOf(Outcome.NotAllowed.class);
    assertThat(room.handover(incident).isRunning()).isTrue();
  }

  @Test
  void theRoomClosesOverARunningHandover() {
    offer(SAKURA);
    room.life.recovery.declareMitigated(incident, "", AOI);
    room.life.recovery.verify(incident, MISAKI);
    room.life.recovery.declareResolved(incident, "", AOI);

    assertThat(room.handover(incident).endedAs(End.ROOM_CLOSED)).isTrue();
  }

  @Test
  void aClaimOvertakesWhatAnActingCommanderOffered() {
    IncidentId acting = room.actingRoom();
    room.acts.offer(acting, to(DANIEL), MISAKI);

    room.command.take(acting, SAKURA);

    assertThat(room.handover(acting).endedAs(End.OVERTAKEN)).isTrue();
    assertThat(room.acts.accept(acting, ALL, DANIEL)).isInstanceOf(TakeOutcome.NotAllowed.class);
    assertThat(room.seat(acting).holder()).isEqualTo(SAKURA);
  }

  @Test
  void confirmingTheActingCommanderLeavesTheirHandoverAlone() {
    IncidentId acting = room.actingRoom();
    room.acts.offer(acting, to(SAKURA), MISAKI);

    room.command.confirmActing(acting, HONBU);

    assertThat(room.handover(acting).isRunning()).isTrue();
  }

  // --- declining and silence

  @Test
  void whoDeclinesIsNotNamedAndTheNextIsAsked() {
    offer(SAKURA);

    assertThat(room.acts.decline(incident, SAKURA)).isInstanceOf(Outcome.Done.class);

    assertThat(room.handover(incident).asked()).contains(DANIEL);
    assertThat(room.handover(incident).round()).isEqualTo(2);
    assertThat(line("handover-asked-next").words().ja())
        .contains("daniel")
        .doesNotContain("sakura");
    assertThat(room.seat(incident).holder()).isEqualTo(AOI);
    assertThat(accept(SAKURA)).isInstanceOf(TakeOutcome.NotAllowed.class);
  }

  @Test
  void decliningTwiceIsTheSameAnswer() {
    offer(SAKURA);
    room.acts.decline(incident, SAKURA);

    assertThat(room.acts.decline(incident, SAKURA)).isInstanceOf(Outcome.AlreadyDone.class);
    assertThat(room.acts.decline(incident, EMMA)).isInstanceOf(Outcome.NotAllowed.class);
    assertThat(room.handover(incident).round()).isEqualTo(2);
  }

  @Test
  void afterThreeCommandStaysAndNobodyMoreIsAsked() {
    for (String name : List.of("first", "second", "third", "fourth")) {
      room.town.newcomer(name);
    }
    offer(SAKURA);
    for (int round = 0; round < 3; round++) {
      PersonId asked = room.handover(incident).asked().orElseThrow();
      room.acts.decline(incident, asked);
    }

    assertThat(room.handover(incident).endedAs(End.NOBODY_LEFT)).isTrue();
    assertThat(room.seat(incident).holder()).isEqualTo(AOI);
  }

  @Test
  void itEndsEarlierWhenNobodyIsLeftToAsk() {
    offer(SAKURA);
    room.acts.decline(incident, SAKURA);
    room.acts.decline(incident, DANIEL);

    assertThat(room.handover(incident).endedAs(End.NOBODY_LEFT)).isTrue();
  }

  @Test
  void silenceIsForgottenWithTheHandoverAndANoForTheWholeIncident() {
    offer(SAKURA);
    passOverSilent(); // sakura
    room.acts.decline(incident, DANIEL);
    PersonId newcomer = room.town.newcomer("newcomer");

    room.acts.offer(incident, to(newcomer), AOI);
    room.acts.decline(incident, newcomer);

    assertThat(room.handover(incident).asked()).contains(SAKURA);
  }

  // --- to everybody

  @Test
  void anOfferToEverybodyIsForWhoeverComesFirst() {
    offerToAll();

    assertThat(accept(EMMA)).isInstanceOf(TakeOutcome.NotAllowed.class);
    assertThat(accept(DANIEL)).isInstanceOf(TakeOutcome.Taken.class);
    assertThat(accept(SAKURA))
        .isInstanceOfSatisfying(
            TakeOutcome.AlreadyHeld.class, lost -> assertThat(lost.by()).isEqualTo(DANIEL));
  }

  @Test
  void nobodyHasToDeclineWhatIsOfferedToEverybody() {
    offerToAll();

    assertThat(room.acts.decline(incident, SAKURA)).isInstanceOf(Outcome.NotNow.class);
    assertThat(room.handover(incident).round()).isEqualTo(1);
  }

  @Test
  void whenNobodyTakesWhatIsOfferedToAllOnePersonIsAsked() {
    offerToAll();

    passOverSilent();

    assertThat(room.handover(incident).asked()).isPresent();
    assertThat(room.handover(incident).round()).isEqualTo(2);
  }

  // --- the briefing

  @Test
  void theBriefingIsDraftedFromWhatIsKnown() {
    room.promised = Optional.of(room.time.instant().plus(Duration.ofMinutes(20)));
    room.command.takeAnnouncing(incident, Rehearsal.YUMI);
    offer(SAKURA);

    var said = room.handover(incident).briefing();
    assertThat(said.of(Topic.SITUATION).ja()).contains("SEV1", "調査中", "決済が落ちた");
    assertThat(said.of(Topic.SITUATION).en()).contains("SEV1", "Investigating");
    assertThat(said.of(Topic.ANNOUNCEMENTS).ja()).contains("12:20 JST", "yumi");
    assertThat(said.of(Topic.ORGANISATION).en()).contains("aoi (commander)", "yumi (announcer)");
    assertThat(said.of(Topic.OPEN_WORK).ja()).contains("1 件", "misaki");
    assertThat(said.of(Topic.RISKS).en()).contains("cause is not known");
    assertThat(said.of(Topic.DECISIONS).ja()).contains("SEV1");
    assertThat(said.of(Topic.OBJECTIVES).ja()).isEqualTo("利用者への影響を止める");
  }

  @Test
  void whatTheCommanderAimsAtAndPromisedTheRoomGoesOn() {
    room.aims.objectives = Optional.of(new Words("失敗を 2% 以下に", "Failures below 2%"));
    room.aims.nextUpdate = Optional.of(room.time.instant().plus(Duration.ofMinutes(20)));
    offer(SAKURA);

    var said = room.handover(incident).briefing();
    assertThat(said.of(Topic.OBJECTIVES).en()).isEqualTo("Failures below 2%");
    assertThat(said.of(Topic.ANNOUNCEMENTS).ja()).contains("社内の状況共有は 12:20 JST まで");
  }

  @Test
  void workThatWasGivenStandsInTheBriefingPieceByPieceAndIsCounted() {
    room.work =
        List.of(
            new Words("#1 ログを調べる（riku さん）", "#1 look at the log (riku)"), new Words("#2", "#2"));
    offer(SAKURA);

    var said = room.handover(incident).briefing();

    assertThat(said.of(Topic.OPEN_WORK).ja()).startsWith("2 件").contains("#1 ログを調べる（riku さん）");
    assertThat(said.of(Topic.OPEN_WORK).en()).contains("look at the log").doesNotContain("misaki");
    assertThat(room.draft.toReadBack(room.record(incident), said).openWork()).isEqualTo(2);
  }

  /** TP-6 5, 7, 8: nobody has to remember it at three in the morning. */
  @Test
  void whatTheRoomKnowsStandsInTheBriefing() {
    room.aims.known =
        Map.of(
            Topic.HYPOTHESES,
            List.of(new Words("否定：DB", "Ruled out: the database"), new Words("鍵", "the key")),
            Topic.ORGANISATION,
            List.of(new Words("話題 Alpha のリード：riku さん", "riku leads topic Alpha")),
            Topic.CALLED,
            List.of(new Words("返事待ち：ken さん", "No answer yet: ken")));
    offer(SAKURA);

    var said = room.handover(incident).briefing();
    assertThat(said.of(Topic.HYPOTHESES).en()).isEqualTo("Ruled out: the database\nthe key");
    assertThat(said.of(Topic.ORGANISATION).ja()).contains("aoi さん（コマンダー）", "Alpha のリード：riku");
    assertThat(said.of(Topic.CALLED).en()).contains("First to answer: misaki", "yet: ken");
  }

  @Test
  void whatTheCommanderWritesStaysAndTheRestStaysInBothLanguages() {
    String shown = room.draft.of(room.record(incident)).of(Topic.OBJECTIVES).ja();
    room.acts.offer(
        incident,
        to(SAKURA).briefed(Map.of(Topic.RISKS, "再送バッチを動かさない", Topic.OBJECTIVES, shown)),
        AOI);

    var said = room.handover(incident).briefing();
    assertThat(room.handover(incident).isBriefed()).isTrue();
    assertThat(said.of(Topic.RISKS).en()).isEqualTo("再送バッチを動かさない");
    assertThat(said.of(Topic.OBJECTIVES).en()).isEqualTo("Stop the impact on users");
  }

  @Test
  void onlyTheOutgoingCommanderBriefsUntilTheDeputyMay() {
    room.deputies.appoint(incident, DANIEL, AOI);
    offer(SAKURA);

    assertThat(brief("x", DANIEL)).isInstanceOf(Outcome.NotAllowed.class);
    room.handover(incident).openToDeputy();
    assertThat(brief("by the deputy", DANIEL)).isInstanceOf(Outcome.Done.class);
    assertThat(brief("x", EMMA)).isInstanceOf(Outcome.NotAllowed.class);
    assertThat(brief("by the commander", AOI)).isInstanceOf(Outcome.Done.class);

    assertThat(room.handover(incident).briefing().of(Topic.RISKS).ja())
        .isEqualTo("by the commander");
  }

  @Test
  void aTopicThatIsTooLongIsNamed() {
    offer(SAKURA);

    assertThatThrownBy(() -> brief("x".repeat(1001), AOI)).hasMessageContaining("risk");
  }

  // --- what does not move

  @Test
  void dutiesAndTheDeputyOutliveTheHandover() {
    room.command.takeAnnouncing(incident, Rehearsal.YUMI);
    room.deputies.appoint(incident, DANIEL, AOI);
    offer(SAKURA);
    accept(SAKURA);

    assertThat(room.store.services(incident).stream().filter(Service::isOpen))
        .extracting(Service::kind)
        .contains(DutyKind.ANNOUNCER, DutyKind.DEPUTY, DutyKind.ONCALL);
  }

  // --- words of the tests above

  private static HandoverWish to(PersonId person) {
    return HandoverWish.to(person, HandoverReason.FATIGUE);
  }

  private Outcome offer(PersonId person) {
    return room.acts.offer(incident, to(person), AOI);
  }

  private void offerToAll() {
    room.acts.offer(incident, HandoverWish.toAnybody(HandoverReason.SHIFT_END), AOI);
  }

  private TakeOutcome accept(PersonId person) {
    return room.acts.accept(incident, ALL, person);
  }

  private Outcome brief(String risk, PersonId by) {
    return room.briefing.brief(incident, Map.of(Topic.RISKS, risk), by);
  }

  private void passOverSilent() {
    room.handovers.passOver(room.record(incident), room.handover(incident), Refusal.SILENT);
  }

  private TimelineEntry line(String type) {
    return room.timeline(incident).stream()
        .filter(entry -> entry.type().equals(type))
        .reduce((first, second) -> second)
        .orElseThrow();
  }
}
