package org.honbu.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Subject;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
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
}
