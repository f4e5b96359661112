package org.honbu.warroom.internal.card;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Locale;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;
import org.honbu.people.People;
import org.honbu.warroom.CatchUp;

/** What whoever arrives has to know: {@code /api/v1/incidents/{id}/catch-up}. */
@Path("incidents/{id}/catch-up")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CatchUpResource {
  private static final String TEXT = "text/plain;charset=UTF-8;qs=0.5";
  private static final String MARKDOWN = "text/markdown;charset=UTF-8;qs=0.5";

  private final CatchUp catchUp;
  private final CardWords words;
  private final People people;
  private final CurrentPerson caller;
  private final Clock clock;

  @Inject
  public CatchUpResource(
      CatchUp catchUp, CardWords words, People people, CurrentPerson caller, Clock clock) {
    this.catchUp = catchUp;
    this.words = words;
    this.people = people;
    this.caller = caller;
    this.clock = clock;
  }

  /** The whole card, with what the caller may do and what they missed. */
  @GET
  public CardDocument.Card card(@PathParam("id") String id) {
    return new CardDocument.Writer(people, caller.locale())
        .card(catchUp.of(new IncidentId(id), caller.id()));
  }

  /** Its lines as text, to paste into a chat. */
  @GET
  @Produces({TEXT, MARKDOWN})
  public String text(@PathParam("id") String id) {
    Locale reader = caller.locale();
    return CardText.of(
        catchUp.of(new IncidentId(id), caller.id()), reader, words.at(clock.instant()).in(reader));
  }

  /** The caller has the incident in sight; a page says so every minute. */
  @POST
  @Path("looked")
  public void looked(@PathParam("id") String id) {
    catchUp.looked(new IncidentId(id), caller.id());
  }
}
