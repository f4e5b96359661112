package org.honbu.warroom.internal.loop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.IncidentBoard;
import org.honbu.outbox.FactHandler;
import org.honbu.warroom.EffectReviewed;

/** What a commander said of the incident in Tasklist is done on the incident. */
@ApplicationScoped
class CarriesOutTheReview implements FactHandler<EffectReviewed> {
  private final LoopDesk desk;
  private final LoopStore store;
  private final IncidentBoard board;

  @Inject
  CarriesOutTheReview(LoopDesk desk, LoopStore store, IncidentBoard board) {
    this.desk = desk;
    this.store = store;
    this.board = board;
  }

  @Override
  public String name() {
    return "warroom.carries-out-the-review";
  }

  @Override
  public Class<EffectReviewed> fact() {
    return EffectReviewed.class;
  }

  /** Goes by the record: a review that another has followed says nothing any more. */
  @Override
  public void on(EffectReviewed reviewed) {
    if (Rounds.areHeld(board.view(reviewed.incident()))) {
      store
          .newest(ReviewRow.class, reviewed.incident())
          .filter(row -> row.number() == reviewed.number())
          .ifPresent(row -> desk.carryOut(reviewed.incident(), row.view(), reviewed.by()));
    }
  }
}
