package org.honbu.statuspage.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.honbu.statuspage.ShownComponent;
import org.honbu.statuspage.StatusPage;
import org.honbu.statuspage.StatusPage.Outcome;
import org.jspecify.annotations.Nullable;

/** Which components users know, and by what name. */
@Path("/status/components")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
public class ShownComponentsResource {
  private final StatusPage page;
  private final CurrentPerson current;

  @Inject
  public ShownComponentsResource(StatusPage page, CurrentPerson current) {
    this.page = page;
    this.current = current;
  }

  @GET
  public List<ShownJson> shown() {
    return page.shown().stream().map(ShownComponentsResource::json).toList();
  }

  @PUT
  @Path("/{component}")
  public void show(@PathParam("component") String component, ShownJson name) {
    String japanese = Optional.ofNullable(name.nameJa()).orElse("").strip();
    String english = Optional.ofNullable(name.nameEn()).map(String::strip).orElse(japanese);
    int place = Optional.ofNullable(name.place()).orElse(0);
    done(
        page.show(
            new ShownComponent(component, new Words(japanese, english), place), current.id()));
  }

  @DELETE
  @Path("/{component}")
  public void hide(@PathParam("component") String component) {
    done(page.hide(component, current.id()));
  }

  private static void done(Outcome outcome) {
    if (outcome instanceof Outcome.Refused refused) {
      throw new ProblemException(refused.problem(), refused.values().toArray());
    }
  }

  private static ShownJson json(ShownComponent shown) {
    return new ShownJson(shown.component(), shown.name().ja(), shown.name().en(), shown.place());
  }

  /**
   * A component as users know it.
   *
   * @param component the catalogue's name; the path says it when one is changed
   * @param nameEn the Japanese name where it is left out
   * @param place smaller stands higher, 0 to 999
   */
  public record ShownJson(
      @Nullable String component,
      @Nullable String nameJa,
      @Nullable String nameEn,
      @Nullable Integer place) {}
}
