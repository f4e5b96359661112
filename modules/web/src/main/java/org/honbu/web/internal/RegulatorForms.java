package org.honbu.web.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.honbu.announcements.RegulatorReport.Stage;
import org.honbu.announcements.RegulatorReports;
import org.honbu.announcements.RegulatorReports.Sent;
import org.honbu.incidents.DataHarm;
import org.honbu.incidents.Impact.DataSecurity;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Words;

/** What people do about harm to data on an incident's page: each is one call of a façade. */
@ApplicationScoped
public class RegulatorForms implements ActList {
  private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
  private static final Words CHOOSE = new Words("どれか一つを選んでください", "Choose one of them");
  private static final Words UNREADABLE =
      new Words("提出した時刻が読めません", "The time it was sent cannot be read");

  private final RegulatorReports reports;
  private final DataHarm harm;

  @Inject
  public RegulatorForms(RegulatorReports reports, DataHarm harm) {
    this.reports = reports;
    this.harm = harm;
  }

  @Override
  public List<Act> acts() {
    return List.of(act("data-harm", this::say), act("regulator-report", this::settle));
  }

  private Act.Answer say(IncidentId incident, Act.Form form) {
    return switch (text(form, "to")) {
      case "NONE" -> said(incident, DataSecurity.NONE, form);
      case "SUSPECTED" -> said(incident, DataSecurity.SUSPECTED, form);
      case "CONFIRMED" -> said(incident, DataSecurity.CONFIRMED, form);
      default -> Act.Answer.refused(CHOOSE);
    };
  }

  private Act.Answer said(IncidentId incident, DataSecurity is, Act.Form form) {
    return told(
        harm.say(incident, is, text(form, "reason"), form.person()),
        new Words("データの被害を記録しました", "Harm to data is noted"));
  }

  private Act.Answer settle(IncidentId incident, Act.Form form) {
    Stage stage = text(form, "stage").equals("FINAL") ? Stage.FINAL : Stage.PRELIMINARY;
    return switch (text(form, "answer")) {
      case "SENT" -> sent(incident, stage, false, form);
      case "SENT_MALICIOUS" -> sent(incident, stage, true, form);
      case "NOT_NEEDED" ->
          told(
              reports.notNeeded(incident, stage, text(form, "reason"), form.person()),
              new Words("報告は要らないと記録しました", "Noted that no report is needed"));
      default -> Act.Answer.refused(CHOOSE);
    };
  }

  private Act.Answer sent(IncidentId incident, Stage stage, boolean malicious, Act.Form form) {
    Optional<Instant> at;
    try {
      at =
          form.field("sentAt")
              .filter(said -> !said.isBlank())
              .map(said -> LocalDateTime.parse(said).atZone(ZONE).toInstant());
    } catch (DateTimeException unreadable) {
      return Act.Answer.refused(UNREADABLE);
    }
    var sent = new Sent(at, text(form, "reportedTo"), text(form, "reference"), malicious);
    return told(
        reports.sent(incident, stage, sent, form.person()),
        new Words("当局への報告を記録しました", "The report to the authority is noted"));
  }

  private static String text(Act.Form form, String field) {
    return form.field(field).orElse("");
  }

  private static Act.Answer told(Outcome outcome, Words done) {
    if (outcome instanceof Outcome.NotAllowed refusal) {
      return Act.Answer.refused(refusal.why());
    }
    return outcome instanceof Outcome.NotNow refusal
        ? Act.Answer.refused(refusal.why())
        : new Act.Answer.Done(done, Optional.empty());
  }

  private static Act act(String name, BiFunction<IncidentId, Act.Form, Act.Answer> deed) {
    return new Act(
        Page.INCIDENT,
        name,
        Set.of(),
        form -> deed.apply(new IncidentId(form.variable().orElse("")), form));
  }
}
