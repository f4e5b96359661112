package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.honbu.announcements.RegulatorReport.Stage;
import org.honbu.announcements.RegulatorReports.Sent;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.PersonId;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.TaskRule;

/** Tasklist's door to the reports to the authority: submitting the form is the act. */
@ApplicationScoped
class RegulatorTaskRules implements TaskRule {
  private final RegulatorActs acts;

  @Inject
  RegulatorTaskRules(RegulatorActs acts) {
    this.acts = acts;
  }

  @Override
  public Set<String> steps() {
    return Set.of(RegulatorProcess.PRELIMINARY, RegulatorProcess.FINAL);
  }

  @Override
  public Verdict mayHold(HumanTask task, PersonId person) {
    return acts.mayNot(person).<Verdict>map(Verdict::no).orElseGet(Verdict::yes);
  }

  @Override
  public Verdict completed(HumanTask task, PersonId person, Facts answers) {
    Stage stage =
        task.step().equals(RegulatorProcess.PRELIMINARY) ? Stage.PRELIMINARY : Stage.FINAL;
    return switch (text(answers, "answer")) {
      case "SENT" -> sent(task, stage, answers, false, person);
      case "SENT_MALICIOUS" -> sent(task, stage, answers, true, person);
      case "NOT_NEEDED" ->
          of(acts.notNeeded(task.incident(), stage, text(answers, "reason"), person));
      default -> Verdict.no("どれか一つを選んでください", "Choose one of them");
    };
  }

  private Verdict sent(
      HumanTask task, Stage stage, Facts answers, boolean malicious, PersonId person) {
    Optional<Instant> at;
    try {
      at =
          Optional.of(text(answers, "sentAt"))
              .filter(said -> !said.isBlank())
              .map(said -> OffsetDateTime.parse(said).toInstant());
    } catch (DateTimeException unreadable) {
      return Verdict.no("提出した時刻が読めません", "The time it was sent cannot be read");
    }
    var sent = new Sent(at, text(answers, "reportedTo"), text(answers, "reference"), malicious);
    return of(acts.sent(task.incident(), stage, sent, person));
  }

  private static String text(Facts answers, String name) {
    return answers.find(name).map(Object::toString).orElse("");
  }

  private static Verdict of(Outcome outcome) {
    if (outcome instanceof Outcome.NotAllowed no) {
      return Verdict.no(no.why());
    }
    return outcome instanceof Outcome.NotNow no ? Verdict.no(no.why()) : Verdict.yes();
  }
}
