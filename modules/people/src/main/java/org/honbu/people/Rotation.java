package org.honbu.people;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.honbu.kernel.PersonId;

/**
 * People who take turns by the week.
 *
 * <p>Each turn begins at the same local time of the same weekday and lasts until the next begins:
 * no gap and no overlap, whatever clocks do in between. The hand-over is at the first moment when
 * the local clock reads its time or later: at the jump when a clock change skips it, the first time
 * when a clock change makes it come twice.
 *
 * @param zone whose clock the hand-over follows
 * @param handoverDay weekday of the hand-over
 * @param handoverTime local time of the hand-over
 * @param begins the first turn begins at the hand-over on or after this day
 * @param people in the order of their turns; the first has the first turn
 */
public record Rotation(
    ZoneId zone,
    DayOfWeek handoverDay,
    LocalTime handoverTime,
    LocalDate begins,
    List<PersonId> people) {

  public Rotation {
    people = List.copyOf(people);
  }

  /** Whose turn it is; nobody before the first hand-over or when there are no people. */
  public Optional<PersonId> at(Instant when) {
    long turn = turnAt(when);
    return turn < 0 || people.isEmpty()
        ? Optional.empty()
        : Optional.of(people.get((int) (turn % people.size())));
  }

  /** When the turn that holds at that instant ends. */
  public Instant endOfTurn(Instant when) {
    return beginOf(Math.max(turnAt(when) + 1, 0));
  }

  /** Whose turn it is in that time: one turn after the other, without a hole. */
  public List<Turn> turns(Stretch during) {
    List<Turn> turns = new ArrayList<>();
    Instant from = during.from();
    while (from.isBefore(during.to())) {
      Instant end = endOfTurn(from);
      Instant to = end.isBefore(during.to()) ? end : during.to();
      turns.add(new Turn(new Stretch(from, to), at(from)));
      from = to;
    }
    return turns;
  }

  /**
   * A turn, or what of it was asked for.
   *
   * @param person whose it is; nobody's before the first hand-over or when there are no people
   */
  public record Turn(Stretch when, Optional<PersonId> person) {}

  private long turnAt(Instant when) {
    LocalDate today = when.atZone(zone).toLocalDate();
    long turn = Math.floorDiv(ChronoUnit.DAYS.between(first(), today), 7L);
    return when.isBefore(beginOf(turn)) ? turn - 1 : turn;
  }

  private Instant beginOf(long turn) {
    LocalDateTime local = first().plusWeeks(turn).atTime(handoverTime);
    ZoneOffsetTransition jump = zone.getRules().getTransition(local);
    return jump != null && jump.isGap() ? jump.getInstant() : local.atZone(zone).toInstant();
  }

  private LocalDate first() {
    return begins.with(TemporalAdjusters.nextOrSame(handoverDay));
  }
}
