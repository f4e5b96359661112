package org.honbu.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Locale;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Problem;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.honbu.notifications.AnswerDesk.Choice;
import org.honbu.notifications.AnswerDesk.Outcome;
import org.jspecify.annotations.Nullable;

/** Answers an incident's calls: REST's door. */
@Path("/incidents/{incident}/answer")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AnswerResource {
  static final Problem NOT_CALLED =
      new Problem(
          "HB-2202",
          Problem.Owner.CALLER,
          403,
          new Words(
              "呼び出された人か、対応者だけが応答できます", "Only somebody who was called, or a responder, can answer"));
  static final Problem ALREADY_TAKEN =
      new Problem(
          "HB-2203", Problem.Owner.CONFLICT, 409, new Words("{0} さんが応答済みです", "{1} already has it"));
  static final Problem UNKNOWN_CHOICE =
      new Problem(
          "HB-2204",
          Problem.Owner.CALLER,
          400,
          new Words("{0} は I_HAVE_IT か NOT_NOW です：{1}", "{0} is I_HAVE_IT or NOT_NOW, not {1}"));

  private final CallsDesk desk;
  private final CurrentPerson current;

  @Inject
  public AnswerResource(CallsDesk desk, CurrentPerson current) {
    this.desk = desk;
    this.current = current;
  }

  /**
   * What the caller says.
   *
   * @param choice {@code I_HAVE_IT}, also when it is left out, or {@code NOT_NOW}
   */
  public record AnswerJson(@Nullable String choice) {}

  /**
   * What became of it.
   *
   * @param outcome {@code YOURS}, {@code COMMANDS}, {@code PASSED_ON} or {@code OVER}
   * @param next who is called instead
   */
  public record OutcomeJson(
      String outcome, @Nullable String at, int stopped, @Nullable String next) {}

  @POST
  public OutcomeJson answer(@PathParam("incident") String number, @Nullable AnswerJson json) {
    PersonId person = current.id();
    var incident = new IncidentId(number);
    if (!desk.mayAnswer(incident, person)) {
      throw new ProblemException(NOT_CALLED);
    }
    Outcome outcome = Again.whenItLoses(() -> desk.answer(incident, choice(json), person));
    return shown(outcome, current.locale());
  }

  static Choice choice(@Nullable AnswerJson json) {
    String text = json == null || json.choice() == null ? Choice.I_HAVE_IT.name() : json.choice();
    return Arrays.stream(Choice.values())
        .filter(choice -> choice.name().equals(text))
        .findFirst()
        .orElseThrow(() -> new ProblemException(UNKNOWN_CHOICE, "choice", text));
  }

  static OutcomeJson shown(Outcome outcome, Locale reader) {
    if (outcome instanceof Outcome.Yours yours) {
      return new OutcomeJson("YOURS", yours.at().toString(), yours.stopped(), null);
    }
    if (outcome instanceof Outcome.Commands commands) {
      return new OutcomeJson("COMMANDS", commands.at().toString(), 0, null);
    }
    if (outcome instanceof Outcome.AlreadyTaken taken) {
      throw new ProblemException(ALREADY_TAKEN, taken.by().name().ja(), taken.by().name().en());
    }
    if (outcome instanceof Outcome.PassedOn passed) {
      return new OutcomeJson(
          "PASSED_ON", null, 0, passed.next().map(next -> next.in(reader)).orElse(null));
    }
    return new OutcomeJson("OVER", null, 0, null);
  }
}
