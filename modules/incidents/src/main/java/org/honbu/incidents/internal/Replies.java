package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.TakeOutcome;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Problem;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.honbu.people.People;
import org.honbu.people.Role;
import org.jspecify.annotations.Nullable;

/**
 * What this module's REST resources answer: a done act 200 with the incident; a refusal 403 with
 * who can; “somebody was faster” and “not now” 409.
 */
@ApplicationScoped
public class Replies {
  private final IncidentBoard board;
  private final People people;
  private final CurrentPerson caller;

  @Inject
  public Replies(IncidentBoard board, People people, CurrentPerson caller) {
    this.board = board;
    this.people = people;
    this.caller = caller;
  }

  IncidentDocument.Whole after(String id, Outcome outcome) {
    check(outcome);
    return now(id);
  }

  /** Goes on only when it was done, now or before. */
  static void check(Outcome outcome) {
    if (outcome instanceof Outcome.NotAllowed no) {
      throw refused(no.why());
    }
    if (outcome instanceof Outcome.NotNow no) {
      throw new ProblemException(IncidentProblems.NOT_NOW, no.why().ja(), no.why().en());
    }
  }

  IncidentDocument.Whole after(String id, TakeOutcome outcome) {
    if (outcome instanceof TakeOutcome.AlreadyHeld held) {
      throw byAnother(IncidentProblems.HELD_BY_ANOTHER, held.by());
    }
    if (outcome instanceof TakeOutcome.NotAllowed no) {
      throw refused(no.why());
    }
    anEmployee();
    Optional<Words> advice =
        outcome instanceof TakeOutcome.Taken taken ? taken.advice() : Optional.empty();
    return writer().whole(board.view(new IncidentId(id)), advice);
  }

  IncidentDocument.Whole now(String id) {
    anEmployee();
    return writer().whole(board.view(new IncidentId(id)));
  }

  /** Everybody with a role may look, declare, raise and press escalate (DOMAIN RO-1). */
  PersonId anEmployee() {
    PersonId by = caller.id();
    if (!people.hasRole(by, Role.EMPLOYEE)) {
      throw refused(new Words("Honbu を使うための役割がありません", "You have no role in Honbu yet"));
    }
    return by;
  }

  IncidentDocument.Writer writer() {
    return new IncidentDocument.Writer(people, caller.locale());
  }

  static ProblemException refused(Words why) {
    return new ProblemException(IncidentProblems.REFUSED, why.ja(), why.en());
  }

  ProblemException byAnother(Problem problem, PersonId by) {
    return new ProblemException(
        problem, people.name(by, Locale.JAPANESE), people.name(by, Locale.ENGLISH));
  }

  static Optional<String> atMost(String field, @Nullable String said, int length) {
    if (said == null || said.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(needed(field, said, length));
  }

  static String needed(String field, @Nullable String said, int length) {
    String text = said == null ? "" : said.strip();
    if (text.isEmpty() || text.length() > length) {
      throw new ProblemException(IncidentProblems.FIELD_NEEDED, field, length);
    }
    return text;
  }
}
