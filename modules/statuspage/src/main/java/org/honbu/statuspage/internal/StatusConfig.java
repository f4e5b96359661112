package org.honbu.statuspage.internal;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.honbu.kernel.Words;

/**
 * What an operator can set, read once at start.
 *
 * @param name whose page it is, 「日本語 / English」
 * @param zone whose clock the page shows
 * @param copy the folder in which the copy is kept; empty where none is wanted
 */
record StatusConfig(Words name, ZoneId zone, Optional<Path> copy) {

  static StatusConfig from(Config config) {
    return new StatusConfig(
        text(config, "honbu.status.name").map(Words::written).orElse(unnamed(config)),
        text(config, "honbu.status.zone").map(ZoneId::of).orElse(ZoneId.of("Asia/Tokyo")),
        text(config, "honbu.status.copy").map(Path::of));
  }

  /** The sample shop has a name of its own, whatever letters the environment can carry. */
  private static Words unnamed(Config config) {
    boolean sample =
        config.getOptionalValue("honbu.people.sample-organisation", Boolean.class).orElse(false);
    return sample ? new Words("サンプル商店", "Sample Store") : new Words("Honbu", "Honbu");
  }

  private static Optional<String> text(Config config, String key) {
    return config
        .getOptionalValue(key, String.class)
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }
}
