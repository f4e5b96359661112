package org.honbu.warroom.internal.roster;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.warroom.Summons;
import org.honbu.warroom.SummonsAnswer;
import org.jspecify.annotations.Nullable;

/** Who is asked to come: {@code /api/v1/incidents/{id}/summons}. */
@Path("incidents/{id}/summons")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SummonsResource {
  private final Summons summons;
  private final RosterDoor door;

  @Inject
  public SummonsResource(Summons summons, RosterDoor door) {
    this.summons = summons;
    this.door = door;
  }

  /** Whom the commander asks: a person or a team, and what for. */
  public record SummonJson(@Nullable String person, @Nullable String team, @Nullable String why) {}

  /**
   * What somebody who was asked says.
   *
   * @param answer COMING, CANNOT or LOOKING_ON
   * @param instead whom to ask in their place
   */
  public record AnswerJson(@Nullable String answer, @Nullable String instead) {}

  @POST
  public RosterDoor.RoomJson summon(@PathParam("id") String id, @Nullable SummonJson form) {
    Optional<String> person = RosterDoor.given(form == null ? null : form.person());
    Optional<String> team = RosterDoor.given(form == null ? null : form.team());
    if (person.isPresent() == team.isPresent()) {
      throw RosterDoor.personOrTeam();
    }
    var incident = new IncidentId(id);
    String why = RosterDoor.text(form == null ? null : form.why());
    Outcome outcome =
        person.isPresent()
            ? summons.summon(incident, new PersonId(person.get()), why, door.by())
            : summons.summon(incident, new TeamId(team.orElseThrow()), why, door.by());
    return door.after(id, outcome);
  }

  @POST
  @Path("answer")
  public RosterDoor.RoomJson answer(@PathParam("id") String id, @Nullable AnswerJson form) {
    SummonsAnswer answer =
        RosterDoor.choice("answer", SummonsAnswer.class, form == null ? null : form.answer());
    Optional<PersonId> instead =
        RosterDoor.given(form == null ? null : form.instead()).map(PersonId::new);
    return door.after(id, summons.answer(new IncidentId(id), answer, instead, door.by()));
  }
}
