package org.honbu.people;

import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;

/** A team that owns components and is on call for them. */
public record Team(TeamId id, Words name, Type type) {

  /** What the team answers for: a part of the product, or the ground all products stand on. */
  public enum Type {
    PRODUCT,
    PLATFORM
  }
}
