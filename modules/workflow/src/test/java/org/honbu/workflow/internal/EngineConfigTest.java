package org.honbu.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.Test;

class EngineConfigTest {

  @Test
  void nothingSetIsTunedForAPager() {
    assertThat(EngineConfig.from(new Settings(Map.of())))
        .isEqualTo(
            new EngineConfig(
                Duration.ofMillis(500),
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                8,
                Optional.empty(),
                false));
  }

  @Test
  void everyKeyIsRead() {
    var set =
        new Settings(
            Map.of(
                "honbu.workflow.job-poll", "PT0.1S",
                "honbu.workflow.job-poll-idle", "PT2S",
                "honbu.workflow.job-lock", "PT1M",
                "honbu.workflow.jobs-per-poll", "3",
                "honbu.workflow.diagrams", "/srv/bpmn",
                "honbu.workflow.rebuild", "true"));

    assertThat(EngineConfig.from(set))
        .isEqualTo(
            new EngineConfig(
                Duration.ofMillis(100),
                Duration.ofSeconds(2),
                Duration.ofMinutes(1),
                3,
                Optional.of(Path.of("/srv/bpmn")),
                true));
  }

  @Test
  void aPagerThatLooksOnceAMinuteIsRefusedByName() {
    var set = new Settings(Map.of("honbu.workflow.job-poll-idle", "PT1M"));

    assertThatThrownBy(() -> EngineConfig.from(set)).hasMessageContaining("job-poll-idle");
  }

  /** MicroProfile Config over a map. */
  private record Settings(Map<String, String> values) implements Config {
    @Override
    public <T> T getValue(String name, Class<T> type) {
      return getOptionalValue(name, type).orElseThrow();
    }

    @Override
    public ConfigValue getConfigValue(String name) {
      throw new UnsupportedOperationException(name);
    }

    @Override
    public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
      return Optional.ofNullable(values.get(name)).map(text -> type.cast(read(text, type)));
    }

    private static Object read(String text, Class<?> type) {
      if (type == Boolean.class) {
        return Boolean.valueOf(text);
      }
      return type == Integer.class ? Integer.valueOf(text) : text;
    }

    @Override
    public Iterable<String> getPropertyNames() {
      return values.keySet();
    }

    @Override
    public Iterable<ConfigSource> getConfigSources() {
      return List.of();
    }

    @Override
    public <T> Optional<Converter<T>> getConverter(Class<T> type) {
      return Optional.empty();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
      throw new UnsupportedOperationException(type.getName());
    }
  }
}
