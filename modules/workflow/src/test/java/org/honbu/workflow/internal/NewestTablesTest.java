package org.honbu.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NewestTablesTest {
  private static EngineRoom room;

  private final Hands clock = new Hands();
  private final NewestTables tables = new NewestTables(clock);
  private final AtomicInteger searches = new AtomicInteger();

  @BeforeAll
  static void open() {
    room = Rooms.ours(new Rooms.People());
  }

  @BeforeEach
  void load() {
    Greeting.deploy(room, "before");
    assertThat(Greeting.of(room)).isEqualTo("before");
  }

  @AfterAll
  static void close() {
    room.close();
  }

  @Test
  void theDatabaseIsAskedOnceASecondForWhatAnotherNodeLoaded() {
    ask("1");
    clock.pass(Duration.ofMillis(999));
    assertThat(ask("2")).contains("1");

    clock.pass(Duration.ofMillis(1));

    assertThat(ask("2")).contains("2");
    assertThat(searches).hasValue(2);
  }

  @Test
  void aTableThatIsNotThereIsSearchedForEachTime() {
    assertThat(tables.version("Greeting", Optional::empty)).isEmpty();

    assertThat(ask("1")).contains("1");
  }

  @Test
  void everybodyObeysASetFromItsCommitOn() {
    inOneTransaction(
        () -> {
          Greeting.deploy(room, "after");
          assertThat(CompletableFuture.supplyAsync(() -> Greeting.of(room)).join())
              .isEqualTo("before");
        });

    assertThat(Greeting.of(room)).isEqualTo("after");
  }

  @Test
  void aSetThatIsRolledBackIsForgotten() {
    assertThatThrownBy(
            () ->
                inOneTransaction(
                    () -> {
                      Greeting.deploy(room, "after");
                      throw new IllegalStateException("on second thoughts");
                    }))
        .hasMessageContaining("on second thoughts");

    assertThat(Greeting.of(room)).isEqualTo("before");
  }

  @Test
  void aSearchThatASetOvertookIsNotRemembered() {
    Optional<String> slow =
        tables.version(
            "Greeting",
            () -> {
              inOneTransaction(() -> load(tables));
              return Optional.of("1");
            });
    assertThat(slow).contains("1");

    assertThat(ask("2")).contains("2");
  }

  @Test
  void nothingIsRememberedWhileASetIsLoaded() {
    inOneTransaction(
        () -> {
          load(tables);
          assertThat(ask("not committed yet")).contains("not committed yet");
          assertThat(ask("committed before")).contains("committed before");
        });
  }

  @Test
  void onceASetIsCommittedOrRolledBackWhatIsFoundIsRememberedAgain() {
    inOneTransaction(() -> load(tables));
    ask("1");
    assertThat(ask("2")).contains("1");

    assertThatThrownBy(
            () ->
                inOneTransaction(
                    () -> {
                      load(tables);
                      throw new IllegalStateException("on second thoughts");
                    }))
        .hasMessageContaining("on second thoughts");
    ask("2");
    assertThat(ask("3")).contains("2");
  }

  /** The engine tells of each set that it parses, too: after a start, or for an old incident. */
  @Test
  void anOldSetThatIsParsedChangesNothing() {
    ask("1");

    tables.deploy(new DeploymentEntity());

    assertThat(ask("2")).contains("1");
  }

  /** As the engine tells of a deployment. */
  private static void load(NewestTables tables) {
    var deployment = new DeploymentEntity();
    deployment.setNew(true);
    tables.deploy(deployment);
  }

  private Optional<String> ask(String newest) {
    return tables.version(
        "Greeting",
        () -> {
          searches.incrementAndGet();
          return Optional.of(newest);
        });
  }

  private void inOneTransaction(Runnable work) {
    ((ProcessEngineConfigurationImpl) room.engine().getProcessEngineConfiguration())
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              work.run();
              return true;
            });
  }

  private static final class Hands extends Clock {
    private Instant now = Instant.parse("2026-11-22T03:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
