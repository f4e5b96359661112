package org.honbu.response.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.response.internal.World.INCIDENT;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentDeclared;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.RoomOpened;
import org.honbu.incidents.Source;
import org.honbu.incidents.Triage;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.testkit.process.EngineHarness;
import org.honbu.testkit.process.Walked;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * An incident as it would be told, from its declaration on: the engine with every diagram, the
 * record in memory, and the words in which the stories of the response are written.
 */
abstract class ResponseStories {
  static final PersonId MISAKI = new PersonId("misaki");
  static final PersonId ITSUKI = new PersonId("itsuki");
  static final PersonId AOI = new PersonId("aoi");
  static final PersonId SAKURA = new PersonId("sakura");

  /** The catalogue knows a minor component; a person says it is degraded. */
  static final Impact MINOR =
      new Impact(
          Impact.Users.FEW,
          Impact.Function.MINOR,
          Impact.Condition.DEGRADED,
          Impact.Revenue.NONE,
          Impact.DataSecurity.NONE,
          Impact.Workaround.FULL,
          Impact.Urgency.HIGH);

  static final Impact CRITICAL =
      new Impact(
          Impact.Users.UNKNOWN,
          Impact.Function.CORE,
          Impact.Condition.DEGRADED,
          Impact.Revenue.UNKNOWN,
          Impact.DataSecurity.UNKNOWN,
          Impact.Workaround.UNKNOWN,
          Impact.Urgency.CRITICAL);

  static final Impact ALL_DOWN =
      new Impact(
          Impact.Users.ALL,
          Impact.Function.CORE,
          Impact.Condition.DOWN,
          Impact.Revenue.STOPPED,
          Impact.DataSecurity.NONE,
          Impact.Workaround.NONE,
          Impact.Urgency.CRITICAL);

  EngineHarness engine;
  final Clock clock = Response.clock(() -> engine);
  World world;
  Outside outside;
  boolean somebodyIsOnCall = true;
  boolean saysThatItIsOver = true;
  private final Walked walked;

  /** A class that walks no diagram wholly. */
  ResponseStories() {
    this(Walked.everyElementOf());
  }

  ResponseStories(Walked walked) {
    this.walked = walked;
  }

  @BeforeEach
  void start() {
    world = new World(() -> engine.processes(), () -> engine.humanTasks(), clock);
    outside = new Outside(() -> engine.decisions());
    engine =
        Response.in(EngineHarness.all(), () -> engine, world, outside, clock)
            .watchedBy(walked)
            .handler("pageNextLevel", step -> calling())
            .handler(
                "takeTheAnswer",
                step -> Facts.of("answered", true).and("answeredBy", "misaki").and("outcome", "A"))
            .handler(
                "askNextMember",
                step ->
                    Facts.of("memberFound", false)
                        .and("settled", true)
                        .and("member", "")
                        .and("round", 0))
            .handler("takeApproval", step -> Facts.of("approved", true))
            .handler(
                "publishAnnouncement",
                step ->
                    Facts.of("last", saysThatItIsOver)
                        .and("updateWithin", "PT30M")
                        .and("promiseWithin", "PT30M"))
            .handler("askForWork", step -> Facts.of("awaited", false).and("owner", "misaki"))
            .handler("takeWorkAnswer", step -> Facts.of("accepted", false).and("box", "PT1M"))
            .handler("askWhoIsFree", step -> Facts.of("pickAwaited", false))
            .handler("takePick", step -> Facts.of("oneIsNamed", false))
            .rule(new ReachedByPhone(outside, world))
            .start();
  }

  /** What escalation would answer: the same level again and again, or nobody at all. */
  private Facts calling() {
    return Facts.of("levelFound", somebodyIsOnCall)
        .and("answered", false)
        .and("answerers", "misaki")
        .and("answerWithin", "PT5M");
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  void hearsThatTheRoomIsOpen() {
    var handler = new OpensTheRoomItMissed(new Course(engine.processes(), world), world);
    world.facts.stream()
        .filter(RoomOpened.class::isInstance)
        .map(RoomOpened.class::cast)
        .forEach(handler::on);
    settle();
  }

  ReviewsAnnouncing.Review review() {
    return new ReviewsAnnouncing.Review(new Course(engine.processes(), world), world);
  }

  void declared(Impact impact) {
    world.impact = impact;
    new StartsTheResponse(engine.processes(), new Course(engine.processes(), world), world)
        .on(
            new IncidentDeclared(
                INCIDENT,
                Kind.REAL,
                Source.SYSTEM,
                new TeamId("payments"),
                Optional.of("payment-api"),
                clock.instant()));
    settle();
  }

  /** Misaki answers; the record learns of it as escalation would tell it. */
  void answeredByPage() {
    world.acknowledge(INCIDENT, MISAKI);
    settle();
  }

  void triagedAs(Triage.Answer answer, int teams) {
    world.triaged(answer, teams);
    complete("Activity_Triage", Facts.none());
  }

  void falseAlarmSuspected() {
    declared(MINOR);
    done("Activity_AcknowledgeAlert", IncidentState.TRIAGE);
    triagedAs(Triage.Answer.FALSE_ALARM, 0);
    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_ConfirmFalseAlarm");
  }

  void workingAsTeam() {
    declared(MINOR);
    world.acknowledge(INCIDENT, MISAKI);
    settle();
    triagedAs(Triage.Answer.REAL, 0);
    assertThat(engine.waitsAt(INCIDENT)).containsExactly("Activity_WorkAsTeam");
  }

  void roomOpen() {
    declared(CRITICAL);
    answeredByPage();
    triagedAs(Triage.Answer.REAL, 0);
    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_LeadTheIncident");
  }

  void mitigated() {
    roomOpen();
    world.take(INCIDENT, AOI);
    world.declareMitigated(INCIDENT, "rolled back", AOI);
    settle();
    assertThat(engine.waitsAt(INCIDENT)).contains("Activity_VerifyMitigation");
  }

  /** The task's own door: its façade has moved the record, the task is completed. */
  void done(String step, IncidentState state) {
    done(step, state, Facts.none());
  }

  void done(String step, IncidentState state, Facts facts) {
    world.state = state;
    world.answeredBy = world.answeredBy.or(() -> Optional.of(MISAKI));
    complete(step, facts);
  }

  void complete(String step, Facts facts) {
    HumanTask task = engine.humanTasks().open(INCIDENT, step).orElseThrow();
    engine.humanTasks().complete(task, facts);
    settle();
  }

  void nobodyTakesItBack() {
    settle();
    passes("PT30S");
  }

  void settle() {
    engine.settle();
  }

  void passes(String iso) {
    engine.time().passes(Duration.parse(iso));
  }
}
