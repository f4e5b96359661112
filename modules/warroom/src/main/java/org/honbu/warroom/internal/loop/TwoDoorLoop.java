package org.honbu.warroom.internal.loop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.warroom.AssessSituation;
import org.honbu.warroom.CommandLoop;
import org.honbu.warroom.Decide;
import org.honbu.warroom.Decision;
import org.honbu.warroom.ReviewEffect;
import org.honbu.warroom.Round;
import org.honbu.warroom.ShareStatus;
import org.honbu.warroom.StatusUpdate;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.HumanTasks;
import org.honbu.workflow.Retried;

/**
 * The door of our own pages and REST: the desk decides and writes first, then the loop's tasks are
 * made to agree with where the round is by now, whichever step was done.
 */
@ApplicationScoped
@Retried
@Transactional
class TwoDoorLoop implements CommandLoop {
  private final LoopDesk desk;
  private final Rounds rounds;
  private final LoopStore store;
  private final HumanTasks tasks;

  @Inject
  TwoDoorLoop(LoopDesk desk, Rounds rounds, LoopStore store, HumanTasks tasks) {
    this.desk = desk;
    this.rounds = rounds;
    this.store = store;
    this.tasks = tasks;
  }

  @Override
  public Outcome assess(IncidentId incident, AssessSituation seen, PersonId by) {
    return agreed(incident, by, desk.assess(incident, seen, by));
  }

  @Override
  public Outcome decide(IncidentId incident, Decide decision, PersonId by) {
    return agreed(incident, by, desk.decide(incident, decision, by));
  }

  @Override
  public Outcome waitWith(IncidentId incident, String reason, PersonId by) {
    return agreed(incident, by, desk.waitWith(incident, reason, by));
  }

  @Override
  public void workGiven(IncidentId incident) {
    catchUp(incident, Optional.empty());
  }

  @Override
  public Outcome update(IncidentId incident, ShareStatus told, PersonId by) {
    Outcome outcome = desk.update(incident, told, by);
    if (outcome instanceof Outcome.Done) {
      tasks.open(incident, LoopElements.UPDATE).ifPresent(task -> complete(task, Optional.of(by)));
    }
    return outcome;
  }

  /** Whoever is asked finds it in Tasklist; the commander may still tell the room on the page. */
  void updateIsFor(IncidentId incident, PersonId asked) {
    tasks
        .open(incident, LoopElements.UPDATE)
        .filter(task -> task.assignee().filter(asked::equals).isEmpty())
        .ifPresent(task -> tasks.assign(task, asked));
  }

  @Override
  public Outcome review(IncidentId incident, ReviewEffect found, PersonId by) {
    Outcome outcome = desk.review(incident, found, by);
    return outcome instanceof Outcome.Done
        ? agreed(incident, by, desk.carryOut(incident, found, by))
        : outcome;
  }

  @Override
  public Outcome aim(IncidentId incident, List<String> objectives, PersonId by) {
    return desk.aim(incident, objectives, by);
  }

  /** The tasks of the loop agree with the record again. */
  void catchUp(IncidentId incident, Optional<PersonId> by) {
    rounds
        .now(incident)
        .map(round -> LoopElements.of(round.step()))
        .ifPresent(
            now ->
                tasks.open(incident).stream()
                    .filter(task -> LoopElements.OF_A_ROUND.contains(task.step()))
                    .filter(task -> !task.step().equals(now))
                    .forEach(task -> complete(task, by)));
  }

  private Outcome agreed(IncidentId incident, PersonId by, Outcome outcome) {
    if (outcome instanceof Outcome.Done) {
      catchUp(incident, Optional.of(by));
    }
    return outcome;
  }

  private void complete(HumanTask task, Optional<PersonId> by) {
    by.ifPresent(person -> tasks.assign(task, person));
    tasks.complete(task, Facts.none());
  }

  @Override
  public Optional<Round> round(IncidentId incident) {
    return rounds.now(incident);
  }

  @Override
  public List<String> objectives(IncidentId incident) {
    return rounds.objectives(incident);
  }

  @Override
  public Optional<Decision> decision(IncidentId incident) {
    return store.newest(DecisionRow.class, incident).map(DecisionRow::view);
  }

  @Override
  public List<StatusUpdate> updates(IncidentId incident) {
    return store.all(UpdateRow.class, incident).stream().map(UpdateRow::view).toList();
  }
}
