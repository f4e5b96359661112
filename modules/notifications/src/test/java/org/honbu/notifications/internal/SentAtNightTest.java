package org.honbu.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.junit.jupiter.api.Test;

/** The office's clock starts at 12:12 in Tokyo. */
class SentAtNightTest {
  private static final IncidentId ANOTHER = new IncidentId("INC-2026-0777");

  private final PostOffice office = new PostOffice();
  private final SentAtNight calls = new SentAtNight(office.memory.database(), office.settings);

  @Test
  void whoWasCalledInDeepNightWasWoken() {
    itIsThree();
    office.calls(FakePeople.MISAKI);
    office.sendsAll();

    assertThat(since(Duration.ofHours(8), ANOTHER)).containsExactly(FakePeople.MISAKI);
    assertThat(since(Duration.ofHours(8), PostOffice.INCIDENT))
        .as("being called to it is no reason to stay away from it")
        .isEmpty();
  }

  @Test
  void afterTheRestTheyAreCalledAgain() {
    itIsThree();
    office.calls(FakePeople.MISAKI);
    office.sendsAll();

    office.clock.passes(Duration.ofHours(8));
    assertThat(since(Duration.ofHours(8), ANOTHER)).containsExactly(FakePeople.MISAKI);
    office.clock.passes(Duration.ofSeconds(1));
    assertThat(since(Duration.ofHours(8), ANOTHER)).isEmpty();
  }

  @Test
  void aCallAtNoonWakesNobody() {
    office.calls(FakePeople.MISAKI);
    office.sendsAll();

    assertThat(since(Duration.ofHours(8), ANOTHER)).isEmpty();
  }

  @Test
  void whatWasTakenBackBeforeItLeftWokeNobody() {
    itIsThree();
    office.calls(FakePeople.MISAKI);
    office.memory.inNew(() -> office.postroom.cancelPages("run-1"));
    office.sendsAll();

    assertThat(since(Duration.ofHours(8), ANOTHER)).isEmpty();
  }

  @Test
  void aDrillAndALineInAChannelWakeNobody() {
    itIsThree();
    office.pages(PostOffice.page(FakePeople.MISAKI, Kind.DRILL, PostOffice.DRILL, "訓練", 1));
    office.posts(Kind.REAL, PostOffice.INCIDENT, "#alert", "one");
    office.sendsAll();

    assertThat(since(Duration.ofHours(8), ANOTHER)).isEmpty();
  }

  private void itIsThree() {
    office.clock.passes(Duration.between(PostOffice.START, Instant.parse("2026-11-23T18:00:00Z")));
  }

  private Set<PersonId> since(Duration ago, IncidentId except) {
    return office.memory.inNew(() -> calls.since(office.clock.instant().minus(ago), except));
  }
}
