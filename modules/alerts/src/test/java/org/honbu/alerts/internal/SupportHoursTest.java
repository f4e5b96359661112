package org.honbu.alerts.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SupportHoursTest {
  private static final SupportHours OFFICE = SupportHours.parse("10:00-19:00");

  @Test
  void supportIsThereOnWorkingDaysInTokyo() {
    assertThat(OFFICE.areOn(Instant.parse("2026-04-01T01:00:00Z"))).as("Wed 10:00").isTrue();
    assertThat(OFFICE.areOn(Instant.parse("2026-04-01T09:59:59Z"))).as("Wed 18:59").isTrue();
    assertThat(OFFICE.areOn(Instant.parse("2026-04-01T10:00:00Z"))).as("Wed 19:00").isFalse();
    assertThat(OFFICE.areOn(Instant.parse("2026-04-01T00:59:59Z"))).as("Wed 09:59").isFalse();
    assertThat(OFFICE.areOn(Instant.parse("2026-04-04T03:00:00Z"))).as("Sat noon").isFalse();
  }

  @Test
  void alwaysIsAlways() {
    assertThat(SupportHours.parse("always").areOn(Instant.parse("2026-04-04T18:00:00Z"))).isTrue();
  }

  @Test
  void whatIsNoSpanIsRefused() {
    for (String wrong : new String[] {"", "10:00", "19:00-10:00", "ten to seven"}) {
      assertThatThrownBy(() -> SupportHours.parse(wrong)).as(wrong).isInstanceOf(Exception.class);
    }
  }
}
