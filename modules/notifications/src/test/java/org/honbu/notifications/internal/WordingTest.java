package org.honbu.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.notifications.Page;
import org.junit.jupiter.api.Test;

class WordingTest {

  /** A59. */
  @Test
  void atSeverityOneNobodyIsToldThatTheOnCallsRingStops() {
    assertThat(body(1, Locale.JAPANESE)).contains("当番の呼び出しは、当番が応答するまで続きます");
    assertThat(body(1, Locale.ENGLISH))
        .contains("the on-call’s goes on until they answer")
        .doesNotContain("every other ring stops");
    assertThat(body(2, Locale.ENGLISH)).contains("every other ring stops at once");
  }

  @Test
  void noCharacterIsCutInTheMiddle() {
    assertThat(Wording.lines("叱\n𠮟𠮟𠮟", 4)).isEqualTo("叱\n…");
    assertThat(Wording.lines("叱\n𠮟𠮟", 6)).isEqualTo("叱\n𠮟𠮟");
    assertThat(Wording.lines("叱\n𠮟𠮟𠮟", 5)).isEqualTo("叱\n𠮟…");
  }

  private static String body(int severity, Locale reader) {
    var matter =
        new Page.Matter(
            new IncidentId("INC-2026-0001"), severity, "5xx", Optional.empty(), Optional.empty());
    var call =
        new Page.Call(
            "run",
            1,
            new Words("コマンダー当番", "commanders on call"),
            Instant.parse("2026-04-01T03:05:00Z"),
            Optional.empty(),
            List.of());
    return Wording.body(
        new Page(Kind.REAL, matter, new PersonId("aoi"), call),
        new Wording.Reader(reader, "Aoi"),
        List.of(),
        ZoneId.of("Asia/Tokyo"));
  }
}
