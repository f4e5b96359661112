package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.honbu.announcements.UserFeedback.Voices;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.TaskRule;

/** Tasklist's door to saying what users report. */
@ApplicationScoped
class FeedbackTaskRules implements TaskRule {
  private final FeedbackActs acts;
  private final Duties duties;

  @Inject
  FeedbackTaskRules(FeedbackActs acts, Duties duties) {
    this.acts = acts;
    this.duties = duties;
  }

  @Override
  public Set<String> steps() {
    return Set.of(Steps.COUNT);
  }

  @Override
  public Verdict mayHold(HumanTask task, PersonId person) {
    Optional<Words> objection = acts.mayNotHear(duties.now(task.incident()), person);
    return objection.<Verdict>map(Verdict::no).orElseGet(Verdict::yes);
  }

  @Override
  public Verdict completed(HumanTask task, PersonId person, Facts answers) {
    var voices =
        new Voices(
            number(answers, "newReports"),
            number(answers, "distinctCustomers"),
            text(answers, "sampleQuotes"),
            text(answers, "mostAskedQuestion"));
    return acts.hear(task.incident(), voices, person) instanceof Outcome.NotAllowed no
        ? Verdict.no(no.why())
        : Verdict.yes();
  }

  /** What was left out is refused as too few, with the name of its field. */
  private static int number(Facts answers, String field) {
    return answers.find(field).isPresent() ? answers.number(field) : -1;
  }

  private static String text(Facts answers, String field) {
    return answers.find(field).map(Object::toString).orElse("");
  }
}
