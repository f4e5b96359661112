package org.honbu.app.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Runs an act in a transaction and, if asked to, lets it fail at the very end. */
@ApplicationScoped
@Transactional
public class Saboteur {
  void run(Runnable act, boolean failing) {
    act.run();
    if (failing) {
      throw new Sabotage();
    }
  }
}
