package org.honbu.response.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.response.internal.World.INCIDENT;

import java.util.Set;
import org.honbu.incidents.ProcessRebuilt;
import org.honbu.kernel.Kind;
import org.junit.jupiter.api.Test;

/** The engine loses everything; the process waits again for exactly what it waited for. */
class RebuiltProcessTest extends ResponseStories {
  @Test
  void aRebuiltProcessWaitsForTheFirstAnswer() {
    declared(CRITICAL);

    rebuilt();
  }

  @Test
  void aRebuiltProcessWaitsForTheTeamToAcknowledge() {
    declared(MINOR);

    rebuilt();
  }

  @Test
  void aRebuiltProcessWaitsForTheTriage() {
    declared(CRITICAL);
    answeredByPage();

    rebuilt();
  }

  @Test
  void aRebuiltProcessWaitsForTheSecondPair() {
    falseAlarmSuspected();

    rebuilt();
  }

  @Test
  void aRebuiltProcessWaitsForTheTeam() {
    workingAsTeam();

    rebuilt();
  }

  @Test
  void aRebuiltRoomCanBeClaimedAndCallsNobodyTwiceOnceItIsHeld() {
    roomOpen();
    rebuilt();
    world.take(INCIDENT, AOI);
    int calls = outside.pages.size();

    rebuilt();

    assertThat(outside.pages).hasSize(calls);
  }

  @Test
  void anUnansweredRoomIsRebuiltWithItsCalls() {
    declared(CRITICAL);
    world.escalate(INCIDENT, ITSUKI);
    settle();

    rebuilt();
  }

  @Test
  void aRebuiltProcessWaitsForTheVerdictAndForTheWatch() {
    mitigated();
    rebuilt();
    world.verify(INCIDENT, ITSUKI);
    settle();

    rebuilt();
  }

  @Test
  void aRebuiltTeamsRecoveryIsWatched() {
    workingAsTeam();
    world.declareMitigated(INCIDENT, "restarted", MISAKI);
    settle();

    rebuilt();
  }

  @Test
  void aRebuiltProcessStandsByForADay() {
    mitigated();
    world.verify(INCIDENT, ITSUKI);
    settle();
    world.declareResolved(INCIDENT, "rolled back", AOI);
    nobodyTakesItBack();

    rebuilt();
  }

  /** The engine loses everything; the process waits again for exactly what it waited for. */
  private void rebuilt() {
    Set<String> before = engine.waitsAt(INCIDENT);
    assertThat(before).isNotEmpty();
    engine.forgetsEverything();
    assertThat(engine.waitsAt(INCIDENT)).isEmpty();

    new RebuildsOne(world, world, engine.processes()).rebuild(INCIDENT);
    settle();
    new CatchesUp(engine.processes(), world, world.handovers)
        .on(new ProcessRebuilt(INCIDENT, Kind.REAL, clock.instant()));
    settle();

    assertThat(engine.waitsAt(INCIDENT)).isEqualTo(before);
  }
}
