package org.honbu.testkit.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.testkit.process.DutyDiagram.STEP;

import java.io.ByteArrayInputStream;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.variable.Variables;
import org.honbu.kernel.IncidentId;
import org.honbu.workflow.Facts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Who may do what to a task through the engine's own services, which Tasklist's REST API is a thin
 * layer over. Each cell is a task of its own.
 */
class TasklistDoorMatrixTest {
  private static final List<String> PEOPLE =
      List.of("holder", "candidate", "former", "outsider", "nobody");

  private final AtomicInteger number = new AtomicInteger();
  private final EngineHarness engine = EngineHarness.ofTexts(DutyDiagram.files()).start();

  @AfterEach
  void stop() {
    engine.close();
  }

  /** Somebody, and a task that is held (by them, or by another commander). */
  private record Cell(TasklistUser who, String login, String task, String run) {}

  @Test
  void onlyTheHolderActsAndOnlyThoseWithTheRoleSee() {
    var matrix = new StringBuilder();
    acts()
        .forEach(
            (act, call) -> {
              matrix.append(String.format("%-26s", act));
              PEOPLE.forEach(kind -> matrix.append(may(kind, call) ? " yes" : "  no"));
              matrix.append('\n');
            });

    assertThat(matrix.toString())
        .isEqualTo(
            """
            list the task              yes yes  no  no  no
            get the task               yes yes  no  no  no
            read the form              yes yes  no  no  no
            read the variables         yes yes  no  no  no
            read who it is offered to  yes yes  no  no  no
            read the remarks           yes yes  no  no  no
            write a remark             yes yes  no  no  no
            claim                      yes  no  no  no  no
            claim for another           no  no  no  no  no
            unclaim                    yes  no  no  no  no
            set another assignee        no  no  no  no  no
            take it from the holder    yes  no  no  no  no
            set the owner               no  no  no  no  no
            delegate                    no  no  no  no  no
            resolve                     no  no  no  no  no
            complete                   yes  no  no  no  no
            submit the form            yes  no  no  no  no
            submit an unasked fact      no  no  no  no  no
            submit a shown fact         no  no  no  no  no
            submit an object            no  no  no  no  no
            note a field               yes  no  no  no  no
            note a local field         yes  no  no  no  no
            note an unasked fact        no  no  no  no  no
            remove a fact               no  no  no  no  no
            offer it to a person        no  no  no  no  no
            offer it to a group         no  no  no  no  no
            withdraw it from a group    no  no  no  no  no
            change the due date         no  no  no  no  no
            edit the task               no  no  no  no  no
            attach something            no  no  no  no  no
            delete the task             no  no  no  no  no
            throw an error              no  no  no  no  no
            set a process fact          no  no  no  no  no
            stop the process            no  no  no  no  no
            suspend the process         no  no  no  no  no
            jump in the process         no  no  no  no  no
            start a process             no  no  no  no  no
            make a task                 no  no  no  no  no
            make a filter               no  no  no  no  no
            deploy                      no  no  no  no  no
            grant                       no  no  no  no  no
            make a user                 no  no  no  no  no
            run jobs                    no  no  no  no  no
            read the engine's metrics   no  no  no  no  no
            """);
  }

  @Test
  void anUnclaimedTaskIsClaimedByThoseItIsOfferedToNow() {
    engine.processes().start("Duty", next(), Facts.none());

    assertThat(engine.tasklist("noel").claim(STEP).done()).isFalse();
    assertThat(engine.tasklist("yumi").claim(STEP).done()).isFalse();
    engine.people().take("grace", "incident-commander");
    assertThat(engine.tasklist("grace").claim(STEP).done()).isFalse();
    assertThat(engine.tasklist("aoi").claim(STEP).done()).isTrue();
    var second = engine.tasklist("sakura").claim(STEP);
    assertThat(second.done()).isFalse();
    assertThat(second.sentence()).contains("中村 葵 さんがすでに引き受けています");
  }

  private boolean may(String kind, Consumer<Cell> call) {
    IncidentId incident = next();
    engine.processes().start("Duty", incident, Facts.of("kind", "REAL").and("secret", "s"));
    var task = engine.humanTasks().open(incident, STEP).orElseThrow();
    String login =
        switch (kind) {
          case "holder" -> "aoi";
          case "candidate" -> "sakura";
          case "former" -> "grace";
          case "outsider" -> "yumi";
          default -> "noel";
        };
    String holder = kind.equals("former") ? "grace" : "aoi";
    engine.people().give("grace", "incident-commander");
    var claimed = engine.tasklist(holder).act(() -> tasks().claim(task.id(), holder));
    assertThat(claimed.done()).isTrue();
    engine.people().take("grace", "incident-commander");
    String run =
        engine
            .engine()
            .getTaskService()
            .createTaskQuery()
            .taskId(task.id())
            .singleResult()
            .getProcessInstanceId();
    var user = engine.tasklist(login);
    return user.act(() -> call.accept(new Cell(user, login, task.id(), run))).done();
  }

  private IncidentId next() {
    return new IncidentId(String.format("INC-2026-%04d", number.incrementAndGet()));
  }

  private TaskService tasks() {
    return engine.engine().getTaskService();
  }

  private Map<String, Consumer<Cell>> acts() {
    ProcessEngine it = engine.engine();
    var acts = new LinkedHashMap<String, Consumer<Cell>>();
    acts.put("list the task", c -> seen(tasks().createTaskQuery().taskId(c.task).count() == 1));
    acts.put(
        "get the task", c -> seen(tasks().createTaskQuery().taskId(c.task).singleResult() != null));
    acts.put("read the form", c -> it.getFormService().getTaskFormData(c.task));
    acts.put("read the variables", c -> tasks().getVariables(c.task));
    acts.put("read who it is offered to", c -> tasks().getIdentityLinksForTask(c.task));
    acts.put("read the remarks", c -> tasks().getTaskComments(c.task));
    acts.put("write a remark", c -> tasks().createComment(c.task, null, "x"));
    acts.put("claim", c -> tasks().claim(c.task, c.login));
    acts.put("claim for another", c -> tasks().claim(c.task, "sho"));
    acts.put("unclaim", c -> tasks().setAssignee(c.task, null));
    acts.put("set another assignee", c -> tasks().setAssignee(c.task, "sho"));
    acts.put("take it from the holder", c -> tasks().setAssignee(c.task, c.login));
    acts.put("set the owner", c -> tasks().setOwner(c.task, c.login));
    acts.put("delegate", c -> tasks().delegateTask(c.task, c.login));
    acts.put("resolve", c -> tasks().resolveTask(c.task));
    acts.put("complete", c -> tasks().complete(c.task));
    acts.put(
        "submit the form",
        c -> it.getFormService().submitTaskForm(c.task, Map.of("note", "n", "kind", "REAL")));
    acts.put("submit an unasked fact", c -> tasks().complete(c.task, Map.of("severity", 5)));
    acts.put(
        "submit a shown fact",
        c -> it.getFormService().submitTaskForm(c.task, Map.of("kind", "DRILL")));
    acts.put(
        "submit an object",
        c ->
            tasks()
                .complete(
                    c.task,
                    Variables.createVariables()
                        .putValueTyped(
                            "note",
                            Variables.serializedObjectValue("{}")
                                .objectTypeName("java.util.Map")
                                .serializationDataFormat("application/json")
                                .create())));
    acts.put("note a field", c -> tasks().setVariable(c.task, "note", "n"));
    acts.put("note a local field", c -> tasks().setVariableLocal(c.task, "note", "n"));
    acts.put("note an unasked fact", c -> tasks().setVariable(c.task, "secret", "n"));
    acts.put("remove a fact", c -> tasks().removeVariable(c.task, "kind"));
    acts.put("offer it to a person", c -> tasks().addCandidateUser(c.task, c.login));
    acts.put("offer it to a group", c -> tasks().addCandidateGroup(c.task, "employee"));
    acts.put(
        "withdraw it from a group",
        c -> tasks().deleteCandidateGroup(c.task, "incident-commander"));
    acts.put(
        "change the due date", c -> tasks().setDueDate(c.task, Date.from(java.time.Instant.EPOCH)));
    acts.put(
        "edit the task",
        c -> {
          var task = tasks().newTask(c.task);
          tasks().saveTask(task);
        });
    acts.put(
        "attach something",
        c ->
            tasks()
                .createAttachment(
                    "t", c.task, c.run, "n", "d", new ByteArrayInputStream(new byte[0])));
    acts.put("delete the task", c -> tasks().deleteTask(c.task));
    acts.put("throw an error", c -> tasks().handleBpmnError(c.task, "e"));
    acts.put("set a process fact", c -> it.getRuntimeService().setVariable(c.run, "kind", "DRILL"));
    acts.put("stop the process", c -> it.getRuntimeService().deleteProcessInstance(c.run, "x"));
    acts.put("suspend the process", c -> it.getRuntimeService().suspendProcessInstanceById(c.run));
    acts.put(
        "jump in the process",
        c ->
            it.getRuntimeService()
                .createProcessInstanceModification(c.run)
                .startBeforeActivity("Event_End")
                .execute());
    acts.put("start a process", c -> it.getRuntimeService().startProcessInstanceByKey("Duty"));
    acts.put("make a task", c -> tasks().saveTask(tasks().newTask()));
    acts.put(
        "make a filter",
        c -> it.getFilterService().saveFilter(it.getFilterService().newTaskFilter("f")));
    acts.put(
        "deploy",
        c -> it.getRepositoryService().createDeployment().addString("x.txt", "x").deploy());
    acts.put(
        "grant",
        c -> {
          var grant =
              it.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
          grant.setUserId(c.login);
          it.getAuthorizationService().saveAuthorization(grant);
        });
    acts.put(
        "make a user", c -> it.getIdentityService().saveUser(it.getIdentityService().newUser("x")));
    acts.put("run jobs", c -> it.getManagementService().setJobRetries("x", 1));
    acts.put("read the engine's metrics", c -> it.getManagementService().getTableCount());
    return acts;
  }

  private static void seen(boolean there) {
    if (!there) {
      throw new org.camunda.bpm.engine.AuthorizationException("not there");
    }
  }
}
