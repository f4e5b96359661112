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
import org.honbu.workflow.Timers;
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
  void theCommandersLoopComesAfterWhatOthersWaitFor() {
    HumanTask assess = task("CommandLoop", "Activity_AssessSituation", AOI, Set.of(), Set.of(AOI));
    HumanTask approve =
        task("Activity_ApproveAnnouncement", null, Set.of("incident-commander"), Set.of());
    Set<String> groups = Set.of("incident-commander");

    assertThat(Waits.forPerson(List.of(assess, approve), AOI, groups)).contains(approve);
    assertThat(Waits.forPerson(List.of(assess), AOI, groups)).contains(assess);
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

  @Test
  void nobodyIsLookedForOnceADutyIsHeld() {
    HumanTask open = task("Activity_LeadTheIncident", null, Set.of("incident-commander"), Set.of());
    HumanTask held = task("Activity_LeadTheIncident", AOI, Set.of("incident-commander"), Set.of());
    List<Timers.Next> timers = List.of(timerOn("Activity_LeadTheIncident"));

    assertThat(Waits.ahead(timers, List.of(open))).isEqualTo(timers);
    assertThat(Waits.ahead(timers, List.of(held))).isEmpty();
  }

  @Test
  void aTaskThatSomebodyHasStillRunsOutOfTime() {
    HumanTask triage = task("Activity_Triage", MISAKI, Set.of(), Set.of());
    List<Timers.Next> timers = List.of(timerOn("Activity_Triage"));

    assertThat(Waits.ahead(timers, List.of(triage))).isEqualTo(timers);
  }

  @Test
  void whoIsCalledNextIsSaidByTheCallsThemselves() {
    assertThat(Waits.ahead(List.of(timerOn("Activity_AnswerThePage")), List.of())).isEmpty();
  }

  @Test
  void theClocksThatRunForTheCommanderAloneAreNotShown() {
    Timers.Next room = timerOn("Activity_AwaitMitigation");
    Timers.Next care = timerOn("CommandCare", "Activity_OneTerm");
    Timers.Next hands = timerOn("HandsOnPrompt", "Activity_HandsOn");

    assertThat(Waits.ahead(List.of(care, room, hands), List.of())).containsExactly(room);
  }

  @Test
  void whatTheCommanderAloneIsAskedIsNotAmongTheTasksOfTheIncident() {
    HumanTask triage = task("Activity_Triage", null, Set.of("team:payments"), Set.of());
    HumanTask hands = task("HandsOnPrompt", "Activity_HandsOn", AOI, Set.of(), Set.of(AOI));
    HumanTask rest = task("CommandCare", "Activity_RestOrGoOn", AOI, Set.of(), Set.of(AOI));

    assertThat(Discreet.among(List.of(hands, triage, rest))).containsExactly(triage);
  }

  private static Timers.Next timerOn(String step) {
    return timerOn("WarRoom", step);
  }

  private static Timers.Next timerOn(String process, String step) {
    return new Timers.Next(
        process, "Event_Late", "遅い / Late", Optional.of("促す / Remind"), false, step, NOW);
  }

  private static HumanTask task(
      String step,
      @org.jspecify.annotations.Nullable PersonId holder,
      Set<String> groups,
      Set<PersonId> people) {
    return task("IncidentResponse", step, holder, groups, people);
  }

  private static HumanTask task(
      String process,
      String step,
      @org.jspecify.annotations.Nullable PersonId holder,
      Set<String> groups,
      Set<PersonId> people) {
    return new HumanTask(
        step,
        step,
        step,
        process,
        new IncidentId("INC-2026-0001"),
        Optional.ofNullable(holder),
        groups,
        people,
        NOW,
        Optional.empty(),
        Facts.none());
  }
}
