package org.honbu.warroom.internal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.warroom.SummonsAnswer;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.TaskRule;

/** Tasklist's door to a summons: submitting the form is the answer of whoever is asked. */
@ApplicationScoped
class AnswersTheSummons implements TaskRule {
  private static final Verdict NOT_YOURS =
      Verdict.no("招集されているのは別の人です", "Somebody else is summoned");

  private final AnswerActs acts;

  @Inject
  AnswersTheSummons(AnswerActs acts) {
    this.acts = acts;
  }

  @Override
  public Set<String> steps() {
    return Set.of(SummonsProcess.ANSWER);
  }

  @Override
  public Verdict mayHold(HumanTask task, PersonId person) {
    return acts.waitsFor(task.incident(), SummonsProcess.numberOf(task), person)
        ? Verdict.yes()
        : NOT_YOURS;
  }

  /** It is asked of one person; nobody else could take it. */
  @Override
  public Verdict released(HumanTask task, PersonId person) {
    return Verdict.no("来られないときは「手が離せません」を選んでください", "Choose “I cannot” if you cannot come");
  }

  @Override
  public Verdict completed(HumanTask task, PersonId person, Facts answers) {
    Optional<SummonsAnswer> answer = text(answers, "answer").flatMap(SummonsAnswer::named);
    if (answer.isEmpty()) {
      return Verdict.no("答えを一つ選んでください", "Choose one of the answers");
    }
    try {
      return verdict(
          acts.answer(
              task.incident(), answer.get(), text(answers, "instead").map(PersonId::new), person));
    } catch (ProblemException unreadable) {
      return Verdict.no(unreadable.words());
    }
  }

  private static Verdict verdict(AnswerActs.Decision decision) {
    if (decision.outcome() instanceof Outcome.NotAllowed no) {
      return Verdict.no(no.why());
    }
    return decision.outcome() instanceof Outcome.NotNow no ? Verdict.no(no.why()) : Verdict.yes();
  }

  private static Optional<String> text(Facts answers, String name) {
    return answers.find(name).map(Object::toString).map(String::strip).filter(s -> !s.isEmpty());
  }
}
