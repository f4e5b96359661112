package org.honbu.statuspage.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.honbu.announcements.NamesUsersKnow;
import org.honbu.kernel.Words;

/** Messages to users call a component what its page calls it. */
@ApplicationScoped
class ShownNames implements NamesUsersKnow {
  private final StatusStore store;

  @Inject
  ShownNames(StatusStore store) {
    this.store = store;
  }

  @Override
  @Transactional
  public Optional<Words> of(String component) {
    return store.shown(component).map(row -> row.shown().name());
  }
}
