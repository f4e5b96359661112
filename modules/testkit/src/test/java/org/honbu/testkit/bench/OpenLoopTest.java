package org.honbu.testkit.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.ConcurrentHistogram;
import org.junit.jupiter.api.Test;

/** A server that stalls must pay for everybody who would have come meanwhile. */
class OpenLoopTest {

  @Test
  void aStallIsChargedToAllWhoWouldHaveCome() {
    var millis = new ConcurrentHistogram(3);
    var nothing = new CountDownLatch(1);
    var loop =
        new OpenLoop<OpenLoop.Line>(
            100,
            1,
            () -> () -> {},
            (line, number, due) -> {
              if (number == 10) {
                nothing.await(500, TimeUnit.MILLISECONDS); // the stall
              }
              millis.recordValue(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - due));
            });

    loop.run(Duration.ofSeconds(1));

    assertThat(millis.getTotalCount()).isEqualTo(100);
    assertThat(millis.getCountBetweenValues(100, 10_000))
        .as("a closed loop would have found one slow request")
        .isGreaterThan(30);
  }

  @Test
  void comesAtItsOwnTimes() {
    var sent = new AtomicInteger();
    long begin = System.nanoTime();

    new OpenLoop<OpenLoop.Line>(
            50, 4, () -> () -> {}, (line, number, due) -> sent.incrementAndGet())
        .run(Duration.ofSeconds(1));

    assertThat(sent).hasValue(50);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(970));
  }
}
