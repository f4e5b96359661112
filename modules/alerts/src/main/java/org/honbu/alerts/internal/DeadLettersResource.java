package org.honbu.alerts.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.honbu.alerts.Alerts;
import org.honbu.alerts.DeadLetter;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.people.People;
import org.honbu.people.Role;

/** Shows admins and process owners what could not be read. */
@Path("/dead-letters")
@ApplicationScoped
public class DeadLettersResource {
  private final Alerts alerts;
  private final People people;
  private final CurrentPerson current;

  @Inject
  public DeadLettersResource(Alerts alerts, People people, CurrentPerson current) {
    this.alerts = alerts;
    this.people = people;
    this.current = current;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public List<Letter> letters() {
    check();
    Locale reader = current.locale();
    return alerts.deadLetters().stream().map(letter -> json(letter, reader)).toList();
  }

  /** The body as it came; as bytes, so that no browser takes it for a page. */
  @GET
  @Path("/{id}/body")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  public Response body(@PathParam("id") UUID id) {
    check();
    byte[] body =
        alerts
            .deadLetterBody(id)
            .orElseThrow(() -> new ProblemException(AlertProblems.NO_SUCH_LETTER));
    return Response.ok(body)
        .header("Content-Disposition", "attachment; filename=\"" + id + ".txt\"")
        .build();
  }

  private void check() {
    PersonId person = current.id();
    if (!people.hasRole(person, Role.ADMIN) && !people.hasRole(person, Role.PROCESS_OWNER)) {
      throw new ProblemException(AlertProblems.FOR_ADMINS);
    }
  }

  private static Letter json(DeadLetter letter, Locale reader) {
    return new Letter(
        letter.id().toString(),
        letter.integration(),
        letter.reason().in(reader),
        letter.firstAt().toString(),
        letter.lastAt().toString(),
        letter.times());
  }

  /** A dead letter, its reason in the reader's language. */
  public record Letter(
      String id, String integration, String reason, String firstAt, String lastAt, long times) {}
}
