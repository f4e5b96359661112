package org.honbu.warroom.internal.topics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** Hands the settings to whoever needs them. */
@ApplicationScoped
class SettingsSource {
  @Produces
  @Singleton
  RoomSettings settings(Config config) {
    return RoomSettings.from(config);
  }
}
