package org.honbu.web.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.honbu.announcements.RegulatorReport;
import org.honbu.announcements.RegulatorReport.Filing;
import org.honbu.announcements.RegulatorReport.Stage;
import org.honbu.announcements.RegulatorReports;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.people.People;
import org.honbu.people.Role;
import org.jspecify.annotations.Nullable;

/**
 * The part of an incident's page about harm to data: what is known of it, the dates of the report
 * to the authority, and what was filed.
 */
@Named("regulator")
@RequestScoped
public class RegulatorPart {
  private final IncidentView incident;
  private final Optional<RegulatorReport> report;
  private final People people;
  private final PersonId reader;
  private final Names names;

  @Inject
  public RegulatorPart(
      HttpServletRequest request,
      IncidentBoard incidents,
      RegulatorReports reports,
      People people,
      CurrentPerson reader,
      Names names) {
    IncidentId id = new IncidentId(String.valueOf(request.getAttribute(Router.VARIABLE)));
    this.incident = incidents.view(id);
    this.report = reports.of(id);
    this.people = people;
    this.reader = reader.id();
    this.names = names;
  }

  /** Whether this incident has a report to the authority. */
  public boolean isShown() {
    return report.isPresent();
  }

  /** Whether something is owed. */
  public boolean isOpen() {
    return report.filter(one -> one.ending().isEmpty()).isPresent();
  }

  public boolean isDrill() {
    return report.filter(one -> one.kind() == Kind.DRILL).isPresent();
  }

  /** Whether the reader may say what was filed. */
  public boolean isYours() {
    return isOpen()
        && (people.hasRole(reader, Role.PRIVACY_OFFICER)
            || people.hasRole(reader, Role.PROCESS_OWNER));
  }

  /** PRELIMINARY or FINAL; what is owed. */
  public String getStage() {
    return report.map(RegulatorReport::stage).map(Stage::name).orElse("");
  }

  public boolean isPreliminary() {
    return getStage().equals(Stage.PRELIMINARY.name());
  }

  /** What is owed, or how it ended. */
  public String getState() {
    return report
        .map(one -> one.ending().map(how -> how.label()).orElse(one.stage().label()))
        .map(names::in)
        .orElse("");
  }

  /** The dates of what is owed; null when nothing is. */
  public RegulatorReport.@Nullable Dates getDates() {
    return report.filter(one -> one.ending().isEmpty()).map(RegulatorReport::dates).orElse(null);
  }

  public @Nullable Instant getKnownAt() {
    return report.map(RegulatorReport::knownAt).orElse(null);
  }

  /** What was filed, newest first. */
  public List<Filed> getFilings() {
    return report.map(RegulatorReport::filings).orElse(List.of()).stream()
        .map(this::filed)
        .toList();
  }

  private Filed filed(Filing filing) {
    return new Filed(
        names.in(filing.stage().label()),
        filing.sentAt().orElse(null),
        filing.reportedTo(),
        filing.reference(),
        filing.reason(),
        names.of(filing.by()));
  }

  /** NONE, SUSPECTED, CONFIRMED or UNKNOWN, for choosing another. */
  public String getHarm() {
    return incident.impact().dataSecurity().name();
  }

  /** Whether there is anything left to say about harm to data. */
  public boolean isMaySay() {
    return switch (incident.state()) {
      case MERGED, FALSE_ALARM, ABORTED -> false;
      case REPORTED,
          TRIAGE,
          INVESTIGATING,
          IDENTIFIED,
          MITIGATED,
          MONITORING,
          RESOLVED,
          POSTMORTEM,
          CLOSED ->
          true;
    };
  }

  /**
   * What was filed.
   *
   * @param sentAt null when it was judged not to be needed
   */
  public record Filed(
      String stage,
      @Nullable Instant sentAt,
      String to,
      String reference,
      String reason,
      String by) {}
}
