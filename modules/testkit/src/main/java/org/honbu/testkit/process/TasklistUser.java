package org.honbu.testkit.process;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.honbu.kernel.PersonId;
import org.honbu.workflow.Directory;
import org.honbu.workflow.Facts;
import org.jspecify.annotations.Nullable;

/** One person at Camunda's Tasklist: the same services as its REST API, signed in as them. */
public final class TasklistUser {
  private final ProcessEngine engine;
  private final Directory directory;
  private final String login;

  TasklistUser(ProcessEngine engine, Directory directory, String login) {
    this.engine = engine;
    this.directory = directory;
    this.login = login;
  }

  /**
   * How an act went.
   *
   * @param sentence why not, as Tasklist shows it; empty when done
   */
  public record Answer(boolean done, String sentence) {}

  /** Step ids of the tasks this person sees. */
  public List<String> sees() {
    return signedIn(
        () ->
            engine.getTaskService().createTaskQuery().list().stream()
                .map(Task::getTaskDefinitionKey)
                .toList());
  }

  public Answer claim(String step) {
    return act(() -> engine.getTaskService().claim(id(step), login));
  }

  public Answer unclaim(String step) {
    return act(() -> engine.getTaskService().setAssignee(id(step), null));
  }

  /** Hands the claim to somebody else, which nobody may do here. */
  public Answer setAssignee(String step, @Nullable String other) {
    return act(() -> engine.getTaskService().setAssignee(id(step), other));
  }

  public Answer complete(String step) {
    return complete(step, Facts.none());
  }

  /** Submits the form. */
  public Answer complete(String step, Facts answers) {
    return act(() -> engine.getFormService().submitTaskForm(id(step), answers.asMap()));
  }

  /** Any other call on the engine as this person. */
  public Answer act(Runnable call) {
    return signedIn(
        () -> {
          try {
            call.run();
            return new Answer(true, "");
          } catch (AuthorizationException | BadUserRequestException refused) {
            return new Answer(false, String.valueOf(refused.getMessage()));
          }
        });
  }

  /** Runs a question as this person. */
  public <T> T signedIn(Supplier<T> question) {
    List<String> groups =
        directory
            .find(new PersonId(login))
            .map(entry -> new ArrayList<>(entry.groups()))
            .orElseGet(ArrayList::new);
    engine.getIdentityService().setAuthentication(login, groups);
    try {
      return question.get();
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
  }

  /** The id of the oldest open task at a step; seen by the test, not by the person. */
  public String id(String step) {
    var person = engine.getIdentityService().getCurrentAuthentication();
    engine.getIdentityService().clearAuthentication();
    try {
      return engine
          .getTaskService()
          .createTaskQuery()
          .taskDefinitionKey(step)
          .orderByTaskCreateTime()
          .asc()
          .list()
          .stream()
          .findFirst()
          .orElseThrow(() -> new AssertionError("no task waits at " + step))
          .getId();
    } finally {
      if (person != null) {
        engine.getIdentityService().setAuthentication(person.getUserId(), person.getGroupIds());
      }
    }
  }
}
