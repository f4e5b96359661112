package org.honbu.slack.internal.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** Hands the settings to whoever needs them. */
@ApplicationScoped
class SettingsSource {
  @Produces
  @Singleton
  SlackSettings settings(Config config) {
    return SlackSettings.from(config);
  }
}
