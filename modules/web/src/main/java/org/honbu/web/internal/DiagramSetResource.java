package org.honbu.web.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.people.People;
import org.honbu.people.Role;
import org.honbu.workflow.DiagramSets;
import org.honbu.workflow.DiagramSets.Loaded;
import org.honbu.workflow.DiagramSets.Outcome;
import org.honbu.workflow.contract.Violation;

/**
 * The set of diagrams, tables and forms in force. Process owners and administrators change it; who
 * changed what and when stands in the history.
 */
@Path("/diagram-set")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DiagramSetResource {
  private static final Set<Role> OWNERS = Set.of(Role.PROCESS_OWNER, Role.ADMIN);

  @Inject private DiagramSets sets;
  @Inject private People people;
  @Inject private CurrentPerson reader;

  /** The set in force, and all before it. */
  @GET
  public JsonObject history() {
    List<Loaded> all = sets.history();
    JsonArrayBuilder history = Json.createArrayBuilder();
    all.forEach(set -> history.add(json(set)));
    return json(all.get(0)).add("history", history).build();
  }

  /**
   * Loads a whole set, or nothing: a zip file with the content of {@code bpmn/}.
   *
   * @return 200 with the set in force; 422 with every broken promise in both languages
   */
  @PUT
  @Consumes("application/zip")
  public Response apply(InputStream zip) {
    PersonId owner = owner();
    Outcome outcome = sets.apply(SetArchive.read(zip), owner);
    return outcome instanceof Outcome.InForce inForce
        ? Response.ok(json(inForce.set()).build()).build()
        : refused(((Outcome.Refused) outcome).why());
  }

  /** Takes applied sets back: the release's own is in force again. */
  @DELETE
  public JsonObject release() {
    return json(sets.applyRelease(owner())).build();
  }

  private PersonId owner() {
    PersonId person = reader.id();
    if (people.rolesOf(person).stream().noneMatch(OWNERS::contains)) {
      throw new ProblemException(WebProblems.NOT_YOUR_ACT);
    }
    return person;
  }

  private Response refused(List<Violation> why) {
    var failure = new ProblemException(WebProblems.SET_REFUSED, why.size());
    JsonArrayBuilder violations = Json.createArrayBuilder();
    why.forEach(
        one ->
            violations.add(
                Json.createObjectBuilder()
                    .add("file", one.file())
                    .add("ja", one.says().ja())
                    .add("en", one.says().en())));
    ProblemDocument document = ProblemDocument.of(failure);
    return Response.status(document.status())
        .type(ProblemDocument.MEDIA_TYPE)
        .entity(document.document(reader.locale()).add("violations", violations).build().toString())
        .build();
  }

  private static JsonObjectBuilder json(Loaded set) {
    return Json.createObjectBuilder()
        .add("number", set.number())
        .add("origin", set.origin().name())
        .add("digest", set.digest())
        .add("by", set.by())
        .add("at", set.at().toString());
  }
}
