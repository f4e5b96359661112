package org.honbu.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Incidents;
import org.honbu.kernel.Actor;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.notifications.Notifications;
import org.honbu.notifications.Page;
import org.honbu.people.OnCallLevel;
import org.honbu.people.People;
import org.honbu.people.Team;

/**
 * Climbs the chain: what the handlers of {@code OnCallPage} do.
 *
 * <p>An empty level is skipped at once, and so is one whose people have no way to be reached; both
 * stand on the timeline, because an empty answer is an event, and on the page of readiness (A09).
 */
@ApplicationScoped
class Climb {
  private static final Actor ESCALATION = Actor.honbu("escalation");

  private final RunStore runs;
  private final Plans plans;
  private final Levels levels;
  private final RingingOn ringing;
  private final Incidents incidents;
  private final IncidentBoard board;
  private final Notifications notifications;
  private final People people;
  private final Holes holes;
  private final Ids ids;
  private final Clock clock;

  @Inject
  Climb(
      RunStore runs,
      Plans plans,
      Levels levels,
      RingingOn ringing,
      Incidents incidents,
      IncidentBoard board,
      Notifications notifications,
      People people,
      Holes holes,
      Ids ids,
      Clock clock) {
    this.runs = runs;
    this.plans = plans;
    this.levels = levels;
    this.ringing = ringing;
    this.incidents = incidents;
    this.board = board;
    this.notifications = notifications;
    this.people = people;
    this.holes = holes;
    this.ids = ids;
    this.clock = clock;
  }

  /** What the process hears after asking for the next level. */
  sealed interface Next {
    /**
     * These people were called.
     *
     * @param mayAnswer everybody this run has called so far: earlier levels may still answer
     */
    record Ringing(OnCallLevel level, Duration answerWithin, List<PersonId> mayAnswer)
        implements Next {}

    record Answered(PersonId by) implements Next {}

    /** Nothing to wait for: the incident is over. */
    record Over() implements Next {}

    record NobodyLeft() implements Next {}
  }

  /**
   * Calls the next level that has anybody on it; looks first, under the lock, whether it is still
   * needed.
   *
   * @param processRun the run of the process; the first call of it begins the run
   */
  @Transactional
  public Next next(String processRun, IncidentId incident, Kind kind, int severity, TeamId team) {
    Optional<Run> known = runs.lock(processRun);
    Optional<Run> last = known.or(() -> runs.lockNewest(incident));
    IncidentView view = board.view(incident);
    last.ifPresent(run -> ringing.ifNobodyHas(run, view));
    Optional<Run> orphan = known.isPresent() ? Optional.empty() : last.filter(Run::rings);
    Run run =
        known.or(() -> orphan).orElseGet(() -> begin(processRun, incident, kind, severity, team));
    settle(run, view);
    if (run.rings() && run.step() > 0 && (orphan.isPresent() || run.isToWaitOn())) {
      return waitOn(run, processRun);
    }
    orphan.ifPresent(begun -> begun.isWaitedFor(processRun));
    return switch (run.state()) {
      case ANSWERED -> new Next.Answered(run.answeredBy().orElseThrow());
      case OVER -> new Next.Over();
      case EXHAUSTED -> new Next.NobodyLeft();
      case RINGING -> climb(run, view);
    };
  }

  /** Who answered this run, if anybody has. */
  @Transactional
  public Optional<PersonId> answeredBy(String processRun) {
    Optional<Run> run = runs.lock(processRun);
    run.ifPresent(stopped -> ringing.ifNobodyHas(stopped, board.view(stopped.incident())));
    return run.flatMap(Run::answeredBy);
  }

  /**
   * The process was rebuilt, or the answer that had ended its wait was taken back: who is being
   * called keeps the rest of their time.
   */
  private Next waitOn(Run run, String processRun) {
    run.isWaitedFor(processRun);
    return new Next.Ringing(
        run.planned(run.step()).orElseThrow().level(),
        run.left(clock.instant()),
        everybodyCalled(run));
  }

  private Run begin(String processRun, IncidentId incident, Kind kind, int severity, TeamId team) {
    var run =
        new Run(
            ids.next(),
            processRun,
            incident,
            kind,
            severity,
            team,
            plans.now(severity),
            clock.instant());
    runs.add(run);
    return run;
  }

  /** Somebody may have answered, or the incident ended, before this run could hear of it. */
  private void settle(Run run, IncidentView view) {
    if (!run.rings()) {
      return;
    }
    if (view.answeredBy().isPresent()) {
      run.answered(
          view.answeredBy().get(), view.times().acknowledgedAt().orElseGet(clock::instant));
      notifications.cancelPages(run.id());
    } else if (!view.state().isOpen()) {
      run.over();
      notifications.cancelPages(run.id());
    }
  }

  private Next climb(Run run, IncidentView view) {
    for (int step = run.step() + 1; run.planned(step).isPresent(); step++) {
      PlannedStep planned = run.planned(step).orElseThrow();
      List<PersonId> standing = levels.on(run.team(), planned.level());
      if (standing.isEmpty()) {
        note(run, planned, new Words("{0} には誰もいないので、飛ばしました", "{0} has nobody; skipped"));
        holes.nobodyOn(run, planned.level());
        continue;
      }
      List<PersonId> reached = page(run, view, step, standing);
      if (!reached.isEmpty()) {
        run.calls(step, reached, clock.instant());
        note(
            run,
            planned,
            new Words("{0} を呼び出しています：{1}", "Ringing {0}: {1}").with("{0}", logins(reached)));
        return new Next.Ringing(planned.level(), planned.answerWithin(), everybodyCalled(run));
      }
      note(
          run,
          planned,
          new Words("{0} の連絡先がないので、飛ばしました：{1}", "{0} has no way to be reached; skipped: {1}")
              .with("{0}", logins(standing)));
    }
    run.exhausted();
    return new Next.NobodyLeft();
  }

  private List<PersonId> page(Run run, IncidentView view, int step, List<PersonId> standing) {
    PlannedStep planned = run.planned(step).orElseThrow();
    var matter =
        new Page.Matter(
            run.incident(),
            view.severity().map(org.honbu.incidents.Severity::level).orElse(run.severity()),
            view.what(),
            Optional.empty(),
            Optional.of(where(view, run.team())));
    var call =
        new Page.Call(
            run.id(),
            step,
            planned.level().label(),
            clock.instant().plus(planned.answerWithin()),
            levels.after(run, step),
            standing);
    var reached = new ArrayList<PersonId>();
    for (PersonId person : standing) {
      if (notifications.page(new Page(run.kind(), matter, person, call))) {
        reached.add(person);
      } else {
        holes.noWayTo(run, planned.level(), person);
      }
    }
    return reached;
  }

  private String where(IncidentView view, TeamId team) {
    String name = people.team(team).map(Team::name).map(Words::both).orElse(team.value());
    return view.component().map(component -> component + "（" + name + "）").orElse(name);
  }

  private void note(Run run, PlannedStep step, Words words) {
    Words level = step.level().label();
    incidents.note(
        run.incident(),
        "paging",
        new Words(words.ja().replace("{0}", level.ja()), words.en().replace("{0}", level.en())),
        ESCALATION);
  }

  private static List<PersonId> everybodyCalled(Run run) {
    return run.called().stream().map(Called::person).distinct().toList();
  }

  private static String logins(List<PersonId> people) {
    return people.stream().map(PersonId::value).collect(Collectors.joining(", "));
  }
}
