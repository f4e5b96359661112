package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.honbu.announcements.Announcement;
import org.honbu.announcements.Announcement.Phase;
import org.honbu.announcements.Announcement.State;
import org.honbu.announcements.Audience;
import org.honbu.announcements.Draft;
import org.honbu.incidents.IncidentState;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Words;

/**
 * What could be said now, filled in from the record, so that a tired announcer changes words
 * instead of finding them.
 */
@ApplicationScoped
class Proposals {
  private final AnnouncementStore store;
  private final Duties duties;
  private final Cadence cadence;
  private final Reach reach;
  private final Clock clock;

  @Inject
  Proposals(AnnouncementStore store, Duties duties, Cadence cadence, Reach reach, Clock clock) {
    this.store = store;
    this.duties = duties;
    this.cadence = cadence;
    this.reach = reach;
    this.clock = clock;
  }

  /** The first message, promising the next at that time. */
  @Transactional
  Draft first(IncidentId incident, Instant next) {
    return new Draft(Phase.INITIAL, Templates.first(duties.now(incident), next), Optional.of(next));
  }

  /** One for each kind that fits, the one to say next first. */
  @Transactional
  List<Draft> of(IncidentId incident) {
    Duties.Situation situation = duties.now(incident);
    Audience audience = reach.now(incident);
    List<Announcement> told =
        store.of(incident).stream()
            .filter(row -> row.is(State.PUBLISHED) && row.isFor(audience))
            .map(AnnouncementRow::view)
            .toList();
    Instant now = clock.instant();
    Instant next = now.plus(cadence.within(incident, situation)).truncatedTo(ChronoUnit.MINUTES);
    var all = new ArrayList<Draft>();
    if (told.isEmpty()) {
      all.add(promising(Phase.INITIAL, Templates.first(situation, next), next));
    } else {
      all.add(promising(Phase.UPDATE, Templates.update(situation, told.size() + 1, next), next));
      all.add(new Draft(Phase.NO_IMPACT, Templates.noImpact(), Optional.empty()));
      Announcement newest = told.get(0);
      all.add(
          new Draft(
              Phase.CORRECTION,
              Templates.correction(situation, newest, next),
              Optional.of(next),
              Optional.of(newest.id())));
    }
    all.add(promising(Phase.MITIGATED, Templates.mitigated(situation, now, next), next));
    all.add(new Draft(Phase.RESOLVED, Templates.resolved(situation, now), Optional.empty()));
    Phase fitting = fitting(situation, told);
    if (fitting == Phase.RECURRED) {
      all.add(promising(Phase.RECURRED, Templates.recurred(situation, now, next), next));
    }
    all.sort(
        Comparator.comparing((Draft draft) -> draft.phase() != fitting)
            .thenComparing(Draft::phase));
    return List.copyOf(all);
  }

  private static Draft promising(Phase phase, Words text, Instant next) {
    return new Draft(phase, text, Optional.of(next));
  }

  private static Phase fitting(Duties.Situation situation, List<Announcement> told) {
    IncidentState state = situation.course().state();
    if (!told.isEmpty()
        && (situation.course().falseAlarm() || state == IncidentState.FALSE_ALARM)) {
      return Phase.NO_IMPACT;
    }
    return switch (state) {
      case MITIGATED -> Phase.MITIGATED;
      case MONITORING, RESOLVED, POSTMORTEM, CLOSED -> Phase.RESOLVED;
      case REPORTED, TRIAGE, INVESTIGATING, IDENTIFIED, FALSE_ALARM, MERGED, ABORTED ->
          whileItLasts(told);
    };
  }

  /** A correction says nothing new about where it stands. */
  private static Phase whileItLasts(List<Announcement> told) {
    return told.stream()
        .map(Announcement::phase)
        .filter(phase -> phase != Phase.CORRECTION)
        .findFirst()
        .map(
            last ->
                switch (last) {
                  case MITIGATED, RESOLVED, NO_IMPACT -> Phase.RECURRED;
                  case INITIAL, UPDATE, RECURRED, CORRECTION -> Phase.UPDATE;
                })
        .orElse(Phase.INITIAL);
  }
}
