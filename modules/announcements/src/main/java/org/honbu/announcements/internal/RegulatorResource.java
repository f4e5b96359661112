package org.honbu.announcements.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.honbu.announcements.RegulatorReport;
import org.honbu.announcements.RegulatorReport.Filing;
import org.honbu.announcements.RegulatorReport.Stage;
import org.honbu.announcements.RegulatorReports;
import org.honbu.announcements.RegulatorReports.Sent;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Problem;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.jspecify.annotations.Nullable;

/** What the authority is told of an incident in which data may be harmed (A34). */
@Path("/incidents/{incident}/regulator-report")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
public class RegulatorResource {
  private final RegulatorReports reports;
  private final CurrentPerson current;

  @Inject
  public RegulatorResource(RegulatorReports reports, CurrentPerson current) {
    this.reports = reports;
    this.current = current;
  }

  /** How far it is; 404 when the incident never was about data. */
  @GET
  public ReportJson now(@PathParam("incident") String incident) {
    return reports
        .of(new IncidentId(incident))
        .map(ReportJson::of)
        .orElseThrow(() -> new ProblemException(AnnouncementProblems.NO_REPORT, incident));
  }

  /** It was sent. */
  @POST
  @Path("/{stage}/sent")
  public ReportJson sent(
      @PathParam("incident") String incident,
      @PathParam("stage") String stage,
      @Nullable SentJson form) {
    SentJson said = form == null ? new SentJson(null, null, null, null) : form;
    var sent =
        new Sent(
            Optional.ofNullable(said.sentAt()).map(RegulatorResource::instant),
            or(said.reportedTo(), ""),
            or(said.reference(), ""),
            or(said.malicious(), false));
    done(reports.sent(new IncidentId(incident), stage(stage), sent, current.id()));
    return now(incident);
  }

  /** No report is needed. */
  @POST
  @Path("/{stage}/not-needed")
  public ReportJson notNeeded(
      @PathParam("incident") String incident,
      @PathParam("stage") String stage,
      @Nullable ReasonJson form) {
    String reason = form == null ? "" : or(form.reason(), "");
    done(reports.notNeeded(new IncidentId(incident), stage(stage), reason, current.id()));
    return now(incident);
  }

  private static Stage stage(String name) {
    return Arrays.stream(Stage.values())
        .filter(stage -> stage != Stage.ENDED)
        .filter(stage -> stage.name().equals(name.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () -> new ProblemException(AnnouncementProblems.ONE_OF, "stage", "preliminary, final"));
  }

  private static Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException unreadable) {
      throw new ProblemException(
          unreadable, AnnouncementProblems.ONE_OF, "sentAt", "2026-11-30T15:00:00+09:00");
    }
  }

  private static void done(Outcome outcome) {
    if (outcome instanceof Outcome.NotAllowed no) {
      throw problem(AnnouncementProblems.NOT_ALLOWED, no.why());
    }
    if (outcome instanceof Outcome.NotNow no) {
      throw problem(AnnouncementProblems.NOT_NOW, no.why());
    }
  }

  private static ProblemException problem(Problem problem, Words why) {
    return new ProblemException(problem, why.ja(), why.en());
  }

  private static <T> T or(@Nullable T said, T otherwise) {
    return Optional.ofNullable(said).orElse(otherwise);
  }

  /**
   * What was sent.
   *
   * @param sentAt ISO 8601 with offset; now when it is left out
   * @param malicious whether intent may be malicious; counts with the preliminary report
   */
  public record SentJson(
      @Nullable String sentAt,
      @Nullable String reportedTo,
      @Nullable String reference,
      @Nullable Boolean malicious) {}

  public record ReasonJson(@Nullable String reason) {}

  /**
   * How far it is.
   *
   * @param stage PRELIMINARY, FINAL or ENDED
   * @param ending REPORTED, NOT_NEEDED, NO_HARM, FALSE_ALARM, MERGED or ABORTED
   */
  public record ReportJson(
      String kind,
      String stage,
      String knownAt,
      String remindAt,
      String dueAt,
      String finalRemindAt,
      String finalDueAt,
      boolean malicious,
      @Nullable String ending,
      List<FilingJson> filings) {
    static ReportJson of(RegulatorReport report) {
      return new ReportJson(
          report.kind().name(),
          report.stage().name(),
          report.knownAt().toString(),
          report.preliminary().remindAt().toString(),
          report.preliminary().dueAt().toString(),
          report.last().remindAt().toString(),
          report.last().dueAt().toString(),
          report.malicious(),
          report.ending().map(Enum::name).orElse(null),
          report.filings().stream().map(FilingJson::of).toList());
    }
  }

  /** What was filed; {@code sentAt} is null when it was judged not to be needed. */
  public record FilingJson(
      String stage,
      @Nullable String sentAt,
      String reportedTo,
      String reference,
      String reason,
      String by,
      String at) {
    static FilingJson of(Filing filing) {
      return new FilingJson(
          filing.stage().name(),
          filing.sentAt().map(Instant::toString).orElse(null),
          filing.reportedTo(),
          filing.reference(),
          filing.reason(),
          filing.by().value(),
          filing.at().toString());
    }
  }
}
