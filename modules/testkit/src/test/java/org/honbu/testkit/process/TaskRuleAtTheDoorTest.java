package org.honbu.testkit.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.honbu.testkit.process.DutyDiagram.STEP;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Subject;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.TaskRule;
import org.honbu.workflow.TaskWitness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The owning module's word at Tasklist's door, and the façades' side that is not asked again. */
class TaskRuleAtTheDoorTest {
  private final IncidentId incident = new IncidentId("INC-2026-0001");
  private final CommandRule rule = new CommandRule();
  private final List<String> witnessed = new ArrayList<>();
  private final Set<PersonId> outside = new HashSet<>();
  private final EngineHarness engine =
      EngineHarness.ofTexts(DutyDiagram.files())
          .rule(rule)
          .witness((task, person) -> witnessed.add(person + " at " + task.step()))
          .witness(new Curtain())
          .start();

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void aClaimAsksTheRuleOnceAndTellsItWho() {
    engine.processes().start("Duty", incident, Facts.none());

    assertThat(engine.tasklist("aoi").claim(STEP).done()).isTrue();

    assertThat(rule.asked).containsExactly("mayHold aoi", "claimed aoi");
  }

  /** A34: it is offered, and says nothing, to whoever is outside. */
  @Test
  void whatATaskSaysIsKeptFromWhoMayNotReadWhatItIsAbout() {
    engine.processes().start("Duty", incident, Facts.of("kind", "REAL"));
    String task = engine.humanTasks().open(incident, STEP).orElseThrow().id();
    var tasks = engine.engine().getTaskService();
    var forms = engine.engine().getFormService();
    List<Runnable> readings =
        List.of(
            () -> tasks.getVariables(task),
            () -> tasks.getVariablesTyped(task),
            () -> tasks.getVariable(task, "kind"),
            () -> tasks.getVariableTyped(task, "kind"),
            () -> forms.getTaskFormVariables(task),
            () -> forms.getTaskFormVariables(task, List.of("incidentId", "kind"), false));
    outside.add(new PersonId("sakura"));

    for (Runnable reading : readings) {
      var answer = engine.tasklist("sakura").act(reading);
      assertThat(answer.done()).isFalse();
      assertThat(answer.sentence()).contains("非公開");
      assertThat(engine.tasklist("aoi").act(reading).done()).isTrue();
    }
    assertThat(
            engine
                .tasklist("sakura")
                .act(() -> forms.getTaskFormVariables(task, List.of("incidentId"), false))
                .done())
        .as("which one they may claim")
        .isTrue();
    assertThat(
            engine
                .tasklist("sakura")
                .act(() -> assertThat(tasks.createTaskQuery().taskId(task).count()).isOne())
                .done())
        .isTrue();
  }

  @Test
  void aRefusedClaimChangesNothingAndSaysWhy() {
    engine.processes().start("Duty", incident, Facts.none());
    rule.refused = "claimed";

    var answer = engine.tasklist("aoi").claim(STEP);

    assertThat(answer.done()).isFalse();
    assertThat(answer.sentence()).contains("いまは無理です / not now");
    assertThat(engine.humanTasks().open(incident, STEP).orElseThrow().assignee()).isEmpty();
  }

  @Test
  void aDutyThatIsHandedOverIsNotDropped() {
    engine.processes().start("Duty", incident, Facts.none());
    engine.tasklist("aoi").claim(STEP);
    rule.refused = "released";

    assertThat(engine.tasklist("aoi").unclaim(STEP).done()).isFalse();
    assertThat(engine.humanTasks().open(incident, STEP).orElseThrow().assignee())
        .contains(new PersonId("aoi"));
  }

  @Test
  void aFormIsToldWithItsFieldsAndARefusalKeepsTheTaskAndItsFacts() {
    engine.processes().start("Duty", incident, Facts.none());
    engine.tasklist("aoi").claim(STEP);
    rule.refused = "completed";

    assertThat(engine.tasklist("aoi").complete(STEP, Facts.of("note", "n")).done()).isFalse();
    assertThat(engine.humanTasks().open(incident, STEP).orElseThrow().facts().find("note"))
        .isEmpty();

    rule.refused = "";
    assertThat(engine.tasklist("aoi").complete(STEP, Facts.of("note", "n")).done()).isTrue();
    assertThat(rule.asked).endsWith("mayHold aoi", "completed aoi {note=n}");
    assertThat(engine.isOver(incident)).isTrue();
  }

  @Test
  void mayHoldIsAskedEachTime() {
    engine.processes().start("Duty", incident, Facts.none());
    engine.tasklist("aoi").claim(STEP);
    rule.refused = "mayHold";

    assertThat(engine.tasklist("aoi").complete(STEP).done()).isFalse();
    assertThat(engine.tasklist("aoi").unclaim(STEP).done()).isFalse();
  }

  /** Its act may be tried again: then it finds the task gone, and says so in a sentence. */
  @Test
  void aFacadeThatComesAfterTheTasksEndHasLostARace() {
    engine.processes().start("Duty", incident, Facts.none());
    HumanTask task = engine.humanTasks().open(incident, STEP).orElseThrow();
    engine.humanTasks().complete(task, Facts.none());

    assertThat(engine.humanTasks().find(task.id())).isEmpty();
    assertThat(engine.humanTasks().open(incident)).isEmpty();
    assertThatThrownBy(() -> engine.humanTasks().assign(task, new PersonId("aoi")))
        .isInstanceOf(OptimisticLockingException.class);
    assertThatThrownBy(() -> engine.humanTasks().release(task))
        .isInstanceOf(OptimisticLockingException.class);
    assertThatThrownBy(() -> engine.humanTasks().complete(task, Facts.none()))
        .isInstanceOf(OptimisticLockingException.class);
  }

  @Test
  void everyActAtTasklistIsWitnessedAndNothingElseIs() {
    engine.processes().start("Duty", incident, Facts.none());
    HumanTask task = engine.humanTasks().open(incident, STEP).orElseThrow();
    engine.humanTasks().assign(task, new PersonId("misaki"));
    engine.humanTasks().release(task);
    rule.refused = "claimed";
    engine.tasklist("aoi").claim(STEP);
    assertThat(witnessed).as("façades and refused acts").isEmpty();

    rule.refused = "";
    engine.tasklist("aoi").claim(STEP);
    assertThat(witnessed).containsExactly("aoi at " + STEP);
    engine.tasklist("aoi").complete(STEP);

    assertThat(witnessed).containsExactly("aoi at " + STEP, "aoi at " + STEP);
  }

  @Test
  void aFacadeAppointsSomebodyWithoutTheRoleAndNoRuleIsAsked() {
    engine.processes().start("Duty", incident, Facts.none());
    HumanTask task = engine.humanTasks().open(incident, STEP).orElseThrow();

    engine.humanTasks().assign(task, new PersonId("misaki"));

    assertThat(rule.asked).isEmpty();
    assertThat(engine.tasklist("misaki").sees()).containsExactly(STEP);
    assertThat(engine.tasklist("yumi").sees()).isEmpty();

    engine.humanTasks().assign(task, new PersonId("aoi"));

    assertThat(engine.tasklist("misaki").sees()).isEmpty();
    assertThat(engine.tasklist("misaki").complete(STEP).done()).isFalse();
    assertThat(engine.tasklist("aoi").complete(STEP).done()).isTrue();
  }

  @Test
  void aFacadeCompletesWithoutAskingTheRule() {
    engine.processes().start("Duty", incident, Facts.none());

    engine
        .humanTasks()
        .complete(engine.humanTasks().open(incident, STEP).orElseThrow(), Facts.none());

    assertThat(engine.isOver(incident)).isTrue();
    assertThat(rule.asked).isEmpty();
  }

  /** Says yes, except at the question named. */
  private static final class CommandRule implements TaskRule {
    private final List<String> asked = new ArrayList<>();
    private String refused = "";

    @Override
    public Set<String> steps() {
      return Set.of(STEP);
    }

    @Override
    public Verdict mayHold(HumanTask task, PersonId person) {
      return answer("mayHold", person, "");
    }

    @Override
    public Verdict claimed(HumanTask task, PersonId person) {
      return answer("claimed", person, "");
    }

    @Override
    public Verdict released(HumanTask task, PersonId person) {
      return answer("released", person, "");
    }

    @Override
    public Verdict completed(HumanTask task, PersonId person, Facts answers) {
      return answer("completed", person, " " + answers);
    }

    private Verdict answer(String question, PersonId person, String more) {
      asked.add(question + " " + person + more);
      return refused.equals(question) ? Verdict.no("いまは無理です", "not now") : Verdict.yes();
    }
  }

  private final class Curtain implements TaskWitness {
    @Override
    public void acted(HumanTask task, PersonId person) {}

    @Override
    public boolean mayRead(Subject about, PersonId person) {
      return !about.equals(incident) || !outside.contains(person);
    }
  }
}
