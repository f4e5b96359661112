package org.honbu.warroom.internal.topics;

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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.warroom.TopicReport;
import org.honbu.warroom.TopicResult;
import org.honbu.warroom.TopicWish;
import org.honbu.warroom.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Topics of one incident: {@code /api/v1/incidents/{id}/topics}. Acts answer with how the topics
 * stand now; a refusal is 403, “not now” 409.
 */
@Path("incidents/{id}/topics")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TopicResource {
  private final Topics topics;
  private final CurrentPerson caller;

  @Inject
  public TopicResource(Topics topics, CurrentPerson caller) {
    this.topics = topics;
    this.caller = caller;
  }

  /**
   * A topic to split off.
   *
   * @param question up to 200 characters
   * @param lead login name of a responder
   * @param members login names; may be left out
   */
  public record Split(
      @Nullable String question, @Nullable String lead, @Nullable List<String> members) {}

  /** Whom to ask. */
  public record Lead(@Nullable String lead) {}

  /** FM-13, each up to 250 characters. */
  public record Report(
      @Nullable String conditions, @Nullable String actions, @Nullable String needs) {}

  /**
   * How it ends.
   *
   * @param result {@code ANSWERED}, {@code EXCLUDED}, {@code PARKED} or {@code MERGED_BACK}
   * @param answer up to 300 characters
   */
  public record Close(@Nullable String result, @Nullable String answer) {}

  /** What is put off, up to 200 characters. */
  public record Park(@Nullable String subject) {}

  @GET
  public TopicDocument all(@PathParam("id") String id) {
    return TopicDocument.of(topics, new IncidentId(id));
  }

  @POST
  public TopicDocument split(@PathParam("id") String id, @Nullable Split form) {
    Split said = form == null ? new Split(null, null, null) : form;
    List<String> members = said.members();
    var wish =
        new TopicWish(
            text(said.question()),
            person("lead", said.lead()),
            members == null ? List.of() : members.stream().map(PersonId::new).toList());
    return after(id, topics.split(new IncidentId(id), wish, caller.id()));
  }

  @POST
  @Path("{topic}/accept")
  public TopicDocument accept(@PathParam("id") String id, @PathParam("topic") UUID topic) {
    return after(id, topics.accept(new IncidentId(id), topic, caller.id()));
  }

  @POST
  @Path("{topic}/decline")
  public TopicDocument decline(@PathParam("id") String id, @PathParam("topic") UUID topic) {
    return after(id, topics.decline(new IncidentId(id), topic, caller.id()));
  }

  @POST
  @Path("{topic}/lead")
  public TopicDocument appoint(
      @PathParam("id") String id, @PathParam("topic") UUID topic, @Nullable Lead form) {
    PersonId lead = person("lead", form == null ? null : form.lead());
    return after(id, topics.appoint(new IncidentId(id), topic, lead, caller.id()));
  }

  @POST
  @Path("{topic}/join")
  public TopicDocument join(@PathParam("id") String id, @PathParam("topic") UUID topic) {
    return after(id, topics.join(new IncidentId(id), topic, caller.id()));
  }

  @POST
  @Path("leave")
  public TopicDocument leave(@PathParam("id") String id) {
    return after(id, topics.leave(new IncidentId(id), caller.id()));
  }

  @POST
  @Path("{topic}/report")
  public TopicDocument report(
      @PathParam("id") String id, @PathParam("topic") UUID topic, @Nullable Report form) {
    Report said = form == null ? new Report(null, null, null) : form;
    var report = new TopicReport(text(said.conditions()), text(said.actions()), text(said.needs()));
    return after(id, topics.report(new IncidentId(id), topic, report, caller.id()));
  }

  @POST
  @Path("{topic}/close")
  public TopicDocument close(
      @PathParam("id") String id, @PathParam("topic") UUID topic, @Nullable Close form) {
    Close said = form == null ? new Close(null, null) : form;
    TopicResult result = result(said.result());
    return after(
        id, topics.close(new IncidentId(id), topic, result, text(said.answer()), caller.id()));
  }

  @POST
  @Path("{topic}/floor")
  public TopicDocument putOnFloor(@PathParam("id") String id, @PathParam("topic") UUID topic) {
    return after(id, topics.putOnFloor(new IncidentId(id), topic, caller.id()));
  }

  @POST
  @Path("floor/clear")
  public TopicDocument clearFloor(@PathParam("id") String id) {
    return after(id, topics.clearFloor(new IncidentId(id), caller.id()));
  }

  @POST
  @Path("parked")
  public TopicDocument park(@PathParam("id") String id, @Nullable Park form) {
    String subject = text(form == null ? null : form.subject());
    return after(id, topics.park(new IncidentId(id), subject, caller.id()));
  }

  @POST
  @Path("parked/{subject}/take-up")
  public TopicDocument takeUp(@PathParam("id") String id, @PathParam("subject") UUID subject) {
    return after(id, topics.takeUp(new IncidentId(id), subject, caller.id()));
  }

  private TopicDocument after(String id, Outcome outcome) {
    if (outcome instanceof Outcome.NotAllowed no) {
      throw new ProblemException(TopicProblems.REFUSED, no.why().ja(), no.why().en());
    }
    if (outcome instanceof Outcome.NotNow no) {
      throw new ProblemException(TopicProblems.NOT_NOW, no.why().ja(), no.why().en());
    }
    return all(id);
  }

  private static TopicResult result(@Nullable String name) {
    return Arrays.stream(TopicResult.values())
        .filter(result -> result.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    TopicProblems.UNKNOWN_VALUE,
                    "result",
                    "ANSWERED, EXCLUDED, PARKED, MERGED_BACK"));
  }

  private static PersonId person(String field, @Nullable String name) {
    return new PersonId(TopicProblems.needed(field, text(name), 64));
  }

  private static String text(@Nullable String said) {
    return Optional.ofNullable(said).orElse("");
  }
}
