package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.Undo;
import org.honbu.incidents.UndoOffer;
import org.honbu.incidents.Undoable;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UndoActTest {
  private static final PersonId MISAKI = new PersonId("misaki");

  private final Asked undo = new Asked();

  @ParameterizedTest
  @EnumSource(Undoable.class)
  void theButtonTakesBackWhatItNames(Undoable act) {
    Act.Answer answer = press(Map.of("subject", act.name()));

    assertThat(undo.asked).containsExactly("INC-2026-0001 " + act + " misaki");
    assertThat(answer)
        .isInstanceOfSatisfying(
            Act.Answer.Done.class, done -> assertThat(done.said().en()).contains("taken back"));
  }

  @Test
  void whyItStaysIsSaid() {
    undo.outcome = new Outcome.NotNow(new Words("30 秒を過ぎた", "More than 30 seconds ago"));

    assertThat(press(Map.of("subject", "ANSWER")))
        .isEqualTo(Act.Answer.refused(new Words("30 秒を過ぎた", "More than 30 seconds ago")));
  }

  @Test
  void nothingIsTakenBackThatWasNotNamed() {
    assertThat(press(Map.of())).isInstanceOf(Act.Answer.Refused.class);
    assertThat(press(Map.of("subject", "EVERYTHING"))).isInstanceOf(Act.Answer.Refused.class);

    assertThat(undo.asked).isEmpty();
  }

  private Act.Answer press(Map<String, String> fields) {
    Act only = new UndoAct(undo).acts().get(0);
    return only.deed().apply(new Act.Form(MISAKI, Optional.of("INC-2026-0001"), fields));
  }

  private static final class Asked implements Undo {
    private final List<String> asked = new ArrayList<>();
    private Outcome outcome = Outcome.done();

    @Override
    public Outcome takeBack(IncidentId incident, Undoable act, PersonId by) {
      asked.add(incident + " " + act + " " + by);
      return outcome;
    }

    @Override
    public Optional<UndoOffer> offered(IncidentId incident, PersonId to) {
      throw new UnsupportedOperationException("the button does not ask");
    }

    @Override
    public Optional<UndoOffer> offered(IncidentId incident, Undoable act, PersonId to) {
      throw new UnsupportedOperationException("the button does not ask");
    }

    @Override
    public boolean letStand(IncidentId incident) {
      throw new UnsupportedOperationException("the process asks that");
    }

    @Override
    public boolean endMayBeTakenBack(IncidentId incident) {
      throw new UnsupportedOperationException("the process asks that");
    }

    @Override
    public boolean hasTakenBack(IncidentId incident, Undoable act) {
      throw new UnsupportedOperationException("the process asks that");
    }
  }
}
