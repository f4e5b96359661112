package org.honbu.incidents.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.honbu.people.People;
import org.honbu.people.Role;

/** Who calls a REST resource of this module, and how a refusal is said to them. */
@RequestScoped
public class Caller {
  private static final Words NO_ROLE =
      new Words("Honbu を使うための役割がありません", "You have no role in Honbu yet");

  private final CurrentPerson current;
  private final People people;

  @Inject
  public Caller(CurrentPerson current, People people) {
    this.current = current;
    this.people = people;
  }

  /** The person, when they have any role here (DOMAIN RO-1). */
  PersonId employee() {
    PersonId by = current.id();
    if (!people.hasRole(by, Role.EMPLOYEE)) {
      throw refused(NO_ROLE);
    }
    return by;
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

  private static ProblemException refused(Words why) {
    return new ProblemException(IncidentProblems.REFUSED, why.ja(), why.en());
  }
}
