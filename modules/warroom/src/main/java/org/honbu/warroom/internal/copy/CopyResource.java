package org.honbu.warroom.internal.copy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;
import org.honbu.people.People;
import org.honbu.people.Role;
import org.honbu.warroom.RoomCopies;

/**
 * A room as plain text: {@code /api/v1/incidents/{id}/copy.txt}. Telephone numbers stand in it for
 * administrators alone, who have the files as well.
 */
@Path("incidents/{id}/copy.txt")
@RequestScoped
public class CopyResource {
  private static final String TEXT = "text/plain;charset=UTF-8";

  private final RoomCopies copies;
  private final People people;
  private final CurrentPerson caller;

  @Inject
  public CopyResource(RoomCopies copies, People people, CurrentPerson caller) {
    this.copies = copies;
    this.people = people;
    this.caller = caller;
  }

  /** Text whatever was asked for: its name says so. */
  @GET
  public Response text(@PathParam("id") String id) {
    boolean operates = people.hasRole(caller.id(), Role.ADMIN);
    return Response.ok(copies.text(new IncidentId(id), operates), TEXT).build();
  }
}
