package org.honbu.warroom.internal.copy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** Hands the settings to whoever needs them. */
@ApplicationScoped
class CopySettingsSource {
  @Produces
  @Singleton
  CopySettings settings(Config config) {
    return CopySettings.from(config);
  }
}
