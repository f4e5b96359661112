package org.honbu.warroom.internal.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.honbu.incidents.Activities;
import org.honbu.incidents.Activity;
import org.honbu.incidents.AnnouncementPromises;
import org.honbu.incidents.Duty;
import org.honbu.incidents.DutyKind;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.TimelineEntry;
import org.honbu.incidents.Work;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.people.OnCallLevel;
import org.honbu.people.People;
import org.honbu.warroom.Assignment;
import org.honbu.warroom.CatchUp;
import org.honbu.warroom.CatchUpCard;
import org.honbu.warroom.StatusUpdate;
import org.honbu.warroom.TopicResult;
import org.honbu.warroom.Way;
import org.honbu.workflow.Retried;

/** Asks everybody who knows something, at one moment, and puts it into words. */
@ApplicationScoped
@Retried
@Transactional
class LiveCatchUp implements CatchUp {
  private static final Duration LATELY = Duration.ofHours(24);

  /** An open page says every minute that it is looked at; a second page adds nothing. */
  private static final Duration SAME_LOOK = Duration.ofSeconds(20);

  private final IncidentBoard incidents;
  private final RoomReads room;
  private final Activities activities;
  private final AnnouncementPromises promises;
  private final People people;
  private final CardStore store;
  private final CardWords words;
  private final Clock clock;

  @Inject
  @SuppressWarnings("TooManyParameters")
  LiveCatchUp(
      IncidentBoard incidents,
      RoomReads room,
      Activities activities,
      AnnouncementPromises promises,
      People people,
      CardStore store,
      CardWords words,
      Clock clock) {
    this.incidents = incidents;
    this.room = room;
    this.activities = activities;
    this.promises = promises;
    this.people = people;
    this.store = store;
    this.words = words;
    this.clock = clock;
  }

  @Override
  public CatchUpCard of(IncidentId incident, PersonId reader) {
    Instant now = clock.instant();
    IncidentView view = incidents.view(incident);
    List<TimelineEntry> timeline = incidents.timeline(incident);
    List<Assignment> work = room.assignments().of(incident);
    CatchUpCard bare =
        new CatchUpCard(
            view,
            onCall(view, now),
            room.loop().decision(incident),
            work.stream().filter(LiveCatchUp::isExcluded).toList(),
            room.topics().closed(incident).stream()
                .filter(topic -> topic.result() == TopicResult.EXCLUDED)
                .toList(),
            work.stream().filter(WhatYouMayDo::isOpen).toList(),
            room.topics().open(incident),
            room.loop().updates(incident).stream().findFirst(),
            promises(view, timeline),
            changes(view, now),
            visit(incident, reader, timeline, now),
            ways(view, reader, work, now),
            List.of());
    return bare.with(words.lines(bare));
  }

  @Override
  public void looked(IncidentId incident, PersonId reader) {
    incidents.view(incident);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Optional<LastLook> known = store.look(incident, reader);
    if (known.isEmpty()) {
      store.addFirst(new LastLook(incident, reader, now));
    } else if (known.get().lastAt().plus(SAME_LOOK).isBefore(now)) {
      known.get().again(now);
    }
    store.flush();
  }

  private static boolean isExcluded(Assignment work) {
    return work.report().filter(r -> r.answered() == Assignment.Answered.EXCLUDED).isPresent();
  }

  private List<PersonId> onCall(IncidentView view, Instant now) {
    List<PersonId> serving =
        view.duties().stream()
            .filter(duty -> duty.kind() == DutyKind.ONCALL && duty.to().isEmpty())
            .map(Duty::person)
            .distinct()
            .toList();
    boolean open = view.state().isOpen();
    return serving.isEmpty() && open
        ? people.onCall(view.team(), OnCallLevel.PRIMARY, now)
        : serving;
  }

  private CatchUpCard.Promises promises(IncidentView view, List<TimelineEntry> timeline) {
    boolean open = view.state().isOpen();
    return new CatchUpCard.Promises(
        promises.next(view.id()).filter(next -> open),
        room.loop().updates(view.id()).stream()
            .findFirst()
            .map(StatusUpdate::nextAt)
            .filter(next -> open),
        Published.last(timeline));
  }

  /** A drill plays with what is there, but what people do to the real thing is none of its news. */
  private List<Activity> changes(IncidentView view, Instant now) {
    if (view.kind() == Kind.DRILL) {
      return List.of();
    }
    return view.component().stream()
        .flatMap(component -> activities.on(component, now.minus(LATELY)).stream())
        .filter(activity -> isAChange(activity.work()))
        .toList();
  }

  private static boolean isAChange(Work work) {
    return switch (work) {
      case DEPLOY, ROLLBACK, FEATURE_FLAG -> true;
      case KUBECTL, SSH -> false;
    };
  }

  private CatchUpCard.Visit visit(
      IncidentId incident, PersonId reader, List<TimelineEntry> timeline, Instant now) {
    Optional<LastLook> look = store.look(incident, reader);
    Optional<Instant> before = look.flatMap(known -> known.before(now));
    return new CatchUpCard.Visit(
        look.map(known -> known.isAway(now)).orElse(true),
        before,
        before.map(then -> missed(timeline, reader, then)).orElse(List.of()));
  }

  private static List<TimelineEntry> missed(
      List<TimelineEntry> timeline, PersonId reader, Instant then) {
    List<TimelineEntry> missed =
        new ArrayList<>(
            timeline.stream()
                .filter(entry -> entry.at().isAfter(then))
                .filter(entry -> !entry.actor().equals(Actor.person(reader)))
                .toList());
    Collections.reverse(missed);
    return missed;
  }

  private List<Way> ways(IncidentView view, PersonId reader, List<Assignment> work, Instant now) {
    return WhatYouMayDo.of(
        WhatYouMayDo.Reader.of(reader, people.rolesOf(reader), room.roster().present(view.id())),
        view,
        work,
        room.loop().decision(view.id()),
        now);
  }
}
