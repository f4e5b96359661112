package org.honbu.response.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.honbu.response.internal.World.INCIDENT;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.honbu.kernel.IncidentId;
import org.honbu.workflow.Timers;
import org.junit.jupiter.api.Test;

/** What will happen by itself is known in the words of the diagrams. */
class NextTimersProcessTest extends ResponseStories {
  @Test
  void whatWillHappenByItselfIsKnownInTheDiagramsWords() {
    roomOpen();

    var next = engine.timers().next(INCIDENT);

    assertThat(next)
        .extracting(Timers.Next::on, Timers.Next::then, timer -> inMinutes(timer.due()))
        .startsWith(
            tuple(
                "Activity_LeadTheIncident",
                Optional.of("候補を広げて声をかける / Ask every qualified commander"),
                2L))
        .contains(
            tuple("Activity_AwaitMitigation", Optional.of("経過時間を伝える / Call out the time"), 10L));
    assertThat(next).isSortedAccordingTo(Comparator.comparing(Timers.Next::due));
    assertThat(next.get(0).step()).isEqualTo("Event_TwoMinutesUnclaimed");
    assertThat(next.get(0).name()).isEqualTo("2 分たった / After 2 minutes");
    assertThat(engine.overview().of(List.of(INCIDENT, new IncidentId("INC-2026-9999"))))
        .containsOnlyKeys(INCIDENT)
        .hasEntrySatisfying(INCIDENT, view -> assertThat(view.timers()).isEqualTo(next));

    passes("PT2M");
    assertThat(engine.timers().next(INCIDENT))
        .extracting(Timers.Next::step)
        .doesNotContain("Event_TwoMinutesUnclaimed");
  }

  @Test
  void aTimerIsFollowedPastGatewaysThatOnlyJoin() {
    declared(CRITICAL);

    assertThat(engine.timers().next(INCIDENT))
        .extracting(Timers.Next::process, Timers.Next::then, Timers.Next::asks)
        .containsExactly(
            tuple("OnCallPage", Optional.of("次の段の人を呼び出す / Page the next level"), false));
    assertThat(engine.timers().next(new IncidentId("INC-2026-9999"))).isEmpty();
  }

  @Test
  void aTimerThatOnlyAsksPeopleSaysSo() {
    mitigated();
    world.verify(INCIDENT, ITSUKI);
    settle();

    assertThat(engine.timers().next(INCIDENT))
        .extracting(Timers.Next::then, Timers.Next::asks)
        .contains(tuple(Optional.of("復旧を宣言する / Declare it resolved"), true));
  }

  private long inMinutes(Instant due) {
    return Duration.between(clock.instant(), due).toMinutes();
  }
}
