package org.honbu.warroom.internal.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.honbu.warroom.internal.topics.TopicWorld.AOI;
import static org.honbu.warroom.internal.topics.TopicWorld.INCIDENT;
import static org.honbu.warroom.internal.topics.TopicWorld.ITSUKI;
import static org.honbu.warroom.internal.topics.TopicWorld.KEN;
import static org.honbu.warroom.internal.topics.TopicWorld.MISAKI;
import static org.honbu.warroom.internal.topics.TopicWorld.STRANGER;
import static org.honbu.warroom.internal.topics.TopicWorld.YUMI;
import static org.honbu.warroom.internal.topics.TopicWorld.minutes;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.Config;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.testkit.process.Strict;
import org.honbu.warroom.SpanOfControl.Level;
import org.honbu.warroom.SpanOfControl.Proposal;
import org.honbu.warroom.Topic;
import org.honbu.warroom.Topic.State;
import org.honbu.warroom.TopicOpened;
import org.honbu.warroom.TopicResult;
import org.honbu.warroom.TopicWish;
import org.honbu.warroom.WorkMoved;
import org.honbu.warroom.WorkTaken;
import org.honbu.workflow.Facts;
import org.honbu.workflow.TaskHandler.Step;
import org.junit.jupiter.api.Test;

/** Who may do what with topics, before any process hears of it. */
class TopicRulesTest {
  private final TopicWorld world =
      new TopicWorld(
          () -> {
            throw new AssertionError("no process here");
          },
          Clock.fixed(Instant.parse("2026-04-01T03:00:00Z"), ZoneOffset.UTC));

  @Test
  void onlyTheCommanderSplitsATopicOff() {
    assertThat(why(split(MISAKI, "why?", ITSUKI))).contains("Only the commander, aoi");
    assertThat(world.timeline).singleElement().asString().startsWith("refused:");
    assertThat(world.facts).isEmpty();

    assertThat(split(AOI, "why?", ITSUKI)).isEqualTo(Outcome.done());
    assertThat(world.facts).singleElement().isInstanceOf(TopicOpened.class);
  }

  @Test
  void theLeadIsAResponderAndNeitherTheCommanderNorBusyLeading() {
    assertThat(why(split(AOI, "why?", AOI))).contains("The commander cannot lead a topic as well");
    assertThat(why(split(AOI, "why?", YUMI))).contains("yumi is no responder");
    split(AOI, "why?", ITSUKI);
    assertThat(why(split(AOI, "and?", ITSUKI))).contains("itsuki leads topic Alpha");
  }

  @Test
  void whoGoesAlongIsNeitherTheCommanderNorALeadNorAStranger() {
    split(AOI, "why?", ITSUKI);

    assertThat(why(split(AOI, "and?", KEN, AOI))).contains("stays in the main room");
    assertThat(why(split(AOI, "and?", KEN, ITSUKI))).contains("itsuki leads topic Alpha");
    assertThat(why(split(AOI, "and?", KEN, STRANGER))).contains("You have no role");
  }

  @Test
  void aQuestionIsAskedAndNotTooLong() {
    assertThatThrownBy(() -> split(AOI, " ", ITSUKI)).hasMessageContaining("HB-8041");
    assertThatThrownBy(() -> split(AOI, "?".repeat(201), ITSUKI))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.field()).contains("question"));
  }

  @Test
  void aPersonIsInOneTopicAtATime() {
    split(AOI, "why?", ITSUKI);
    split(AOI, "and?", KEN);

    assertThat(world.topics.join(INCIDENT, topic(0).id(), YUMI)).isEqualTo(Outcome.done());
    assertThat(world.topics.join(INCIDENT, topic(1).id(), YUMI)).isEqualTo(Outcome.done());

    assertThat(topic(0).members()).isEmpty();
    assertThat(topic(1).members()).containsExactly(YUMI);
    assertThat(world.topics.join(INCIDENT, topic(1).id(), YUMI))
        .isInstanceOf(Outcome.AlreadyDone.class);
    assertThat(why(world.topics.join(INCIDENT, topic(0).id(), AOI))).contains("main room");
    assertThat(why(world.topics.join(INCIDENT, topic(0).id(), KEN))).contains("leads topic Bravo");
    assertThat(world.topics.leave(INCIDENT, YUMI)).isEqualTo(Outcome.done());
    assertThat(world.topics.leave(INCIDENT, YUMI)).isInstanceOf(Outcome.AlreadyDone.class);
    assertThat(why(world.topics.leave(INCIDENT, KEN))).contains("leads topic Bravo");
  }

  @Test
  void theRoomTalksAboutOneThingAtATime() {
    split(AOI, "why?", ITSUKI);
    split(AOI, "and?", KEN);

    assertThat(why(world.topics.putOnFloor(INCIDENT, topic(0).id(), KEN))).contains("Only");
    world.topics.putOnFloor(INCIDENT, topic(0).id(), AOI);
    world.topics.putOnFloor(INCIDENT, topic(1).id(), AOI);

    assertThat(world.topics.open(INCIDENT))
        .filteredOn(Topic::floor)
        .extracting(Topic::name)
        .containsExactly("Bravo");
    assertThat(world.topics.putOnFloor(INCIDENT, topic(1).id(), AOI))
        .isInstanceOf(Outcome.AlreadyDone.class);
    assertThat(world.topics.clearFloor(INCIDENT, AOI)).isEqualTo(Outcome.done());
    assertThat(world.topics.open(INCIDENT)).noneMatch(Topic::floor);
  }

  @Test
  void onlyTheLeadOrTheCommanderClosesWithAnAnswer() {
    split(AOI, "why?", ITSUKI);
    UUID alpha = topic(0).id();

    assertThat(why(world.leading.close(INCIDENT, alpha, TopicResult.ANSWERED, "x", ITSUKI)))
        .as("only asked so far")
        .contains("The lead or the commander");
    assertThatThrownBy(() -> world.leading.close(INCIDENT, alpha, TopicResult.ANSWERED, "", AOI))
        .hasMessageContaining("answer");
    world.topics.join(INCIDENT, alpha, YUMI);
    assertThat(world.leading.close(INCIDENT, alpha, TopicResult.ANSWERED, "x", AOI))
        .isEqualTo(Outcome.done());
    assertThat(world.store.members(INCIDENT)).as("back in the main room").isEmpty();
    assertThat(world.topics.join(INCIDENT, alpha, YUMI)).isInstanceOf(Outcome.NotNow.class);
  }

  @Test
  void aTimerThatComesLateChangesNothing() throws Exception {
    split(AOI, "why?", ITSUKI);
    UUID alpha = topic(0).id();
    world.opening.appoint(INCIDENT, alpha, KEN, AOI);

    world.leading.passOver(INCIDENT, alpha, 1);
    assertThat(topic(0)).as("ken was asked since").returns(State.ASKED, Topic::state);
    world.leading.parkLeaderless(INCIDENT, alpha);
    assertThat(world.topics.open(INCIDENT)).as("it has somebody who is asked").hasSize(1);

    world.facts.clear();
    world.leading.accept(INCIDENT, alpha, KEN);
    assertThat(world.facts)
        .as("the room hears that they are there")
        .containsExactly(new WorkTaken(INCIDENT, Kind.REAL, KEN, world.book.now()));
    int said = world.lines.size();
    Step step =
        new Step("WarRoomTopic", "", INCIDENT.value(), "run", Facts.of("topic", alpha.toString()));
    world.steps.askForTopicReport().perform(step);
    world.steps.tellOfLateReport().perform(step);
    assertThat(world.lines).as("a report has moved the time").hasSize(said);
  }

  @Test
  void anybodyPutsASubjectOffAndTheCommanderTakesItUp() {
    world.topics.park(INCIDENT, "old invoices", YUMI);
    UUID parked = world.topics.parked(INCIDENT).get(0).id();

    assertThat(why(world.topics.park(INCIDENT, "mine", STRANGER))).contains("no role");
    assertThat(why(world.topics.takeUp(INCIDENT, parked, YUMI))).contains("Only the commander");
    assertThat(world.topics.takeUp(INCIDENT, parked, AOI)).isEqualTo(Outcome.done());
    assertThat(world.topics.parked(INCIDENT)).isEmpty();
  }

  @Test
  void withoutARoomThereAreNoTopics() {
    world.commander = Optional.empty();

    assertThat(split(AOI, "why?", ITSUKI)).isInstanceOf(Outcome.NotNow.class);
    assertThat(world.topics.park(INCIDENT, "x", YUMI)).isInstanceOf(Outcome.NotNow.class);
    assertThat(world.topics.span(INCIDENT).reports()).isZero();
    assertThatThrownBy(() -> world.topics.join(INCIDENT, UUID.randomUUID(), YUMI))
        .hasMessageContaining("HB-8043");
  }

  /** A22: at six a warning only, at eight a proposal of topics with leads. */
  @Test
  void tooManyDirectReportsAreToldAndFromEightOnTopicsAreProposed() {
    world.announcer = Optional.of(YUMI);
    world.deputies.add(new PersonId("sakura"));
    world.givesWork(ITSUKI, "find the timeout");
    world.givesWork(KEN, "watch the provider");
    world.givesWork(KEN, "and the queue");
    world.givesWork(AOI, "the commander's own");
    workers(1);
    assertThat(world.topics.span(INCIDENT)).returns(5, s -> s.reports());
    assertThat(whispered()).isEmpty();

    workers(1);
    assertThat(world.topics.span(INCIDENT).level()).isEqualTo(Level.WIDE);
    assertThat(world.topics.span(INCIDENT).proposals()).isEmpty();
    assertThat(whispered()).singleElement().asString().startsWith("6 people report to you");

    workers(2);
    assertThat(world.topics.span(INCIDENT))
        .returns(8, s -> s.reports())
        .returns(Level.TOO_WIDE, s -> s.level())
        .returns(
            List.of(
                new Proposal("find the timeout", ITSUKI), new Proposal("watch the provider", KEN)),
            s -> s.proposals());
    assertThat(whispered()).last().asString().contains("“find the timeout” → itsuki.");
    assertThat(whispered()).as("once a term").hasSize(2);

    split(AOI, "find the timeout", ITSUKI, KEN);
    assertThat(world.topics.span(INCIDENT).reports()).as("ken reports to itsuki").isEqualTo(7);
  }

  @Test
  void callAndRhythmAreSettings() {
    assertThat(settings(Map.of())).isEqualTo(new RoomSettings("", minutes(15)));
    assertThat(settings(Map.of()).call(INCIDENT, "Alpha")).isEmpty();
    assertThat(
            settings(
                Map.of(RoomSettings.CALL, "https://c/{topic}", RoomSettings.TOPIC_REPORT, "PT30M")))
        .isEqualTo(new RoomSettings("https://c/{topic}", minutes(30)));
    assertThatThrownBy(() -> settings(Map.of(RoomSettings.CALL, "javascript:x")))
        .hasMessageContaining("honbu.room.call");
    assertThatThrownBy(() -> settings(Map.of(RoomSettings.TOPIC_REPORT, "PT1M")))
        .hasMessageContaining("honbu.room.topic-report");
    assertThatThrownBy(() -> settings(Map.of(RoomSettings.TOPIC_REPORT, "soon")))
        .hasMessageContaining("cannot be read: soon");
  }

  @Test
  void theWorkThatMakesTooManyReportsIsTheMomentToSaySo() {
    var looks = new LooksAtSpanWhenWorkMoves(world.lookAtSpan);
    var moved =
        new WorkMoved(
            INCIDENT, Kind.REAL, UUID.randomUUID(), Instant.parse("2026-04-01T03:00:00Z"));
    workers(5);
    looks.on(moved);
    assertThat(world.told(AOI)).as("five are fine").isEmpty();

    workers(1);
    looks.on(moved);
    looks.on(moved);

    assertThat(world.told(AOI)).hasSize(1);
    assertThat(world.told(AOI).get(0)).contains("6 people report to you");
  }

  private static RoomSettings settings(Map<String, String> values) {
    return RoomSettings.from(
        Strict.fake(
            Config.class,
            new Object() {
              @SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // called by name
              Optional<Object> getOptionalValue(String key, Class<?> type) {
                return Optional.ofNullable(values.get(key));
              }
            }));
  }

  private void workers(int more) {
    IntStream.range(0, more)
        .forEach(i -> world.givesWork(new PersonId("worker" + world.work.size()), "look"));
  }

  private List<String> whispered() {
    world.lookAtSpan.perform(
        new Step("CommandCare", "Activity_LookAtSpan", INCIDENT.value(), "run", Facts.none()));
    return world.told(AOI);
  }

  /** Without the process, which hears of it at the other door. */
  private Outcome split(PersonId by, String question, PersonId lead, PersonId... members) {
    return world.opening.split(INCIDENT, new TopicWish(question, lead, List.of(members)), by);
  }

  private Topic topic(int index) {
    return world.topics.open(INCIDENT).get(index);
  }

  private static String why(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.NotAllowed.class);
    return ((Outcome.NotAllowed) outcome).why().en();
  }
}
