package org.honbu.warroom.internal.roster;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.honbu.kernel.IncidentId;
import org.honbu.warroom.HelpBoard;
import org.honbu.warroom.HelpTask;
import org.jspecify.annotations.Nullable;

/** What first-timers do: {@code /api/v1/incidents/{id}/help/{task}}. */
@Path("incidents/{id}/help/{task}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class HelpResource {
  private final HelpBoard board;
  private final RosterDoor door;

  @Inject
  public HelpResource(HelpBoard board, RosterDoor door) {
    this.board = board;
    this.door = door;
  }

  /** What came out of it. */
  public record FoundJson(@Nullable String found) {}

  @POST
  public RosterDoor.RoomJson take(@PathParam("id") String id, @PathParam("task") String task) {
    return door.after(id, board.take(new IncidentId(id), named(task), door.by()));
  }

  @POST
  @Path("done")
  public RosterDoor.RoomJson done(
      @PathParam("id") String id, @PathParam("task") String task, @Nullable FoundJson form) {
    String found = RosterDoor.text(form == null ? null : form.found());
    return door.after(id, board.done(new IncidentId(id), named(task), found, door.by()));
  }

  private static HelpTask named(String task) {
    return RosterDoor.choice("task", HelpTask.class, task);
  }
}
