package org.honbu.people;

import java.util.List;
import java.util.Optional;
import org.honbu.kernel.Words;

/**
 * Time in which nobody holds a post: whoever calls then passes over it.
 *
 * @param lacks why, one for each person whose turn it would be
 * @param lastTime when that last happened to somebody in need, on this post
 */
public record Gap(Post post, Stretch when, List<Lack> lacks, Optional<PassedOver> lastTime) {

  public Gap {
    lacks = List.copyOf(lacks);
  }

  /** What is wrong, in a sentence. */
  public Words words() {
    return new Words("{0} に出られる人がいません", "Nobody can answer as {0}").with(post.name());
  }
}
