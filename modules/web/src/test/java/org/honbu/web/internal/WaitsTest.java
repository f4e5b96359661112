package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.junit.jupiter.api.Test;

class WaitsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");
  private static final PersonId MISAKI = new PersonId("misaki");
  private static final PersonId AOI = new PersonId("aoi");

  @Test
  void whatIsOfferedToYouByNameComesFirst() {
    HumanTask toTheTeam = task("Activity_Triage", null, Set.of("team:payments"), Set.of());
    HumanTask toMisaki = task("Activity_AnswerThePage", null, Set.of(), Set.of(MISAKI));

    assertThat(Waits.forPerson(List.of(toTheTeam, toMisaki), MISAKI, Set.of("team:payments")))
        .contains(toMisaki);
  }

  @Test
  void whatSomebodyElseHasDoesNotWaitForYou() {
    HumanTask taken = task("Activity_Triage", AOI, Set.of("team:payments"), Set.of(MISAKI));

    assertThat(Waits.forPerson(List.of(taken), MISAKI, Set.of("team:payments"))).isEmpty();
  }

  @Test
  void aDutyYouHoldIsNotYourTurn() {
    HumanTask lead = task("Activity_LeadTheIncident", AOI, Set.of("incident-commander"), Set.of());

    assertThat(Waits.forPerson(List.of(lead), AOI, Set.of("incident-commander"))).isEmpty();
  }

  private static HumanTask task(
      String step,
      @org.jspecify.annotations.Nullable PersonId holder,
      Set<String> groups,
      Set<PersonId> people) {
    return new HumanTask(
        step,
        step,
        step,
        "IncidentResponse",
        new IncidentId("INC-2026-0001"),
        Optional.ofNullable(holder),
        groups,
        people,
        NOW,
        Optional.empty(),
        Facts.none());
  }
}
