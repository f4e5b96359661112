package org.honbu.warroom.internal.roster;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Collectors;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.warroom.Roster;
import org.honbu.warroom.Stance;
import org.honbu.warroom.Summons;
import org.jspecify.annotations.Nullable;

/** Who is in the room: {@code /api/v1/incidents/{id}/roster}. */
@Path("incidents/{id}/roster")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RosterResource {
  private final Roster roster;
  private final Summons summons;
  private final RosterDoor door;

  @Inject
  public RosterResource(Roster roster, Summons summons, RosterDoor door) {
    this.roster = roster;
    this.summons = summons;
    this.door = door;
  }

  /**
   * How somebody comes in.
   *
   * @param stance OBSERVE, also when it is left out, FREE or HAVE_CONTEXT
   */
  public record JoinJson(@Nullable String stance, @Nullable String note) {}

  /** Who stays, by login. */
  public record StayJson(@Nullable List<String> staying) {}

  @GET
  public RosterDoor.RoomJson now(@PathParam("id") String id) {
    return door.now(id);
  }

  /** Comes in, or changes how they can help. */
  @POST
  public RosterDoor.RoomJson join(@PathParam("id") String id, @Nullable JoinJson form) {
    Stance stance =
        form == null || form.stance() == null
            ? Stance.OBSERVE
            : RosterDoor.choice("stance", Stance.class, form.stance());
    String note = RosterDoor.text(form == null ? null : form.note());
    return door.after(id, roster.join(new IncidentId(id), stance, note, door.by()));
  }

  /** Goes. */
  @DELETE
  public RosterDoor.RoomJson leave(@PathParam("id") String id) {
    return door.after(id, roster.leave(new IncidentId(id), door.by()));
  }

  /** 「抜けて大丈夫です」 to everybody but these. */
  @POST
  @Path("release")
  public RosterDoor.RoomJson release(@PathParam("id") String id, @Nullable StayJson form) {
    List<String> staying = form == null || form.staying() == null ? List.of() : form.staying();
    return door.after(
        id,
        summons.release(
            new IncidentId(id),
            staying.stream().map(PersonId::new).collect(Collectors.toSet()),
            door.by()));
  }
}
