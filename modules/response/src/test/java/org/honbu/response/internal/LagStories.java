package org.honbu.response.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentDeclared;
import org.honbu.incidents.Source;
import org.honbu.incidents.Triage;
import org.honbu.incidents.Undo;
import org.honbu.incidents.Visibility;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.TeamId;
import org.honbu.outbox.Fact;
import org.honbu.outbox.FactHandler;
import org.honbu.testkit.process.EngineHarness;
import org.honbu.workflow.Facts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * People are faster than the process: each story is told once for every way in which the process
 * and its facts may lag behind the acts, and always ends where the record says (ADR-0005). In
 * several classes, since a story of eight acts is told 256 times and two classes run side by side.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LagStories {
  static final PersonId MISAKI = new PersonId("misaki");
  static final PersonId ITSUKI = new PersonId("itsuki");
  static final PersonId AOI = new PersonId("aoi");
  static final PersonId SAKURA = new PersonId("sakura");
  static final PersonId GRACE = new PersonId("grace");

  static final Impact MINOR =
      new Impact(
          Impact.Users.FEW,
          Impact.Function.MINOR,
          Impact.Condition.DEGRADED,
          Impact.Revenue.NONE,
          Impact.DataSecurity.NONE,
          Impact.Workaround.FULL,
          Impact.Urgency.HIGH);

  private static final int TIME_TO_UNDO = 2;

  private EngineHarness engine;
  private final Clock clock = Response.clock(() -> engine);
  private World world;
  private int told;

  interface Act {
    void on(World world);
  }

  /** What people do, one after the other, and where the process has to be in the end. */
  record Story(String name, List<Act> acts, Set<String> ends) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** What is told in this class. */
  abstract Stream<Story> stories();

  /** A room with its commander, who is looked after, and what else goes on in it. */
  static Set<String> room(String... more) {
    Set<String> waits = new TreeSet<>(List.of(more));
    waits.addAll(
        Set.of(
            "Activity_LeadTheIncident",
            "Activity_OneTerm",
            "Event_TimeToLook",
            "Activity_AwaitNeed"));
    return waits;
  }

  @BeforeEach
  void start() {
    world = new World(() -> engine.processes(), () -> engine.humanTasks(), clock);
    var outside = new Outside(() -> engine.decisions());
    engine =
        Response.in(EngineHarness.all(), () -> engine, world, outside, clock)
            .handler(
                "pageNextLevel",
                step ->
                    Facts.of("levelFound", true)
                        .and("answered", false)
                        .and("answerers", "misaki")
                        .and("answerWithin", "PT5M"))
            .start();
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stories")
  void endsWhereTheRecordIs(Story story) {
    int gaps = story.acts().size();
    for (int works = 0; works < 1 << gaps; works++) {
      tell(story, works, Integer.bitCount(works) % 2 == 0); // facts keep up every other time
    }
  }

  /**
   * @param works the bits say after which acts the process has time to work
   * @param factsKeepUp whether facts are delivered then, too, or only at the end
   */
  private void tell(Story story, int works, boolean factsKeepUp) {
    world.begin(new IncidentId("INC-2026-%04d".formatted(++told)));
    world.impact = MINOR;
    world.visibility = Visibility.INTERNAL;
    var outbox = new Lines(handlers());
    world.facts.add(
        new IncidentDeclared(
            world.incident,
            Kind.REAL,
            Source.SYSTEM,
            new TeamId("payments"),
            Optional.of("mail-sender"),
            clock.instant()));
    for (int i = 0; i < story.acts().size(); i++) {
      if ((works >> i & 1) == 1) {
        outbox.takes(world.facts);
        outbox.bringDeclaration();
        engine.settle();
        if (factsKeepUp) {
          outbox.bring();
          engine.settle();
        }
      }
      story.acts().get(i).on(world);
    }
    for (int tries = 0; tries < 16; tries++) {
      outbox.takes(world.facts);
      outbox.bring();
      engine.settle();
      if (tries == TIME_TO_UNDO) {
        engine.time().passes(Undo.WITHIN.plusSeconds(1)); // what nobody takes back stands
      }
      if (outbox.isEmpty() && tries > TIME_TO_UNDO) {
        break;
      }
      if (tries == 9) {
        engine.time().passes(Duration.ofMinutes(4)); // the outbox has more patience than that
      }
    }
    engine.time().passes(Undo.WITHIN.plusSeconds(1)); // it may have come to its end only now
    outbox.takes(world.facts);
    outbox.bring();
    engine.settle();
    String how = "gaps %s, facts %s".formatted(Integer.toBinaryString(works), factsKeepUp);
    assertThat(outbox.waiting()).as(how).isEmpty();
    assertThat(engine.waitsAt(world.incident)).as(how).isEqualTo(story.ends());
    engine.processes().stop(world.incident, "the next telling");
  }

  private List<FactHandler<?>> handlers() {
    var course = new Course(engine.processes(), world);
    var review = new ReviewsAnnouncing.Review(course, world);
    return List.of(
        new StartsTheResponse(engine.processes(), course, world),
        new OpensTheRoomItMissed(course, world),
        new HearsOfTheAnswerItMissed(course, world),
        new HearsOfTheTriageItMissed(course, world, engine.humanTasks()),
        new HearsOfTheMoveItMissed(course, world),
        new HearsOfTheUndoItMissed(course, world),
        new StartsTheHandoverItMissed(world.handovers, world),
        new EndsTheHandoverItMissed(course, world.handovers),
        new CareFollowsTheSeat(course, world),
        new ReviewsAnnouncing.AfterTheTriage(review),
        new ReviewsAnnouncing.AfterARecurrence(review),
        new SuspectsHandsOn(course, world, world.care));
  }

  /** The outbox: a line for each handler, in order; who fails keeps its place. */
  private static final class Lines {
    private final List<Line<?>> lines;

    Lines(List<FactHandler<?>> handlers) {
      lines = handlers.stream().<Line<?>>map(Line::new).toList();
    }

    void takes(List<Fact> facts) {
      facts.forEach(fact -> lines.forEach(line -> line.add(fact)));
      facts.clear();
    }

    void bringDeclaration() {
      lines.get(0).bring();
    }

    void bring() {
      lines.forEach(Line::bring);
    }

    boolean isEmpty() {
      return waiting().isEmpty();
    }

    List<Fact> waiting() {
      return lines.stream().flatMap(line -> line.waiting.stream()).collect(Collectors.toList());
    }
  }

  private static final class Line<F extends Fact> {
    private final FactHandler<F> handler;
    private final Deque<F> waiting = new ArrayDeque<>();

    Line(FactHandler<F> handler) {
      this.handler = handler;
    }

    void add(Fact fact) {
      if (handler.fact().isInstance(fact)) {
        waiting.add(handler.fact().cast(fact));
      }
    }

    void bring() {
      for (F head : new ArrayList<>(waiting)) {
        try {
          handler.on(head);
        } catch (ProblemException notYet) {
          assertThat(notYet.problem()).isEqualTo(Course.NOT_LISTENING);
          return;
        }
        waiting.remove();
      }
    }
  }

  static Story story(String name, Set<String> ends, Act... acts) {
    return new Story(name, List.of(acts), ends);
  }

  static Act answer() {
    return world -> world.acknowledge(world.incident, MISAKI);
  }

  static Act triage() {
    return world -> world.triage(world.incident, Triage.real(MINOR), MISAKI);
  }

  static Act escalate(PersonId by) {
    return world -> world.escalate(world.incident, by);
  }

  static Act mitigate() {
    return world -> world.declareMitigated(world.incident, "rolled back", MISAKI);
  }

  static Act verify() {
    return world -> world.verify(world.incident, ITSUKI);
  }

  static Act resolve() {
    return world -> world.declareResolved(world.incident, "steady", MISAKI);
  }
}
