package org.honbu.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.camunda.bpm.engine.impl.calendar.DurationHelper;
import org.honbu.workflow.Facts;
import org.junit.jupiter.api.Test;

class FactsForTimersTest {

  @Test
  void theEngineReadsAnyTimeThatIsLeftAndNeverFiresTooEarly() throws Exception {
    Duration left = Duration.parse("PT29M59.732529207S");

    Facts facts = Facts.of("left", left);

    assertThat(facts.text("left")).isEqualTo("PT29M59.733S");
    assertThat(new DurationHelper(facts.text("left")).getDateAfter()).isInTheFuture();
  }
}
