package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.Incidents;
import org.honbu.kernel.PersonId;
import org.honbu.people.People;
import org.honbu.people.Role;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.TaskRule;

/** <em>Reach somebody by phone</em>: whom the process owner names has it from now on. */
@ApplicationScoped
class ReachedByPhone implements TaskRule {
  private static final Verdict WHO =
      Verdict.no("つながった人のユーザー名を書いてください", "Say the user name of the person you reached");

  private final People people;
  private final Incidents incidents;

  @Inject
  ReachedByPhone(People people, Incidents incidents) {
    this.people = people;
    this.incidents = incidents;
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
    Optional<PersonId> reached =
        answers
            .find("answeredBy")
            .map(name -> name.toString().strip())
            .filter(name -> !name.isEmpty())
            .map(PersonId::new)
            .filter(name -> people.find(name).isPresent());
    reached.ifPresent(name -> incidents.acknowledgeByTask(task.incident(), name));
    return reached.isPresent() ? Verdict.yes() : WHO;
  }
}
