package org.honbu.alerts.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.honbu.alerts.KeyedDoor;

/** The alert door's own rules, for the modules above. */
@ApplicationScoped
class OpenDoor implements KeyedDoor {
  private final KeyDoor door;
  private final Doorkeeper doorkeeper;

  @Inject
  OpenDoor(KeyDoor door, Doorkeeper doorkeeper) {
    this.door = door;
    this.doorkeeper = doorkeeper;
  }

  @Override
  public <A, T> T through(
      Knock knock, Set<String> fields, Reading<A> reading, Function<A, T> deed) {
    return door.through(
        Optional::empty,
        () -> doorkeeper.whose(knock.authorization(), knock.key()),
        knock.encoding(),
        knock.body(),
        (integration, words) -> {
          A said = reading.of(integration, FlatTelling.read(words, fields));
          return Races.won(KeyDoor.TRIES, () -> deed.apply(said));
        });
  }
}
