package org.honbu.alerts.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.ConfigProvider;
import org.honbu.alerts.Report;
import org.honbu.alerts.ReportTriage;
import org.honbu.alerts.Reports;
import org.honbu.alerts.Reports.Outcome;
import org.honbu.alerts.Reports.Seen;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.ReportId;
import org.honbu.people.People;
import org.honbu.people.Role;
import org.honbu.workflow.Facts;
import org.jspecify.annotations.Nullable;

/**
 * What people see, over REST: {@code /api/v1/reports}. Everybody with a role may report; customer
 * support reads and triages.
 */
@Path("/reports")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReportsResource {
  private static final int NEWEST = 200;

  private final Reports reports;
  private final People people;
  private final CurrentPerson caller;
  private final String publicUrl;

  @Inject
  public ReportsResource(Reports reports, People people, CurrentPerson caller) {
    this.reports = reports;
    this.people = people;
    this.caller = caller;
    this.publicUrl = AlertsConfig.from(ConfigProvider.getConfig()).publicUrl();
  }

  /** What somebody sees; only {@code what} is needed. */
  public record Said(
      @Nullable String what, @Nullable String component, @Nullable String customer) {}

  /** FM-2; only {@code verdict} is always needed. */
  public record Triage(
      @Nullable String verdict,
      @Nullable String duplicateOf,
      @Nullable Integer reportCount,
      @Nullable String symptom,
      @Nullable String detail) {}

  /** 201 after the commit, with the number and where people see it. */
  @POST
  public Response report(@Nullable Said said) {
    PersonId reporter = caller.id();
    if (!people.hasRole(reporter, Role.EMPLOYEE)) {
      throw new ProblemException(AlertProblems.NO_ROLE);
    }
    Said form = said == null ? new Said(null, null, null) : said;
    ReportId id =
        reports.report(
            new Seen(
                form.what() == null ? "" : form.what(),
                filled(form.component()),
                filled(form.customer()),
                reporter));
    Document document = document(reports.view(id));
    return Response.created(URI.create("/api/v1/reports/" + id)).entity(document).build();
  }

  @GET
  public List<Document> newest() {
    return reports.readable(reports.newest(NEWEST), caller.id()).stream()
        .map(this::document)
        .toList();
  }

  @GET
  @Path("{report}")
  public Document one(@PathParam("report") String report) {
    Report found = reports.view(new ReportId(report));
    if (!reports.mayRead(found, caller.id())) {
      throw new ProblemException(AlertProblems.NOT_YOUR_REPORT);
    }
    return document(found);
  }

  @POST
  @Path("{report}/triage")
  public Document triage(@PathParam("report") String report, @Nullable Triage form) {
    ReportId id = new ReportId(report);
    ReportTriage triage = TriageReportForm.read(facts(form));
    Outcome outcome = reports.triage(id, triage, caller.id());
    if (outcome instanceof Outcome.NotAllowed no) {
      throw new ProblemException(AlertProblems.FOR_SUPPORT, no.why().ja(), no.why().en());
    }
    if (outcome instanceof Outcome.TooLate late) {
      throw new ProblemException(AlertProblems.TOO_LATE, late.why().ja(), late.why().en());
    }
    return document(reports.view(id));
  }

  private static Facts facts(@Nullable Triage form) {
    Map<String, @Nullable Object> fields = new TreeMap<>();
    if (form != null) {
      fields.put(TriageReportForm.VERDICT, form.verdict());
      fields.put(TriageReportForm.ATTACH_TO, form.duplicateOf());
      fields.put(TriageReportForm.CUSTOMERS, form.reportCount());
      fields.put(TriageReportForm.SYMPTOM, form.symptom());
      fields.put(TriageReportForm.NOTE, form.detail());
    }
    return Facts.from(fields);
  }

  private static Optional<String> filled(@Nullable String said) {
    return Optional.ofNullable(said).map(String::strip).filter(text -> !text.isEmpty());
  }

  private Document document(Report report) {
    Locale reader = caller.locale();
    return new Document(
        report.id().value(),
        publicUrl + "/reports/" + report.id(),
        report.what(),
        report.component(),
        report.customer(),
        people.name(report.reporter(), reader),
        report.receivedAt().toString(),
        report.state().name(),
        report.state().label().in(reader),
        report.triage().map(triage -> people.name(triage.by(), reader)),
        report.wentOnUntriaged(),
        report.incident().map(IncidentId::value));
  }

  /** A report; names and labels in the reader's language. */
  public record Document(
      String report,
      String url,
      String what,
      Optional<String> component,
      Optional<String> customer,
      String reporter,
      String receivedAt,
      String state,
      String stateLabel,
      Optional<String> triagedBy,
      boolean untriaged,
      Optional<String> incident) {}
}
