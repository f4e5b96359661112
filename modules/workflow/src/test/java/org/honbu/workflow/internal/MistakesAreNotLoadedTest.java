package org.honbu.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.honbu.kernel.PersonId;
import org.honbu.workflow.DiagramSets.Outcome;
import org.honbu.workflow.contract.DiagramContract;
import org.honbu.workflow.contract.Mistake;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The prepared mistakes of a process owner: told by the element's label, and nothing is loaded. */
class MistakesAreNotLoadedTest {
  private static final Map<String, String> OURS = DiagramContract.folder(Path.of("../../bpmn"));
  private static EngineRoom room;
  private static EngineDiagramSets node;

  @BeforeAll
  static void open() {
    room = Rooms.ours(new Rooms.People());
    node = new EngineDiagramSets(room, new Release(OURS));
  }

  @AfterAll
  static void close() {
    room.close();
  }

  static Stream<Mistake> mistakes() {
    return Mistake.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void isToldByItsLabelInBothLanguagesAndNotLoaded(Mistake mistake) {
    Outcome outcome = node.apply(mistake.madeIn(OURS), new PersonId("takumi"));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused ->
                assertThat(refused.why())
                    .anySatisfy(
                        one -> {
                          assertThat(one.file()).isEqualTo(mistake.file());
                          assertThat(one.says().ja()).contains(mistake.label(), mistake.ja());
                          assertThat(one.says().en()).contains(mistake.label(), mistake.en());
                        }));
    assertThat(room.engine().getRepositoryService().createDeploymentQuery().count()).isZero();
  }

  @Test
  void thereAreTwelveAtLeast() {
    assertThat(Mistake.all()).hasSizeGreaterThanOrEqualTo(12);
  }
}
