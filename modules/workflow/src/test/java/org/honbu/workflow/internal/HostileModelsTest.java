package org.honbu.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.honbu.workflow.contract.DiagramContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** RELIABILITY 6, experiment 25: refused at deploy; and, should that ever fail, stopped anyway. */
class HostileModelsTest {
  private static EngineRoom ours;
  private static ProcessEngine withoutLint;

  @BeforeAll
  static void open() {
    withoutLint = Rooms.withoutLint();
    ours = Rooms.ours(new Rooms.People());
  }

  @AfterAll
  static void close() {
    withoutLint.close();
    ours.close();
  }

  @BeforeEach
  void forget() {
    System.clearProperty(HostileModels.PROOF);
  }

  static Stream<Arguments> hostile() {
    return HostileModels.all().entrySet().stream()
        .map(model -> Arguments.of(model.getKey(), model.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void isRefusedAtDeployWithASentenceInBothLanguages(String what, Map<String, String> files) {
    assertThatThrownBy(() -> ours.deploy(new Release(files)))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessageContaining(" / ");
    assertThat(ours.engine().getRepositoryService().createDeploymentQuery().count()).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void runsNothingEvenWithoutTheLint(String what, Map<String, String> files) {
    attack(withoutLint, files);

    assertThat(System.getProperty(HostileModels.PROOF)).as(what).isNull();
  }

  @Test
  void theCorpusIsLargeAndTheSameModelsWorkAsAttacksOnTheStockEngine() {
    ProcessEngine stock = Rooms.stock();
    Set<String> succeeded = new TreeSet<>();
    try {
      HostileModels.all()
          .forEach(
              (what, files) -> {
                System.clearProperty(HostileModels.PROOF);
                attack(stock, files);
                if (System.getProperty(HostileModels.PROOF) != null) {
                  succeeded.add(what);
                }
              });
    } finally {
      stock.close();
      System.clearProperty(HostileModels.PROOF);
    }

    assertThat(HostileModels.all()).hasSizeGreaterThanOrEqualTo(60);
    assertThat(succeeded)
        .hasSizeGreaterThanOrEqualTo(20)
        .contains(
            "service task naming a class",
            "service task with an expression",
            "service task with an attack as handler",
            "execution listener with an expression",
            "task listener naming a class",
            "input parameter with an expression",
            "arrow with an attack",
            "assignee by attack",
            "call by expression",
            "timer by attack");
  }

  @Test
  void everyDiagramTableAndFormOfOursIsAccepted() throws IOException {
    Release release = Release.fromClassPath();

    assertThat(release.files()).hasSizeGreaterThan(20);
    assertThat(DiagramContract.check(release.files())).isEmpty();
  }

  private static void attack(ProcessEngine engine, Map<String, String> files) {
    try {
      var deployment = engine.getRepositoryService().createDeployment();
      files.forEach(deployment::addString);
      String id = deployment.deploy().getId();
      try {
        run(engine, files);
      } finally {
        engine.getRepositoryService().deleteDeployment(id, true);
      }
    } catch (RuntimeException stopped) {
      // by whichever wall; the proof decides
    }
  }

  private static void run(ProcessEngine engine, Map<String, String> files) {
    if (files.containsKey("D.dmn")) {
      engine.getDecisionService().evaluateDecisionByKey("D").evaluate();
      return;
    }
    engine.getRuntimeService().startProcessInstanceByKey("P");
    for (Job job : engine.getManagementService().createJobQuery().list()) {
      engine.getManagementService().executeJob(job.getId());
    }
    var task = engine.getTaskService().createTaskQuery().singleResult();
    if (task != null) {
      engine.getFormService().getTaskFormData(task.getId());
      engine.getFormService().submitTaskForm(task.getId(), Map.of());
    }
  }
}
