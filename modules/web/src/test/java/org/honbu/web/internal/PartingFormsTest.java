package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.honbu.incidents.Merges;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.junit.jupiter.api.Test;

class PartingFormsTest {
  private static final Words WHY = new Words("だれならできるか", "Who can");

  private final Asked merges = new Asked();

  @Test
  void theReasonGoesWithIt() {
    assertThat(press("別の原因")).isInstanceOf(Act.Answer.Done.class);
    assertThat(merges.asked).containsExactly("INC-2026-0002 別の原因 aoi");
  }

  @Test
  void aRefusalSaysWhoCanAndWhatHelps() {
    merges.outcome = new Outcome.NotAllowed(WHY);
    assertThat(press("別の原因")).isEqualTo(Act.Answer.refused(WHY));

    merges.outcome = new Outcome.NotNow(WHY);
    assertThat(press("別の原因")).isEqualTo(Act.Answer.refused(WHY));
  }

  private Act.Answer press(String reason) {
    Act act = new PartingForms(merges).acts().get(0);
    return act.deed()
        .apply(
            new Act.Form(
                new PersonId("aoi"), Optional.of("INC-2026-0002"), Map.of("reason", reason)));
  }

  private static final class Asked implements Merges {
    private final List<String> asked = new ArrayList<>();
    private Outcome outcome = Outcome.done();

    @Override
    public Outcome takeApart(IncidentId child, String reason, PersonId by) {
      asked.add(child + " " + reason + " " + by);
      return outcome;
    }

    @Override
    public Optional<Merged> merged(IncidentId child) {
      throw new UnsupportedOperationException("an act shows nothing");
    }

    @Override
    public boolean mayTakeApart(IncidentId child, PersonId person) {
      throw new UnsupportedOperationException("the façade decides");
    }
  }
}
