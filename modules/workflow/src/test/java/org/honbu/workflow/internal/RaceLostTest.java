package org.honbu.workflow.internal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RaceLostTest {
  private final ProcessEngineException deadlock =
      new ProcessEngineException("flush", new SQLException("deadlock detected", "40P01"));

  private static EngineRoom room;

  @BeforeAll
  static void open() {
    room = Rooms.ours(new Rooms.People());
  }

  @AfterAll
  static void close() {
    room.close();
  }

  @Test
  void whomTheDatabaseMadeGiveWayWasSlowerAndHasNotFailed() {
    assertThatThrownBy(() -> after(deadlock))
        .isInstanceOf(OptimisticLockingException.class)
        .hasCause(deadlock);
  }

  @Test
  void aPersonHearsItInASentence() {
    room.engine().getIdentityService().setAuthenticatedUserId("aoi");
    try {
      assertThatThrownBy(() -> after(deadlock)).isInstanceOf(Refused.class);
    } finally {
      room.engine().getIdentityService().clearAuthentication();
    }
  }

  @Test
  void anythingElseIsWhatItWas() {
    var broken = new ProcessEngineException("flush", new SQLException("no such table", "42P01"));

    assertThatThrownBy(() -> after(broken)).isSameAs(broken);
  }

  private static void after(RuntimeException failure) {
    var engine = (ProcessEngineConfigurationImpl) room.engine().getProcessEngineConfiguration();
    var lost = new RaceLost(engine);
    lost.setNext(
        new CommandInterceptor() {
          @Override
          public <T> T execute(Command<T> command) {
            throw failure;
          }
        });
    lost.execute(command -> "done");
  }
}
