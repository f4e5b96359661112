package org.honbu.app.door;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.Command;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.Incidents;
import org.honbu.incidents.LargeReason;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Triage;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.workflow.HumanTasks;

/** Calls one act of a façade, failing or not, and shows everything that is kept of an incident. */
@Path("test-door")
@RequestScoped
public class FacadeDoor {
  private static final Actor RULE = Actor.honbu("test");
  private final Incidents incidents;
  private final Command command;
  private final IncidentBoard board;
  private final HumanTasks tasks;
  private final Saboteur saboteur;

  @Inject
  public FacadeDoor(
      Incidents incidents,
      Command command,
      IncidentBoard board,
      HumanTasks tasks,
      Saboteur saboteur) {
    this.incidents = incidents;
    this.command = command;
    this.board = board;
    this.tasks = tasks;
    this.saboteur = saboteur;
  }

  @GET
  @Path("{incident}")
  public Response look(@PathParam("incident") String id) {
    var incident = new IncidentId(id);
    var lines = new StringBuilder();
    lines.append(board.view(incident)).append('\n');
    board.timeline(incident).forEach(line -> lines.append(line).append('\n'));
    tasks
        .open(incident)
        .forEach(
            task ->
                lines
                    .append(task.id())
                    .append(' ')
                    .append(task.step())
                    .append(' ')
                    .append(task.assignee())
                    .append('\n'));
    return text(lines.toString());
  }

  @POST
  @Path("{incident}/{act}")
  public Response act(
      @PathParam("incident") String id,
      @PathParam("act") String act,
      @QueryParam("by") String by,
      @QueryParam("failing") boolean failing) {
    var incident = new IncidentId(id);
    var person = new PersonId(by);
    try {
      saboteur.run(() -> act(act, incident, person), failing);
      return text("done");
    } catch (Sabotage sabotage) {
      return text("sabotaged");
    }
  }

  private static Response text(String words) {
    return Response.ok(words, MediaType.TEXT_PLAIN).build();
  }

  private void act(String act, IncidentId incident, PersonId by) {
    switch (act) {
      case "acknowledge" -> incidents.acknowledge(incident, by);
      case "triage" -> incidents.triage(incident, Triage.real(Impact.UNKNOWN), by);
      case "rate" -> incidents.rate(incident, Severity.SEV1, "worse", by);
      case "escalate" -> command.escalate(incident, by);
      case "openRoom" ->
          command.openRoom(incident, Set.of(LargeReason.L_DATA), Optional.of(by), RULE);
      case "take" -> command.take(incident, by);
      case "takeAnnouncing" -> command.takeAnnouncing(incident, by);
      case "offer" -> command.offer(incident, new PersonId("sakura"), "tired", by);
      case "accept" -> command.accept(incident, by);
      case "declareMitigated" -> incidents.declareMitigated(incident, "rolled back", by);
      case "verify" -> incidents.verify(incident, by);
      case "recurred" -> incidents.recurred(incident, "again", Actor.person(by));
      case "declareResolved" -> incidents.declareResolved(incident, "done", by);
      default -> throw new IllegalArgumentException(act);
    }
  }
}
