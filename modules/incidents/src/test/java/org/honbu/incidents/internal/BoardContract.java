package org.honbu.incidents.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.honbu.incidents.BoardRow;
import org.honbu.incidents.Declaration;
import org.honbu.incidents.Duty;
import org.honbu.incidents.DutyKind;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.LargeReason;
import org.honbu.incidents.OpenCount;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Signal;
import org.honbu.incidents.Source;
import org.honbu.incidents.Standing;
import org.honbu.incidents.TimelineEntry;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.junit.jupiter.api.Test;

/** What the board reads is what was written. */
abstract class BoardContract extends RealDatabaseContract {
  BoardContract(SharedDatabase database) {
    super(database);
  }

  @Test
  void everythingThatWasWrittenIsReadBack() {
    PersonId commander = town.newcomer("is-read-back");
    IncidentId incident = room();
    act(desk -> desk.command.take(incident, commander));
    act(desk -> desk.command.takeAnnouncing(incident, YUMI));
    act(desk -> signal(desk, incident, "a"));
    act(desk -> signal(desk, incident, "a"));

    var view = view(incident);

    assertThat(view.state()).isEqualTo(IncidentState.INVESTIGATING);
    assertThat(view.severity()).contains(Severity.SEV1);
    assertThat(view.team()).isEqualTo(Town.PAYMENTS);
    assertThat(view.impact().function()).isEqualTo(Impact.Function.CORE);
    assertThat(view.largeReasons()).containsExactly(LargeReason.L_SEV);
    assertThat(view.seat().orElseThrow().holder()).isEqualTo(commander);
    assertThat(view.seat().orElseThrow().standing()).isEqualTo(Standing.HELD);
    assertThat(view.announcer()).contains(YUMI);
    assertThat(view.signals().received()).isEqualTo(2);
    assertThat(view.duties().stream().filter(duty -> duty.to().isEmpty()))
        .extracting(Duty::kind)
        .containsExactlyInAnyOrder(DutyKind.ONCALL, DutyKind.ANNOUNCER, DutyKind.COMMANDER);
    assertThat(timeline(incident))
        .extracting(TimelineEntry::type)
        .containsExactly(
            "declared",
            "rated",
            "acknowledged",
            "room-opened",
            "command-taken",
            "announcing-taken",
            "signal");
  }

  @Test
  void theBoardShowsWorstFirstAndWhoCommands() {
    IncidentId mild = declare();
    act(desk -> desk.life.rating.rateByRule(mild, Severity.SEV4, List.of(), RULE));
    IncidentId bad = room();

    List<BoardRow> rows = act(desk -> desk.board.open());

    List<IncidentId> order = rows.stream().map(BoardRow::id).toList();
    assertThat(order.indexOf(bad)).isLessThan(order.indexOf(mild));
    assertThat(rows.get(order.indexOf(bad)).commander()).contains(MISAKI);
    assertThat(mine(MISAKI).stream().map(BoardRow::id)).contains(bad).doesNotContain(mild);
  }

  @Test
  void whatIsOpenIsReadInPartsAndCountedWhole() {
    PersonId commander = town.newcomer("one-who-is-counted");
    OpenCount before = countOpen();
    IncidentId room = room();
    IncidentId led = room();
    act(desk -> desk.command.take(led, commander));
    drill("payment-api");

    OpenCount now = countOpen();
    List<BoardRow> all = openRows();
    List<BoardRow> inParts = new ArrayList<>();
    for (int after = 0; after < all.size(); after += 3) {
      int from = after;
      inParts.addAll(act(desk -> desk.board.open(from, 3)));
    }

    assertThat(inParts).isEqualTo(all);
    assertThat(now.all()).isEqualTo(all.size());
    assertThat(now)
        .isEqualTo(
            new OpenCount(
                before.real() + 2,
                before.rooms() + 2,
                before.ledByActing() + 1,
                before.drills() + 1));
    assertThat(all).extracting(BoardRow::id).contains(room, led);
  }

  @Test
  void whatItMayBeMergedWithIsAsRealAndNotItself() {
    IncidentId bad = room();
    IncidentId other = room();
    IncidentId drill = drill("payment-api");

    List<BoardRow> beside = act(desk -> desk.board.openBeside(bad, Kind.REAL, 500));

    assertThat(beside).extracting(BoardRow::id).contains(other).doesNotContain(bad, drill);
    assertThat(beside).extracting(BoardRow::kind).containsOnly(Kind.REAL);
    assertThat(this.<List<BoardRow>>act(desk -> desk.board.openBeside(bad, Kind.REAL, 1)))
        .isEqualTo(beside.subList(0, 1));
  }

  @Test
  void ofEachComponentTheOldestThatIsOpenIsTold() {
    drill("ledger");
    IncidentId first = declareOn("ledger");
    declareOn("ledger");
    IncidentId other = declareOn("mailer");

    assertThat(openOn("ledger", "mailer", "nothing-of-the-kind"))
        .containsExactlyInAnyOrderEntriesOf(Map.of("ledger", first, "mailer", other));
    assertThat(openOn()).isEmpty();
  }

  /** Which one a customer's report joins that nobody has triaged. */
  @Test
  void onAComponentTheOldestThatIsOpenAndRealIsJoined() {
    drill("billing");
    IncidentId another = declareOn("shipping");
    IncidentId over = declareOn("billing");
    IncidentId first = declareOn("billing");
    declareOn("billing");
    act(desk -> desk.life.merging.merge(over, another, MISAKI));

    assertThat(joined("billing")).contains(first);
    assertThat(joined("nothing-of-the-kind")).isEmpty();
  }

  private Optional<IncidentId> joined(String component) {
    return act(desk -> desk.board.openOn(component));
  }

  private Map<String, IncidentId> openOn(String... components) {
    return act(desk -> desk.board.openOn(Set.of(components)));
  }

  private OpenCount countOpen() {
    return act(desk -> desk.board.countOpen());
  }

  private IncidentId declareOn(String component) {
    return act(
        desk ->
            desk.life.declaring.declare(
                Declaration.of("it is down", Actor.person(MISAKI), Instant.now())
                    .about(component)));
  }

  @Test
  void aResolvedIncidentLeavesTheOpenOnesAndStaysOnTheBoard() {
    IncidentId incident = room();
    act(desk -> desk.command.take(incident, AOI));
    act(desk -> desk.life.recovery.declareMitigated(incident, "rolled back", AOI));
    act(desk -> desk.life.recovery.verify(incident, ITSUKI));
    Outcome resolved = act(desk -> desk.life.recovery.declareResolved(incident, "done", AOI));
    assertThat(resolved).isInstanceOf(Outcome.Done.class);

    assertThat(openRows()).extracting(BoardRow::id).doesNotContain(incident);
    assertThat(boardRows()).extracting(BoardRow::id).contains(incident);
    assertThat(view(incident).seat()).isEmpty();
    Instant end = view(incident).times().resolvedAt().orElseThrow();
    assertThat(resolvedSince(end)).extracting(BoardRow::id).containsExactly(incident);
    assertThat(resolvedSince(end.plusSeconds(1))).isEmpty();
  }

  @Test
  void whoHeldCommandOfAnotherIncidentIsNoBeginner() {
    PersonId beginner = town.newcomer("first-timer");
    IncidentId first = room();
    IncidentId second = room();

    act(desk -> desk.command.take(first, beginner));

    assertThat(hasCommandedAnother(beginner, first)).isFalse();
    assertThat(hasCommandedAnother(beginner, second)).isTrue();
  }

  private boolean hasCommandedAnother(PersonId person, IncidentId than) {
    return act(desk -> desk.board.hasCommandedAnother(person, than));
  }

  /** A39. */
  @Test
  void whatFollowsAClosedIncidentIsFoundByItsLink() {
    IncidentId over = room();
    act(desk -> desk.life.recovery.declareMitigated(over, "", MISAKI));
    act(desk -> desk.life.recovery.verify(over, ITSUKI));
    act(desk -> desk.life.recovery.declareResolved(over, "", MISAKI));
    act(desk -> desk.life.ending.close(over, RULE));

    IncidentId next = act(desk -> desk.life.reopening.reopen(over, "again", ITSUKI).open());

    IncidentId pressedAgain = act(desk -> desk.life.reopening.reopen(over, "again", MISAKI).open());
    assertThat(next).isNotEqualTo(over);
    assertThat(pressedAgain).isEqualTo(next);
  }

  @Test
  void whatWasNothingIsNotAmongWhatWasResolvedLately() {
    IncidentId nothing = saidToBeNothing();
    act(desk -> desk.life.ending.close(nothing, RULE));

    assertThat(view(nothing).state()).isEqualTo(IncidentState.CLOSED);
    assertThat(boardRows()).extracting(BoardRow::id).doesNotContain(nothing);
  }

  @Test
  void aMergedIncidentsTimelineAndSignalsAreItsParents() {
    IncidentId parent = declare();
    IncidentId child = declare();
    act(desk -> signal(desk, child, "b"));

    act(desk -> desk.life.merging.merge(child, parent, MISAKI));

    assertThat(view(parent).signals().different()).isEqualTo(1);
    assertThat(timeline(parent)).extracting(TimelineEntry::incident).contains(parent, child);
    List<TimelineEntry> newest = act(desk -> desk.board.newest(parent, 100));
    assertThat(newest).isEqualTo(timeline(parent));
  }

  @Test
  void theNewestLinesAreTheEndOfTheTimeline() {
    IncidentId incident = room();
    List<TimelineEntry> all = timeline(incident);

    List<TimelineEntry> newest = act(desk -> desk.board.newest(incident, 2));

    assertThat(newest).isEqualTo(all.subList(all.size() - 2, all.size()));
  }

  @Test
  void ofTwoReportsOfOneCustomerTheLargerCounts() {
    IncidentId parent = declare();
    IncidentId child = declare();
    Instant now = Instant.now();
    Instant lately = now.minus(30, ChronoUnit.MINUTES);
    act(desk -> report(desk, parent, "shop", 40, lately.minusSeconds(1)));
    act(desk -> report(desk, parent, "shop", 1, now));
    act(desk -> report(desk, child, "bank", 2, now));
    act(desk -> signal(desk, parent, "a"));
    act(desk -> signal(desk, child, "b"));
    act(desk -> desk.life.declaring.clearSignal(child, "b", now));
    act(desk -> desk.life.merging.merge(child, parent, MISAKI));

    assertThat(view(parent).signals()).isEqualTo(new IncidentView.Signals(5, 5, 1, 42));
    int customers = act(desk -> desk.board.customersSince(parent, lately));
    assertThat(customers).isEqualTo(3);
  }

  @Test
  void theLastSignalThatClearsIsTheQuietOne() {
    IncidentId incident = declare();
    act(desk -> report(desk, incident, "shop", 1, Instant.now()));
    act(desk -> signal(desk, incident, "a"));
    act(desk -> signal(desk, incident, "b"));

    assertThat(clears(incident, "a")).isFalse();
    assertThat(clears(incident, "b")).isTrue();
  }

  private boolean clears(IncidentId incident, String fingerprint) {
    return act(desk -> desk.life.declaring.clearSignal(incident, fingerprint, Instant.now()));
  }

  private List<BoardRow> openRows() {
    return act(desk -> desk.board.open());
  }

  private List<BoardRow> resolvedSince(Instant since) {
    return act(desk -> desk.board.resolvedSince(since, 1));
  }

  private List<BoardRow> boardRows() {
    return act(desk -> desk.board.board());
  }

  private List<BoardRow> mine(PersonId person) {
    return act(desk -> desk.board.mine(person));
  }

  private static boolean report(
      Desk desk, IncidentId incident, String customer, int customers, Instant at) {
    desk.life.declaring.attachSignal(
        incident,
        new Signal(
            Source.CS,
            UUID.randomUUID().toString(),
            "no payment goes through",
            at,
            Optional.of(customer),
            customers),
        Impact.UNKNOWN);
    return true;
  }
}
