/**
 * Processes walked in memory: the engine furnished and hardened exactly as on the server, a clock
 * that moves when told, people with names, and a record of every element that was walked.
 *
 * <pre>{@code
 * class OnCallPageProcessTest {
 *   @RegisterExtension static final Walked walked = Walked.everyElementOf("OnCallPage");
 *   private final IncidentId incident = new IncidentId("INC-2026-0001");
 *   private final EngineHarness engine =
 *       EngineHarness.of("OnCallPage.bpmn")              // or all() for the whole release
 *           .handler("findLevel", step -> Facts.of("levelFound", true))
 *           .watchedBy(walked)
 *           .start();
 *
 *   @AfterEach void stop() { engine.close(); }
 *
 *   @Test void pagesTheNextLevelWhenNobodyAnswersInFiveMinutes() {
 *     engine.processes().start("OnCallPage", incident, Facts.of("severity", 1));
 *     engine.time().passes(Duration.ofMinutes(4).plusSeconds(59));
 *     assertThat(engine.calls("page")).hasSize(1);
 *
 *     engine.time().passes(Duration.ofSeconds(2));
 *
 *     assertThat(engine.calls("page")).hasSize(2);
 *     assertThat(engine.waitsAt(incident)).containsExactly("Activity_AnswerThePage");
 *   }
 * }
 * }</pre>
 *
 * <p>An engine is lent: built once, and made as new after each test, which has its own clock,
 * people and steps; a class need do nothing for it but close what it started.
 *
 * <p>{@code engine.tasklist("aoi").claim("Activity_LeadTheIncident")} goes through the same door as
 * Camunda's Tasklist; {@code engine.humanTasks()} is the façades' side. A handler of {@code
 * bpmn/handlers.csv} that a test does not speak of does nothing and is recorded.
 */
@NullMarked
package org.honbu.testkit.process;

import org.jspecify.annotations.NullMarked;
