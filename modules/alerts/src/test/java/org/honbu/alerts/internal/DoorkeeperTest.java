package org.honbu.alerts.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.honbu.kernel.ProblemException;
import org.junit.jupiter.api.Test;

class DoorkeeperTest {
  private static final Instant START = Instant.parse("2026-02-01T03:00:00Z");

  private final Keys keys = new Keys();
  private Instant now = START;
  private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
  private final Doorkeeper doorkeeper = new Doorkeeper(keys, clock);

  @Test
  void aStormAsksTheDatabaseOnceASecond() {
    keys.admit("prometheus", "right");

    for (int i = 0; i < 100; i++) {
      knock("prometheus", "right");
    }
    assertThat(keys.looks).isEqualTo(1);

    now = START.plus(Doorkeeper.REMEMBERS);
    knock("prometheus", "right");
    assertThat(keys.looks).isEqualTo(2);
  }

  @Test
  void aNewKeyOpensAtOnceAndTheOldOneAtMostASecondMore() {
    keys.admit("prometheus", "old");
    knock("prometheus", "old");

    keys.admit("prometheus", "new");

    knock("prometheus", "old");
    knock("prometheus", "new");
    assertIsSentAway("prometheus", "old");
  }

  @Test
  void theOldKeyIsForgottenEvenWhenNobodyUsesTheNewOne() {
    keys.admit("prometheus", "old");
    knock("prometheus", "old");

    keys.admit("prometheus", "new");
    now = START.plus(Doorkeeper.REMEMBERS);

    assertIsSentAway("prometheus", "old");
  }

  @Test
  void aKeyOpensOnlyItsOwnDoorAndAWrongOneIsNeverRemembered() {
    keys.admit("prometheus", "right");
    knock("prometheus", "right");

    assertIsSentAway("grafana", "right");
    assertIsSentAway("prometheus", "wrong");
    assertIsSentAway("prometheus", "wrong");
  }

  @Test
  void aClockThatWasSetBackRemembersNothing() {
    keys.admit("prometheus", "right");
    knock("prometheus", "right");

    now = START.minus(Duration.ofHours(1));
    knock("prometheus", "right");

    assertThat(keys.looks).isEqualTo(2);
  }

  private void knock(String integration, String key) {
    if (!doorkeeper.remembers(integration, "Bearer " + key, null)) {
      doorkeeper.check(integration, "Bearer " + key, null);
    }
  }

  private void assertIsSentAway(String integration, String key) {
    assertThatThrownBy(() -> knock(integration, key)).isInstanceOf(ProblemException.class);
  }

  /** The integrations' table. */
  private static final class Keys extends AlertStore {
    private final Map<String, IntegrationRow> rows = new HashMap<>();
    private int looks;

    void admit(String id, String key) {
      rows.put(id, new IntegrationRow(id, id, key, START));
    }

    @Override
    Optional<IntegrationRow> integration(String id) {
      looks++;
      return Optional.ofNullable(rows.get(id));
    }
  }
}
