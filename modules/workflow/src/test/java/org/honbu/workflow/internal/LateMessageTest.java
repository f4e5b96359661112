package org.honbu.workflow.internal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.honbu.workflow.Facts;
import org.junit.jupiter.api.Test;

class LateMessageTest {

  @Test
  void aWaitThatEndedMeanwhileIsALostRaceAndNotADefect() {
    EngineRoom room = Rooms.ours(new Rooms.People());
    try {
      var processes = new EngineProcesses(room);

      assertThatThrownBy(
              () -> processes.hear("Message_HandoverEnded", "ended-meanwhile", Facts.none()))
          .isInstanceOf(OptimisticLockingException.class);
    } finally {
      room.close();
    }
  }
}
