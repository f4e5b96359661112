package org.honbu.incidents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.honbu.incidents.DutyKind;
import org.honbu.incidents.HandoverReason;
import org.honbu.incidents.HandoverWish;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.ReadBack;
import org.honbu.incidents.TakeOutcome;
import org.honbu.incidents.Undoable;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.junit.jupiter.api.Test;

/** Whatever happens at the same instant, one wins and the others learn who. */
abstract class RaceContract extends RealDatabaseContract {
  private static final int PEOPLE = 50;
  private static final int ROUNDS = 20;

  RaceContract(SharedDatabase database) {
    super(database);
  }

  /** RO-C1, as hard as it gets: the same person reaches for two major incidents at one instant. */
  @Test
  void whoClaimsTwoMajorIncidentsAtTheSameInstantGetsOne() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      PersonId hasty = town.newcomer("hasty-" + round);
      IncidentId first = room();
      IncidentId second = room();

      List<TakeOutcome> outcomes =
          allAtOnce(
              List.of(
                  () -> act(desk -> desk.command.take(first, hasty)),
                  () -> act(desk -> desk.command.take(second, hasty))));

      assertThat(outcomes).filteredOn(TakeOutcome.Taken.class::isInstance).hasSize(1);
      assertThat(outcomes).filteredOn(TakeOutcome.NotAllowed.class::isInstance).hasSize(1);
    }
  }

  @Test
  void anActThatFailsAfterwardsLeavesNothing() {
    IncidentId incident = room();
    int lines = act(desk -> desk.board.timeline(incident)).size();

    assertThatThrownBy(
            () ->
                act(
                    desk -> {
                      desk.command.take(incident, AOI);
                      throw new IllegalStateException("the engine failed");
                    }))
        .hasMessage("the engine failed");

    var view = view(incident);
    assertThat(view.seat().orElseThrow().holder()).isEqualTo(MISAKI);
    assertThat(view.duties().stream().filter(d -> d.kind() == DutyKind.COMMANDER)).hasSize(1);
    assertThat(timeline(incident)).hasSize(lines);
  }

  @Test
  void whatWasReadBeforeTheLockIsNotDecidedOn() {
    IncidentId incident = room();
    PersonId late = town.newcomer("late");

    TakeOutcome outcome =
        act(
            desk -> {
              desk.board.view(incident);
              act(faster -> faster.command.take(incident, AOI));
              return desk.command.take(incident, late);
            });

    assertThat(outcome)
        .isInstanceOfSatisfying(
            TakeOutcome.AlreadyHeld.class, lost -> assertThat(lost.by()).isEqualTo(AOI));
    assertThat(openIntervals(incident)).containsExactly(AOI);
    resolve(incident, AOI);
  }

  /** The end of the time and the undo at one instant: the record decides, and both obey. */
  @Test
  void anUndoAndTheEndOfItsTimeNeverBothWin() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      IncidentId incident = saidToBeNothing();

      List<Boolean> wins =
          allAtOnce(
              List.of(
                  () ->
                      act(desk -> desk.life.undo.takeBack(incident, Undoable.FALSE_ALARM, MISAKI))
                          instanceof Outcome.Done,
                  () -> act(desk -> desk.life.undo.letStand(incident))));

      assertThat(wins).containsExactlyInAnyOrder(true, false);
      assertThat(view(incident).state())
          .isEqualTo(wins.get(0) ? IncidentState.INVESTIGATING : IncidentState.FALSE_ALARM);
    }
  }

  @Test
  void anEscalationIsTakenBackOrBuiltUponAndNeverBoth() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      PersonId commander = town.newcomer("builder-" + round);
      IncidentId incident = declare();
      act(desk -> desk.life.triage.acknowledge(incident, MISAKI));
      act(desk -> desk.life.escalating.escalate(incident, MISAKI));

      List<Boolean> wins =
          allAtOnce(
              List.of(
                  () ->
                      act(desk -> desk.life.undo.takeBack(incident, Undoable.ESCALATION, MISAKI))
                          instanceof Outcome.Done,
                  () -> takes(incident, commander)));

      assertThat(wins).containsExactlyInAnyOrder(true, false);
      assertThat(openIntervals(incident)).isEqualTo(wins.get(0) ? List.of() : List.of(commander));
    }
  }

  private boolean takes(IncidentId incident, PersonId commander) {
    try {
      return act(desk -> desk.command.take(incident, commander)) instanceof TakeOutcome.Taken;
    } catch (ProblemException noRoomAnyMore) {
      assertThat(noRoomAnyMore.problem()).isEqualTo(IncidentProblems.NO_ROOM);
      return false;
    }
  }

  @Test
  void numbersGivenAtTheSameTimeAreDifferentAndGapless() throws Exception {
    List<Callable<IncidentId>> wishes = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      wishes.add(this::declare);
    }

    List<IncidentId> given = allAtOnce(wishes).stream().sorted().toList();

    assertThat(given).doesNotHaveDuplicates();
    assertThat(number(given.get(PEOPLE - 1)) - number(given.get(0))).isEqualTo(PEOPLE - 1);
  }

  @Test
  void ofFiftyPeopleAtTheSameInstantOneCommandsAndTheOthersLearnWho() throws Exception {
    List<PersonId> people = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      people.add(town.newcomer("racer-" + i));
    }
    for (int round = 0; round < ROUNDS; round++) {
      IncidentId incident = room();
      List<Callable<TakeOutcome>> wishes = new ArrayList<>();
      for (PersonId person : people) {
        wishes.add(() -> act(desk -> desk.command.take(incident, person)));
      }
      // TM12 falls due at that very instant.
      wishes.add(
          () -> {
            act(desk -> desk.command.confirmActing(incident, RULE));
            return new TakeOutcome.AlreadyHeld(MISAKI, Instant.EPOCH);
          });

      List<TakeOutcome> outcomes = allAtOnce(wishes).subList(0, PEOPLE);

      PersonId holder = view(incident).seat().orElseThrow().holder();
      assertThat(outcomes.stream().filter(TakeOutcome.Taken.class::isInstance))
          .hasSize(holder.equals(MISAKI) ? 0 : 1);
      assertThat(outcomes.stream().filter(TakeOutcome.AlreadyHeld.class::isInstance))
          .allSatisfy(lost -> assertThat(((TakeOutcome.AlreadyHeld) lost).by()).isEqualTo(holder));
      assertThat(outcomes).noneMatch(TakeOutcome.NotAllowed.class::isInstance);
      assertThat(openIntervals(incident)).containsExactly(holder);
      resolve(incident, holder);
    }
  }

  /** HND-3 by the key: whatever a defect may try, the database keeps a running handover alone. */
  @Test
  void theDatabaseItselfKeepsTwoHandoversApart() {
    PersonId commander = town.newcomer("hands-over-by-hand");
    IncidentId incident = room();
    act(desk -> desk.command.take(incident, commander));

    assertThatThrownBy(
            () ->
                database.in(
                    manager -> {
                      Seat seat = manager.find(Seat.class, incident.value());
                      for (int number = 1; number <= 2; number++) {
                        manager.persist(
                            Handover.taken(seat, number, "x", commander, Instant.EPOCH));
                      }
                      manager.flush();
                      return null;
                    }))
        .hasStackTraceContaining("ConstraintViolationException");
    resolve(incident, commander);
  }

  @Test
  void ofManyWhoAcceptAtTheSameInstantOneCommands() throws Exception {
    PersonId commander = town.newcomer("offers-to-all");
    List<PersonId> people = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      people.add(town.newcomer("accepts-" + i));
    }
    IncidentId incident = room();
    act(desk -> desk.command.take(incident, commander));
    act(
        desk ->
            desk.handovers.offer(
                incident, HandoverWish.toAnybody(HandoverReason.SHIFT_END), commander));

    List<Callable<TakeOutcome>> wishes = new ArrayList<>();
    for (PersonId person : people) {
      wishes.add(
          () ->
              act(
                  desk ->
                      desk.handovers.accept(incident, new ReadBack("a", "1", "b", "c"), person)));
    }
    List<TakeOutcome> outcomes = allAtOnce(wishes);

    assertThat(outcomes).filteredOn(TakeOutcome.Taken.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(TakeOutcome.AlreadyHeld.class::isInstance).hasSize(PEOPLE - 1);
    assertThat(openIntervals(incident)).hasSize(1);
    resolve(incident, openIntervals(incident).get(0));
  }

  private static <T> List<T> allAtOnce(List<Callable<T>> wishes) throws Exception {
    var start = new CyclicBarrier(wishes.size());
    ExecutorService threads = Executors.newFixedThreadPool(wishes.size());
    try {
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> wish : wishes) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return wish.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> one : running) {
        results.add(one.get(60, TimeUnit.SECONDS));
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  private static int number(IncidentId incident) {
    return Integer.parseInt(incident.value().substring("INC-2026-".length()));
  }
}
