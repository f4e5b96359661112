package org.honbu.statuspage.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** Hands the settings to whoever needs them. */
@ApplicationScoped
class StatusConfigSource {
  @Produces
  @Singleton
  StatusConfig settings(Config config) {
    return StatusConfig.from(config);
  }
}
