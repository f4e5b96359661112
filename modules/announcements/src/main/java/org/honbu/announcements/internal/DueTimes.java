package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.honbu.announcements.Announcement;
import org.honbu.incidents.Impact;
import org.honbu.kernel.IncidentId;
import org.honbu.workflow.Facts;

/**
 * When users must hear again: as they were promised, or sooner, when the rhythm of the severity
 * counted from the last publication says so (A33). A promise survives every change of hands.
 */
@ApplicationScoped
class DueTimes {
  /** What is already due is asked for at once, not in the past. */
  private static final Duration SOONEST = Duration.ofSeconds(1);

  private final Told told;
  private final Duties duties;
  private final Cadence cadence;
  private final Clock clock;

  @Inject
  DueTimes(Told told, Duties duties, Cadence cadence, Clock clock) {
    this.told = told;
    this.duties = duties;
    this.cadence = cadence;
    this.clock = clock;
  }

  /**
   * The fact that the loop's timer goes by; none when nothing more is promised. Those who know
   * nothing, because it was for others when it was written, do not wait.
   */
  Facts untilNext(IncidentId incident) {
    if (last(incident).isEmpty()) {
      return Facts.of("updateWithin", SOONEST);
    }
    return asked(incident)
        .map(asked -> Facts.of("updateWithin", until(Optional.of(asked))))
        .orElse(Facts.none());
  }

  /** How long until then; what is past or was never said is looked at at once. */
  Duration until(Optional<Instant> then) {
    return then.map(at -> Duration.between(clock.instant(), at))
        .filter(wait -> wait.compareTo(SOONEST) > 0)
        .orElse(SOONEST);
  }

  /** When the text is asked for, so that it can be written and approved by the time it is due. */
  private Optional<Instant> asked(IncidentId incident) {
    return last(incident)
        .flatMap(last -> due(incident).map(due -> due.minus(lead(incident, last, due))));
  }

  /** Nobody is asked for the next text when the last has hardly gone out. */
  private Duration lead(IncidentId incident, Announcement last, Instant due) {
    Duration lead = cadence.lead(duties.now(incident));
    Duration half = Duration.between(publishedAt(last), due).dividedBy(2);
    return half.compareTo(lead) < 0 ? half : lead;
  }

  Optional<Instant> due(IncidentId incident) {
    Optional<Announcement> last = last(incident);
    return last.flatMap(Announcement::next)
        .map(promised -> earlier(promised, atLatest(incident, last.get())))
        .map(due -> withItsScope(incident, last.get()).map(at -> earlier(due, at)).orElse(due));
  }

  /**
   * The first message says that its scope is being confirmed; once it is known who is affected, the
   * second one says so, and soon (DOMAIN 2.9).
   */
  private Optional<Instant> withItsScope(IncidentId incident, Announcement last) {
    Duties.Situation situation = duties.now(incident);
    boolean isFirst =
        switch (last.phase()) {
          case INITIAL, RECURRED -> true;
          case UPDATE, MITIGATED, RESOLVED, NO_IMPACT, CORRECTION -> false;
        };
    boolean isKnown = situation.course().impact().users() != Impact.Users.UNKNOWN;
    return cadence
        .scope(situation)
        .filter(within -> isFirst && isKnown)
        .map(within -> publishedAt(last).plus(within));
  }

  private Optional<Announcement> last(IncidentId incident) {
    return told.newest(incident);
  }

  private Instant atLatest(IncidentId incident, Announcement last) {
    return publishedAt(last).plus(cadence.within(incident, duties.now(incident)));
  }

  private static Instant publishedAt(Announcement said) {
    return said.publishedAt().orElse(said.draftedAt());
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
