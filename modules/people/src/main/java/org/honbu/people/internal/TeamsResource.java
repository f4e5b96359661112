package org.honbu.people.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.honbu.kernel.CurrentPerson;
import org.honbu.people.People;
import org.honbu.people.Team;

/** Lists teams and who is in them. */
@Path("/teams")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class TeamsResource {
  private final People people;
  private final CurrentPerson current;

  @Inject
  public TeamsResource(People people, CurrentPerson current) {
    this.people = people;
    this.current = current;
  }

  @GET
  public List<TeamJson> teams() {
    Locale reader = current.locale();
    return people.teams().stream().map(team -> json(team, reader)).toList();
  }

  private TeamJson json(Team team, Locale reader) {
    return new TeamJson(
        team.id().value(),
        team.name().in(reader),
        team.type().name(),
        people.members(team.id()).stream()
            .map(person -> PersonJson.of(person, people, reader))
            .toList());
  }

  /**
   * A team.
   *
   * @param type PRODUCT or PLATFORM
   */
  public record TeamJson(String id, String name, String type, List<PersonJson> members) {}
}
