package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.honbu.incidents.Care;
import org.honbu.incidents.CareAnswer;
import org.honbu.incidents.CareQuestion;
import org.honbu.incidents.CommanderWatch;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.workflow.Retried;

/** Our own door to what is between Honbu and a commander: the record first, then the task. */
@ApplicationScoped
@Retried
@Transactional
class PrivateCare implements Care {
  private final CareActs acts;
  private final AskingActs asking;
  private final Engine engine;

  @Inject
  PrivateCare(CareActs acts, AskingActs asking, Engine engine) {
    this.acts = acts;
    this.asking = asking;
    this.engine = engine;
  }

  @Override
  public void seen(IncidentId incident, PersonId person) {
    acts.seen(incident, person);
  }

  @Override
  public void commanded(IncidentId incident, PersonId person) {
    acts.commanded(incident, person);
  }

  @Override
  public Outcome nudge(IncidentId incident, PersonId by) {
    return acts.nudge(incident, by);
  }

  @Override
  public Outcome handsAtWork(IncidentId incident, PersonId by) {
    return acts.handsAtWork(incident, by);
  }

  @Override
  public void ownWork(IncidentId incident, Words work, PersonId by) {
    acts.ownWork(incident, work, by);
  }

  @Override
  public Optional<CommanderWatch> watch(IncidentId incident) {
    return acts.watch(incident);
  }

  /** A handover that is the answer starts by its fact, as one from Tasklist does. */
  @Override
  public Outcome answer(IncidentId incident, CareQuestion.Why why, CareAnswer answer, PersonId by) {
    Outcome outcome = asking.answer(incident, why, answer, by);
    if (outcome instanceof Outcome.Done) {
      engine.complete(CareTasks.step(why), incident, by);
    }
    return outcome;
  }
}
