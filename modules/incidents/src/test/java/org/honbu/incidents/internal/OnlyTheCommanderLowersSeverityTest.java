package org.honbu.incidents.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.honbu.incidents.Severity;
import org.honbu.kernel.PersonId;
import org.junit.jupiter.api.Test;

class OnlyTheCommanderLowersSeverityTest {
  private static final PersonId AOI = new PersonId("aoi");
  private static final PersonId EMMA = new PersonId("emma");

  @Test
  void anybodyRaises() {
    assertThat(mayRate(Severity.SEV3, Severity.SEV2, EMMA)).isTrue();
  }

  @Test
  void theLeaderLowersAndNobodyElse() {
    assertThat(mayRate(Severity.SEV2, Severity.SEV3, AOI)).isTrue();
    assertThat(mayRate(Severity.SEV2, Severity.SEV3, EMMA)).isFalse();
  }

  @Test
  void theFirstRatingIsARaise() {
    assertThat(OnlyTheCommanderLowersSeverity.raises(Optional.empty(), Severity.SEV5)).isTrue();
  }

  @Test
  void theSameAgainIsNoRaise() {
    assertThat(OnlyTheCommanderLowersSeverity.raises(Optional.of(Severity.SEV3), Severity.SEV3))
        .isFalse();
  }

  private static boolean mayRate(Severity from, Severity to, PersonId by) {
    return OnlyTheCommanderLowersSeverity.mayRate(Optional.of(from), to, Optional.of(AOI), by);
  }
}
