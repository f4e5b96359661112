package org.honbu.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.notifications.OutgoingMessage;
import org.honbu.notifications.PrivateLine;
import org.junit.jupiter.api.Test;

/** What is said to one person alone. */
class PrivatePostTest {
  private static final Words TEXT = new Words("手が動いていませんか", "Are your hands at work?");

  private final PostOffice office = new PostOffice();
  private final PrivatePost post =
      new PrivatePost(office.postroom, office.messages, office.channels, office.settings);

  @Test
  void itReachesTheOneItIsForInTheirLanguageWithTheWayThere() {
    tells(Kind.REAL, PostOffice.INCIDENT, FakePeople.AOI, "hands");
    tells(Kind.REAL, PostOffice.INCIDENT, FakePeople.GRACE, "hands");

    office.sendsAll();

    assertThat(office.mail.received)
        .extracting(Channel.Letter::address)
        .containsExactlyInAnyOrder("aoi@example.org", "grace@example.org");
    assertThat(office.mail.received)
        .anySatisfy(
            letter -> {
              assertThat(letter.subject()).isEqualTo("【SEV2】あなただけに：手が動いていませんか");
              assertThat(letter.text())
                  .startsWith("手が動いていませんか\n")
                  .contains("https://honbu.example.org/incidents/INC-2026-0123");
            })
        .anySatisfy(letter -> assertThat(letter.text()).startsWith("Are your hands at work?"));
  }

  @Test
  void onlyItsAddresseeMayReadItInTheLedger() {
    tells(Kind.REAL, PostOffice.INCIDENT, FakePeople.AOI, "hands");
    office.calls(FakePeople.MISAKI);

    assertThat(office.ledger())
        .filteredOn(message -> message.channel().startsWith("private"))
        .hasSize(2)
        .allMatch(message -> message.isFor(FakePeople.AOI))
        .noneMatch(message -> message.isFor(FakePeople.MISAKI))
        .extracting(OutgoingMessage::address)
        .doesNotContain("aoi@example.org");
    assertThat(office.ledger())
        .filteredOn(message -> !message.channel().startsWith("private"))
        .isNotEmpty()
        .allMatch(message -> message.isFor(FakePeople.AOI));
  }

  @Test
  void tellingItTwiceTellsItOnce() {
    tells(Kind.REAL, PostOffice.INCIDENT, FakePeople.AOI, "hands");
    tells(Kind.REAL, PostOffice.INCIDENT, FakePeople.AOI, "hands");

    assertThat(office.ledger()).hasSize(2);
  }

  /** ISO-2: nothing of a drill leaves through a real channel. */
  @Test
  void aDrillsStaysInsideAndSaysSo() {
    tells(Kind.DRILL, PostOffice.DRILL, FakePeople.AOI, "hands");

    office.sendsAll();

    assertThat(office.mail.received).isEmpty();
    assertThat(office.ledger()).as("no letter is even written").hasSize(1);
    assertThat(office.builtIn.received)
        .singleElement()
        .satisfies(letter -> assertThat(letter.subject()).startsWith("【訓練】[DRILL] "));
  }

  private void tells(Kind kind, IncidentId incident, PersonId person, String key) {
    office.memory.inNew(
        () -> {
          post.tell(new PrivateLine(kind, incident, 2, person, key, TEXT));
          return true;
        });
  }
}
