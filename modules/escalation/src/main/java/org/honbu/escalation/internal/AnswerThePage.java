package org.honbu.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.notifications.AnswerDesk.Choice;
import org.honbu.notifications.AnswerDesk.Outcome;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.TaskRule;

/** Tasklist's door to an answer: whom a run has called may answer it. */
@ApplicationScoped
class AnswerThePage implements TaskRule {
  private final CallsDesk desk;

  @Inject
  AnswerThePage(CallsDesk desk) {
    this.desk = desk;
  }

  @Override
  public Set<String> steps() {
    return Set.of(CallsDesk.STEP);
  }

  @Override
  public Verdict mayHold(HumanTask task, PersonId person) {
    return desk.hasCalled(task.incident(), person)
        ? Verdict.yes()
        : Verdict.no("呼び出された人だけが応答できます", "Only somebody who was called can answer");
  }

  @Override
  public Verdict completed(HumanTask task, PersonId person, Facts answers) {
    Choice choice =
        answers.find("answer").map(Object::toString).filter("ACK"::equals).isPresent()
            ? Choice.I_HAVE_IT
            : Choice.NOT_NOW;
    if (choice == Choice.NOT_NOW && !desk.ringsNow(task.incident(), person)) {
      return Verdict.no(
          "もう次の段を呼び出しています。することはありません",
          "The next level is being called already; nothing to do for you");
    }
    Outcome outcome = desk.answerByTask(task.incident(), choice, person);
    return outcome instanceof Outcome.AlreadyTaken taken ? taken(taken) : Verdict.yes();
  }

  private static Verdict taken(Outcome.AlreadyTaken taken) {
    Words name = taken.by().name();
    return Verdict.no(name.ja() + " さんが応答済みです", name.en() + " already has it");
  }
}
