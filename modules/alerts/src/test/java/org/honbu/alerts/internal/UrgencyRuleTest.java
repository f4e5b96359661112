package org.honbu.alerts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.honbu.incidents.Impact.Condition;
import org.honbu.incidents.Impact.Urgency;
import org.honbu.testkit.process.EngineHarness;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DM-0, as the process owners' own table answers it. */
class UrgencyRuleTest {
  private static final EngineHarness ENGINE = EngineHarness.of("AlertUrgency.dmn").start();
  private final UrgencyRule rule = new UrgencyRule(ENGINE.decisions());

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  @ParameterizedTest
  @CsvSource({
    "critical,  CRITICAL, DEGRADED",
    "Page,      CRITICAL, DEGRADED",
    "fatal,     CRITICAL, DEGRADED",
    "emergency, CRITICAL, DEGRADED",
    "P1,        CRITICAL, DEGRADED",
    "error,     HIGH,     DEGRADED",
    "high,      HIGH,     DEGRADED",
    "P2,        HIGH,     DEGRADED",
    "'',        HIGH,     DEGRADED",
    "strange,   HIGH,     DEGRADED",
    "warning,   LOW,      AT_RISK",
    "P3,        LOW,      AT_RISK",
    "info,      INFO,     COSMETIC",
    "none,      INFO,     COSMETIC",
    "P4,        INFO,     COSMETIC",
    "P5,        INFO,     COSMETIC",
  })
  void severityLabelSays(String label, Urgency urgency, Condition condition) {
    assertThat(rule.of(alert(Map.of("severity", label), Map.of())))
        .isEqualTo(new UrgencyRule.Verdict(urgency, condition));
  }

  @Test
  void criticalIsDownOnlyWhenSaid() {
    Map<String, String> critical = Map.of("severity", "critical");

    assertThat(rule.of(alert(critical, Map.of("state", "Down"))).condition())
        .isEqualTo(Condition.DOWN);
    assertThat(rule.of(alert(critical, Map.of("impact", "outage"))).condition())
        .isEqualTo(Condition.DOWN);
    assertThat(
            rule.of(alert(Map.of("severity", "critical", "state", "down"), Map.of())).condition())
        .isEqualTo(Condition.DOWN);
    assertThat(rule.of(alert(Map.of("severity", "warning", "state", "down"), Map.of())).condition())
        .isEqualTo(Condition.AT_RISK);
  }

  @Test
  void priorityIsAskedWhenThereIsNoSeverity() {
    assertThat(rule.of(alert(Map.of("priority", "P3"), Map.of())).urgency()).isEqualTo(Urgency.LOW);
  }

  @Test
  void theLoudestOfManyCounts() {
    UrgencyRule.Verdict worst =
        rule.worst(
            Stream.of("info", "critical", "warning")
                .map(label -> alert(Map.of("severity", label), Map.of())));

    assertThat(worst).isEqualTo(new UrgencyRule.Verdict(Urgency.CRITICAL, Condition.DEGRADED));
  }

  private static Notice.Alert alert(Map<String, String> labels, Map<String, String> annotations) {
    return new Notice.Alert("f", true, labels, annotations, Optional.empty(), Optional.empty());
  }
}
