package org.honbu.people;

import java.time.Duration;
import java.util.List;

/**
 * How it will be if nothing changes.
 *
 * @param covers one for each post, in the order of the posts; each covers exactly {@code when}
 * @param seats the commander's and the announcer's
 * @param gaps when nobody holds a post, the earliest first
 * @param defects what else would go wrong; a post that nobody holds is a gap and not here
 * @param passedOver holes that somebody fell into lately, the newest first
 * @param directory how far all this can be trusted
 */
public record Outlook(
    Stretch when,
    List<Cover> covers,
    List<Seat> seats,
    List<Gap> gaps,
    List<Defect> defects,
    List<PassedOver> passedOver,
    DirectoryState directory) {

  public Outlook {
    covers = List.copyOf(covers);
    seats = List.copyOf(seats);
    gaps = List.copyOf(gaps);
    defects = List.copyOf(defects);
    passedOver = List.copyOf(passedOver);
  }

  /**
   * Something that would go wrong.
   *
   * @param when in which hours
   */
  public record Defect(ReadinessDefect what, Stretch when) {}

  /** Hours in which nobody holds a post, over all posts. */
  public Duration missing() {
    return covers.stream().map(Cover::missing).reduce(Duration.ZERO, Duration::plus);
  }

  /** Of one of the parts. */
  public Seat seat(Role role) {
    return seats.stream().filter(seat -> seat.role() == role).findFirst().orElseThrow();
  }
}
