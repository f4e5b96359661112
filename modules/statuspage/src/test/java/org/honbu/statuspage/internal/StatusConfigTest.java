package org.honbu.statuspage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.honbu.kernel.Words;
import org.honbu.testkit.process.Strict;
import org.junit.jupiter.api.Test;

class StatusConfigTest {

  @Test
  void withoutAnySettingThereIsNoCopyAndThePageIsHonbus() {
    assertThat(read(Map.of()))
        .isEqualTo(
            new StatusConfig(
                new Words("Honbu", "Honbu"), ZoneId.of("Asia/Tokyo"), Optional.empty()));
  }

  @Test
  void everythingCanBeSet() {
    assertThat(
            read(
                Map.of(
                    "honbu.status.name",
                    "四季堂 / Four Seasons",
                    "honbu.status.zone",
                    "Europe/Paris",
                    "honbu.status.copy",
                    " /srv/status ")))
        .isEqualTo(
            new StatusConfig(
                new Words("四季堂", "Four Seasons"),
                ZoneId.of("Europe/Paris"),
                Optional.of(Path.of("/srv/status"))));
  }

  @Test
  void sampleShopHasItsOwnName() {
    assertThat(read(Map.of("honbu.people.sample-organisation", "true")).name())
        .isEqualTo(new Words("サンプル商店", "Sample Store"));
  }

  @Test
  void clockThatNobodyKnowsIsRefused() {
    assertThatThrownBy(() -> read(Map.of("honbu.status.zone", "Nowhere")))
        .isInstanceOf(DateTimeException.class);
  }

  private static StatusConfig read(Map<String, String> settings) {
    return StatusConfig.from(Strict.fake(Config.class, new Asked(settings)));
  }

  record Asked(Map<String, String> settings) {
    Optional<Object> getOptionalValue(String key, Class<?> type) {
      return Optional.ofNullable(settings.get(key))
          .map(text -> type == Boolean.class ? (Object) Boolean.valueOf(text) : text);
    }
  }
}
