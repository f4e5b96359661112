package org.honbu.web.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.honbu.alerts.Report;
import org.honbu.alerts.ReportTriage.Symptom;
import org.honbu.alerts.Reports;
import org.honbu.incidents.BoardRow;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.Privacy;
import org.honbu.incidents.Veil;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.ReportId;
import org.honbu.people.People;
import org.honbu.people.Role;

/** お客様の声: what waits for customer support, what became of the rest, and one of them. */
@Named("reports")
@RequestScoped
public class ReportsPage {
  static final int NEWEST = 100;

  private final HttpServletRequest request;
  private final Reports reports;
  private final IncidentBoard incidents;
  private final Privacy privacy;
  private final People people;
  private final CurrentPerson reader;
  private final Names names;

  @Inject
  public ReportsPage(
      HttpServletRequest request,
      Reports reports,
      IncidentBoard incidents,
      Privacy privacy,
      People people,
      CurrentPerson reader,
      Names names) {
    this.request = request;
    this.reports = reports;
    this.incidents = incidents;
    this.privacy = privacy;
    this.people = people;
    this.reader = reader;
    this.names = names;
  }

  public List<Line> getWaiting() {
    return all().filter(Line::waits).toList();
  }

  public List<Line> getOthers() {
    return all().filter(line -> !line.waits()).toList();
  }

  private Stream<Line> all() {
    return reports.readable(reports.newest(NEWEST), reader.id()).stream().map(this::line);
  }

  /**
   * The one this page is about.
   *
   * @throws ProblemException when the reader is neither its reporter nor of customer support
   */
  public Line getOne() {
    Report report =
        reports.view(new ReportId(String.valueOf(request.getAttribute(Router.VARIABLE))));
    if (!reports.mayRead(report, reader.id())) {
      throw new ProblemException(WebProblems.NOT_YOUR_PAGE);
    }
    return line(report);
  }

  /** Whether the reader may say what becomes of a report that waits. */
  public boolean isSupport() {
    return people.hasRole(reader.id(), Role.CUSTOMER_SUPPORT);
  }

  /** Open incidents it may belong to, those of its component first. */
  public List<Choice> getOpen() {
    String component = getOne().component();
    List<BoardRow> open = incidents.open();
    Veil veil = privacy.over(open.stream().map(BoardRow::id).toList(), reader.id());
    return open.stream()
        .filter(row -> row.kind() == Kind.REAL)
        .sorted(
            (one, other) ->
                Boolean.compare(isOn(other, component, veil), isOn(one, component, veil)))
        .map(row -> new Choice(row.id().value(), row.id() + " " + names.title(veil.title(row))))
        .toList();
  }

  /** Where a hidden one stands in the list says nothing either. */
  private static boolean isOn(BoardRow row, String component, Veil veil) {
    return !veil.hides(row.id()) && row.component().filter(component::equals).isPresent();
  }

  public List<Symptom> getSymptoms() {
    return Arrays.asList(Symptom.values());
  }

  private Line line(Report report) {
    return new Line(
        report.id().value(),
        report.what(),
        report.component().orElse(""),
        report.customer().orElse(""),
        names.of(report.reporter()),
        report.receivedAt(),
        names.in(report.state().label()),
        report.state() == Report.State.WAITING,
        report.wentOnUntriaged(),
        report.incident().map(IncidentId::value).orElse(""),
        report.triage().map(triage -> names.of(triage.by())).orElse(""),
        report.triage().map(triage -> triage.said().note()).orElse(""));
  }

  /** A report as the page shows it; what is unknown is empty. */
  public record Line(
      String id,
      String what,
      String component,
      String customer,
      String reporter,
      Instant at,
      String state,
      boolean waits,
      boolean untriaged,
      String incident,
      String triagedBy,
      String note) {}

  /** Something to choose from a list. */
  public record Choice(String value, String label) {}
}
