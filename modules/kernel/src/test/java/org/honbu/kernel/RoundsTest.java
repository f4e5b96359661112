package org.honbu.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoundsTest {
  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration SHORT = Duration.ofMillis(1);
  private static final long PATIENCE_SECONDS = 20;

  private final AtomicInteger done = new AtomicInteger();
  private final List<RuntimeException> failures = Collections.synchronizedList(new ArrayList<>());
  private final List<Thread> threads = new ArrayList<>();
  private final List<Rounds> begun = new ArrayList<>();

  @AfterEach
  void end() throws InterruptedException {
    for (Rounds rounds : begun) {
      rounds.end();
    }
    for (Thread thread : threads) {
      thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
      assertThat(thread.isAlive()).isFalse();
    }
  }

  @Test
  void theFirstRoundIsAtOnceAndTheNextWhenItsTimeHasCome() throws InterruptedException {
    var once = new CountDownLatch(1);
    begin(Duration.ZERO, LONG, once::countDown);
    var thrice = new CountDownLatch(3);
    begin(Duration.ZERO, SHORT, thrice::countDown);

    assertThat(once.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(thrice.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(threads).allMatch(Thread::isDaemon).extracting(Thread::getName).contains("honbu-x");
  }

  @Test
  void aRoundThatFailsIsToldOfAndTheNextOneComes() throws InterruptedException {
    var third = new CountDownLatch(3);
    var broken = new IllegalStateException("the database is away");
    begin(
        Duration.ZERO,
        SHORT,
        () -> {
          third.countDown();
          if (done.incrementAndGet() == 2) {
            throw broken;
          }
        });

    assertThat(third.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(failures).containsExactly(broken);
  }

  @Test
  void nothingIsDoneBeforeItsTimeNorAfterTheEnd() throws InterruptedException {
    Rounds later = begin(LONG, LONG, done::incrementAndGet);
    later.end();
    threads.get(0).join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));

    assertThat(threads.get(0).isAlive()).isFalse();
    assertThat(done).hasValue(0);
  }

  private Rounds begin(Duration first, Duration every, Runnable round) {
    var rounds = new Rounds("honbu-x", first, every, round, failures::add);
    begun.add(rounds);
    rounds.begin(
        work -> {
          var thread = new Thread(work);
          threads.add(thread);
          return thread;
        });
    return rounds;
  }
}
