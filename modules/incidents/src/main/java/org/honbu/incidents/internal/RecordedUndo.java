package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.Undo;
import org.honbu.incidents.UndoOffer;
import org.honbu.incidents.Undoable;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.workflow.Facts;
import org.honbu.workflow.Retried;

/** The one door of every undo: the record first, then the process. */
@ApplicationScoped
@Retried
@Transactional
class RecordedUndo implements Undo {
  private final UndoActs acts;
  private final Engine engine;

  @Inject
  RecordedUndo(UndoActs acts, Engine engine) {
    this.acts = acts;
    this.engine = engine;
  }

  @Override
  public Outcome takeBack(IncidentId incident, Undoable act, PersonId by) {
    Outcome outcome = acts.takeBack(incident, act, by);
    if (outcome instanceof Outcome.Done) {
      engine.tell(message(act), incident, Facts.none());
    }
    return outcome;
  }

  private static String message(Undoable act) {
    return switch (act) {
      case ANSWER -> "Message_AnswerTakenBack";
      case ESCALATION -> "Message_EscalationTakenBack";
      case RESOLUTION, FALSE_ALARM -> "Message_EndTakenBack";
    };
  }

  @Override
  public Optional<UndoOffer> offered(IncidentId incident, PersonId to) {
    return acts.offered(incident, List.of(Undoable.values()), to);
  }

  @Override
  public Optional<UndoOffer> offered(IncidentId incident, Undoable act, PersonId to) {
    return acts.offered(incident, List.of(act), to);
  }

  @Override
  public boolean letStand(IncidentId incident) {
    return acts.letStand(incident);
  }

  @Override
  public boolean endMayBeTakenBack(IncidentId incident) {
    return acts.endMayBeTakenBack(incident);
  }

  @Override
  public boolean hasTakenBack(IncidentId incident, Undoable act) {
    return acts.hasTakenBack(incident, act);
  }
}
