package org.honbu.warroom.internal.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.honbu.people.People;
import org.honbu.people.Role;
import org.honbu.warroom.GiveOutcome;
import org.honbu.warroom.WorkWish;
import org.jspecify.annotations.Nullable;

/**
 * What the resources about work answer: done, now or before, 204; a refusal 403 with who can; “not
 * now” and “really?” 409.
 */
@ApplicationScoped
public class WorkReplies {
  private static final Words NO_ROLE =
      new Words("Honbu を使うための役割がありません", "You have no role in Honbu yet");

  private final IncidentBoard board;
  private final People people;
  private final CurrentPerson caller;

  @Inject
  public WorkReplies(IncidentBoard board, People people, CurrentPerson caller) {
    this.board = board;
    this.people = people;
    this.caller = caller;
  }

  PersonId anEmployee() {
    PersonId by = caller.id();
    if (!people.hasRole(by, Role.EMPLOYEE)) {
      throw refused(NO_ROLE);
    }
    return by;
  }

  /** The incident of that number; the board fails with 404 when there is none. */
  IncidentId incident(String id) {
    return board.view(new IncidentId(id)).id();
  }

  /** The sentence in the caller's language. */
  String say(Words words) {
    return words.in(caller.locale());
  }

  /** Goes on only when it was done, now or before. */
  static void check(Outcome outcome) {
    if (outcome instanceof Outcome.NotAllowed no) {
      throw refused(no.why());
    }
    if (outcome instanceof Outcome.NotNow no) {
      throw notNow(no.why());
    }
  }

  /** The number of the piece of work that was given. */
  static int number(GiveOutcome outcome) {
    if (outcome instanceof GiveOutcome.Given given) {
      return given.number();
    }
    if (outcome instanceof GiveOutcome.Asks asks) {
      throw new ProblemException(WorkProblems.ASKS, asks.question().ja(), asks.question().en());
    }
    if (outcome instanceof GiveOutcome.NotAllowed no) {
      throw refused(no.why());
    }
    throw notNow(((GiveOutcome.NotNow) outcome).why());
  }

  private static ProblemException refused(Words why) {
    return new ProblemException(WorkProblems.REFUSED, why.ja(), why.en());
  }

  private static ProblemException notNow(Words why) {
    return new ProblemException(WorkProblems.NOT_NOW, why.ja(), why.en());
  }

  static String text(@Nullable String said) {
    return said == null ? "" : said;
  }

  static PersonId person(String field, @Nullable String said) {
    return new PersonId(Fields.needed(field, text(said), 64));
  }

  static Optional<Duration> minutes(@Nullable Integer minutes) {
    return Optional.ofNullable(minutes).map(Duration::ofMinutes);
  }

  /** TM15. */
  static Duration box(@Nullable Integer minutes) {
    return minutes(minutes).orElse(WorkWish.USUAL_BOX);
  }
}
