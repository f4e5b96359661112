package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.warroom.FocusShield;
import org.junit.jupiter.api.Test;

class SpeakingFormsTest {
  private static final PersonId EMMA = new PersonId("emma");
  private static final PersonId YUMI = new PersonId("yumi");
  private static final Words SENTENCE = new Words("由美 さんに聞いてください", "Please ask Yumi");

  private final Asked shield = new Asked();

  @Test
  void aWordReachesThePerson() {
    assertThat(press(Map.of("person", "sho", "text", " いつ直る？ ")))
        .isInstanceOf(Act.Answer.Done.class);
    assertThat(shield.asked).containsExactly("sho いつ直る？ emma");
  }

  @Test
  void whoConcentratesIsAnsweredForByName() {
    shield.answer = new FocusShield.Answer.AskInstead(YUMI, SENTENCE);

    assertThat(press(Map.of("person", "sho", "text", "いつ直る？")))
        .isEqualTo(Act.Answer.refused(SENTENCE));
  }

  @Test
  void nobodyIsAskedForNobody() {
    assertThat(press(Map.of("text", "いつ直る？"))).isInstanceOf(Act.Answer.Refused.class);
    assertThat(shield.asked).isEmpty();
  }

  private Act.Answer press(Map<String, String> fields) {
    Act act = new SpeakingForms(shield).acts().get(0);
    return act.deed().apply(new Act.Form(EMMA, Optional.of("INC-2026-0001"), fields));
  }

  private static final class Asked implements FocusShield {
    private final List<String> asked = new ArrayList<>();
    private Answer answer = new Answer.PassedOn();

    @Override
    public Optional<Shield> over(IncidentId incident, PersonId person) {
      throw new UnsupportedOperationException("the façade decides");
    }

    @Override
    public Map<PersonId, Shield> over(IncidentId incident) {
      throw new UnsupportedOperationException("an act shows nothing");
    }

    @Override
    public Answer ask(IncidentId incident, PersonId whom, String text, PersonId by) {
      asked.add(whom + " " + text + " " + by);
      return answer;
    }
  }
}
