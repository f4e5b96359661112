package org.honbu.people.sabotage;

import jakarta.enterprise.context.ApplicationScoped;

/** Locks itself: its proxy does, too, and keeps that lock while this one waits. */
@ApplicationScoped
public class SleepsInFrontOfItself {
  private long calls;

  /** How often it was called. */
  public synchronized long called() {
    return ++calls;
  }
}
