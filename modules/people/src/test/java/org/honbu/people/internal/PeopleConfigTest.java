package org.honbu.people.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.Test;

class PeopleConfigTest {

  @Test
  void defaults() {
    assertThat(PeopleConfig.from(new Settings(Map.of("jboss.server.data.dir", "/data"))))
        .isEqualTo(
            new PeopleConfig(
                URI.create("http://localhost:8180"),
                "honbu",
                "honbu-directory",
                "demo-secret-honbu-directory",
                Duration.ofSeconds(20),
                Duration.ofHours(8),
                Path.of("/data/honbu-directory.json"),
                false));
  }

  @Test
  void everyKeySet() {
    Map<String, String> all =
        Map.of(
            "honbu.keycloak.url", "https://id.example",
            "honbu.people.realm", "other",
            "honbu.people.client", "reader",
            "honbu.directory.secret", "secret",
            "honbu.people.refresh", "PT5S",
            "honbu.people.trust", "PT1H",
            "honbu.people.copy", "/tmp/copy.json",
            "honbu.people.sample-organisation", "true");

    assertThat(PeopleConfig.from(new Settings(all)))
        .isEqualTo(
            new PeopleConfig(
                URI.create("https://id.example"),
                "other",
                "reader",
                "secret",
                Duration.ofSeconds(5),
                Duration.ofHours(1),
                Path.of("/tmp/copy.json"),
                true));
  }

  @Test
  void rightsNeverOutliveEightHours() {
    assertThatThrownBy(
            () -> PeopleConfig.from(new Settings(Map.of("honbu.people.trust", "PT8H1S"))))
        .hasMessageContaining("honbu.people.trust");
  }

  /** MicroProfile Config over a map. */
  private record Settings(Map<String, String> values) implements Config {
    @Override
    public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
      return Optional.ofNullable(values.get(name)).map(text -> type.cast(converted(text, type)));
    }

    private static Object converted(String text, Class<?> type) {
      if (type == Boolean.class) {
        return Boolean.valueOf(text);
      }
      return type == Duration.class ? Duration.parse(text) : text;
    }

    @Override
    public <T> T getValue(String name, Class<T> type) {
      return getOptionalValue(name, type).orElseThrow();
    }

    @Override
    public ConfigValue getConfigValue(String name) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Iterable<String> getPropertyNames() {
      return Set.of();
    }

    @Override
    public Iterable<ConfigSource> getConfigSources() {
      return Set.of();
    }

    @Override
    public <T> Optional<Converter<T>> getConverter(Class<T> type) {
      return Optional.empty();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
      throw new UnsupportedOperationException();
    }
  }
}
