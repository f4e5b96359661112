package org.honbu.testkit.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SlopeTest {

  @Test
  void whatCostsTheSameHoweverManyDoesNotGrow() {
    assertThat(Slope.of(Map.of(1_000, 400L, 10_000, 400L, 100_000, 400L)))
        .isCloseTo(0, within(1e-9));
  }

  @Test
  void whatTakesEachInHandGrowsWithThem() {
    assertThat(Slope.of(Map.of(1_000, 500L, 10_000, 5_000L, 100_000, 50_000L)))
        .isCloseTo(1, within(1e-9));
  }

  @Test
  void theSquareRootGrowsByHalf() {
    assertThat(Slope.of(Map.of(1_000, 100L, 100_000, 1_000L))).isCloseTo(0.5, within(1e-9));
  }
}
