package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.DataSecurityRated;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.outbox.FactHandler;

/** Harm to data may have become known after the triage: the tables are asked again, too. */
@ApplicationScoped
class RatesHarmAgain implements FactHandler<DataSecurityRated> {
  private final IncidentBoard board;
  private final Judgement judgement;

  @Inject
  RatesHarmAgain(IncidentBoard board, Judgement judgement) {
    this.board = board;
    this.judgement = judgement;
  }

  @Override
  public String name() {
    return "response.rates-harm-again";
  }

  @Override
  public Class<DataSecurityRated> fact() {
    return DataSecurityRated.class;
  }

  @Override
  public void on(DataSecurityRated rated) {
    IncidentView view = board.view(rated.incident());
    if (view.state().isOpen() && rated.to().isHarm()) {
      judgement.rate(view);
    }
  }
}
