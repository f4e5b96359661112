package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.honbu.announcements.RegulatorReport;
import org.honbu.announcements.RegulatorReport.Stage;
import org.honbu.announcements.RegulatorReports;
import org.honbu.incidents.DataHarm;
import org.honbu.incidents.Impact.DataSecurity;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.junit.jupiter.api.Test;

/** Forms about harm to data call their façades with what was written. */
class RegulatorFormsTest {
  private static final Words NO = new Words("だめです", "No");

  private final Hand hand = new Hand();
  private final RegulatorForms forms = new RegulatorForms(hand, hand);

  @Test
  void harmIsSaidAsItWasChosen() {
    assertThat(send("data-harm", Map.of("to", "SUSPECTED", "reason", "ログに出ている")))
        .isInstanceOf(Act.Answer.Done.class);
    assertThat(send("data-harm", Map.of("to", "NONE", "reason", "—")))
        .isEqualTo(Act.Answer.refused(NO));
    assertThat(send("data-harm", Map.of("to", "MAYBE"))).isInstanceOf(Act.Answer.Refused.class);

    assertThat(hand.done).containsExactly("SUSPECTED ログに出ている mei", "NONE — mei");
  }

  @Test
  void whatWasSentIsNotedWithItsTimeInTokyo() {
    send(
        "regulator-report",
        Map.of(
            "stage", "PRELIMINARY",
            "answer", "SENT_MALICIOUS",
            "reportedTo", "委員会",
            "reference", "R8-1",
            "sentAt", "2026-03-02T10:00"));
    send("regulator-report", Map.of("stage", "FINAL", "answer", "NOT_NEEDED", "reason", "暗号化済み"));

    assertThat(hand.done)
        .containsExactly(
            "PRELIMINARY "
                + new RegulatorReports.Sent(
                    Optional.of(Instant.parse("2026-03-02T01:00:00Z")), "委員会", "R8-1", true),
            "FINAL 暗号化済み");
  }

  @Test
  void whatCannotBeReadIsRefused() {
    assertThat(send("regulator-report", Map.of("answer", "SENT", "sentAt", "soon")))
        .isInstanceOf(Act.Answer.Refused.class);
    assertThat(send("regulator-report", Map.of("answer", "")))
        .isInstanceOf(Act.Answer.Refused.class);
    assertThat(hand.done).isEmpty();
  }

  private Act.Answer send(String act, Map<String, String> fields) {
    return forms.acts().stream()
        .filter(one -> one.name().equals(act))
        .findFirst()
        .orElseThrow()
        .deed()
        .apply(
            new Act.Form(
                new PersonId("mei"), Optional.of("INC-2026-0001"), new LinkedHashMap<>(fields)));
  }

  private static final class Hand implements RegulatorReports, DataHarm {
    final List<String> done = new ArrayList<>();

    @Override
    public Outcome say(IncidentId incident, DataSecurity is, String reason, PersonId by) {
      done.add(is + " " + reason + " " + by);
      return is == DataSecurity.NONE ? new Outcome.NotAllowed(NO) : Outcome.done();
    }

    @Override
    public Optional<RegulatorReport> of(IncidentId incident) {
      throw new AssertionError("forms read nothing");
    }

    @Override
    public Outcome sent(IncidentId incident, Stage stage, Sent sent, PersonId by) {
      done.add(stage + " " + sent);
      return Outcome.done();
    }

    @Override
    public Outcome notNeeded(IncidentId incident, Stage stage, String reason, PersonId by) {
      done.add(stage + " " + reason);
      return Outcome.done();
    }
  }
}
