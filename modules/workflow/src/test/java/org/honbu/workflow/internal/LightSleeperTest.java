package org.honbu.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.junit.jupiter.api.Test;

class LightSleeperTest {
  private static final long A_LONG_SLEEP = Duration.ofMinutes(10).toMillis();

  private final LightSleeper sleeper = new LightSleeper(new DefaultJobExecutor());

  @Test
  void aJobThatCameDuringTheLookIsNotSleptOver() throws Exception {
    sleeper.beginToLook();
    sleeper.jobWasAdded();

    assertThat(asleep(A_LONG_SLEEP).get(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aJobThatComesDuringTheSleepWakes() throws Exception {
    sleeper.beginToLook();
    CompletableFuture<Boolean> sleep = asleep(A_LONG_SLEEP);

    sleeper.jobWasAdded();

    assertThat(sleep.get(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aJobThatTheLookFoundKeepsNobodyAwake() throws Exception {
    sleeper.jobWasAdded();
    sleeper.beginToLook();

    long began = System.nanoTime();
    asleep(50).get(10, TimeUnit.SECONDS);

    assertThat(sleeper.isJobAdded()).isFalse();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(40));
  }

  @Test
  void theEndWakes() throws Exception {
    sleeper.beginToLook();
    CompletableFuture<Boolean> sleep = asleep(A_LONG_SLEEP);

    sleeper.stop();

    assertThat(sleep.get(10, TimeUnit.SECONDS)).isTrue();
  }

  private CompletableFuture<Boolean> asleep(long millis) {
    return CompletableFuture.supplyAsync(
        () -> {
          sleeper.suspendAcquisition(millis);
          return true;
        });
  }
}
