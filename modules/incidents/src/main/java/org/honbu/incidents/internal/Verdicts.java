package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.AnswerOutcome;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.TakeOutcome;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.workflow.TaskRule.Verdict;

/** Says an outcome in the words Tasklist shows. */
@ApplicationScoped
class Verdicts {
  private static final Words HELD = new Words("{0} さんが引き受けました", "{0} has taken it");
  private static final Words ANSWERED = new Words("{0} さんが応答済みです", "{0} has answered already");
  private static final Words OVER =
      new Words("このインシデントはもう終わっています", "This incident is over already");

  private final Names names;

  @Inject
  Verdicts(Names names) {
    this.names = names;
  }

  Verdict of(Outcome outcome) {
    if (outcome instanceof Outcome.NotAllowed no) {
      return Verdict.no(no.why());
    }
    if (outcome instanceof Outcome.NotNow no) {
      return Verdict.no(no.why());
    }
    return Verdict.yes();
  }

  Verdict of(TakeOutcome outcome) {
    if (outcome instanceof TakeOutcome.NotAllowed no) {
      return Verdict.no(no.why());
    }
    if (outcome instanceof TakeOutcome.AlreadyHeld held) {
      return heldBy(held.by());
    }
    return Verdict.yes();
  }

  Verdict of(AnswerOutcome outcome) {
    if (outcome instanceof AnswerOutcome.AlreadyAnswered answered) {
      return Verdict.no(Names.fill(ANSWERED, names.of(answered.by())));
    }
    return outcome instanceof AnswerOutcome.Over ? Verdict.no(OVER) : Verdict.yes();
  }

  Verdict heldBy(PersonId holder) {
    return Verdict.no(Names.fill(HELD, names.of(holder)));
  }
}
