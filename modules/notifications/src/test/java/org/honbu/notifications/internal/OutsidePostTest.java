package org.honbu.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.honbu.kernel.Kind;
import org.honbu.notifications.OutsideLetter;
import org.honbu.notifications.OutsideLetter.Purpose;
import org.honbu.notifications.internal.Channels.Lane;
import org.junit.jupiter.api.Test;

class OutsidePostTest {
  private static final UUID SOMEBODY = new UUID(7, 8);

  private final PostOffice office = new PostOffice();

  @Test
  void letterLeavesWithTheLinkThatIsMadeWhenItLeaves() {
    sends(letter("news-1", Kind.REAL));

    assertThat(office.sendsAll()).isEqualTo(1);

    Channel.Letter received = office.outside.received.get(0);
    assertThat(received.address()).isEqualTo("reader@example.net");
    assertThat(received.answer())
        .contains(PostOffice.outsideLink(Purpose.NEWS, SOMEBODY, PostOffice.START));
    assertThat(received.text()).contains("これまで\n" + received.answer().orElseThrow() + "\n\nここから");
    assertThat(received.severity()).as("nothing urgent").isEqualTo(5);
  }

  @Test
  void sameLetterTwiceIsOne() {
    sends(letter("news-1", Kind.REAL));
    sends(letter("news-1", Kind.REAL));
    sends(letter("news-2", Kind.REAL));

    assertThat(office.sendsAll()).isEqualTo(2);
  }

  @Test
  void drillNeverReachesAnybodyOutside() {
    sends(letter("news-1", Kind.DRILL));

    assertThat(office.sendsAll()).isEqualTo(1);

    assertThat(office.outside.received).isEmpty();
  }

  @Test
  void lettersWaitInALaneOfTheirOwnAndDoNotBuryTheLedger() {
    sends(letter("news-1", Kind.REAL));
    assertThat(office.calls(FakePeople.MISAKI)).isTrue();

    assertThat(office.sender.sendNext(Lane.EMAIL)).isTrue();

    assertThat(office.mail.received).as("the call left").hasSize(1);
    assertThat(office.outside.received).as("the letter waits for its own sender").isEmpty();
    assertThat(office.ledger()).noneMatch(message -> message.channel().startsWith("outside"));
  }

  @Test
  void whoIsForgottenGetsNothingMoreAndTheirAddressIsGone() {
    sends(letter("news-1", Kind.REAL));
    assertThat(office.sendsAll()).isEqualTo(1);
    sends(letter("news-2", Kind.REAL));

    assertThat(
            office.memory.inNew(
                () -> {
                  office.outsidePost.forget(SOMEBODY);
                  return true;
                }))
        .isTrue();

    assertThat(office.sendsAll()).as("taken back").isZero();
    assertThat(
            office.memory.inNew(
                () ->
                    office
                        .memory
                        .database()
                        .query(
                            "select address from notifications.message",
                            row -> row.text("address"))))
        .containsOnly("");
  }

  private void sends(OutsideLetter letter) {
    assertThat(
            office.memory.inNew(
                () -> {
                  office.outsidePost.send(letter);
                  return true;
                }))
        .isTrue();
  }

  private static OutsideLetter letter(String key, Kind kind) {
    return new OutsideLetter(
        kind, SOMEBODY, "reader@example.net", key, Purpose.NEWS, "お知らせ", "これまで", "ここから");
  }
}
