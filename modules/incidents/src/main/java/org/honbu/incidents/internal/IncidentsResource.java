package org.honbu.incidents.internal;

import jakarta.enterprise.context.RequestScoped;
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
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.honbu.incidents.AnswerOutcome;
import org.honbu.incidents.BoardRow;
import org.honbu.incidents.Command;
import org.honbu.incidents.Declaration;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Incidents;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.Privacy;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Source;
import org.honbu.incidents.TakeOutcome;
import org.honbu.incidents.Triage;
import org.honbu.incidents.Veil;
import org.honbu.incidents.Visibility;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.honbu.workflow.Facts;
import org.jspecify.annotations.Nullable;

/**
 * Incidents over REST: {@code /api/v1/incidents}.
 *
 * <p>A done act answers 200 with the incident; a refusal 403 with who can; “somebody was faster”
 * and “not in this state” 409.
 */
@Path("incidents")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class IncidentsResource {
  private final Incidents incidents;
  private final Command command;
  private final IncidentBoard board;
  private final Privacy privacy;
  private final Replies replies;
  private final CurrentPerson caller;
  private final Clock clock;

  @Inject
  public IncidentsResource(
      Incidents incidents,
      Command command,
      IncidentBoard board,
      Privacy privacy,
      Replies replies,
      CurrentPerson caller,
      Clock clock) {
    this.incidents = incidents;
    this.command = command;
    this.board = board;
    this.privacy = privacy;
    this.replies = replies;
    this.caller = caller;
    this.clock = clock;
  }

  /** FM-1: only {@code what} is needed. */
  public record Declare(
      @Nullable String what,
      @Nullable String component,
      @Nullable String sinceWhen,
      @Nullable String isCustomerVisible,
      @Nullable String link) {}

  /** FM-17. */
  public record Rate(@Nullable Integer to, @Nullable String reason) {}

  /** FM-3; what is left out is unknown, and unknown is real. */
  public record Judge(
      @Nullable String real,
      @Nullable String duplicateOf,
      @Nullable String usersBand,
      @Nullable String state,
      @Nullable String revenue,
      @Nullable String dataSecurity,
      @Nullable String workaround,
      @Nullable String teamsNeeded,
      @Nullable Boolean escalateNow,
      @Nullable String note) {

    Facts facts() {
      Map<String, @Nullable Object> fields = new HashMap<>();
      fields.put("real", real);
      fields.put("duplicateOf", duplicateOf);
      fields.put("usersBand", usersBand);
      fields.put("state", state);
      fields.put("revenue", revenue);
      fields.put("dataSecurity", dataSecurity);
      fields.put("workaround", workaround);
      fields.put("teamsNeeded", teamsNeeded);
      fields.put("escalateNow", escalateNow);
      fields.put("note", note);
      return Facts.from(fields);
    }
  }

  /** One sentence. */
  public record Say(@Nullable String text) {}

  /** Which other incident. */
  public record With(@Nullable String with) {}

  @POST
  public Response declare(@Nullable Declare form) {
    anEmployee();
    Declare said = form == null ? new Declare(null, null, null, null, null) : form;
    Instant now = clock.instant();
    IncidentId id =
        incidents.declare(
            new Declaration(
                orEmpty(said.what()),
                Kind.REAL,
                Source.EMPLOYEE,
                caller.actor(),
                atMost("component", said.component(), 80),
                Optional.empty(),
                Impact.UNKNOWN,
                visibility(said.isCustomerVisible()),
                instant("sinceWhen", said.sinceWhen()),
                now,
                atMost("link", said.link(), 500)));
    return Response.created(URI.create("/api/v1/incidents/" + id))
        .entity(writer().whole(board.view(id)))
        .build();
  }

  /** Each a line; a private one that the caller is not inside of says only that it is there. */
  @GET
  public List<Object> list() {
    PersonId by = anEmployee();
    var writer = writer();
    List<BoardRow> rows = board.board();
    Veil veil = privacy.over(rows.stream().map(BoardRow::id).toList(), by);
    return rows.stream()
        .map(
            row ->
                veil.hides(row.id())
                    ? writer.closed(row)
                    : (Object) writer.line(row, veil.isPrivate(row.id())))
        .toList();
  }

  /** The whole of it, or that it is private. */
  @GET
  @Path("{id}")
  public Object one(@PathParam("id") String id) {
    PersonId by = anEmployee();
    IncidentView view = board.view(new IncidentId(id));
    return privacy.mayRead(view.id(), by) ? writer().whole(view) : writer().closed(view);
  }

  @GET
  @Path("{id}/timeline")
  public List<IncidentDocument.Happening> timeline(@PathParam("id") String id) {
    anEmployee();
    return board.timeline(board.view(new IncidentId(id)).id()).stream()
        .map(
            line ->
                new IncidentDocument.Happening(
                    line.incident().value(),
                    line.at(),
                    line.actor().label(),
                    line.type(),
                    line.words().in(caller.locale())))
        .toList();
  }

  @POST
  @Path("{id}/acknowledge")
  public IncidentDocument.Whole acknowledge(@PathParam("id") String id) {
    PersonId by = anEmployee();
    IncidentId incident = new IncidentId(id);
    if (!incidents.mayRespond(incident, by)) {
      throw refused(
          new Words("応答できるのは担当チームか対応者です", "Answering is for the owning team and responders"));
    }
    AnswerOutcome outcome = incidents.acknowledge(incident, by);
    if (outcome instanceof AnswerOutcome.AlreadyAnswered answered) {
      throw replies.byAnother(IncidentProblems.ANSWERED_BY_ANOTHER, answered.by());
    }
    if (outcome instanceof AnswerOutcome.Over) {
      var view = board.view(incident);
      throw new ProblemException(IncidentProblems.OVER, id, view.state().label().both());
    }
    return now(id);
  }

  @POST
  @Path("{id}/escalate")
  public IncidentDocument.Whole escalate(@PathParam("id") String id) {
    return after(id, command.escalate(new IncidentId(id), anEmployee()));
  }

  @POST
  @Path("{id}/command")
  public IncidentDocument.Whole takeCommand(@PathParam("id") String id) {
    return after(id, command.take(new IncidentId(id), anEmployee()));
  }

  @POST
  @Path("{id}/announcing")
  public IncidentDocument.Whole takeAnnouncing(@PathParam("id") String id) {
    return after(id, command.takeAnnouncing(new IncidentId(id), anEmployee()));
  }

  /** FM-3, with the fields of the form in Tasklist. */
  @POST
  @Path("{id}/triage")
  public IncidentDocument.Whole triage(@PathParam("id") String id, @Nullable Judge form) {
    IncidentId incident = new IncidentId(id);
    Triage triage = TriageForm.read(form == null ? Facts.none() : form.facts(), incident);
    return after(id, incidents.triage(incident, triage, anEmployee()));
  }

  @POST
  @Path("{id}/severity")
  public IncidentDocument.Whole rate(@PathParam("id") String id, Rate form) {
    Integer to = form.to();
    if (to == null || to < 1 || to > 5) {
      throw new ProblemException(IncidentProblems.FIELD_UNKNOWN_VALUE, "to", "1–5");
    }
    return after(
        id,
        incidents.rate(new IncidentId(id), Severity.of(to), orEmpty(form.reason()), anEmployee()));
  }

  @POST
  @Path("{id}/identified")
  public IncidentDocument.Whole identify(@PathParam("id") String id, Say form) {
    return after(id, incidents.identify(new IncidentId(id), orEmpty(form.text()), anEmployee()));
  }

  @POST
  @Path("{id}/mitigated")
  public IncidentDocument.Whole mitigated(@PathParam("id") String id, @Nullable Say form) {
    return after(id, incidents.declareMitigated(new IncidentId(id), text(form), anEmployee()));
  }

  @POST
  @Path("{id}/verified")
  public IncidentDocument.Whole verified(@PathParam("id") String id) {
    return after(id, incidents.verify(new IncidentId(id), anEmployee()));
  }

  @POST
  @Path("{id}/recurred")
  public IncidentDocument.Whole recurred(@PathParam("id") String id, @Nullable Say form) {
    PersonId by = anEmployee();
    IncidentId incident = new IncidentId(id);
    if (!incidents.mayRespond(incident, by)) {
      throw refused(new Words("できるのは担当チームか対応者です", "This is for the owning team and responders"));
    }
    return after(id, incidents.recurred(incident, text(form), caller.actor()));
  }

  @POST
  @Path("{id}/resolved")
  public IncidentDocument.Whole resolved(@PathParam("id") String id, @Nullable Say form) {
    return after(id, incidents.declareResolved(new IncidentId(id), text(form), anEmployee()));
  }

  @POST
  @Path("{id}/reopened")
  public IncidentDocument.Whole reopened(@PathParam("id") String id, Say form) {
    return now(incidents.reopen(new IncidentId(id), orEmpty(form.text()), anEmployee()).value());
  }

  @POST
  @Path("{id}/false-alarm")
  public IncidentDocument.Whole falseAlarm(@PathParam("id") String id, @Nullable Say form) {
    return after(id, incidents.confirmFalseAlarm(new IncidentId(id), text(form), anEmployee()));
  }

  @POST
  @Path("{id}/merge")
  public IncidentDocument.Whole merge(@PathParam("id") String id, With form) {
    PersonId by = anEmployee();
    IncidentId incident = new IncidentId(id);
    if (!incidents.mayRespond(incident, by)) {
      throw refused(
          new Words("統合できるのは担当チームか対応者です", "Merging is for the owning team and responders"));
    }
    IncidentId other = new IncidentId(needed("with", form.with(), 48));
    return now(incidents.merge(incident, other, by).value());
  }

  private IncidentDocument.Whole after(String id, Outcome outcome) {
    return replies.after(id, outcome);
  }

  private IncidentDocument.Whole after(String id, TakeOutcome outcome) {
    return replies.after(id, outcome);
  }

  private IncidentDocument.Whole now(String id) {
    return replies.now(id);
  }

  private PersonId anEmployee() {
    return replies.anEmployee();
  }

  private IncidentDocument.Writer writer() {
    return replies.writer();
  }

  private static ProblemException refused(Words why) {
    return Replies.refused(why);
  }

  private static Visibility visibility(@Nullable String said) {
    return switch (orEmpty(said)) {
      case "yes" -> Visibility.CUSTOMER_VISIBLE;
      case "no" -> Visibility.INTERNAL;
      case "", "unknown" -> Visibility.UNKNOWN;
      default ->
          throw new ProblemException(
              IncidentProblems.FIELD_UNKNOWN_VALUE, "isCustomerVisible", "yes, no, unknown");
    };
  }

  private static Optional<Instant> instant(String field, @Nullable String said) {
    if (said == null || said.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(said).toInstant());
    } catch (DateTimeException e) {
      throw new ProblemException(
          e, IncidentProblems.FIELD_UNKNOWN_VALUE, field, "2026-11-22T03:00:00+09:00");
    }
  }

  private static Optional<String> atMost(String field, @Nullable String said, int length) {
    return Replies.atMost(field, said, length);
  }

  private static String needed(String field, @Nullable String said, int length) {
    return Replies.needed(field, said, length);
  }

  private static String text(@Nullable Say form) {
    return form == null ? "" : orEmpty(form.text());
  }

  private static String orEmpty(@Nullable String said) {
    return said == null ? "" : said;
  }
}
