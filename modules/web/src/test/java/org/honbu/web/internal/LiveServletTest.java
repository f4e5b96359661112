package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** At which pages somebody may look and go on looking. */
class LiveServletTest {
  private static boolean mayBeLookedAt(String path) {
    return LiveServlet.mayBeLookedAt(Page.at(path).orElseThrow(), path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/incidents",
        "/incidents/INC-2026-0001",
        "/incidents/DRL-2026-03-INC",
        "/incidents/INC-2026-0001/postmortem",
        "/reports/REP-2026-0042",
        "/learning"
      })
  void whatThereMayBe(String path) {
    assertThat(mayBeLookedAt(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/incidents/nothing",
        "/incidents/nothing/postmortem",
        "/reports/INC-2026-0001",
        "/incidents/INC-2026-0001/private",
        "/declare"
      })
  void whatIsNoNumberOrStandsStillIsNotLookedFor(String path) {
    assertThat(mayBeLookedAt(path)).isFalse();
  }
}
