package org.honbu.context.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.honbu.context.Knowledge;
import org.honbu.context.Knowledge.Outcome;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Problem;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.honbu.people.People;
import org.jspecify.annotations.Nullable;

/** What is known about the thing that broke: {@code /api/v1/incidents/{id}/context}. */
@Path("incidents/{id}/context")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ContextResource {
  private static final Problem NOT_YOURS =
      new Problem("HB-8502", Problem.Owner.CALLER, 403, new Words("{0}", "{1}"));
  private static final Problem NOT_NOW =
      new Problem("HB-8503", Problem.Owner.CONFLICT, 409, new Words("{0}", "{1}"));

  private final Knowledge knowledge;
  private final People people;
  private final CurrentPerson caller;

  @Inject
  public ContextResource(Knowledge knowledge, People people, CurrentPerson caller) {
    this.knowledge = knowledge;
    this.people = people;
    this.caller = caller;
  }

  @GET
  public ContextDocument.Pack pack(@PathParam("id") String id) {
    return new ContextDocument.Writer(people, caller.locale())
        .pack(knowledge.of(new IncidentId(id), caller.id()));
  }

  /** Where the runbook is. */
  public record Runbook(@Nullable String url) {}

  /** Adds the runbook of the incident's component; answers with the pack. */
  @POST
  @Path("runbook")
  public ContextDocument.Pack addRunbook(@PathParam("id") String id, @Nullable Runbook runbook) {
    String url = runbook == null || runbook.url() == null ? "" : runbook.url();
    Outcome outcome = knowledge.addRunbook(new IncidentId(id), url, caller.id());
    if (outcome instanceof Outcome.NotAllowed no) {
      throw new ProblemException(NOT_YOURS, no.why().ja(), no.why().en());
    }
    if (outcome instanceof Outcome.NotNow no) {
      throw new ProblemException(NOT_NOW, no.why().ja(), no.why().en());
    }
    return pack(id);
  }
}
