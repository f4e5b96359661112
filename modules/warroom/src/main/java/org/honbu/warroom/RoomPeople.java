package org.honbu.warroom;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.DutyKind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.people.Role;

/**
 * The people of one room, sorted by what they do there.
 *
 * @param duties who holds one now, the commander first
 * @param free 手空き: can be given work
 * @param informed 情報あり: know something about it
 * @param observing 見学
 * @param released were told that they may go, and are still there
 */
public record RoomPeople(
    List<Holder> duties,
    List<Helper> free,
    List<Helper> informed,
    List<Helper> observing,
    List<Helper> released) {
  public static final RoomPeople NOBODY =
      new RoomPeople(List.of(), List.of(), List.of(), List.of(), List.of());

  public RoomPeople {
    duties = List.copyOf(duties);
    free = List.copyOf(free);
    informed = List.copyOf(informed);
    observing = List.copyOf(observing);
    released = List.copyOf(released);
  }

  /** How many different people that are. */
  public int count() {
    return (int)
        java.util.stream.Stream.concat(
                duties.stream().map(Holder::person),
                java.util.stream.Stream.of(free, informed, observing, released)
                    .flatMap(List::stream)
                    .map(Helper::person))
            .distinct()
            .count();
  }

  /**
   * Somebody with a duty.
   *
   * @param acting of a commander: only acting
   */
  public record Holder(DutyKind kind, PersonId person, Instant since, boolean acting) {}

  /**
   * Somebody who came and holds no duty that binds their hands.
   *
   * @param teams whose they are, by id; left out of whoever looks on or may go, who may be many
   * @param roles their standing qualification
   * @param helps what they took from the help board
   */
  public record Helper(
      Member member, List<TeamId> teams, Set<Role> roles, Optional<HelpTask> helps) {
    public Helper {
      teams = List.copyOf(teams);
      roles = Set.copyOf(roles);
    }

    public PersonId person() {
      return member.person();
    }
  }
}
