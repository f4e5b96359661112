package org.honbu.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.honbu.notifications.SignedLinks.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerLinksTest {
  private final PostOffice office = new PostOffice();
  private final UUID call = office.ids.next();
  private final String token = tokenOf(office);

  private String tokenOf(PostOffice from) {
    String path = from.links.pathTo(call, PostOffice.START).getPath();
    return path.substring(AnswerLinks.PATH.length());
  }

  @Test
  void linkNamesItsCall() {
    assertThat(office.links.read(token)).isEqualTo(new Reading.Genuine(call));
    assertThat(office.links.to(call, PostOffice.START))
        .hasToString("https://honbu.example.org/a/" + token);
  }

  @Test
  void linkOutlivesARestart() {
    var restarted =
        new AnswerLinks(
            new HmacLinks(
                new Signing(office.memory.database(), office.memory, office.ids),
                office.settings,
                office.clock),
            office.settings);

    assertThat(restarted.read(token)).isEqualTo(new Reading.Genuine(call));
  }

  @Test
  void linkEndsAfterADay() {
    office.clock.passes(Duration.ofHours(24).minusSeconds(1));
    assertThat(office.links.read(token)).isInstanceOf(Reading.Genuine.class);

    office.clock.passes(Duration.ofSeconds(1));
    assertThat(office.links.read(token)).isInstanceOf(Reading.Expired.class);
  }

  @Test
  void linkOfAnotherHouseIsForged() {
    assertThat(office.links.read(tokenOf(new PostOffice()))).isInstanceOf(Reading.Forged.class);
  }

  @Test
  void everyChangedCharacterMakesItForged() {
    for (int i = 0; i < token.length(); i++) {
      for (char other : "AQ-_9".toCharArray()) {
        if (token.charAt(i) != other) {
          String changed = token.substring(0, i) + other + token.substring(i + 1);
          assertThat(office.links.read(changed)).as(changed).isInstanceOf(Reading.Forged.class);
        }
      }
    }
  }

  @Test
  void endMovedByHandIsForged() {
    byte[] bytes = Base64.getUrlDecoder().decode(token);
    ByteBuffer.wrap(bytes).putLong(16, Long.MAX_VALUE);
    String moved = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);

    assertThat(office.links.read(moved)).isInstanceOf(Reading.Forged.class);
  }

  @Test
  void signatureForAnotherPurposeIsForged() {
    byte[] named = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token)).slice(0, 24).array();
    byte[] all =
        ByteBuffer.allocate(56)
            .put(named, 0, 24)
            .put(office.signing.sign("honbu:message:1", java.util.Arrays.copyOf(named, 24)))
            .array();

    assertThat(office.links.read(Base64.getUrlEncoder().withoutPadding().encodeToString(all)))
        .isInstanceOf(Reading.Forged.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "answer.css", "../a", "ああ", "%00", "AAAA", "=", "null"})
  void rubbishIsForged(String rubbish) {
    assertThat(office.links.read(rubbish)).isInstanceOf(Reading.Forged.class);
  }

  @Test
  void longRubbishIsForged() {
    assertThat(office.links.read("A".repeat(100_000))).isInstanceOf(Reading.Forged.class);
    assertThat(office.links.read(token + "A")).isInstanceOf(Reading.Forged.class);
    assertThat(office.links.read(token + "=")).isInstanceOf(Reading.Forged.class);
  }
}
