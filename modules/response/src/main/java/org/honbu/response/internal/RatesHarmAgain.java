package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.Command;
import org.honbu.incidents.DataSecurityRated;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.LargeReason;
import org.honbu.incidents.Triage;
import org.honbu.kernel.Actor;
import org.honbu.outbox.FactHandler;

/**
 * Harm to data may have become known after the triage: the tables are asked again, too, and what is
 * large by it gets its room (L_DATA). Nobody is asked into one who has not answered, nor once the
 * harm has stopped or a second person looks whether there is any.
 */
@ApplicationScoped
class RatesHarmAgain implements FactHandler<DataSecurityRated> {
  private static final Actor RESPONSE = Actor.honbu("response");

  private final IncidentBoard board;
  private final Judgement judgement;
  private final Command command;

  @Inject
  RatesHarmAgain(IncidentBoard board, Judgement judgement, Command command) {
    this.board = board;
    this.judgement = judgement;
    this.command = command;
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
    if (!view.state().isOpen() || !rated.to().isHarm()) {
      return;
    }
    judgement.rate(view);
    if (isRespondedTo(view) && judgement.whyLarge(view).contains(LargeReason.L_DATA)) {
      command.openRoom(view.id(), Set.of(LargeReason.L_DATA), Optional.empty(), RESPONSE);
    }
  }

  private static boolean isRespondedTo(IncidentView view) {
    boolean isDoubted =
        view.triaged().filter(said -> said.answer() == Triage.Answer.FALSE_ALARM).isPresent();
    return view.answeredBy().isPresent()
        && view.state().compareTo(IncidentState.MITIGATED) < 0
        && !isDoubted;
  }
}
