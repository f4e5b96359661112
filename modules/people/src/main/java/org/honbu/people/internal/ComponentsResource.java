package org.honbu.people.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.honbu.kernel.CurrentPerson;
import org.honbu.people.Component;
import org.honbu.people.Organisation;
import org.honbu.people.People;
import org.jspecify.annotations.Nullable;

/** Lists the component catalogue, and takes what schedule admins and admins write into it. */
@Path("/components")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ComponentsResource {
  private static final System.Logger LOG = System.getLogger("org.honbu.people");

  private final People people;
  private final Organisation organisation;
  private final CurrentPerson caller;

  @Inject
  public ComponentsResource(People people, Organisation organisation, CurrentPerson caller) {
    this.people = people;
    this.organisation = organisation;
    this.caller = caller;
  }

  @GET
  public List<ComponentJson> components() {
    return people.components().stream().map(ComponentsResource::json).toList();
  }

  /**
   * Writes down what is known of a component, in the catalogue or not yet; all of it anew. The log
   * says who changed what.
   */
  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public ComponentJson define(@PathParam("id") String id, @Nullable CatalogueEntry entry) {
    CatalogueEntry.mayWrite(people, caller.id());
    Component component = CatalogueEntry.orEmpty(entry).component(id, people);
    Optional<Component> before = people.component(id);
    organisation.define(component);
    if (!before.equals(Optional.of(component))) {
      LOG.log(
          Level.INFO,
          "{0} wrote into the catalogue: {1}; before: {2}",
          caller.id().value(),
          json(component),
          before.map(ComponentsResource::json).map(String::valueOf).orElse("nothing"));
    }
    return json(component);
  }

  private static ComponentJson json(Component component) {
    return new ComponentJson(
        component.id(),
        component.function().name(),
        component.owner().value(),
        component.runbook().map(URI::toString).orElse(null),
        component.docs().map(URI::toString).orElse(null),
        component.dependsOn().stream().sorted().toList());
  }

  /**
   * An entry of the catalogue.
   *
   * @param function CORE, MAJOR, MINOR or INTERNAL
   * @param team the id of the team that owns it
   * @param dependsOn ids of what it needs to work
   */
  public record ComponentJson(
      String id,
      String function,
      String team,
      @Nullable String runbook,
      @Nullable String docs,
      List<String> dependsOn) {}
}
