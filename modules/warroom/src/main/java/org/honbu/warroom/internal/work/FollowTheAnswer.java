package org.honbu.warroom.internal.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.honbu.incidents.CareAnswer;
import org.honbu.incidents.CareQuestions;
import org.honbu.incidents.CommandSeat;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.warroom.GiveOutcome;
import org.honbu.warroom.WorkKind;
import org.honbu.warroom.WorkWish;
import org.honbu.workflow.Facts;
import org.honbu.workflow.TaskHandler;

/**
 * A step of {@code HandsOnPrompt}: what a commander gives away instead of doing it becomes somebody
 * else's work (DOMAIN 2.7). A handover runs by itself, and going on needs nothing. The work's own
 * process begins when its fact is heard, once this step is over.
 */
@ApplicationScoped
class FollowTheAnswer implements TaskHandler {
  /** A care answer may be longer than the outcome of a piece of work. */
  private static final int OUTCOME = 200;

  private final CareQuestions questions;
  private final GivingActs giving;
  private final WorkBook book;

  @Inject
  FollowTheAnswer(CareQuestions questions, GivingActs giving, WorkBook book) {
    this.questions = questions;
    this.giving = giving;
    this.book = book;
  }

  @Override
  public String name() {
    return "followTheAnswer";
  }

  @Override
  public Facts perform(Step step) {
    IncidentId incident = new IncidentId(step.subject());
    Optional<PersonId> commander = book.lock(incident).map(CommandSeat::holder);
    Optional<CareAnswer.Delegate> answer =
        questions
            .lastAnswer(incident)
            .filter(CareAnswer.Delegate.class::isInstance)
            .map(CareAnswer.Delegate.class::cast);
    if (commander.isPresent() && answer.isPresent()) {
      give(incident, answer.get(), commander.get());
    }
    return Facts.none();
  }

  private void give(IncidentId incident, CareAnswer.Delegate answer, PersonId commander) {
    String outcome = answer.work().substring(0, Math.min(OUTCOME, answer.work().length()));
    var wish = new WorkWish(WorkKind.OPERATE, outcome, answer.to(), WorkWish.USUAL_BOX);
    whyNot(giving.give(incident, wish, true, commander))
        .ifPresent(why -> book.whisper(commander, incident, "not-given", why));
  }

  private static Optional<Words> whyNot(GiveOutcome outcome) {
    return outcome instanceof GiveOutcome.NotAllowed no
        ? Optional.of(no.why())
        : outcome instanceof GiveOutcome.NotNow no ? Optional.of(no.why()) : Optional.empty();
  }
}
