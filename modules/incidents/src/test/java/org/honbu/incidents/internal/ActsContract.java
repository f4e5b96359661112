package org.honbu.incidents.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.honbu.incidents.Activity;
import org.honbu.incidents.Briefing;
import org.honbu.incidents.Briefing.Topic;
import org.honbu.incidents.CareAnswer;
import org.honbu.incidents.CareQuestion;
import org.honbu.incidents.CareQuestions.Asked;
import org.honbu.incidents.Declaration;
import org.honbu.incidents.HandoverReason;
import org.honbu.incidents.HandoverView;
import org.honbu.incidents.HandoverWish;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.NoteTag;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.ReadBack;
import org.honbu.incidents.TakeOutcome;
import org.honbu.incidents.TimelineEntry;
import org.honbu.incidents.Triage;
import org.honbu.incidents.UndoOffer;
import org.honbu.incidents.Undoable;
import org.honbu.incidents.Work;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.junit.jupiter.api.Test;

/** Each act is kept and told as it was meant. */
abstract class ActsContract extends RealDatabaseContract {
  ActsContract(SharedDatabase database) {
    super(database);
  }

  @Test
  void whatWasMergedByMistakeIsTakenApartWithItsSignalsAndItsCommander() {
    PersonId leader = town.newcomer("leader-of-the-other");
    PersonId commander = town.newcomer("leader-of-this");
    IncidentId parent = room();
    IncidentId child = room();
    act(desk -> desk.command.take(parent, leader));
    act(desk -> desk.command.take(child, commander));
    act(desk -> signal(desk, parent, "a"));
    act(desk -> signal(desk, child, "a"));
    act(desk -> signal(desk, child, "b"));
    act(desk -> desk.life.merging.merge(child, parent, MISAKI));

    Outcome parted = act(desk -> desk.life.parting.takeApart(child, "別の障害でした", leader));

    assertThat(parted).isInstanceOf(Outcome.Done.class);
    assertThat(view(child).parent()).isEmpty();
    assertThat(view(child).signals().different()).isEqualTo(2);
    assertThat(view(child).seat().orElseThrow().holder()).isEqualTo(commander);
    assertThat(view(parent).signals().different()).isEqualTo(1);
    assertThat(timeline(parent)).extracting(TimelineEntry::incident).containsOnly(parent);
    assertThat(timeline(parent)).extracting(TimelineEntry::type).contains("merged", "parted");
  }

  @Test
  void oneCommanderOfTwoMajorIncidentsIsRefused() {
    PersonId commander = town.newcomer("commander-of-two");
    IncidentId first = room();
    IncidentId second = room();
    act(desk -> desk.command.take(first, commander));

    TakeOutcome again = act(desk -> desk.command.take(second, commander));

    assertThat(again).isInstanceOf(TakeOutcome.NotAllowed.class);
  }

  @Test
  void whatIsKnownOfACommanderIsReadBack() {
    PersonId commander = town.newcomer("watched");
    PersonId successor = town.newcomer("next");
    IncidentId incident = room();
    act(desk -> desk.command.take(incident, commander));
    act(desk -> desk.notes.write(incident, NoteTag.FINDING, "the queue is full", commander));
    act(desk -> desk.care.handsAtWork(incident, commander));
    act(desk -> desk.care.nudge(incident, ITSUKI));
    Asked asked = act(desk -> desk.asking.askAboutHands(incident));
    var goOn = new CareAnswer.GoOn("one minute more");
    act(desk -> desk.asking.answer(incident, CareQuestion.Why.HANDS_ON, goOn, commander));

    assertThat(asked).isInstanceOf(Asked.Question.class);
    List<Sign> signs = act(desk -> desk.careStore.signs(incident, 2));
    assertThat(signs)
        .extracting(Sign::kind)
        .containsExactly(Sign.Kind.FINDING, Sign.Kind.SELF_REPORT, Sign.Kind.NUDGE);
    Optional<CareAnswer> last = act(desk -> desk.asking.lastAnswer(incident));
    assertThat(last).contains(goOn);
    var wish = HandoverWish.to(successor, HandoverReason.HANDS_ON);
    act(desk -> desk.handovers.offer(incident, wish, commander));
    var readBack = new ReadBack("stop it", "1", "04:06", "none");
    act(desk -> desk.handovers.accept(incident, readBack, successor));
    assertThat(act(desk -> desk.asking.drawnBefore(incident)).orElseThrow().work().en())
        .isEqualTo("the queue is full");
    resolve(incident, successor);
  }

  @Test
  void aCommandersPresenceIsOneRow() {
    PersonId commander = town.newcomer("present");
    IncidentId incident = room();
    act(desk -> desk.command.take(incident, commander));
    seen(incident, commander);
    Instant first = lastSeen(incident);
    seen(incident, commander);
    act(
        desk -> {
          desk.care.commanded(incident, commander);
          return true;
        });

    assertThat(lastSeen(incident)).isAfterOrEqualTo(first);
    assertThat(act(desk -> desk.careStore.presence(incident, commander)).orElseThrow())
        .satisfies(row -> assertThat(row.commandedAt()).contains(row.seenAt()));
    resolve(incident, commander);
  }

  private void seen(IncidentId incident, PersonId person) {
    act(
        desk -> {
          desk.care.seen(incident, person);
          return true;
        });
  }

  private Instant lastSeen(IncidentId incident) {
    return act(desk -> desk.care.watch(incident)).orElseThrow().lastSeen();
  }

  @Test
  void workOnAComponentIsKeptAndToldWhereItBelongs() {
    PersonId commander = town.newcomer("operating");
    IncidentId incident = room();
    IncidentId over = room();
    act(desk -> desk.command.take(incident, commander));
    act(desk -> desk.command.take(over, AOI));
    resolve(over, AOI);
    IncidentId drill = drill("payment-api");
    Activity deploy = activity(commander, Optional.of("payment-api"));
    Activity shell = activity(commander, Optional.empty());

    UUID first = act(desk -> desk.activities.heard(deploy));
    act(desk -> desk.activities.heard(shell));

    assertThat(act(desk -> desk.careStore.activity(first)).orElseThrow().view()).isEqualTo(deploy);
    assertThat(changesSince(deploy.at().minusSeconds(60))).contains(deploy).doesNotContain(shell);
    assertThat(changesSince(deploy.at().plusSeconds(60))).isEmpty();
    assertThat(timeline(incident)).filteredOn(line -> line.type().equals("activity")).hasSize(2);
    assertThat(timeline(over)).noneMatch(line -> line.type().equals("activity"));
    assertThat(timeline(drill)).noneMatch(line -> line.type().equals("activity"));
    List<Sign> signs = act(desk -> desk.careStore.signs(incident, 2));
    assertThat(signs).hasSize(2);
    resolve(incident, commander);
  }

  private List<Activity> changesSince(Instant since) {
    return act(
        desk ->
            desk.careStore.activitiesOn("payment-api", since, 50).stream()
                .map(HeardActivity::view)
                .toList());
  }

  private static Activity activity(PersonId person, Optional<String> component) {
    return new Activity(
        "deploys",
        person.value(),
        Optional.of(person),
        Work.FEATURE_FLAG,
        component,
        Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.MICROS),
        Optional.of("https://deploys.example.com/42"));
  }

  @Test
  void oneTransactionDeclaresAndGoesOn() {
    IncidentId incident =
        act(
            desk -> {
              IncidentId declared =
                  desk.life.declaring.declare(
                      Declaration.of("payment fails", Actor.person(MISAKI), Instant.now()));
              signal(desk, declared, "a");
              signal(desk, declared, "b");
              desk.life.triage.triage(declared, Triage.real(Impact.UNKNOWN), MISAKI);
              return declared;
            });

    assertThat(view(incident).state()).isEqualTo(IncidentState.INVESTIGATING);
    assertThat(view(incident).signals().different()).isEqualTo(2);
  }

  @Test
  void whatIsTakenBackIsAsItWas() {
    IncidentId incident = room();
    act(desk -> desk.command.take(incident, AOI));
    act(desk -> desk.command.takeAnnouncing(incident, YUMI));
    act(desk -> desk.life.recovery.declareMitigated(incident, "rolled back", AOI));
    act(desk -> desk.life.recovery.verify(incident, ITSUKI));
    IncidentView before = view(incident);
    act(desk -> desk.life.recovery.declareResolved(incident, "done", AOI));
    Optional<UndoOffer> offer =
        act(desk -> desk.life.undo.offered(incident, List.of(Undoable.values()), AOI));
    assertThat(offer).map(UndoOffer::act).contains(Undoable.RESOLUTION);

    Outcome outcome = act(desk -> desk.life.undo.takeBack(incident, Undoable.RESOLUTION, AOI));

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(view(incident)).isEqualTo(before);
    assertThat(openIntervals(incident)).containsExactly(AOI);
    act(desk -> desk.life.recovery.declareResolved(incident, "done", AOI));
  }

  @Test
  void aHandoverIsReadBackAsItWasWritten() {
    PersonId commander = town.newcomer("hands-over");
    PersonId successor = town.newcomer("takes-over");
    IncidentId incident = room();
    act(desk -> desk.command.take(incident, commander));
    act(
        desk ->
            desk.handovers.offer(
                incident,
                HandoverWish.to(successor, HandoverReason.FATIGUE)
                    .briefed(Map.of(Topic.RISKS, "再送バッチを動かさない")),
                commander));
    assertThat(view(incident).successor()).contains(successor);
    Briefing said = act(desk -> handover(desk, incident)).briefing();
    assertThat(said.of(Topic.RISKS).en()).isEqualTo("再送バッチを動かさない");
    assertThat(said.of(Topic.SITUATION).en()).contains("SEV1");

    TakeOutcome taken =
        act(desk -> desk.handovers.accept(incident, new ReadBack("a", "1", "b", "c"), successor));

    assertThat(taken).isInstanceOf(TakeOutcome.Taken.class);
    assertThat(view(incident).successor()).isEmpty();
    assertThat(act(desk -> handover(desk, incident)).endedAs(HandoverView.End.TAKEN)).isTrue();
    resolve(incident, successor);
  }

  /** Of a severity 1, of which nobody may command two; the engine and the outbox come on top. */
  @Test
  void acceptingAHandoverAsksLittle() {
    PersonId commander = town.newcomer("hands-over-cheaply");
    PersonId successor = town.newcomer("takes-over-cheaply");
    IncidentId incident = room();
    act(desk -> desk.command.take(incident, commander));
    act(
        desk ->
            desk.handovers.offer(
                incident, HandoverWish.to(successor, HandoverReason.FATIGUE), commander));

    long statements =
        database.statementsOf(
            () ->
                act(
                    desk ->
                        desk.handovers.accept(
                            incident, new ReadBack("a", "1", "b", "c"), successor)));

    assertThat(view(incident).seat().orElseThrow().holder()).isEqualTo(successor);
    assertThat(statements).isLessThanOrEqualTo(15);
    assertThat(database.statementsOf(() -> view(incident))).isLessThanOrEqualTo(4);
    resolve(incident, successor);
  }

  @Test
  void whoDeclinedIsRemembered() {
    PersonId commander = town.newcomer("hands-over-twice");
    PersonId first = town.newcomer("declines");
    IncidentId incident = room();
    act(desk -> desk.command.take(incident, commander));
    act(
        desk ->
            desk.handovers.offer(
                incident, HandoverWish.to(first, HandoverReason.FATIGUE), commander));
    act(desk -> desk.handovers.decline(incident, first));

    HandoverView now = act(desk -> handover(desk, incident));

    assertThat(now.round()).isEqualTo(2);
    assertThat(now.asked()).isPresent().isNotEqualTo(Optional.of(first));
    assertThat(view(incident).seat().orElseThrow().holder()).isEqualTo(commander);
    act(desk -> desk.handovers.withdraw(incident, commander));
    resolve(incident, commander);
  }

  private static HandoverView handover(Desk desk, IncidentId incident) {
    List<Handover> all = desk.store.handovers(incident);
    return all.get(all.size() - 1).view();
  }
}
