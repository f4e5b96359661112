package org.honbu.web.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.alerts.ReportTriage;
import org.honbu.alerts.ReportTriage.Symptom;
import org.honbu.alerts.ReportTriage.Verdict;
import org.honbu.alerts.Reports;
import org.honbu.alerts.Reports.Outcome;
import org.honbu.alerts.Reports.Seen;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.ReportId;
import org.honbu.kernel.Words;

/** 声を届ける: anybody may, and one sentence is enough; customer support says what becomes of it. */
@ApplicationScoped
public class ReportForms implements ActList {
  private final Reports reports;

  @Inject
  public ReportForms(Reports reports) {
    this.reports = reports;
  }

  @Override
  public List<Act> acts() {
    return List.of(
        new Act(Page.REPORT, "report", Set.of(), this::report),
        new Act(Page.ONE_REPORT, "triage-report", Set.of("customer-support"), this::triage));
  }

  private Act.Answer report(Act.Form form) {
    ReportId report =
        reports.report(
            new Seen(
                form.field("what").orElse(""),
                form.field("component"),
                form.field("customer"),
                form.person()));
    return new Act.Answer.Done(
        new Words("{0} として届けました。知らせてくれてありがとうございます", "Passed on as {0}. Thank you for telling us")
            .with(report),
        Optional.of(Page.ONE_REPORT.path(report)));
  }

  private Act.Answer triage(Act.Form form) {
    ReportId report = new ReportId(form.variable().orElse(""));
    Outcome outcome = reports.triage(report, said(form), form.person());
    if (outcome instanceof Outcome.NotAllowed no) {
      return Act.Answer.refused(no.why());
    }
    return outcome instanceof Outcome.TooLate late
        ? Act.Answer.refused(late.why())
        : Act.Answer.done("受け付けました。ありがとうございます", "Triaged. Thank you");
  }

  private static ReportTriage said(Act.Form form) {
    return new ReportTriage(
        Verdict.valueOf(form.field("verdict").orElse(Verdict.INCIDENT.name())),
        form.field("incident").map(IncidentId::new),
        Integer.parseInt(form.field("customers").orElse("1")),
        form.field("symptom").map(Symptom::valueOf).orElse(Symptom.OTHER),
        form.field("note").orElse(""));
  }
}
