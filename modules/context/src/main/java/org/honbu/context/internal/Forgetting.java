package org.honbu.context.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.eclipse.microprofile.config.ConfigProvider;

/** Forgets changes that nobody asks for any more. Two nodes that do so at once do it once. */
@ApplicationScoped
class Forgetting {
  private final ChangeStore store;
  private final ContextSettings settings;
  private final Clock clock;

  @Inject
  Forgetting(ChangeStore store, Clock clock) {
    this(store, ContextSettings.from(ConfigProvider.getConfig()), clock);
  }

  Forgetting(ChangeStore store, ContextSettings settings, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
  }

  /** Says how many. */
  @Transactional
  int old() {
    return store.forgetToldBefore(clock.instant().minus(settings.keepChanges()));
  }
}
