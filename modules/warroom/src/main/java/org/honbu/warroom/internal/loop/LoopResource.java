package org.honbu.warroom.internal.loop;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.honbu.people.People;
import org.honbu.people.Role;
import org.honbu.warroom.CommandLoop;
import org.honbu.warroom.Decision;
import org.honbu.warroom.Round;
import org.honbu.warroom.StatusUpdate;
import org.honbu.workflow.Facts;
import org.jspecify.annotations.Nullable;

/**
 * The commander's loop: {@code /api/v1/incidents/{id}/loop}. Every act answers with where the loop
 * stands then; who may not is answered with 403 and who can, what cannot be now with 409.
 */
@Path("incidents/{id}/loop")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LoopResource {
  private static final Words NO_ROLE =
      new Words("Honbu を使うための役割がありません", "You have no role in Honbu yet");

  private final CommandLoop loop;
  private final People people;
  private final CurrentPerson caller;

  @Inject
  public LoopResource(CommandLoop loop, People people, CurrentPerson caller) {
    this.loop = loop;
    this.people = people;
    this.caller = caller;
  }

  @GET
  public Now now(@PathParam("id") String id) {
    anEmployee();
    return shown(new IncidentId(id));
  }

  @POST
  @Path("assess")
  public Now assess(@PathParam("id") String id, @Nullable AssessmentJson form) {
    PersonId by = anEmployee();
    Facts said = form == null ? Facts.none() : form.facts();
    return after(id, loop.assess(new IncidentId(id), LoopForm.assessment(said), by));
  }

  @POST
  @Path("decide")
  public Now decide(@PathParam("id") String id, @Nullable DecisionJson form) {
    PersonId by = anEmployee();
    Facts said = form == null ? Facts.none() : form.facts();
    return after(id, loop.decide(new IncidentId(id), LoopForm.decision(said), by));
  }

  @POST
  @Path("wait")
  public Now waitWith(@PathParam("id") String id, @Nullable WaitJson form) {
    PersonId by = anEmployee();
    Facts said = form == null ? Facts.none() : form.facts();
    return after(id, loop.waitWith(new IncidentId(id), LoopForm.reason(said), by));
  }

  @POST
  @Path("update")
  public Now update(@PathParam("id") String id, @Nullable StatusJson form) {
    PersonId by = anEmployee();
    Facts said = form == null ? Facts.none() : form.facts();
    return after(id, loop.update(new IncidentId(id), LoopForm.status(said), by));
  }

  @POST
  @Path("review")
  public Now review(@PathParam("id") String id, @Nullable ReviewJson form) {
    PersonId by = anEmployee();
    Facts said = form == null ? Facts.none() : form.facts();
    return after(id, loop.review(new IncidentId(id), LoopForm.review(said), by));
  }

  @POST
  @Path("objectives")
  public Now aim(@PathParam("id") String id, @Nullable ObjectivesJson form) {
    PersonId by = anEmployee();
    List<String> aims = Optional.ofNullable(form).map(ObjectivesJson::objectives).orElse(List.of());
    return after(id, loop.aim(new IncidentId(id), aims, by));
  }

  private Now after(String id, Outcome outcome) {
    if (outcome instanceof Outcome.NotAllowed no) {
      throw refused(no.why());
    }
    if (outcome instanceof Outcome.NotNow no) {
      throw new ProblemException(LoopProblems.NOT_NOW, no.why().ja(), no.why().en());
    }
    return shown(new IncidentId(id));
  }

  private PersonId anEmployee() {
    PersonId by = caller.id();
    if (!people.hasRole(by, Role.EMPLOYEE)) {
      throw refused(NO_ROLE);
    }
    return by;
  }

  private static ProblemException refused(Words why) {
    return new ProblemException(LoopProblems.REFUSED, why.ja(), why.en());
  }

  private Now shown(IncidentId incident) {
    Optional<Round> round = loop.round(incident);
    return new Now(
        round.map(now -> now.step().name()).orElse(null),
        round.map(Round::number).orElse(null),
        round.map(Round::nextUpdate).map(Instant::toString).orElse(null),
        loop.objectives(incident),
        loop.decision(incident).map(LoopResource::json).orElse(null),
        loop.updates(incident).stream().map(LoopResource::json).toList());
  }

  private static DecisionMade json(Decision decision) {
    return new DecisionMade(
        decision.number(),
        decision.decision(),
        decision.whatFirst(),
        decision.whereToLook(),
        decision.howToRespond(),
        decision.planB().orElse(null),
        decision.by().value(),
        decision.at().toString(),
        decision.reviewAt().toString());
  }

  private static UpdateTold json(StatusUpdate told) {
    return new UpdateTold(
        told.number(),
        told.conditions(),
        told.actions(),
        told.needs(),
        told.by().value(),
        told.at().toString(),
        told.nextAt().toString());
  }

  /** FM-6. */
  public record AssessmentJson(
      @Nullable String symptoms,
      @Nullable String scope,
      @Nullable String trend,
      @Nullable String known,
      @Nullable String notKnown) {
    Facts facts() {
      Map<String, @Nullable Object> fields = new HashMap<>();
      fields.put("symptoms", symptoms);
      fields.put("scope", scope);
      fields.put("trend", trend);
      fields.put("known", known);
      fields.put("notKnown", notKnown);
      return Facts.from(fields);
    }
  }

  /** FM-7. */
  public record DecisionJson(
      @Nullable String decision,
      @Nullable String whatFirst,
      @Nullable String whereToLook,
      @Nullable String howToRespond,
      @Nullable Integer reviewInMinutes,
      @Nullable String planB,
      @Nullable String options,
      @Nullable String risk,
      @Nullable String strongObjections) {
    Facts facts() {
      Map<String, @Nullable Object> fields = new HashMap<>();
      fields.put("decision", decision);
      fields.put("whatFirst", whatFirst);
      fields.put("whereToLook", whereToLook);
      fields.put("howToRespond", howToRespond);
      fields.put("reviewInMinutes", reviewInMinutes);
      fields.put("planB", planB);
      fields.put("options", options);
      fields.put("risk", risk);
      fields.put("strongObjections", strongObjections);
      return Facts.from(fields);
    }
  }

  /** 待ち, and why. */
  public record WaitJson(@Nullable String waitReason) {
    Facts facts() {
      Map<String, @Nullable Object> fields = new HashMap<>();
      fields.put("waitReason", waitReason);
      return Facts.from(fields);
    }
  }

  /** FM-9. */
  public record StatusJson(
      @Nullable String conditions,
      @Nullable String actions,
      @Nullable String needs,
      @Nullable Integer nextInMinutes) {
    Facts facts() {
      Map<String, @Nullable Object> fields = new HashMap<>();
      fields.put("conditions", conditions);
      fields.put("actions", actions);
      fields.put("needs", needs);
      fields.put("nextInMinutes", nextInMinutes);
      return Facts.from(fields);
    }
  }

  /** FM-10. */
  public record ReviewJson(
      @Nullable String effect, @Nullable String evidence, @Nullable String nextStep) {
    Facts facts() {
      Map<String, @Nullable Object> fields = new HashMap<>();
      fields.put("effect", effect);
      fields.put("evidence", evidence);
      fields.put("nextStep", nextStep);
      return Facts.from(fields);
    }
  }

  /** GL-44, most important first. */
  public record ObjectivesJson(@Nullable List<String> objectives) {}

  /**
   * Where the loop stands.
   *
   * @param step of the round; null while no room is open or the impact has stopped
   */
  public record Now(
      @Nullable String step,
      @Nullable Integer round,
      @Nullable String nextUpdate,
      List<String> objectives,
      @Nullable DecisionMade decision,
      List<UpdateTold> updates) {}

  /** What was decided last. */
  public record DecisionMade(
      int number,
      String decision,
      String whatFirst,
      String whereToLook,
      String howToRespond,
      @Nullable String planB,
      String by,
      String at,
      String reviewAt) {}

  /** What the room was told. */
  public record UpdateTold(
      int number,
      String conditions,
      String actions,
      String needs,
      String by,
      String at,
      String next) {}
}
