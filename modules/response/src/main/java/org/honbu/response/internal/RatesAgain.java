package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.SignalAttached;
import org.honbu.outbox.FactHandler;

/** Another signal may make it worse: the tables are asked again, and only ever raise (SV-4). */
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
    IncidentView view = board.view(attached.incident());
    if (view.state().isOpen()) {
      judgement.rate(view);
    }
  }
}
