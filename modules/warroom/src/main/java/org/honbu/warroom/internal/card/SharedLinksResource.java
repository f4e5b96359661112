package org.honbu.warroom.internal.card;

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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.honbu.people.People;
import org.honbu.warroom.ShareOutcome;
import org.honbu.warroom.SharedLink;
import org.honbu.warroom.SharedLinks;
import org.jspecify.annotations.Nullable;

/** Read-only links for executives: {@code /api/v1/incidents/{id}/shared-links}. */
@Path("incidents/{id}/shared-links")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SharedLinksResource {
  private static final Words NOT_YOURS =
      new Words(
          "リンクを見られるのは、コマンダー・副コマンダー・アナウンス担当と、プロセスオーナーです",
          "The commander, the deputy, the announcer and process owners see the links");

  private final SharedLinks links;
  private final People people;
  private final CurrentPerson caller;

  @Inject
  public SharedLinksResource(SharedLinks links, People people, CurrentPerson caller) {
    this.links = links;
    this.people = people;
    this.caller = caller;
  }

  /**
   * A wish.
   *
   * @param hours how long it works; 24 when it is left out
   */
  public record Wish(@Nullable Integer hours) {}

  /** A link. */
  public record Link(
      String id, String address, CardDocument.Who by, Instant madeAt, Instant endsAt, int opened) {}

  @GET
  public List<Link> all(@PathParam("id") String id) {
    IncidentId incident = new IncidentId(id);
    if (!links.mayShare(incident, caller.id())) {
      throw refused(NOT_YOURS);
    }
    return links.of(incident).stream().map(this::link).toList();
  }

  @POST
  public Link make(@PathParam("id") String id, @Nullable Wish wish) {
    Integer hours = wish == null ? null : wish.hours();
    Duration lives = hours == null ? SharedLinks.DEFAULT : Duration.ofHours(hours);
    ShareOutcome outcome = links.make(new IncidentId(id), lives, caller.id());
    if (outcome instanceof ShareOutcome.NotAllowed no) {
      throw refused(no.why());
    }
    if (outcome instanceof ShareOutcome.NotNow no) {
      throw new ProblemException(CardProblems.NOT_NOW, no.why().ja(), no.why().en());
    }
    return link(((ShareOutcome.Shared) outcome).link());
  }

  @DELETE
  @Path("{link}")
  public void revoke(@PathParam("id") String id, @PathParam("link") String link) {
    IncidentId incident = new IncidentId(id);
    Outcome outcome = links.revoke(incident, named(incident, link), caller.id());
    if (outcome instanceof Outcome.NotAllowed no) {
      throw refused(no.why());
    }
  }

  private static UUID named(IncidentId incident, String link) {
    try {
      return UUID.fromString(link);
    } catch (IllegalArgumentException unreadable) {
      throw new ProblemException(unreadable, CardProblems.NO_LINK, incident.value());
    }
  }

  private static ProblemException refused(Words why) {
    return new ProblemException(CardProblems.REFUSED, why.ja(), why.en());
  }

  private Link link(SharedLink link) {
    return new Link(
        link.id().toString(),
        link.address().toString(),
        new CardDocument.Writer(people, caller.locale()).who(link.by()),
        link.madeAt(),
        link.endsAt(),
        link.opened());
  }
}
