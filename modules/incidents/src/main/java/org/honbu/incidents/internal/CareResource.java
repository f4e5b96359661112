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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.honbu.incidents.Care;
import org.honbu.incidents.CareQuestion.Why;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.workflow.Facts;
import org.jspecify.annotations.Nullable;

/**
 * What is between Honbu and a commander: {@code /api/v1/incidents/{id}/care}. Acts answer 204; what
 * is asked is shown to the commander alone.
 */
@Path("incidents/{id}/care")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CareResource {
  private final Care care;
  private final Replies replies;

  @Inject
  public CareResource(Care care, Replies replies) {
    this.care = care;
    this.replies = replies;
  }

  /** FM-15. */
  public record Answer(
      @Nullable String why, @Nullable String choice, @Nullable String to, @Nullable String reason) {

    Facts facts() {
      Map<String, @Nullable Object> fields = new HashMap<>();
      fields.put("choice", choice);
      fields.put("to", to);
      fields.put("reason", reason);
      return Facts.from(fields);
    }
  }

  /** Something that is asked. */
  public record Question(String why, String askedAt) {}

  /** What the caller is asked as commander; nothing for everybody else. */
  @GET
  public List<Question> asked(@PathParam("id") String id) {
    PersonId by = replies.anEmployee();
    return care.watch(new IncidentId(id)).stream()
        .filter(watch -> watch.commander().equals(by))
        .flatMap(watch -> watch.open().stream())
        .map(open -> new Question(open.why().name(), open.askedAt().toString()))
        .toList();
  }

  @POST
  @Path("answer")
  public void answer(@PathParam("id") String id, @Nullable Answer form) {
    PersonId by = replies.anEmployee();
    Answer said = form == null ? new Answer(null, null, null, null) : form;
    Replies.check(
        care.answer(new IncidentId(id), why(said.why()), CareForm.read(said.facts()), by));
  }

  @POST
  @Path("nudge")
  public void nudge(@PathParam("id") String id) {
    Replies.check(care.nudge(new IncidentId(id), replies.anEmployee()));
  }

  @POST
  @Path("hands-at-work")
  public void handsAtWork(@PathParam("id") String id) {
    Replies.check(care.handsAtWork(new IncidentId(id), replies.anEmployee()));
  }

  /** The caller has the incident's page open; a page says so every minute. */
  @POST
  @Path("presence")
  public void present(@PathParam("id") String id) {
    care.seen(new IncidentId(id), replies.anEmployee());
  }

  private static Why why(@Nullable String name) {
    return Arrays.stream(Why.values())
        .filter(why -> why.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    IncidentProblems.FIELD_UNKNOWN_VALUE, "why", "HANDS_ON, FATIGUE"));
  }
}
