package org.honbu.workflow.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Subject;
import org.honbu.workflow.Directory;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.TaskRule;
import org.honbu.workflow.TaskWitness;
import org.jspecify.annotations.Nullable;

/**
 * What a person may do with a task, and what the owning module says to it.
 *
 * <p>Always, whatever the rule: the task is offered to the person by the directory of this moment;
 * nobody claims for another; only the holder gives back, notes and completes; only fields of the
 * form are answered, so that no form can turn a real incident into a drill.
 */
final class TaskActs {
  private final Directory directory;
  private final Map<String, TaskRule> rules = new TreeMap<>();
  private final List<TaskWitness> witnesses;
  private final Supplier<EngineRoom> room;

  TaskActs(
      Directory directory,
      Collection<? extends TaskRule> rules,
      Collection<? extends TaskWitness> witnesses,
      Supplier<EngineRoom> room) {
    this.directory = directory;
    this.witnesses = List.copyOf(witnesses);
    this.room = room;
    for (TaskRule rule : rules) {
      for (String step : rule.steps()) {
        if (this.rules.put(step, rule) != null) {
          throw new IllegalStateException("two rules speak for " + step);
        }
      }
    }
  }

  /** Claims the task, or gives it back when nobody is named. */
  void assign(TaskEntity task, PersonId person, @Nullable String to) {
    offered(task, person);
    if (to == null) {
      held(task, person);
      ask(rule -> rule.mayHold(view(task), person), task);
      ask(rule -> rule.released(view(task), person), task);
    } else if (!to.equals(person.value())) {
      throw new Refused(Refused.NOT_FOR_OTHERS);
    } else if (task.getAssignee() != null && !task.getAssignee().equals(to)) {
      throw new Refused(Refused.HELD, nameOf(task.getAssignee()));
    } else if (task.getAssignee() == null) {
      ask(rule -> rule.mayHold(view(task), person), task);
      ask(rule -> rule.claimed(view(task), person), task);
    }
    witnessed(task, person);
  }

  /** Submits the form. */
  void complete(TaskEntity task, PersonId person, Map<String, @Nullable Object> answers) {
    filledIn(task, person, answers);
    task.setVariables(
        ask(rule -> rule.completed(view(task), person, Facts.from(answers)), task).asMap());
    witnessed(task, person);
  }

  /** Keeps a half-filled form. */
  void note(TaskEntity task, PersonId person, Map<String, @Nullable Object> answers) {
    filledIn(task, person, answers);
    witnessed(task, person);
  }

  private void filledIn(TaskEntity task, PersonId person, Map<String, @Nullable Object> answers) {
    offered(task, person);
    held(task, person);
    ask(rule -> rule.mayHold(view(task), person), task);
    asked(task, answers);
  }

  /** Reads or writes a remark. */
  void see(TaskEntity task, PersonId person) {
    offered(task, person);
    witnessed(task, person);
  }

  /** Reads the facts of the task, alone or in its form. */
  void read(TaskEntity task, PersonId person) {
    var run = task.getProcessInstance();
    if (run == null || witnesses.isEmpty()) {
      return;
    }
    var about = Subject.parse(run.getBusinessKey());
    if (!room.get().asHonbu(() -> mayRead(about, person))) {
      throw new Refused(Refused.PRIVATE);
    }
  }

  private boolean mayRead(Subject about, PersonId person) {
    return witnesses.stream().allMatch(witness -> witness.mayRead(about, person));
  }

  private void witnessed(TaskEntity task, PersonId person) {
    if (!witnesses.isEmpty()) {
      room.get().asHonbu(() -> tell(view(task), person));
    }
  }

  private void tell(HumanTask task, PersonId person) {
    witnesses.forEach(witness -> witness.acted(task, person));
  }

  private void offered(TaskEntity task, PersonId person) {
    if (!Candidates.of(room.get().engine(), task.getId()).include(person, directory)) {
      throw new Refused(Refused.NOT_OFFERED);
    }
  }

  private static void held(TaskEntity task, PersonId person) {
    if (!person.value().equals(task.getAssignee())) {
      throw new Refused(Refused.NOT_HOLDER);
    }
  }

  /** A value sent back unchanged is no answer; forms show facts they do not ask for. */
  private void asked(TaskEntity task, Map<String, @Nullable Object> answers) {
    if (answers.isEmpty()) {
      return;
    }
    Set<String> fields = FormFields.of(room.get().engine(), task.getId());
    answers.forEach(
        (name, answer) -> {
          boolean unchanged = Objects.equals(EngineFacts.plain(task.getVariable(name)), answer);
          if (!fields.contains(name) && !unchanged) {
            throw new Refused(Refused.UNASKED, name);
          }
        });
  }

  /** What goes along with a yes; nothing where no rule speaks. */
  private Facts ask(Question question, TaskEntity task) {
    @Nullable TaskRule rule = rules.get(task.getTaskDefinitionKey());
    if (rule == null) {
      return Facts.none();
    }
    TaskRule.Verdict verdict = verdict(question, rule);
    if (verdict instanceof TaskRule.Verdict.No no) {
      throw new Refused(no.why());
    }
    return ((TaskRule.Verdict.Yes) verdict).facts();
  }

  private TaskRule.Verdict verdict(Question question, TaskRule rule) {
    try {
      return room.get().asHonbu(() -> question.to(rule));
    } catch (ProblemException problem) {
      if (problem.problem().status() < 500) {
        throw new Refused(problem.words());
      }
      throw problem;
    }
  }

  private HumanTask view(TaskEntity task) {
    return TaskView.of(room.get().engine(), task)
        .orElseThrow(() -> new NullValueException("the process of " + task.getId() + " has ended"));
  }

  private String nameOf(String login) {
    return Optional.of(login)
        .flatMap(name -> DirectoryIdentity.find(directory, name))
        .map(DirectoryIdentity::fullName)
        .orElse(login);
  }

  /** One question to a rule. */
  private interface Question {
    TaskRule.Verdict to(TaskRule rule);
  }
}
