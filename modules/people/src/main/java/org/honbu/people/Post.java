package org.honbu.people;

import java.util.Comparator;
import java.util.Optional;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;

/**
 * A place in the chain that somebody has to stand on at every hour: a team's rung, or one of the
 * two rungs that all teams share.
 *
 * @param team empty for the commanders and the process owners
 * @param name as people speak of it, 「決済 第 1 段（当番）」
 */
public record Post(Optional<TeamId> team, OnCallLevel level, Words name)
    implements Comparable<Post> {
  private static final Comparator<Post> IN_ORDER =
      Comparator.comparing((Post post) -> post.team.isEmpty())
          .thenComparing(post -> post.team.map(TeamId::value).orElse(""))
          .thenComparing(Post::level);

  /** A team's own rung. */
  public static Post of(Team team, OnCallLevel level) {
    Words name =
        new Words(
            team.name().ja() + " " + level.label().ja(),
            team.name().en() + ", " + level.label().en());
    return new Post(Optional.of(team.id()), level, name);
  }

  /** A rung that all teams share. */
  public static Post shared(OnCallLevel level) {
    return new Post(Optional.empty(), level, level.label());
  }

  /** Teams by id, each from its first rung up; what all share last. */
  @Override
  public int compareTo(Post other) {
    return IN_ORDER.compare(this, other);
  }
}
