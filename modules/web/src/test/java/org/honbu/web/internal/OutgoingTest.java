package org.honbu.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.honbu.incidents.Veil;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.notifications.OutgoingMessage;
import org.junit.jupiter.api.Test;

class OutgoingTest {
  private static final PersonId MISAKI = new PersonId("misaki");
  private static final PersonId KAORU = new PersonId("kaoru");
  private static final URI KEY = URI.create("https://honbu.example/a/signed");

  @Test
  void aKeyIsForItsAddresseeAlone() {
    assertThat(Outgoing.key(page(), MISAKI, false)).contains(KEY);
    assertThat(Outgoing.key(page(), KAORU, false)).isEmpty();
  }

  @Test
  void theDemoLetsANewcomerAnswerForAnybody() {
    assertThat(Outgoing.key(page(), KAORU, true)).contains(KEY);
  }

  @Test
  void whatIsSaidToOnePersonIsReadByThemAlone() {
    OutgoingMessage page = page();
    OutgoingMessage whisper = message(OutgoingMessage.PRIVATE);
    OutgoingMessage letter = message("private-email");

    assertThat(Outgoing.readable(List.of(page, whisper, letter), MISAKI))
        .containsExactly(page, whisper, letter);
    assertThat(Outgoing.readable(List.of(page, whisper, letter), KAORU)).containsExactly(page);
  }

  @Test
  void whatWasSaidOfAPrivateIncidentIsForThoseInsideAndForWhomItWasSaidTo() {
    IncidentId incident = new IncidentId("INC-2026-0001");
    List<OutgoingMessage> all = List.of(page());

    assertThat(Outgoing.visible(all, Veil.NONE, KAORU)).hasSize(1);
    Veil shut = new Veil(Set.of(incident), Set.of(incident));
    assertThat(Outgoing.visible(all, shut, KAORU)).isEmpty();
    assertThat(Outgoing.visible(all, shut, MISAKI)).hasSize(1);
  }

  private static OutgoingMessage page() {
    return message("inbox");
  }

  private static OutgoingMessage message(String channel) {
    return new OutgoingMessage(
        new UUID(0, 1),
        Kind.REAL,
        new IncidentId("INC-2026-0001"),
        2,
        channel,
        Optional.of(MISAKI),
        "misaki",
        "[SEV2] Please answer",
        "Misaki, it is your turn.",
        Optional.of(KEY),
        OutgoingMessage.State.SENT,
        Instant.parse("2026-11-22T18:00:00Z"),
        Optional.empty(),
        List.of());
  }
}
