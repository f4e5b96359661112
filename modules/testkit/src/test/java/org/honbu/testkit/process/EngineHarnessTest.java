package org.honbu.testkit.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.honbu.kernel.IncidentId;
import org.honbu.workflow.BusinessError;
import org.honbu.workflow.Facts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A small page-and-answer process walked in memory, with its sub-process of the same incident. */
class EngineHarnessTest {
  @RegisterExtension static final Walked walked = Walked.everyElementOf("Outer", "Inner");

  private static final String HEAD =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
        xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="t">
      """;
  private static final String OUTER =
      HEAD
          + """
            <process id="Outer" isExecutable="true" camunda:historyTimeToLive="P1D">
              <startEvent id="Event_Start"/>
              <sequenceFlow id="F1" sourceRef="Event_Start" targetRef="Activity_Call"/>
              <callActivity id="Activity_Call" name="Page somebody" calledElement="Inner">
                <extensionElements>
                  <camunda:in source="severity" target="severity"/><camunda:in source="nobody" target="nobody"/>
                </extensionElements>
              </callActivity>
              <sequenceFlow id="F2" sourceRef="Activity_Call" targetRef="Event_End"/>
              <endEvent id="Event_End"/>
            </process>
          </definitions>
          """;
  private static final String INNER =
      HEAD
          + """
            <message id="M" name="Message_Acknowledged"/>
            <error id="Error_Nobody" errorCode="Error_NobodyOnCall"/>
            <process id="Inner" isExecutable="true" camunda:historyTimeToLive="P1D">
              <startEvent id="Event_Start"/>
              <sequenceFlow id="F1" sourceRef="Event_Start" targetRef="Activity_Page"/>
              <serviceTask id="Activity_Page" name="Page" camunda:delegateExpression="${page}"/>
              <boundaryEvent id="Event_Nobody" attachedToRef="Activity_Page">
                <errorEventDefinition errorRef="Error_Nobody"/>
              </boundaryEvent>
              <sequenceFlow id="F5" sourceRef="Event_Nobody" targetRef="Event_Exhausted"/>
              <endEvent id="Event_Exhausted"/>
              <sequenceFlow id="F2" sourceRef="Activity_Page" targetRef="Activity_Wait"/>
              <receiveTask id="Activity_Wait" name="Wait for the answer" messageRef="M"/>
              <sequenceFlow id="F3" sourceRef="Activity_Wait" targetRef="Event_Answered"/>
              <endEvent id="Event_Answered"/>
              <boundaryEvent id="Event_Late" attachedToRef="Activity_Wait">
                <timerEventDefinition><timeDuration xsi:type="tFormalExpression">${answerWithin}</timeDuration></timerEventDefinition>
              </boundaryEvent>
              <sequenceFlow id="F4" sourceRef="Event_Late" targetRef="Activity_Page"/>
            </process>
          </definitions>
          """;

  private final IncidentId incident = new IncidentId("INC-2026-0001");
  private final EngineHarness engine =
      EngineHarness.ofTexts(Map.of("Outer.bpmn", OUTER, "Inner.bpmn", INNER))
          .handler(
              "page",
              step -> {
                if (step.facts().yes("nobody")) {
                  throw new BusinessError("Error_NobodyOnCall", "nobody");
                }
                return Facts.of("answerWithin", Duration.ofMinutes(5));
              })
          .watchedBy(walked)
          .start();

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void pagesAgainWhenNobodyAnswersInTime() {
    engine.processes().start("Outer", incident, Facts.of("severity", 1));
    engine.time().passes(Duration.ofMinutes(4).plusSeconds(59));
    assertThat(engine.calls("page")).hasSize(1);
    assertThat(engine.waitsAt(incident)).containsExactly("Activity_Wait");

    engine.time().passes(Duration.ofSeconds(2));

    assertThat(engine.calls("page")).hasSize(2);
    assertThat(engine.calls("page").get(1).subject()).isEqualTo("INC-2026-0001");
    assertThat(engine.calls("page").get(1).facts().number("severity")).isEqualTo(1);
  }

  @Test
  void anAnswerEndsIt() {
    engine.processes().start("Outer", incident, Facts.none());
    engine.settle();

    boolean heard =
        engine.processes().tell("Message_Acknowledged", incident, Facts.of("answeredBy", "misaki"));

    assertThat(heard).isTrue();
    assertThat(engine.isOver(incident)).isTrue();
    assertThat(engine.processes().tell("Message_Acknowledged", incident, Facts.none())).isFalse();
  }

  @Test
  void aBusinessErrorLeavesByTheEdge() {
    engine.processes().start("Outer", incident, Facts.of("nobody", true));

    engine.settle();

    assertThat(engine.processes().progress(incident).get(1).passed()).contains("Event_Exhausted");
  }

  @Test
  void aSecondStartForTheSameIncidentDoesNothing() {
    assertThat(engine.processes().start("Outer", incident, Facts.none())).isTrue();
    assertThat(engine.processes().start("Outer", incident, Facts.none())).isFalse();
  }

  @Test
  void aStepThatFailsWithoutBeingExpectedToFailsTheTest() {
    try (var other =
        EngineHarness.ofTexts(Map.of("Outer.bpmn", OUTER, "Inner.bpmn", INNER))
            .handler(
                "page",
                step -> {
                  throw new IllegalStateException("broken");
                })
            .start()) {
      other.processes().start("Outer", incident, Facts.none());

      assertThatThrownBy(other::settle).isInstanceOf(AssertionError.class);
    }
  }

  @Test
  void whatWasNotWalkedIsNamed() {
    var lazy = Walked.everyElementOf("Inner");
    try (var other =
        EngineHarness.ofTexts(Map.of("Outer.bpmn", OUTER, "Inner.bpmn", INNER))
            .handler("page", step -> Facts.of("answerWithin", Duration.ofMinutes(5)))
            .watchedBy(lazy)
            .start()) {
      other.processes().start("Outer", incident, Facts.none());
      other.settle();

      assertThat(lazy.missing()).contains(" (Inner, Event_Exhausted)", "→  (Inner, F3)");
      assertThat(lazy.missing()).noneMatch(missing -> missing.startsWith("Page "));
    }
  }

  /** What no diagram of the release does and no test should see of another. */
  @Test
  void theNextTestFindsAnEngineAsNewWithItsOwnClockPeopleAndSteps() {
    ProcessEngine lent;
    Map<String, Long> rows;
    Instant began;
    try (var first = waiting("first")) {
      lent = first.engine();
      rows = lent.getManagementService().getTableCount();
      began = first.time().instant();
      first.people().give("emma", "announcer");
      first.processes().start("Outer", incident, Facts.of("severity", 1));
      first.time().passes(Duration.ofMinutes(7));
      lent.getFilterService()
          .deleteFilter(lent.getFilterService().createFilterQuery().list().get(0).getId());
      lent.getIdentityService().setAuthenticatedUserId("emma");
    }

    try (var second = waiting("second")) {
      assertThat(second.engine()).as("the same engine").isSameAs(lent);
      assertThat(lent.getManagementService().getTableCount()).isEqualTo(rows);
      assertThat(lent.getIdentityService().getCurrentAuthentication()).isNull();
      assertThat(second.time().instant()).isEqualTo(began);
      assertThat(ClockUtil.now().toInstant()).as("timers").isEqualTo(began);
      assertThat(second.calls("page")).isEmpty();
      assertThat(second.processes().progress(incident)).isEmpty();
      assertThat(second.tasklist("emma").signedIn(() -> groupsOf(lent, "emma")))
          .containsExactly("employee");
      second.time().passes(Duration.ofDays(1));
      assertThat(second.calls("page")).as("a timer of the test before").isEmpty();

      second.processes().start("Outer", incident, Facts.none());
      second.settle();
      assertThat(second.processes().progress(incident)).hasSize(2);
      assertThat(lent.getRuntimeService().createVariableInstanceQuery().list())
          .extracting(VariableInstance::getValue)
          .contains("second")
          .doesNotContain("first");
    }
  }

  private static List<String> groupsOf(ProcessEngine engine, String login) {
    return engine.getIdentityService().createGroupQuery().groupMember(login).list().stream()
        .map(Group::getId)
        .toList();
  }

  @Test
  void whoIsStillAtWorkIsNotDisturbed() {
    try (var one = waiting("one");
        var other = waiting("other")) {
      assertThat(one.engine()).isNotSameAs(other.engine());
      one.processes().start("Outer", incident, Facts.none());
      one.settle();

      assertThat(other.isOver(incident)).isTrue();
    }
  }

  @Test
  void whatWasGivenBackIsNotTouchedAgain() {
    var gone = waiting("gone");
    gone.close();

    assertThatThrownBy(gone::engine).isInstanceOf(IllegalStateException.class);
    gone.close();
    try (var one = waiting("one");
        var other = waiting("other")) {
      assertThat(one.engine()).as("closing twice lends nothing twice").isNotSameAs(other.engine());
    }
  }

  @Test
  void aLentEngineTellsTheNextClassWhatThereIsToWalk() {
    waiting("first").close();
    var next = Walked.everyElementOf("Inner");
    try (var second = builder("second").watchedBy(next).start()) {
      assertThat(next.missing()).contains("Page (Inner, Activity_Page)");

      second.processes().start("Outer", incident, Facts.none());
      second.settle();
      assertThat(next.walked()).contains("Inner#Activity_Page").doesNotContain("Inner#Event_Late");
    }

    int soFar = next.walked().size();
    try (var third = waiting("third")) {
      third.processes().start("Outer", incident, Facts.none());
      third.time().passes(Duration.ofMinutes(6));
    }
    assertThat(next.walked()).as("what others walk does not count").hasSize(soFar);
  }

  private static EngineHarness waiting(String says) {
    return builder(says).start();
  }

  private static EngineHarness.Builder builder(String says) {
    return EngineHarness.ofTexts(Map.of("Outer.bpmn", OUTER, "Inner.bpmn", INNER))
        .handler("page", step -> Facts.of("answerWithin", Duration.ofMinutes(5)).and("said", says));
  }
}
