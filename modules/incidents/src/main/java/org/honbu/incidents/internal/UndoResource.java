package org.honbu.incidents.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.Undo;
import org.honbu.incidents.Undoable;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.people.People;
import org.honbu.people.Role;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what the caller has just done: {@code POST /api/v1/incidents/{id}/undo}.
 *
 * <p>200 with the incident as it is then; 403 for what somebody else did; 409 when it is too late
 * or somebody has built on it, with the sentence that says so.
 */
@Path("incidents/{id}/undo")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class UndoResource {
  private final Undo undo;
  private final IncidentBoard board;
  private final People people;
  private final CurrentPerson caller;

  @Inject
  public UndoResource(Undo undo, IncidentBoard board, People people, CurrentPerson caller) {
    this.undo = undo;
    this.board = board;
    this.people = people;
    this.caller = caller;
  }

  /**
   * What is taken back.
   *
   * @param act one of {@link Undoable}
   */
  public record TakeBack(@Nullable String act) {}

  @POST
  public IncidentDocument.Whole takeBack(@PathParam("id") String id, @Nullable TakeBack form) {
    PersonId by = caller.id();
    IncidentId incident = new IncidentId(id);
    Undoable act = act(form);
    if (!people.hasRole(by, Role.EMPLOYEE)) {
      throw new ProblemException(
          IncidentProblems.REFUSED, "Honbu を使うための役割がありません", "You have no role in Honbu yet");
    }
    Outcome outcome = undo.takeBack(incident, act, by);
    if (outcome instanceof Outcome.NotAllowed no) {
      throw new ProblemException(IncidentProblems.REFUSED, no.why().ja(), no.why().en());
    }
    if (outcome instanceof Outcome.NotNow no) {
      throw new ProblemException(IncidentProblems.NOT_NOW, no.why().ja(), no.why().en());
    }
    return new IncidentDocument.Writer(people, caller.locale()).whole(board.view(incident));
  }

  static Undoable act(@Nullable TakeBack form) {
    String said = form == null || form.act() == null ? "" : form.act();
    return Arrays.stream(Undoable.values())
        .filter(act -> act.name().equals(said))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    IncidentProblems.FIELD_UNKNOWN_VALUE,
                    "act",
                    Arrays.stream(Undoable.values())
                        .map(Undoable::name)
                        .collect(Collectors.joining(", "))));
  }
}
