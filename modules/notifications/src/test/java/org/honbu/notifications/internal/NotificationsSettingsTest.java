package org.honbu.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.Test;

class NotificationsSettingsTest {

  @Test
  void withoutAnySettingMailIsOff() {
    NotificationsSettings settings = new Asked().settings();

    assertThat(settings)
        .isEqualTo(
            new NotificationsSettings(
                URI.create("http://localhost:8080"),
                "",
                25,
                "honbu@localhost",
                4,
                Duration.ofSeconds(3),
                Duration.ofHours(24),
                Duration.ofMinutes(1),
                Duration.ofHours(6),
                ZoneId.of("Asia/Tokyo"),
                List.of(
                    "#alert", "#war_room", "#support", "ticket", "status-page", "#stakeholders"),
                List.of(
                    "#drill-alert",
                    "#drill-war-room",
                    "drill-status-page",
                    "#drill-stakeholders")));
    assertThat(settings.sendsEmail()).isFalse();
  }

  @Test
  void everySettingIsObeyed() {
    NotificationsSettings settings =
        new Asked()
            .with("honbu.public-url", "https://honbu.example.org")
            .with("honbu.notifications.smtp-host", "mail.example.org")
            .with("honbu.notifications.smtp-port", "587")
            .with("honbu.notifications.smtp-from", "pager@example.org")
            .with("honbu.notifications.smtp-senders", "8")
            .with("honbu.notifications.smtp-timeout", "PT2S")
            .with("honbu.notifications.link-lives", "PT12H")
            .with("honbu.notifications.second-contact-after", "PT30S")
            .with("honbu.notifications.gives-up-after", "PT2H")
            .with("honbu.notifications.zone", "Europe/Berlin")
            .with("honbu.notifications.channels", "#a, #b")
            .with("honbu.notifications.drill-channels", "#d")
            .settings();

    assertThat(settings)
        .isEqualTo(
            new NotificationsSettings(
                URI.create("https://honbu.example.org"),
                "mail.example.org",
                587,
                "pager@example.org",
                8,
                Duration.ofSeconds(2),
                Duration.ofHours(12),
                Duration.ofSeconds(30),
                Duration.ofHours(2),
                ZoneId.of("Europe/Berlin"),
                List.of("#a", "#b"),
                List.of("#d")));
  }

  @Test
  void nonsenseNamesItsKey() {
    assertThatThrownBy(() -> new Asked().with("honbu.notifications.smtp-port", "0").settings())
        .hasMessageContaining("honbu.notifications.smtp-port");
    assertThatThrownBy(() -> new Asked().with("honbu.notifications.zone", "Mars").settings())
        .hasMessageContaining("honbu.notifications.zone");
  }

  @Test
  void channelRegisteredForBothIsRefused() {
    NotificationsSettings settings =
        new Asked()
            .with("honbu.notifications.channels", "#alert")
            .with("honbu.notifications.drill-channels", "#alert")
            .settings();

    assertThatThrownBy(
            () ->
                new Channels(
                    settings,
                    new SmtpChannel(settings, new PostOffice.TestClock()),
                    Optional.empty()))
        .hasMessageContaining("#alert");
  }

  /** What an operator asked for. */
  static final class Asked implements Config {
    private final Map<String, String> values = new HashMap<>();

    Asked with(String key, String value) {
      values.put(key, value);
      return this;
    }

    NotificationsSettings settings() {
      return NotificationsSettings.from(this);
    }

    @Override
    public <T> Optional<T> getOptionalValue(String key, Class<T> type) {
      return Optional.ofNullable(values.get(key)).map(type::cast);
    }

    @Override
    public <T> T getValue(String key, Class<T> type) {
      throw new UnsupportedOperationException();
    }

    @Override
    public ConfigValue getConfigValue(String key) {
      throw new UnsupportedOperationException();
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
      throw new UnsupportedOperationException();
    }
  }
}
