package org.honbu.incidents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.incidents.internal.CareBench.AOI;
import static org.honbu.incidents.internal.CareBench.ITSUKI;
import static org.honbu.incidents.internal.CareBench.SAKURA;

import java.time.Instant;
import org.honbu.incidents.CareAnswer;
import org.honbu.incidents.CareQuestion.Why;
import org.honbu.incidents.HandoverBegan;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.junit.jupiter.api.Test;

/** Our own door to what a commander is asked, and what the engine is told there. */
class CareDoorsTest {
  private final CareBench bench = new CareBench();
  private final FakeEngine process = new FakeEngine();
  private final Engine engine = new Engine(process, process);
  private final PrivateCare ours = new PrivateCare(bench.care, bench.asking, engine);
  private final IncidentId incident = bench.roomWhereAoiIsAsked();

  @Test
  void anAnswerHereCompletesTheTaskInTheirName() {
    process.opens(incident, CareTasks.HANDS_ON);

    ours.answer(incident, Why.HANDS_ON, new CareAnswer.GoOn("one minute more"), AOI);

    assertThat(process.given).containsExactly("Activity_HandsOn aoi");
    assertThat(process.completed).containsExactly("Activity_HandsOn");
  }

  @Test
  void anAnswerThatIsRefusedCompletesNothing() {
    process.opens(incident, CareTasks.HANDS_ON);

    ours.answer(incident, Why.HANDS_ON, new CareAnswer.Pass(ITSUKI, ""), AOI);
    ours.answer(incident, Why.HANDS_ON, new CareAnswer.GoOn("for them"), SAKURA);
    ours.answer(incident, Why.FATIGUE, new CareAnswer.GoOn(""), AOI);

    assertThat(process.completed).isEmpty();
  }

  @Test
  void askingOthersToTakeOverAtAnotherDoorTakesTheTaskAway() {
    process.opens(incident, CareTasks.HANDS_ON);
    process.opens(incident, CareTasks.REST_OR_GO_ON);

    began(AOI);

    assertThat(process.completed).containsExactly("Activity_HandsOn");
    assertThat(bench.isOpen(incident, Why.HANDS_ON)).isFalse();
  }

  @Test
  void somebodyWhoTakesCommandFromThemTakesNoTaskAway() {
    process.opens(incident, CareTasks.HANDS_ON);

    began(SAKURA);

    assertThat(process.completed).isEmpty();
    assertThat(bench.isOpen(incident, Why.HANDS_ON)).isTrue();
  }

  private void began(PersonId by) {
    new PassingAnswersTheQuestions(bench.asking, engine)
        .on(new HandoverBegan(incident, Kind.REAL, 1, by, Instant.EPOCH));
  }
}
