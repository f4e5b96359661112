package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.PersonId;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.TaskRule;

/** Tasklist's door to reading a text for privacy. */
@ApplicationScoped
class PrivacyTaskRules implements TaskRule {
  private final PrivacyReview review;

  @Inject
  PrivacyTaskRules(PrivacyReview review) {
    this.review = review;
  }

  @Override
  public Set<String> steps() {
    return Set.of(PrivacyProcess.READ);
  }

  @Override
  public Verdict mayHold(HumanTask task, PersonId person) {
    return waiting(task)
        .flatMap(text -> review.objection(text, person))
        .<Verdict>map(Verdict::no)
        .orElseGet(Verdict::yes);
  }

  private Optional<PrivacyText> waiting(HumanTask task) {
    return review.waiting(task.incident()).stream()
        .filter(text -> text.key().equals(key(task)))
        .findFirst();
  }

  @Override
  public Verdict completed(HumanTask task, PersonId person, Facts answers) {
    String reason = answers.find("reason").map(Object::toString).orElse("");
    boolean back =
        answers.find("verdict").map(Object::toString).filter("SEND_BACK"::equals).isPresent();
    Outcome outcome =
        back
            ? review.sendBack(task.incident(), key(task), reason, person)
            : review.approve(task.incident(), key(task), reason, person);
    if (outcome instanceof Outcome.NotAllowed no) {
      return Verdict.no(no.why());
    }
    return outcome instanceof Outcome.NotNow no ? Verdict.no(no.why()) : Verdict.yes();
  }

  private static String key(HumanTask task) {
    return task.facts().text(PrivacyProcess.KEY);
  }
}
