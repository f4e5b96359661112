package org.honbu.testkit.bench;

import java.util.Map;

/**
 * How cost grows with number: the <i>k</i> of cost ~ number<sup>k</sup>, by least squares on the
 * logarithms of both. 0 is no growth at all; with 0.10 a hundred times as many cost 1.6 times as
 * much.
 */
final class Slope {
  private Slope() {}

  static double of(Map<Integer, Long> costByNumber) {
    double meanX = costByNumber.keySet().stream().mapToDouble(Math::log).average().orElseThrow();
    double meanY = costByNumber.values().stream().mapToDouble(Math::log).average().orElseThrow();
    double covered = 0;
    double spread = 0;
    for (var point : costByNumber.entrySet()) {
      double x = Math.log(point.getKey()) - meanX;
      covered += x * (Math.log(point.getValue()) - meanY);
      spread += x * x;
    }
    return covered / spread;
  }
}
