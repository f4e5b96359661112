package org.honbu.people.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.people.People;
import org.honbu.people.Role;

/** Tells people about themselves. */
@Path("/people")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class PeopleResource {
  private final People people;
  private final CurrentPerson current;

  @Inject
  public PeopleResource(People people, CurrentPerson current) {
    this.people = people;
    this.current = current;
  }

  /** Who I am and what I may. */
  @GET
  @Path("/me")
  public Me me() {
    PersonId me = current.id();
    return new Me(
        me.value(),
        people.name(me, current.locale()),
        people.rolesOf(me).stream().map(Role::group).sorted().toList(),
        people.teamsOf(me).stream().sorted().map(TeamId::value).toList());
  }

  /**
   * The signed-in person.
   *
   * @param roles as the directory has them now, by their names in Keycloak
   */
  public record Me(String id, String name, List<String> roles, List<String> teams) {}
}
