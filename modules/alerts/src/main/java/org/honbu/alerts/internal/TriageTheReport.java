package org.honbu.alerts.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.honbu.alerts.Reports.Outcome;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ReportId;
import org.honbu.people.People;
import org.honbu.people.Role;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.TaskRule;

/** <em>Triage the user report</em> in Tasklist: submitting the form is the act. */
@ApplicationScoped
class TriageTheReport implements TaskRule {
  private static final Verdict ONLY_SUPPORT =
      Verdict.no("一次受付はカスタマーサポートの仕事です", "This is for customer support");

  private final ReportActs acts;
  private final People people;

  @Inject
  TriageTheReport(ReportActs acts, People people) {
    this.acts = acts;
    this.people = people;
  }

  @Override
  public Set<String> steps() {
    return Set.of(ReportActs.STEP);
  }

  @Override
  public Verdict mayHold(HumanTask task, PersonId person) {
    return people.hasRole(person, Role.CUSTOMER_SUPPORT) ? Verdict.yes() : ONLY_SUPPORT;
  }

  @Override
  public Verdict completed(HumanTask task, PersonId person, Facts answers) {
    var report = new ReportId(task.subject().value());
    Outcome outcome = acts.decide(report, TriageReportForm.read(answers), person);
    if (outcome instanceof Outcome.NotAllowed no) {
      return Verdict.no(no.why());
    }
    return outcome instanceof Outcome.TooLate late ? Verdict.no(late.why()) : Verdict.yes();
  }
}
