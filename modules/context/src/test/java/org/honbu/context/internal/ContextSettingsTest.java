package org.honbu.context.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.honbu.testkit.process.Strict;
import org.junit.jupiter.api.Test;

class ContextSettingsTest {

  @Test
  void aChangeIsKeptForAYear() {
    assertThat(read(Map.of())).isEqualTo(new ContextSettings(Duration.ofDays(365)));
  }

  @Test
  void itCanBeSet() {
    assertThat(read(Map.of("honbu.context.keep-changes", "P90D")))
        .isEqualTo(new ContextSettings(Duration.ofDays(90)));
  }

  @Test
  void lessThanAnIncidentLastsIsRefusedByName() {
    assertThatThrownBy(() -> read(Map.of("honbu.context.keep-changes", "P30D")))
        .hasMessageContaining("honbu.context.keep-changes");
  }

  private static ContextSettings read(Map<String, String> settings) {
    return ContextSettings.from(Strict.fake(Config.class, new Asked(settings)));
  }

  private record Asked(Map<String, String> settings) {

    @SuppressWarnings("unused")
    Optional<String> getOptionalValue(String key, Class<String> type) {
      return Optional.ofNullable(settings.get(key));
    }
  }
}
