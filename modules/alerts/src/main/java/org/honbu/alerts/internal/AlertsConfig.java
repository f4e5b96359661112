package org.honbu.alerts.internal;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * What an operator can set for this module; read once.
 *
 * @param atOnce how many deliveries are worked on at once; more wait, then hear 503
 * @param patience how long a delivery waits for its turn
 * @param publicUrl how people reach Honbu; {@code HONBU_PUBLIC_URL}
 * @param sample whether to admit the sample integration with its well-known key
 * @param supportHours when customer support looks at reports: {@code always}, or {@code
 *     10:00-19:00} on working days in Tokyo; outside them a report goes on at once
 */
record AlertsConfig(
    int atOnce, Duration patience, String publicUrl, boolean sample, SupportHours supportHours) {

  AlertsConfig {
    if (atOnce < 1 || atOnce > 256) {
      throw new IllegalArgumentException("honbu.alerts.at-once must be 1 to 256: " + atOnce);
    }
    publicUrl = publicUrl.replaceAll("/+$", "");
  }

  static AlertsConfig from(Config config) {
    return new AlertsConfig(
        config.getOptionalValue("honbu.alerts.at-once", Integer.class).orElse(16),
        config
            .getOptionalValue("honbu.alerts.patience", Duration.class)
            .orElse(Duration.ofMillis(500)),
        config.getOptionalValue("honbu.public.url", String.class).orElse("http://localhost:8080"),
        config.getOptionalValue("honbu.people.sample-organisation", Boolean.class).orElse(false),
        SupportHours.parse(
            config.getOptionalValue("honbu.alerts.support-hours", String.class).orElse("always")));
  }
}
