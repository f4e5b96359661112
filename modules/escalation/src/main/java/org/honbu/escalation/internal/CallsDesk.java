package org.honbu.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.honbu.escalation.Calls;
import org.honbu.escalation.Calls.Reply;
import org.honbu.escalation.Escalation;
import org.honbu.incidents.AnswerOutcome;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Incidents;
import org.honbu.incidents.TakeOutcome;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.notifications.AnswerDesk;
import org.honbu.notifications.AnswerDesk.Choice;
import org.honbu.notifications.AnswerDesk.Outcome;
import org.honbu.notifications.AnswerDesk.Standing;
import org.honbu.notifications.AnswerLink;
import org.honbu.notifications.Notifications;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTasks;

/** Takes answers, whichever door they come through: lock, decide, write, then the engine. */
@ApplicationScoped
class CallsDesk implements Escalation {
  static final String STEP = "Activity_AnswerThePage";

  /** TM05: what a person called beside the chain is given. */
  private static final Duration ANSWER_WITHIN = Duration.ofMinutes(5);

  private final RunStore runs;
  private final Levels levels;
  private final CommandersCall commanders;
  private final Incidents incidents;
  private final IncidentBoard board;
  private final Notifications notifications;
  private final HumanTasks tasks;
  private final Holes holes;
  private final Clock clock;

  @Inject
  CallsDesk(
      RunStore runs,
      Levels levels,
      CommandersCall commanders,
      Incidents incidents,
      IncidentBoard board,
      Notifications notifications,
      HumanTasks tasks,
      Holes holes,
      Clock clock) {
    this.runs = runs;
    this.levels = levels;
    this.commanders = commanders;
    this.incidents = incidents;
    this.board = board;
    this.notifications = notifications;
    this.tasks = tasks;
    this.holes = holes;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Outcome answer(IncidentId incident, Choice choice, PersonId by) {
    Decision decision = decide(incident, choice, by, incidents::acknowledge);
    if (decision.endsTheWait()) {
      goOn(incident);
    }
    return decision.outcome();
  }

  /** How the incident is told. */
  private interface Acknowledging {
    AnswerOutcome by(IncidentId incident, PersonId person);
  }

  /**
   * What an answer comes to.
   *
   * @param endsTheWait whether the process need not wait on this level any longer
   */
  private record Decision(Outcome outcome, boolean endsTheWait) {}

  /** As {@link #answer}, for Tasklist, where the engine is completing the task already. */
  @Transactional
  public Outcome answerByTask(IncidentId incident, Choice choice, PersonId by) {
    return decide(incident, choice, by, incidents::acknowledgeByTask).outcome();
  }

  private Decision decide(
      IncidentId incident, Choice choice, PersonId by, Acknowledging acknowledging) {
    List<Run> ringing = runs.lockRinging(incident);
    return switch (choice) {
      case I_HAVE_IT ->
          commands(incident, by)
              .map(outcome -> new Decision(outcome, false))
              .orElseGet(
                  () -> new Decision(take(ringing, by, acknowledging.by(incident, by)), true));
      case NOT_NOW -> passOn(incident, ringing, by);
    };
  }

  @Override
  @Transactional
  public List<Calls> calls(IncidentId incident) {
    return runs.of(incident).stream().map(this::shown).toList();
  }

  @Override
  @Transactional
  public List<Calls> ringing(Collection<IncidentId> incidents) {
    return runs.ringing(incidents).stream().map(this::shown).toList();
  }

  /** How the call behind a link stands; locks nothing and changes nothing. */
  @Transactional
  public Standing standing(AnswerLink link) {
    Optional<Run> run = runs.find(link.runId());
    IncidentView view = board.view(link.incident());
    if (view.answeredBy().isPresent()) {
      return new Standing.Taken(
          person(view.answeredBy().get()), view.times().acknowledgedAt().orElse(link.calledAt()));
    }
    if (!view.state().isOpen()) {
      return new Standing.Over();
    }
    Optional<CommandSeat> seat = commanders.taken(link.person(), view);
    if (seat.isPresent()) {
      return new Standing.Commanded(person(seat.get().holder()), seat.get().since());
    }
    if (run.isEmpty()) {
      // Somebody was called beside the chain, a commander for example: no level waits for them.
      return new Standing.Ringing(
          ANSWER_WITHIN, link.calledAt().plus(ANSWER_WITHIN), Optional.empty());
    }
    PlannedStep step = run.get().planned(run.get().step()).orElseThrow();
    return new Standing.Ringing(
        step.answerWithin(),
        run.get().answerBy().orElse(clock.instant()),
        levels.after(run.get(), run.get().step()));
  }

  /**
   * Somebody answered the incident through a door that knows nothing of calls. If they have taken
   * it back since, nothing stops.
   */
  @Transactional
  public void answeredElsewhere(IncidentId incident, PersonId by, Instant at) {
    List<Run> ringing = runs.lockRinging(incident);
    boolean stands = board.view(incident).answeredBy().filter(by::equals).isPresent();
    if (stands && !ringing.isEmpty()) {
      stop(ringing, by, at);
      goOn(incident);
    }
  }

  /** The incident ended: nobody is to be called any more. */
  @Transactional
  public void incidentEnded(IncidentId incident) {
    for (Run run : runs.lockRinging(incident)) {
      run.over();
      notifications.cancelPages(run.id());
    }
  }

  /**
   * Nothing reaches this person; when that holds for the whole step, the next is called at once.
   */
  @Transactional
  public void unreachable(String runId, int step, PersonId person) {
    Optional<Run> run = runs.lockById(runId).filter(Run::rings);
    if (run.isEmpty()) {
      return;
    }
    if (!run.get().isUnreachable(step, person)) {
      noteUnreachable(run.get(), step, person);
    }
    if (run.get().step() == step && run.get().nobodyOfThisStepIsReachable()) {
      goOn(run.get().incident());
    }
  }

  private void noteUnreachable(Run run, int step, PersonId person) {
    run.reply(person, Reply.UNREACHABLE);
    run.planned(step).ifPresent(planned -> holes.notDelivered(run, planned.level(), person));
    Words name = levels.bareName(person);
    incidents.note(
        run.incident(),
        "unreachable",
        new Words(name.ja() + " さんに届きませんでした", name.en() + " could not be reached"),
        Actor.honbu("escalation"));
  }

  @Override
  @Transactional
  public boolean mayAnswer(IncidentId incident, PersonId person) {
    return hasCalled(incident, person) || incidents.mayRespond(incident, person);
  }

  /** Whether a run that rings has called this person. */
  @Transactional
  public boolean hasCalled(IncidentId incident, PersonId person) {
    return runs.of(incident).stream().anyMatch(run -> run.rings() && run.hasCalled(person));
  }

  /** Whether the level that rings now has called this person. */
  @Transactional
  public boolean ringsNow(IncidentId incident, PersonId person) {
    return runs.of(incident).stream().anyMatch(run -> run.ringsNow(person));
  }

  AnswerDesk.Person person(PersonId id) {
    return new AnswerDesk.Person(id, levels.bareName(id));
  }

  /** Empty when this is no call to command, or when they may not. */
  private Optional<Outcome> commands(IncidentId incident, PersonId by) {
    IncidentView view = board.view(incident);
    if (!commanders.isFor(by, view)) {
      return Optional.empty();
    }
    TakeOutcome outcome = commanders.answered(view, by);
    if (outcome instanceof TakeOutcome.Taken taken) {
      return Optional.of(new Outcome.Commands(taken.since()));
    }
    return outcome instanceof TakeOutcome.AlreadyHeld held
        ? Optional.of(new Outcome.AlreadyTaken(person(held.by()), held.since()))
        : Optional.empty();
  }

  private Outcome take(List<Run> ringing, PersonId by, AnswerOutcome outcome) {
    if (outcome instanceof AnswerOutcome.First first) {
      return new Outcome.Yours(first.at(), stop(ringing, by, first.at()));
    }
    if (outcome instanceof AnswerOutcome.AlreadyAnswered already) {
      stop(ringing, already.by(), already.at());
      return already.by().equals(by)
          ? new Outcome.Yours(already.at(), 0)
          : new Outcome.AlreadyTaken(person(already.by()), already.at());
    }
    for (Run run : ringing) {
      run.over();
      notifications.cancelPages(run.id());
    }
    return new Outcome.Over();
  }

  private Decision passOn(IncidentId incident, List<Run> ringing, PersonId by) {
    Optional<Run> theirs = ringing.stream().filter(run -> run.hasCalled(by)).findFirst();
    if (theirs.isEmpty()) {
      Outcome late =
          board
              .view(incident)
              .answeredBy()
              .<Outcome>map(holder -> new Outcome.AlreadyTaken(person(holder), clock.instant()))
              .orElse(new Outcome.Over());
      return new Decision(late, false);
    }
    Run run = theirs.get();
    if (run.ringsNow(by)) {
      run.passesOn();
    }
    return new Decision(new Outcome.PassedOn(levels.after(run, run.step())), run.ringsNow(by));
  }

  /** Answers how many others no longer need to answer. */
  private int stop(List<Run> ringing, PersonId by, Instant at) {
    int stopped = 0;
    for (Run run : ringing) {
      run.answered(by, at);
      notifications.cancelPages(run.id());
      stopped +=
          (int)
              run.called().stream()
                  .map(Called::person)
                  .filter(person -> !person.equals(by))
                  .distinct()
                  .count();
    }
    return stopped;
  }

  /** Ends the wait for an answer, where the process still waits; it reads the outcome itself. */
  private void goOn(IncidentId incident) {
    runs.flush();
    tasks.open(incident, STEP).ifPresent(task -> tasks.complete(task, Facts.none()));
  }

  private Calls shown(Run run) {
    Words level =
        run.planned(run.step()).map(step -> step.level().label()).orElse(new Words("–", "–"));
    return new Calls(
        run.incident(),
        run.state(),
        level,
        run.answerBy(),
        run.rings() ? levels.after(run, run.step()) : Optional.empty(),
        run.answeredBy(),
        run.answeredAt(),
        run.called().stream().map(call -> shown(run, call)).toList());
  }

  private static Calls.Called shown(Run run, Called call) {
    Words level = run.planned(call.step()).orElseThrow().level().label();
    return new Calls.Called(call.person(), level, call.at(), call.reply());
  }
}
