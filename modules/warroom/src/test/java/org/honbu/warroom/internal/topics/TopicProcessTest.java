package org.honbu.warroom.internal.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.honbu.warroom.internal.topics.TopicTasks.CHOOSE;
import static org.honbu.warroom.internal.topics.TopicTasks.LEAD;
import static org.honbu.warroom.internal.topics.TopicTasks.REPORT;
import static org.honbu.warroom.internal.topics.TopicWorld.AOI;
import static org.honbu.warroom.internal.topics.TopicWorld.INCIDENT;
import static org.honbu.warroom.internal.topics.TopicWorld.ITSUKI;
import static org.honbu.warroom.internal.topics.TopicWorld.KEN;
import static org.honbu.warroom.internal.topics.TopicWorld.MISAKI;
import static org.honbu.warroom.internal.topics.TopicWorld.YUMI;
import static org.honbu.warroom.internal.topics.TopicWorld.minutes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.testkit.process.EngineHarness;
import org.honbu.testkit.process.TasklistUser.Answer;
import org.honbu.testkit.process.Walked;
import org.honbu.warroom.ClosedTopic;
import org.honbu.warroom.ParkedSubject;
import org.honbu.warroom.Topic;
import org.honbu.warroom.Topic.State;
import org.honbu.warroom.TopicReport;
import org.honbu.warroom.TopicResult;
import org.honbu.warroom.TopicWish;
import org.honbu.workflow.Facts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A topic from its splitting off to its result, through both doors, with the real acts. */
class TopicProcessTest {
  @RegisterExtension static final Walked WALKED = Walked.everyElementOf("WarRoomTopic");

  private static final TopicReport CAN = new TopicReport("timeouts", "reading logs", "none");

  private final Clock clock = new EngineClock();
  private final TopicWorld world = new TopicWorld(this::running, clock);
  private final EngineHarness engine = started();

  private EngineHarness started() {
    return EngineHarness.of(
            "WarRoomTopic.bpmn",
            "lead-topic.form",
            "report-on-topic.form",
            "choose-topic-lead.form")
        .handler(world.steps.lookAtTopic())
        .handler(world.steps.passOverTopicLead())
        .handler(world.steps.parkTopic())
        .handler(world.steps.askForTopicReport())
        .handler(world.steps.tellOfLateReport())
        .rule(world.tasks)
        .watchedBy(WALKED)
        .start();
  }

  private EngineHarness running() {
    return engine;
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  /** T14, at our own door. */
  @Test
  void aTopicIsLedReportsEveryQuarterOfAnHourAndIsAnswered() {
    assertThat(split("why timeouts?", MISAKI, ITSUKI)).isEqualTo(Outcome.done());
    engine.settle();
    assertThat(engine.waitsAt(INCIDENT)).containsExactly(LEAD);
    assertThat(world.told(MISAKI)).singleElement().asString().contains("asked to lead topic Alpha");
    assertThat(world.told(ITSUKI)).singleElement().asString().contains("work on topic Alpha");

    assertThat(world.topics.accept(INCIDENT, alpha().id(), MISAKI)).isEqualTo(Outcome.done());
    engine.settle();

    assertThat(alpha())
        .returns("Alpha", Topic::name)
        .returns(State.LED, Topic::state)
        .returns(List.of(ITSUKI, MISAKI), Topic::members)
        .returns(Optional.of("https://call.example/inc-2026-0001-alpha"), Topic::call)
        .returns("inc-2026-0001-alpha", Topic::thread)
        .returns(clock.instant().plus(minutes(15)), Topic::nextReport);
    assertThat(engine.waitsAt(INCIDENT)).containsExactly(REPORT);

    engine.time().passes(minutes(14));
    assertThat(world.told(MISAKI)).hasSize(1);
    engine.time().passes(minutes(2));
    assertThat(world.told(MISAKI)).last().asString().contains("A report on topic Alpha is due");
    assertThat(world.told(AOI)).isEmpty();
    engine.time().passes(minutes(5));
    assertThat(world.told(AOI)).singleElement().asString().contains("led by misaki, is late");

    assertThat(world.topics.report(INCIDENT, alpha().id(), CAN, MISAKI)).isEqualTo(Outcome.done());
    engine.settle();
    assertThat(world.timeline)
        .contains(
            "topic-report: Report on topic Alpha. Conditions: timeouts Actions: reading logs"
                + " Needs: none");
    assertThat(alpha().nextReport()).isEqualTo(clock.instant().plus(minutes(15)));
    engine.time().passes(minutes(14));
    assertThat(world.told(MISAKI)).as("time begins anew with each report").hasSize(2);

    assertThat(world.topics.close(INCIDENT, alpha().id(), TopicResult.ANSWERED, "the pool", MISAKI))
        .isEqualTo(Outcome.done());
    engine.settle();

    assertThat(engine.isOver(INCIDENT)).isTrue();
    assertThat(world.topics.open(INCIDENT)).isEmpty();
    assertThat(world.topics.closed(INCIDENT))
        .extracting(ClosedTopic::result)
        .containsExactly(TopicResult.ANSWERED);
    assertThat(world.posts.stream().map(post -> post.text().en()))
        .anyMatch(said -> said.contains("“why timeouts?”, is closed (answered): the pool"));
    assertThat(world.posts).allMatch(post -> post.channel().equals("#war_room"));
  }

  @Test
  void whoDoesNotAnswerIsPassedOverAndTheCommanderChoosesAnother() {
    split("why timeouts?", MISAKI);
    engine.time().passes(minutes(3));

    assertThat(engine.waitsAt(INCIDENT)).containsExactly(CHOOSE);
    assertThat(alpha().state()).isEqualTo(State.LEADERLESS);
    assertThat(world.told(AOI)).singleElement().asString().contains("has no lead now");
    assertThat(world.topics.accept(INCIDENT, alpha().id(), MISAKI))
        .as("too late")
        .isInstanceOf(Outcome.NotAllowed.class);

    assertThat(world.topics.appoint(INCIDENT, alpha().id(), KEN, AOI)).isEqualTo(Outcome.done());
    engine.settle();
    assertThat(engine.waitsAt(INCIDENT)).containsExactly(LEAD);
    world.topics.decline(INCIDENT, alpha().id(), KEN);
    engine.settle();

    assertThat(engine.waitsAt(INCIDENT)).containsExactly(CHOOSE);
    assertThat(world.timeline).noneMatch(line -> line.contains("declin"));
  }

  @Test
  void aTopicThatNobodyLeadsIsPutOff() {
    split("why timeouts?", MISAKI);
    engine.time().passes(minutes(13));

    assertThat(engine.isOver(INCIDENT)).isTrue();
    assertThat(world.topics.open(INCIDENT)).isEmpty();
    assertThat(world.topics.parked(INCIDENT))
        .extracting(ParkedSubject::subject)
        .containsExactly("why timeouts?");
  }

  @Test
  void tasklistIsADoorToAllOfIt() {
    split("why timeouts?", MISAKI);
    engine.settle();
    assertThat(engine.tasklist("ken").complete(LEAD, Facts.of("answer", "ACCEPT")).done())
        .isFalse();
    assertThat(engine.tasklist("misaki").complete(LEAD).sentence()).contains("Choose an answer");
    assertThat(complete("misaki", LEAD, Facts.of("answer", "DECLINE")).done()).isTrue();
    engine.settle();

    assertThat(engine.tasklist("grace").claim(CHOOSE).sentence()).contains("not asked of you");
    engine.tasklist("aoi").claim(CHOOSE);
    assertThat(complete("aoi", CHOOSE, Facts.of("lead", "yumi")).sentence())
        .contains("yumi is no responder");
    assertThat(complete("aoi", CHOOSE, Facts.of("lead", "ken")).done()).isTrue();
    engine.settle();
    assertThat(complete("ken", LEAD, Facts.of("answer", "ACCEPT")).done()).isTrue();
    engine.settle();

    assertThat(engine.tasklist("ken").unclaim(REPORT).sentence()).contains("Step down");
    Facts report = Facts.of("conditions", "timeouts").and("actions", "logs").and("needs", "none");
    assertThat(complete("ken", REPORT, report.and("result", "GO_ON")).done()).isTrue();
    engine.settle();
    assertThat(engine.waitsAt(INCIDENT)).containsExactly(REPORT);
    assertThat(complete("ken", REPORT, report.and("result", "ANSWERED")).sentence())
        .contains("answer");
    assertThat(
            complete("ken", REPORT, report.and("result", "EXCLUDED").and("answerText", "later"))
                .done())
        .isTrue();
    engine.settle();

    assertThat(engine.isOver(INCIDENT)).isTrue();
    assertThat(world.topics.parked(INCIDENT)).isEmpty();
    assertThat(world.topics.closed(INCIDENT))
        .extracting(ClosedTopic::result)
        .containsExactly(TopicResult.EXCLUDED);
  }

  @Test
  void twoTopicsAreToldApart() {
    split("why timeouts?", MISAKI);
    split("can we roll back?", ITSUKI);
    engine.settle();
    String alphas = engine.humanTasks().open(INCIDENT, LEAD).orElseThrow().id();

    world.topics.accept(INCIDENT, topic(1).id(), ITSUKI);
    engine.settle();

    assertThat(engine.humanTasks().find(alphas)).as("Alpha’s task is untouched").isPresent();
    assertThat(topic(0).state()).isEqualTo(State.ASKED);
    assertThat(topic(1)).returns("Bravo", Topic::name).returns(State.LED, Topic::state);
    world.topics.close(INCIDENT, topic(1).id(), TopicResult.MERGED_BACK, "no", AOI);
    engine.settle();
    assertThat(engine.waitsAt(INCIDENT)).containsExactly(LEAD);
  }

  @Test
  void aLeadWhoTakesCommandLeadsNoLonger() {
    split("why timeouts?", MISAKI);
    engine.settle();
    world.topics.accept(INCIDENT, alpha().id(), MISAKI);
    engine.settle();

    world.commander = Optional.of(MISAKI);
    world.course.followTheSeat(INCIDENT);
    engine.settle();

    assertThat(alpha()).returns(State.LEADERLESS, Topic::state).returns(List.of(), Topic::members);
    assertThat(engine.waitsAt(INCIDENT)).containsExactly(CHOOSE);
    assertThat(world.told(MISAKI)).last().asString().contains("has no lead now");
  }

  @Test
  void whatTheProcessMissedItHearsLaterAndOnce() {
    world.roomListens = false;
    split("why timeouts?", MISAKI);
    assertThatThrownBy(() -> world.course.catchUp(INCIDENT)).isInstanceOf(ProblemException.class);

    world.roomListens = true;
    world.course.catchUp(INCIDENT);
    world.course.catchUp(INCIDENT);
    engine.settle();
    assertThat(engine.humanTasks().open(INCIDENT)).hasSize(1);

    engine.forgetsEverything();
    world.course.startAgain(INCIDENT);
    engine.settle();
    assertThat(engine.waitsAt(INCIDENT)).containsExactly(LEAD);
  }

  @Test
  void everythingEndsWithTheRoomButNotBeforeItsEndIsSure() {
    world.kind = Kind.DRILL;
    split("why timeouts?", MISAKI, ITSUKI);
    engine.settle();
    world.topics.accept(INCIDENT, alpha().id(), MISAKI);
    engine.settle();
    UUID topic = alpha().id();
    int said = world.lines.size();

    world.commander = Optional.empty();
    world.endMayBeTakenBack = true;
    assertThatThrownBy(() -> world.course.endWithRoom(INCIDENT))
        .isInstanceOf(ProblemException.class);
    engine.time().passes(minutes(25));
    assertThat(world.lines).as("nobody is asked while it may be over").hasSize(said);
    world.commander = Optional.of(AOI);
    world.endMayBeTakenBack = false;
    assertThat(alpha().members()).as("taken back").containsExactly(ITSUKI, MISAKI);

    world.commander = Optional.empty();
    world.course.endWithRoom(INCIDENT);
    engine.time().passes(Duration.ofHours(1));

    assertThat(world.topics.open(INCIDENT)).isEmpty();
    assertThat(world.lines).as("nobody is nagged").hasSize(said);
    assertThat(world.topics.report(INCIDENT, topic, CAN, MISAKI))
        .isInstanceOf(Outcome.NotNow.class);
    assertThat(world.posts).allMatch(post -> post.channel().equals("#drill-war-room"));
    assertThat(world.lines).allMatch(line -> line.kind() == Kind.DRILL);
  }

  @Test
  void aMemberWhoTakesCommandIsInNoTopicAnyMore() {
    split("why timeouts?", MISAKI, YUMI);
    engine.settle();

    world.commander = Optional.of(YUMI);
    world.course.followTheSeat(INCIDENT);

    assertThat(alpha().members()).as("who commands is in no topic").isEmpty();
    assertThat(alpha().state()).isEqualTo(State.ASKED);
  }

  private Outcome split(String question, PersonId lead, PersonId... members) {
    return world.topics.split(INCIDENT, new TopicWish(question, lead, List.of(members)), AOI);
  }

  private Topic alpha() {
    return topic(0);
  }

  private Topic topic(int index) {
    return world.topics.open(INCIDENT).get(index);
  }

  private Answer complete(String who, String step, Facts answers) {
    return engine.tasklist(who).complete(step, answers);
  }

  /** The engine's own clock, for the room that is built before it. */
  private final class EngineClock extends Clock {
    @Override
    public Instant instant() {
      return running().time().instant();
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new AssertionError("one zone is enough here");
    }
  }
}
