package org.honbu.warroom.internal.work;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.honbu.kernel.IncidentId;
import org.honbu.warroom.Assignment;
import org.honbu.warroom.Assignments;
import org.honbu.warroom.Delegation;
import org.honbu.warroom.WorkReport;
import org.honbu.warroom.WorkWish;
import org.jspecify.annotations.Nullable;

/**
 * Who does what by when: {@code /api/v1/incidents/{id}/assignments}. Giving answers 200 with the
 * number of the piece; every other act 204.
 */
@Path("incidents/{id}/assignments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AssignmentsResource {
  private final Assignments assignments;
  private final Delegation delegation;
  private final WorkReplies replies;

  @Inject
  public AssignmentsResource(Assignments assignments, Delegation delegation, WorkReplies replies) {
    this.assignments = assignments;
    this.delegation = delegation;
    this.replies = replies;
  }

  /** FM-8. */
  public record Wish(
      @Nullable String kind,
      @Nullable String outcome,
      @Nullable String owner,
      @Nullable Integer minutes,
      @Nullable Boolean anyway) {}

  /** FM-12. */
  public record Acceptance(@Nullable String understoodAs, @Nullable Integer minutes) {}

  /** FM-13. */
  public record Report(
      @Nullable String conditions,
      @Nullable String actions,
      @Nullable String needs,
      @Nullable String answered,
      @Nullable String evidence) {}

  /** How much longer. */
  public record More(@Nullable Integer minutes) {}

  /** To whom it goes now. */
  public record Other(@Nullable String owner, @Nullable Boolean anyway) {}

  /** The piece that was given. */
  public record Given(int number) {}

  /** A piece of work. */
  public record Piece(
      int number,
      String kind,
      String outcome,
      String owner,
      String givenBy,
      String state,
      long minutes,
      String givenAt,
      @Nullable String endsAt,
      @Nullable String answered,
      @Nullable String conditions,
      @Nullable String actions,
      @Nullable String needs) {

    static Piece of(Assignment work) {
      Assignment.@Nullable Report report = work.report().orElse(null);
      return new Piece(
          work.number(),
          work.kind().name(),
          work.outcome(),
          work.owner().value(),
          work.givenBy().value(),
          work.state().name(),
          work.box().toMinutes(),
          work.givenAt().toString(),
          work.endsAt().map(String::valueOf).orElse(null),
          report == null ? null : report.answered().name(),
          report == null ? null : report.conditions(),
          report == null ? null : report.actions(),
          report == null ? null : report.needs());
    }
  }

  @GET
  public List<Piece> all(@PathParam("id") String id) {
    replies.anEmployee();
    return assignments.of(replies.incident(id)).stream().map(Piece::of).toList();
  }

  @POST
  public Given give(@PathParam("id") String id, @Nullable Wish form) {
    Wish said = form == null ? new Wish(null, null, null, null, null) : form;
    var wish =
        new WorkWish(
            WorkForm.kind(WorkReplies.text(said.kind())),
            WorkReplies.text(said.outcome()),
            WorkReplies.person("owner", said.owner()),
            WorkReplies.box(said.minutes()));
    return new Given(
        WorkReplies.number(
            delegation.give(
                new IncidentId(id),
                wish,
                Boolean.TRUE.equals(said.anyway()),
                replies.anEmployee())));
  }

  @POST
  @Path("{number}/accept")
  public void accept(
      @PathParam("id") String id, @PathParam("number") int number, @Nullable Acceptance form) {
    Acceptance said = form == null ? new Acceptance(null, null) : form;
    WorkReplies.check(
        delegation.accept(
            new IncidentId(id),
            number,
            WorkReplies.text(said.understoodAs()),
            WorkReplies.minutes(said.minutes()),
            replies.anEmployee()));
  }

  @POST
  @Path("{number}/decline")
  public void decline(@PathParam("id") String id, @PathParam("number") int number) {
    WorkReplies.check(delegation.decline(new IncidentId(id), number, replies.anEmployee()));
  }

  @POST
  @Path("{number}/report")
  public void report(
      @PathParam("id") String id, @PathParam("number") int number, @Nullable Report form) {
    Report said = form == null ? new Report(null, null, null, null, null) : form;
    var report =
        new WorkReport(
            WorkReplies.text(said.conditions()),
            WorkReplies.text(said.actions()),
            WorkReplies.text(said.needs()),
            WorkForm.answered(WorkReplies.text(said.answered()))
                .orElseThrow(WorkForm::unknownAnswered),
            WorkReplies.text(said.evidence()));
    WorkReplies.check(delegation.report(new IncidentId(id), number, report, replies.anEmployee()));
  }

  @POST
  @Path("{number}/more-time")
  public void moreTime(
      @PathParam("id") String id, @PathParam("number") int number, @Nullable More form) {
    More said = form == null ? new More(null) : form;
    WorkReplies.check(
        delegation.moreTime(
            new IncidentId(id), number, WorkReplies.box(said.minutes()), replies.anEmployee()));
  }

  @POST
  @Path("{number}/ask")
  public void ask(@PathParam("id") String id, @PathParam("number") int number) {
    WorkReplies.check(delegation.askForReport(new IncidentId(id), number, replies.anEmployee()));
  }

  @POST
  @Path("{number}/stop")
  public void stop(@PathParam("id") String id, @PathParam("number") int number) {
    WorkReplies.check(delegation.stop(new IncidentId(id), number, replies.anEmployee()));
  }

  @POST
  @Path("{number}/pass")
  public Given pass(
      @PathParam("id") String id, @PathParam("number") int number, @Nullable Other form) {
    Other said = form == null ? new Other(null, null) : form;
    return new Given(
        WorkReplies.number(
            delegation.passTo(
                new IncidentId(id),
                number,
                WorkReplies.person("owner", said.owner()),
                Boolean.TRUE.equals(said.anyway()),
                replies.anEmployee())));
  }
}
