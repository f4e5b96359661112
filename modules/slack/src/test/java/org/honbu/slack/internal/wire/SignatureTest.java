package org.honbu.slack.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.honbu.testkit.slack.FakeSlack;
import org.honbu.testkit.slack.Hands;
import org.junit.jupiter.api.Test;

/** Only what Slack signed, and lately. */
class SignatureTest {
  private static final String BODY = "command=%2Fhonbu&text=help";

  private final StandingClock clock = new StandingClock();
  private final Signature signature = signature(FakeSlack.SIGNING_SECRET);

  /** The worked example of Slack's documentation. */
  @Test
  void signsAsSlackDocumentsIt() {
    String body =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
            + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
            + "&command=%2Fwebhook-collect&text="
            + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554"
            + "%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    assertThat(Signature.of("8f742231b10e8888abcd99yyyzzz85a5", "1531420618", bytes(body)))
        .isEqualTo("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503");
  }

  @Test
  void whatSlackSignedJustNowPasses() {
    assertThat(isSlacks(now(), Hands.signature(now(), BODY), BODY)).isTrue();
  }

  @Test
  void whatWasChangedOrSignedByAnotherDoesNot() {
    String signed = Hands.signature(now(), BODY);

    assertThat(isSlacks(now(), signed, BODY + "&text=escalate")).isFalse();
    assertThat(isSlacks(now(), signed.replace("v0=", "v1="), BODY)).isFalse();
    assertThat(isSlacks(now(), "", BODY)).isFalse();
    assertThat(signature("another secret").isSlacks(now(), signed, bytes(BODY))).isFalse();
  }

  @Test
  void whatIsOlderThanFiveMinutesOrFromTheFutureDoesNot() {
    String then = now();
    String signed = Hands.signature(then, BODY);

    clock.passes(Duration.ofMinutes(5));
    assertThat(isSlacks(then, signed, BODY)).isTrue();
    clock.passes(Duration.ofSeconds(1));
    assertThat(isSlacks(then, signed, BODY)).isFalse();
    clock.passes(Duration.ofSeconds(-602));
    assertThat(isSlacks(then, signed, BODY)).isFalse();
  }

  @Test
  void nonsenseForATimeIsRefusedAndNotRead() {
    for (String nonsense : new String[] {"", "now", "-1", "99999999999999999999"}) {
      assertThat(isSlacks(nonsense, Hands.signature(nonsense, BODY), BODY)).isFalse();
    }
  }

  @Test
  void withoutASecretNothingIsGenuine() {
    assertThat(signature("").isSlacks(now(), Hands.signature(now(), BODY), bytes(BODY))).isFalse();
  }

  private Signature signature(String secret) {
    return new Signature(Settings.with(Map.of("honbu.slack.signing-secret", secret)), clock);
  }

  private boolean isSlacks(String timestamp, String signed, String body) {
    return signature.isSlacks(timestamp, signed, bytes(body));
  }

  private String now() {
    return String.valueOf(clock.instant().getEpochSecond());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
