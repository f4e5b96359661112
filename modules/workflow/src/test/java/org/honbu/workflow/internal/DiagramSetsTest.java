package org.honbu.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.workflow.DiagramSets.Loaded;
import org.honbu.workflow.DiagramSets.Origin;
import org.honbu.workflow.DiagramSets.Outcome;
import org.honbu.workflow.Facts;
import org.honbu.workflow.TaskHandler;
import org.honbu.workflow.contract.DiagramContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which set is in force: over restarts, over releases, between two nodes. */
class DiagramSetsTest {
  private static final Map<String, String> OURS = DiagramContract.folder(Path.of("../../bpmn"));
  private static final PersonId TAKUMI = new PersonId("takumi");
  private static final String ON_CALL = "escalation/OnCallPage.bpmn";
  private static final String WHO = "people/WhoToPage.dmn";

  private final EngineRoom room =
      EngineRoom.open(
          Rooms.bare(),
          new EngineRoom.Staff(Clock.systemUTC(), new Rooms.People(), handlers(), List.of()));
  private final EngineDiagramSets node = sets(OURS);

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void anAppliedSetSaysWhoLoadedItAndStaysOverARestart() {
    node.start();
    Loaded applied = loaded(node.apply(slower(), TAKUMI));

    assertThat(applied.origin()).isEqualTo(Origin.APPLIED);
    assertThat(applied.by()).isEqualTo("takumi");
    assertThat(applied.digest()).isEqualTo(new Release(slower()).digest());
    assertThat(sets(OURS).start()).isEqualTo(applied);
  }

  @Test
  void aReleaseWithAnotherSetWinsAndOneWithTheSameDoesNot() {
    node.start();
    loaded(node.apply(slower(), TAKUMI));

    Loaded newer = sets(renamedLabel()).start();

    assertThat(newer.origin()).isEqualTo(Origin.RELEASE);
    assertThat(newer.number()).isEqualTo(3);
    assertThat(sets(renamedLabel()).start()).isEqualTo(newer);
    assertThat(sets(OURS).start().number()).as("going back is a release as well").isEqualTo(4);
  }

  @Test
  void theSameSetAgainIsLoadedOnceAndAnEarlierOneAnew() {
    Loaded release = node.start();
    Loaded applied = loaded(node.apply(slower(), TAKUMI));

    assertThat(loaded(node.apply(slower(), TAKUMI))).isEqualTo(applied);
    Loaded back = node.applyRelease(TAKUMI);
    assertThat(back.digest()).isEqualTo(release.digest());
    assertThat(back.by()).isEqualTo("takumi");
    assertThat(loaded(node.apply(slower(), TAKUMI)).number()).isEqualTo(4);
    assertThat(node.history()).extracting(Loaded::number).containsExactly(4, 3, 2, 1);
  }

  @Test
  void aSetThatThisBuildCannotRunGivesWayToTheReleasesOwn() {
    node.start();
    Release olderBuilds = new Release(Map.of(ON_CALL, OURS.getOrDefault(ON_CALL, "")));
    room.engine()
        .getRepositoryService()
        .createDeployment()
        .name("honbu 2 APPLIED " + olderBuilds.digest())
        .source("takumi")
        .addString("answer-the-page.form", OURS.getOrDefault("escalation/answer-the-page.form", ""))
        .addString(ON_CALL, OURS.getOrDefault(ON_CALL, ""))
        .deploy();

    Loaded now = sets(OURS).start();

    assertThat(now.number()).isEqualTo(3);
    assertThat(now.origin()).isEqualTo(Origin.RELEASE);
  }

  @Test
  void anOperatorsFolderWithABrokenPromiseStopsTheStart() {
    var broken = new TreeMap<>(OURS);
    broken.remove(WHO);

    assertThatThrownBy(() -> sets(broken).start()).hasMessageContaining(WHO);
    assertThat(node.history()).isEmpty();
  }

  @Test
  void twoNodesThatStartOrApplyTogetherLoadOneSet() {
    together(() -> sets(OURS).start());
    assertThat(node.history()).hasSize(1);

    together(() -> loaded(node.apply(slower(), TAKUMI)));
    assertThat(node.history()).hasSize(2);
  }

  @Test
  void anOpenIncidentKeepsItsDiagramAndItsTablesAndTheNextObeys() {
    node.start();
    room.processes().start("OnCallPage", new IncidentId("INC-2026-0001"), facts());
    node.apply(slower(), TAKUMI);
    room.processes().start("OnCallPage", new IncidentId("INC-2026-0002"), facts());

    executeAll();

    assertThat(asked).containsExactlyInAnyOrder("INC-2026-0001 PT5M", "INC-2026-0002 PT3M");
    assertThat(
            room.decisions()
                .decide("WhoToPage", Facts.of("level", 1).and("severity", 1))
                .get(0)
                .text("answerWithin"))
        .as("outside of any process")
        .isEqualTo("PT3M");
  }

  private final List<String> asked = new java.util.concurrent.CopyOnWriteArrayList<>();

  /** Stand-ins for all listed handlers; the one that calls people says how long they will have. */
  private List<TaskHandler> handlers() {
    return Release.listedHandlers().stream().map(this::standIn).toList();
  }

  private TaskHandler standIn(String name) {
    return new TaskHandler() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Facts perform(Step step) {
        if (name.equals("pageNextLevel")) {
          String answerWithin =
              room.decisions()
                  .decide("WhoToPage", Facts.of("level", 1).and("severity", 1))
                  .get(0)
                  .text("answerWithin");
          asked.add(step.subject() + " " + answerWithin);
        }
        return Facts.of("levelFound", false).and("answered", false);
      }
    };
  }

  private void executeAll() {
    var management = room.engine().getManagementService();
    management
        .createJobQuery()
        .messages()
        .list()
        .forEach(job -> room.asHonbu(() -> management.executeJob(job.getId())));
  }

  private static Facts facts() {
    return Facts.of("incidentId", "INC").and("severity", 1).and("teamId", "payments");
  }

  private static void together(Runnable act) {
    CompletableFuture.allOf(
            IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.runAsync(act))
                .toArray(CompletableFuture[]::new))
        .join();
  }

  private EngineDiagramSets sets(Map<String, String> release) {
    return new EngineDiagramSets(room, new Release(release));
  }

  private static Loaded loaded(Outcome outcome) {
    if (outcome instanceof Outcome.InForce inForce) {
      return inForce.set();
    }
    throw new AssertionError(outcome);
  }

  /** Level 1 has three minutes instead of five. */
  private static Map<String, String> slower() {
    var files = new TreeMap<>(OURS);
    files.computeIfPresent(WHO, (path, text) -> text.replaceFirst("\"PT5M\"", "\"PT3M\""));
    return files;
  }

  private static Map<String, String> renamedLabel() {
    var files = new TreeMap<>(OURS);
    files.computeIfPresent(ON_CALL, (path, text) -> text.replace("Page the next level", "Page on"));
    return files;
  }
}
