package org.honbu.testkit.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.honbu.kernel.IncidentId;
import org.honbu.workflow.Facts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A step that keeps failing is tried four more times over twelve minutes, then shown. */
class StalledStepsTest {
  private final IncidentId incident = new IncidentId("INC-2026-0001");
  private final AtomicBoolean broken = new AtomicBoolean(true);
  private final EngineHarness engine =
      EngineHarness.ofTexts(
              Map.of(
                  "Paging.bpmn",
                  """
                  <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="t">
                    <process id="Paging" isExecutable="true" camunda:historyTimeToLive="P1D">
                      <startEvent id="Event_Start"/>
                      <sequenceFlow id="F1" sourceRef="Event_Start" targetRef="Activity_Page"/>
                      <serviceTask id="Activity_Page" camunda:delegateExpression="${page}"/>
                      <sequenceFlow id="F2" sourceRef="Activity_Page" targetRef="Event_End"/>
                      <endEvent id="Event_End"/>
                    </process>
                  </definitions>
                  """))
          .handler(
              "page",
              step -> {
                if (broken.get()) {
                  throw new IllegalStateException("the door is stuck");
                }
                return Facts.none();
              })
          .failuresExpected()
          .start();

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void itIsTriedAgainAfterFiveSecondsThenShownAndGoesOnWhenRetried() {
    engine.processes().start("Paging", incident, Facts.none());
    engine.settle();
    assertThat(engine.calls("page")).hasSize(1);
    engine.time().passes(Duration.ofSeconds(6));
    assertThat(engine.calls("page")).hasSize(2);
    assertThat(engine.stalledSteps().all()).isEmpty();

    engine.time().passes(Duration.ofMinutes(15));

    assertThat(engine.calls("page")).hasSize(5);
    var stalled = engine.stalledSteps().all();
    assertThat(stalled).hasSize(1);
    assertThat(stalled.get(0).subject()).isEqualTo("INC-2026-0001");
    assertThat(stalled.get(0).step()).isEqualTo("Activity_Page");
    assertThat(stalled.get(0).why()).contains("the door is stuck");

    broken.set(false);
    engine.stalledSteps().retry(stalled.get(0).id());
    engine.settle();

    assertThat(engine.stalledSteps().all()).isEmpty();
    assertThat(engine.isOver(incident)).isTrue();
  }
}
