package org.honbu.response.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.response.internal.World.INCIDENT;

import org.honbu.incidents.IncidentState;
import org.honbu.kernel.Actor;
import org.honbu.testkit.process.Walked;
import org.junit.jupiter.api.Test;

/** From the mitigation to the end, and back when it has not held. */
abstract class RecoveryStories extends ResponseStories {
  RecoveryStories(Walked walked) {
    super(walked);
  }

  @Test
  void whatComesBackInTheRoomIsWorkedOnAgainWithTheSameCommander() {
    roomOpen();
    world.take(INCIDENT, AOI);
    world.declareMitigated(INCIDENT, "rolled back", AOI);
    settle();
    world.verify(INCIDENT, ITSUKI);
    settle();

    world.recurred(INCIDENT, "errors again", Actor.person(ITSUKI));
    settle();

    assertThat(engine.waitsAt(INCIDENT))
        .contains("Activity_AwaitMitigation", "Activity_LeadTheIncident");
    assertThat(world.seat.orElseThrow().holder()).isEqualTo(AOI);
  }

  @Test
  void theVerifierIsRemindedEveryTenMinutesAndMaySayNo() {
    mitigated();

    passes("PT21M");
    assertThat(engine.calls("remindTheVerifier")).hasSize(2);

    done("Activity_VerifyMitigation", IncidentState.INVESTIGATING);
    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_AwaitMitigation");
  }

  @Test
  void theCommanderIsRemindedToDeclareItResolved() {
    mitigated();
    world.verify(INCIDENT, ITSUKI);
    passes("PT30M");
    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_DeclareResolved");

    passes("PT10M");
    assertThat(engine.calls("remindToResolve")).hasSize(1);

    world.declareResolved(INCIDENT, "rolled back", AOI);
    nobodyTakesItBack();
    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Gateway_ReopenWindow");
  }

  @Test
  void itMayComeBackJustBeforeItIsDeclaredResolved() {
    mitigated();
    world.verify(INCIDENT, ITSUKI);
    passes("PT30M");

    world.recurred(INCIDENT, "errors again", Actor.person(ITSUKI));
    settle();

    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_AwaitMitigation");
  }
}
