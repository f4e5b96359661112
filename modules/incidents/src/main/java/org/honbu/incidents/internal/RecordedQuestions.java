package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.honbu.incidents.CareAnswer;
import org.honbu.incidents.CareQuestion;
import org.honbu.incidents.CareQuestions;
import org.honbu.kernel.IncidentId;
import org.honbu.workflow.Retried;

/** What the process asks for; its steps bring transactions of their own. */
@ApplicationScoped
@Retried
@Transactional
class RecordedQuestions implements CareQuestions {
  private final CareActs acts;
  private final AskingActs asking;

  @Inject
  RecordedQuestions(CareActs acts, AskingActs asking) {
    this.acts = acts;
    this.asking = asking;
  }

  @Override
  public boolean handsSeemAtWork(IncidentId incident) {
    return asking.handsSeemAtWork(incident);
  }

  @Override
  public void weighAgain(IncidentId incident) {
    acts.weighAgain(incident);
  }

  @Override
  public Asked askAboutHands(IncidentId incident) {
    return asking.askAboutHands(incident);
  }

  @Override
  public Asked askWhetherTired(IncidentId incident) {
    return asking.askWhetherTired(incident);
  }

  @Override
  public void letGo(IncidentId incident, CareQuestion.Why why) {
    asking.letGo(incident, why);
  }

  @Override
  public void askAgain(IncidentId incident) {
    asking.askAgain(incident);
  }

  @Override
  public Optional<CareAnswer> lastAnswer(IncidentId incident) {
    return asking.lastAnswer(incident);
  }

  @Override
  public Optional<Drawn> drawnBefore(IncidentId incident) {
    return asking.drawnBefore(incident);
  }
}
