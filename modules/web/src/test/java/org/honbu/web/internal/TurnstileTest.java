package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnstileTest {
  private static final int FOR_THOSE_WHO_LOOK =
      Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  private final Turnstile turnstile = new Turnstile();

  @Test
  void halfTheCoresAreForThoseWhoOnlyLook() {
    assertThat(howManyEnter()).isEqualTo(FOR_THOSE_WHO_LOOK);
    assertThat(howManyEnter()).isZero();
  }

  @Test
  void forEachWhoLeavesAnotherEnters() {
    howManyEnter();

    turnstile.leave();

    assertThat(howManyEnter()).isEqualTo(1);
  }

  private long howManyEnter() {
    return IntStream.range(0, 10_000).filter(one -> turnstile.enter()).count();
  }
}
