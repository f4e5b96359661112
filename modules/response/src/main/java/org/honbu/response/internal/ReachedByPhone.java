package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.honbu.kernel.PersonId;
import org.honbu.people.People;
import org.honbu.people.Role;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.TaskRule;

/**
 * <em>Reach somebody by phone</em>: the process owner names who has it now; the next step notes it.
 */
@ApplicationScoped
class ReachedByPhone implements TaskRule {
  private static final Verdict WHO =
      Verdict.no("つながった人のユーザー名を書いてください", "Say the user name of the person you reached");

  private final People people;

  @Inject
  ReachedByPhone(People people) {
    this.people = people;
  }

  @Override
  public Set<String> steps() {
    return Set.of("Activity_ReachByPhone");
  }

  @Override
  public Verdict mayHold(HumanTask task, PersonId person) {
    return people.hasRole(person, Role.PROCESS_OWNER)
        ? Verdict.yes()
        : Verdict.no("プロセスオーナーの作業です", "This is for the process owners");
  }

  @Override
  public Verdict completed(HumanTask task, PersonId person, Facts answers) {
    boolean isSomebody =
        answers
            .find("answeredBy")
            .map(name -> name.toString().strip())
            .filter(name -> !name.isEmpty())
            .flatMap(name -> people.find(new PersonId(name)))
            .isPresent();
    return isSomebody ? Verdict.yes() : WHO;
  }
}
