package org.honbu.people;

import java.util.List;
import org.honbu.kernel.PersonId;

/**
 * A stretch of time in which nothing changes on a post.
 *
 * @param ready who holds it: could be reached, and may
 * @param lacks why whoever else should hold it does not
 */
public record Watch(Stretch when, List<PersonId> ready, List<Lack> lacks) {

  public Watch {
    ready = List.copyOf(ready);
    lacks = List.copyOf(lacks);
  }

  public boolean isCovered() {
    return !ready.isEmpty();
  }

  boolean isLike(Watch other) {
    return ready.equals(other.ready) && lacks.equals(other.lacks);
  }
}
