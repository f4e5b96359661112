package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.announcements.UsersHeard;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.SignalAttached;
import org.honbu.kernel.IncidentId;
import org.honbu.outbox.FactHandler;

/**
 * Another signal or a new count of what users say may make it worse: the tables are asked again,
 * and only ever raise (SV-4).
 */
@ApplicationScoped
class RatesAgain implements FactHandler<SignalAttached> {
  private final IncidentBoard board;
  private final Judgement judgement;

  @Inject
  RatesAgain(IncidentBoard board, Judgement judgement) {
    this.board = board;
    this.judgement = judgement;
  }

  @Override
  public String name() {
    return "response.rates-again";
  }

  @Override
  public Class<SignalAttached> fact() {
    return SignalAttached.class;
  }

  @Override
  public void on(SignalAttached attached) {
    rate(attached.incident());
  }

  /** Of one that nobody responds to any more, nothing is asked. */
  void rate(IncidentId incident) {
    IncidentView view = board.view(incident);
    if (view.state().isOpen()) {
      judgement.rate(view);
    }
  }

  /** Support has counted how many customers report it (FM-2b, DM-1). */
  @ApplicationScoped
  static class AfterACount implements FactHandler<UsersHeard> {
    private final RatesAgain rates;

    @Inject
    AfterACount(RatesAgain rates) {
      this.rates = rates;
    }

    @Override
    public String name() {
      return "response.rates-again-after-a-count";
    }

    @Override
    public Class<UsersHeard> fact() {
      return UsersHeard.class;
    }

    @Override
    public void on(UsersHeard heard) {
      rates.rate(heard.incident());
    }
  }
}
