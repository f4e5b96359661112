package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.honbu.incidents.Briefing.Topic;
import org.honbu.incidents.HandoverWish;
import org.honbu.incidents.Handovers;
import org.honbu.incidents.NextPart;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.ReadBack;
import org.honbu.incidents.TakeOutcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.workflow.Facts;
import org.honbu.workflow.Retried;

/** Our own door to handovers: decide and write first, then the process and its tasks. */
@ApplicationScoped
@Retried
@Transactional
class TwoKeyHandovers implements Handovers {
  private final HandoverActs acts;
  private final BriefingActs briefing;
  private final TakeActs takes;
  private final DeputyActs deputies;
  private final IncidentStore store;
  private final TellsHandovers tells;
  private final Engine engine;

  @Inject
  TwoKeyHandovers(
      HandoverActs acts,
      BriefingActs briefing,
      TakeActs takes,
      DeputyActs deputies,
      IncidentStore store,
      TellsHandovers tells,
      Engine engine) {
    this.acts = acts;
    this.briefing = briefing;
    this.takes = takes;
    this.deputies = deputies;
    this.store = store;
    this.tells = tells;
    this.engine = engine;
  }

  @Override
  public Outcome offer(IncidentId incident, HandoverWish wish, PersonId by) {
    return begun(incident, acts.offer(incident, wish, by));
  }

  @Override
  public Outcome take(IncidentId incident, String reason, PersonId by) {
    return begun(incident, takes.take(incident, reason, by));
  }

  @Override
  public Outcome override(IncidentId incident, String words, boolean takesCommand, PersonId by) {
    return begun(incident, takes.override(incident, words, takesCommand, by));
  }

  private Outcome begun(IncidentId incident, Outcome outcome) {
    if (outcome instanceof Outcome.Done) {
      store.running(incident).filter(handover -> !handover.isHeard()).ifPresent(tells::tell);
      store.flush();
    }
    return outcome;
  }

  @Override
  public Outcome brief(IncidentId incident, Map<Topic, String> edits, PersonId by) {
    Outcome outcome = briefing.brief(incident, edits, by);
    if (outcome instanceof Outcome.Done) {
      engine.complete(Steps.WRITE_BRIEFING, incident, by);
      engine.complete(Steps.FINISH_BRIEFING, incident, by);
    }
    return outcome;
  }

  @Override
  public TakeOutcome accept(IncidentId incident, ReadBack readBack, PersonId by) {
    TakeOutcome outcome = acts.accept(incident, readBack, by);
    if (outcome instanceof TakeOutcome.Taken) {
      store.seat(incident).ifPresent(seat -> engine.commandWasTaken(seat, incident));
    }
    return outcome;
  }

  @Override
  public Outcome decline(IncidentId incident, PersonId by) {
    Outcome outcome = acts.decline(incident, by);
    // The last no ends the briefing too, which listens to nothing else.
    String message =
        store.running(incident).isPresent() ? Steps.CANDIDATE_DECLINED : Steps.HANDOVER_ENDED;
    return telling(message, incident, outcome);
  }

  @Override
  public Outcome withdraw(IncidentId incident, PersonId by) {
    return telling(Steps.HANDOVER_ENDED, incident, acts.withdraw(incident, by));
  }

  @Override
  public Outcome stillInCommand(IncidentId incident, PersonId by) {
    return telling(Steps.HANDOVER_ENDED, incident, takes.stillInCommand(incident, by));
  }

  private Outcome telling(String message, IncidentId incident, Outcome outcome) {
    if (outcome instanceof Outcome.Done) {
      engine.tell(message, incident, Facts.none());
    }
    return outcome;
  }

  @Override
  public Outcome goesOnAs(IncidentId incident, NextPart part, PersonId by) {
    Outcome outcome = deputies.goesOnAs(incident, part, by);
    if (outcome instanceof Outcome.Done) {
      engine.complete(Steps.CHOOSE_NEXT_PART, incident, by);
    }
    return outcome;
  }
}
