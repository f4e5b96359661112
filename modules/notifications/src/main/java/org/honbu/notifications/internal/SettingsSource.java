package org.honbu.notifications.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** Hands the settings to whoever needs them. */
@ApplicationScoped
class SettingsSource {
  @Produces
  @Singleton
  NotificationsSettings settings(Config config) {
    return NotificationsSettings.from(config);
  }
}
