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
import org.honbu.kernel.PersonId;
import org.honbu.warroom.CallWish;
import org.honbu.warroom.VolunteerCall;
import org.honbu.warroom.VolunteerCalls;
import org.honbu.warroom.WorkKind;
import org.jspecify.annotations.Nullable;

/**
 * Who is free: {@code /api/v1/incidents/{id}/volunteer-calls}. Picking answers 200 with the number
 * of the piece of work; every other act 204.
 */
@Path("incidents/{id}/volunteer-calls")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class VolunteerCallsResource {
  private final VolunteerCalls calls;
  private final WorkReplies replies;

  @Inject
  public VolunteerCallsResource(VolunteerCalls calls, WorkReplies replies) {
    this.calls = calls;
    this.replies = replies;
  }

  /**
   * What hands are wanted for.
   *
   * @param kind {@code INVESTIGATE} when it is left out
   */
  public record Wish(
      @Nullable String kind,
      @Nullable String what,
      @Nullable String skill,
      @Nullable Integer minutes) {}

  /** Who gets the work. */
  public record Pick(@Nullable String person, @Nullable Boolean anyway) {}

  /** The piece that was given. */
  public record Given(int number) {}

  /** A call that runs; who is free stands in the order in which to think of them. */
  public record Running(
      int number, String kind, String what, long minutes, String askedAt, List<String> free) {

    static Running of(VolunteerCall call) {
      return new Running(
          call.number(),
          call.kind().name(),
          call.what(),
          call.box().toMinutes(),
          call.askedAt().toString(),
          call.free().stream().map(PersonId::value).toList());
    }
  }

  /** The one that runs, or nothing. */
  @GET
  public List<Running> running(@PathParam("id") String id) {
    replies.anEmployee();
    return calls.open(replies.incident(id)).stream().map(Running::of).toList();
  }

  @POST
  public void ask(@PathParam("id") String id, @Nullable Wish form) {
    Wish said = form == null ? new Wish(null, null, null, null) : form;
    String kind = WorkReplies.text(said.kind());
    var wish =
        new CallWish(
            kind.isBlank() ? WorkKind.INVESTIGATE : WorkForm.kind(kind),
            WorkReplies.text(said.what()),
            WorkReplies.text(said.skill()),
            WorkReplies.box(said.minutes()));
    WorkReplies.check(calls.ask(new IncidentId(id), wish, replies.anEmployee()));
  }

  @POST
  @Path("{number}/free")
  public void free(@PathParam("id") String id, @PathParam("number") int number) {
    WorkReplies.check(calls.free(new IncidentId(id), number, replies.anEmployee()));
  }

  @POST
  @Path("{number}/pick")
  public Given pick(
      @PathParam("id") String id, @PathParam("number") int number, @Nullable Pick form) {
    Pick said = form == null ? new Pick(null, null) : form;
    return new Given(
        WorkReplies.number(
            calls.pick(
                new IncidentId(id),
                number,
                WorkReplies.person("person", said.person()),
                Boolean.TRUE.equals(said.anyway()),
                replies.anEmployee())));
  }

  @POST
  @Path("{number}/drop")
  public void drop(@PathParam("id") String id, @PathParam("number") int number) {
    WorkReplies.check(calls.drop(new IncidentId(id), number, replies.anEmployee()));
  }
}
