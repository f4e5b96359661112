package org.honbu.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Subject;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.Overview;
import org.honbu.workflow.Waiting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HumanTasksTest {
  private static final PersonId AOI = new PersonId("aoi");
  private static final PersonId MISAKI = new PersonId("misaki");

  private EngineRoom room;
  private EngineHumanTasks tasks;
  private HumanTask task;

  @BeforeEach
  void oneTask() {
    room =
        Rooms.ours(
            new Rooms.People().with("aoi", "incident-commander").with("misaki", "responder"));
    tasks = new EngineHumanTasks(room);
    // A task without a diagram is enough here; Honbu itself has none.
    ((ProcessEngineConfigurationImpl) room.engine().getProcessEngineConfiguration())
        .setStandaloneTasksEnabled(true);
    TaskService engine = room.engine().getTaskService();
    Task open = engine.newTask("lead");
    engine.saveTask(open);
    engine.addCandidateGroup("lead", "incident-commander");
    task =
        new HumanTask(
            "lead",
            "Activity_LeadTheIncident",
            "指揮する / Lead the incident",
            "WarRoom",
            Subject.parse("INC-2026-0001"),
            Optional.empty(),
            Set.of("incident-commander"),
            Set.of(),
            Instant.EPOCH,
            Optional.empty(),
            Facts.none());
  }

  @AfterEach
  void close() {
    room.close();
  }

  private TaskEntity stored() {
    return (TaskEntity) room.engine().getTaskService().createTaskQuery().singleResult();
  }

  @Test
  void aTaskThatGetsAnotherHolderIsWrittenOnce() {
    tasks.assign(task, MISAKI);
    int before = stored().getRevision();

    tasks.assign(task, AOI);

    assertThat(stored().getAssignee()).isEqualTo("aoi");
    assertThat(stored().getRevision()).isEqualTo(before + 1);
  }

  @Test
  void severalChangesTogetherAreWrittenOnce() {
    tasks.assign(task, MISAKI);
    int before = stored().getRevision();

    tasks.together(
        () -> {
          tasks.assign(task, AOI);
          tasks.release(task);
          tasks.assign(task, AOI);
          return true;
        });

    assertThat(stored().getAssignee()).isEqualTo("aoi");
    assertThat(stored().getRevision()).isEqualTo(before + 1);
  }

  /** What a step knows, what hides it farther in, and what only the task knows. */
  @Test
  void allTasksOfASubjectAreSeenAsEachIsAlone() {
    deployTwoSteps();
    tasks.together(
        () ->
            room.engine()
                .getRuntimeService()
                .startProcessInstanceByKey(
                    "Nested", "INC-2026-0001", Map.of("level", 1, "kind", "REAL")));
    TaskEntity inner = one("Activity_Inner");
    room.engine().getRuntimeService().setVariableLocal(inner.getExecutionId(), "level", 2);
    room.engine().getTaskService().setVariableLocal(inner.getId(), "said", "once");

    List<HumanTask> all = tasks.open(task.subject());

    assertThat(all)
        .extracting(HumanTask::step)
        .containsExactlyInAnyOrder("Activity_Inner", "Activity_Outer");
    assertThat(all).allSatisfy(seen -> assertThat(tasks.find(seen.id())).contains(seen));
    assertThat(tasks.open(task.subject(), "Activity_Inner").orElseThrow().facts())
        .isEqualTo(Facts.of("kind", "REAL").and("level", 2).and("said", "once"));
    assertThat(all)
        .filteredOn(seen -> seen.step().equals("Activity_Inner"))
        .first()
        .extracting(HumanTask::facts)
        .isEqualTo(Facts.of("kind", "REAL").and("level", 2).and("said", "once"));
  }

  /** A list of many sees of each what its own page sees. */
  @Test
  void manySubjectsAreSeenAsEachIsAlone() {
    deployTwoSteps();
    List<Subject> subjects =
        List.of(Subject.parse("INC-2026-0001"), Subject.parse("INC-2026-0002"));
    subjects.forEach(
        subject ->
            tasks.together(
                () ->
                    room.engine()
                        .getRuntimeService()
                        .startProcessInstanceByKey(
                            "Nested", subject.value(), Map.of("level", 1, "kind", "REAL"))));
    String mine = tasks.open(subjects.get(1), "Activity_Inner").orElseThrow().id();
    room.engine().getTaskService().addCandidateGroup(mine, "responder");
    room.engine().getTaskService().addCandidateUser(mine, "aoi");
    room.engine().getTaskService().setAssignee(mine, "misaki");
    Subject unknown = Subject.parse("INC-2026-0003");

    Map<Subject, Overview.View> all =
        room.overview().of(List.of(subjects.get(0), subjects.get(1), unknown));

    assertThat(all).containsOnlyKeys(subjects);
    for (Subject subject : subjects) {
      assertThat(all.getOrDefault(subject, Overview.View.NOTHING).tasks())
          .usingRecursiveFieldByFieldElementComparatorOnFields(
              "step", "name", "process", "assignee", "groups", "people", "since")
          .isEqualTo(List.<Waiting>copyOf(tasks.open(subject)));
    }
    assertThat(all.getOrDefault(subjects.get(1), Overview.View.NOTHING).tasks())
        .filteredOn(seen -> seen.assignee().isPresent())
        .singleElement()
        .satisfies(
            seen -> {
              assertThat(seen.groups()).containsExactly("responder");
              assertThat(seen.people()).containsExactly(AOI);
            });
    assertThat(room.overview().of(List.of())).isEmpty();
  }

  private TaskEntity one(String step) {
    return (TaskEntity)
        room.engine().getTaskService().createTaskQuery().taskDefinitionKey(step).singleResult();
  }

  private void deployTwoSteps() {
    room.asHonbu(
        () ->
            room.engine()
                .getRepositoryService()
                .createDeployment()
                .addModelInstance(
                    "Nested.bpmn",
                    Bpmn.createExecutableProcess("Nested")
                        .camundaHistoryTimeToLiveString("P1D")
                        .startEvent()
                        .parallelGateway("Gateway_Both")
                        .userTask("Activity_Outer")
                        .endEvent()
                        .moveToNode("Gateway_Both")
                        .subProcess("Activity_Part")
                        .embeddedSubProcess()
                        .startEvent()
                        .userTask("Activity_Inner")
                        .endEvent()
                        .subProcessDone()
                        .endEvent()
                        .done())
                .deploy());
  }

  /**
   * A step may begin beside it in the same breath, and then it hangs elsewhere before that is
   * written.
   */
  @Test
  void aTaskIsSeenWholeWhileAnotherStepBeginsBesideIt() {
    deployWithAStepBeside();
    tasks.together(
        () ->
            room.engine()
                .getRuntimeService()
                .startProcessInstanceByKey("Beside", "INC-2026-0001", Map.of("kind", "REAL")));

    List<HumanTask> seen =
        tasks.together(
            () -> {
              room.engine().getRuntimeService().correlateMessage("Message_Beside");
              return tasks.open(task.subject());
            });

    assertThat(seen).extracting(HumanTask::step).containsExactly("Activity_Main");
    assertThat(seen.get(0).facts()).isEqualTo(Facts.of("kind", "REAL"));
  }

  private void deployWithAStepBeside() {
    var process =
        Bpmn.createExecutableProcess("Beside")
            .camundaHistoryTimeToLiveString("P1D")
            .startEvent()
            .userTask("Activity_Main")
            .endEvent();
    process
        .moveToActivity("Activity_Main")
        .boundaryEvent("Event_Beside")
        .cancelActivity(false)
        .message("Message_Beside")
        .userTask("Activity_Beside")
        .endEvent();
    room.asHonbu(
        () ->
            room.engine()
                .getRepositoryService()
                .createDeployment()
                .addModelInstance("Beside.bpmn", process.done())
                .deploy());
  }
}
