package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.honbu.incidents.HandoverProcess;
import org.honbu.incidents.HandoverView;
import org.honbu.incidents.HandoverView.End;
import org.honbu.incidents.internal.Handover.Refusal;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;

/** The process' own door to handovers: each step asks the record again, under its lock. */
@ApplicationScoped
@Transactional
class SteppedHandovers implements HandoverProcess {
  private final IncidentStore store;
  private final Book book;
  private final HandoverBook handovers;
  private final BriefingActs briefing;
  private final TakeActs takes;
  private final TellsHandovers tells;
  private final Engine engine;

  @Inject
  SteppedHandovers(
      IncidentStore store,
      Book book,
      HandoverBook handovers,
      BriefingActs briefing,
      TakeActs takes,
      TellsHandovers tells,
      Engine engine) {
    this.store = store;
    this.book = book;
    this.handovers = handovers;
    this.briefing = briefing;
    this.takes = takes;
    this.tells = tells;
    this.engine = engine;
  }

  @Override
  public HandoverView prepare(IncidentId incident, int number) {
    Incident record = book.lock(incident);
    Handover handover = find(incident, number);
    briefing.draft(record, handover);
    return flushed(handover);
  }

  @Override
  public Optional<PersonId> letDeputyBrief(IncidentId incident, int number, Actor by) {
    book.lock(incident);
    Handover handover = find(incident, number);
    if (!handover.isRunning() || handover.isBriefed()) {
      return Optional.empty();
    }
    handover.openToDeputy();
    store.flush();
    return DeputyActs.deputy(store, incident);
  }

  @Override
  public HandoverView afterRound(IncidentId incident, int number, int round, Actor by) {
    Incident record = book.lock(incident);
    Handover handover = find(incident, number);
    boolean silent = handover.isRunning() && !handover.isForced() && handover.round() == round;
    if (silent) {
      handovers.passOver(record, handover, Refusal.SILENT);
    }
    return flushed(handover);
  }

  @Override
  public HandoverView moveIfNobodyObjected(IncidentId incident, int number, Actor by) {
    Incident record = book.lock(incident);
    Handover handover = find(incident, number);
    if (handover.isRunning() && handover.isForced()) {
      takes.moveIfNobodyObjected(record, handover);
      store.seat(incident).ifPresent(seat -> engine.commandGoesTo(seat.holder(), incident));
    }
    return flushed(handover);
  }

  @Override
  public HandoverView giveUp(IncidentId incident, int number, Actor by) {
    Incident record = book.lock(incident);
    Handover handover = find(incident, number);
    if (handover.isRunning()) {
      handovers.end(record, handover, End.NOBODY_LEFT, by);
    }
    return flushed(handover);
  }

  @Override
  public boolean follow(IncidentId incident, int number) {
    book.lock(incident);
    boolean follows = tells.follow(find(incident, number));
    store.flush();
    return follows;
  }

  @Override
  public boolean followAgain(IncidentId incident) {
    book.lock(incident);
    boolean follows = store.running(incident).map(tells::tell).orElse(true);
    store.flush();
    return follows;
  }

  private Handover find(IncidentId incident, int number) {
    return handovers
        .find(incident, number)
        .orElseThrow(() -> new ProblemException(IncidentProblems.NO_HANDOVER, incident.value()));
  }

  private HandoverView flushed(Handover handover) {
    store.flush();
    return handover.view();
  }
}
