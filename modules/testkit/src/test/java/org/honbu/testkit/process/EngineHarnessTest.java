package org.honbu.testkit.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
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
}
