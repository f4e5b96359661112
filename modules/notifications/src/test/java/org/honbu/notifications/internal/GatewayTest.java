package org.honbu.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.honbu.kernel.Kind;
import org.honbu.notifications.OutgoingMessage;
import org.honbu.notifications.OutgoingMessage.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tries hard to get a drill out of the house (DOMAIN ISO-2, ISO-3, ISO-6). */
class GatewayTest {
  private final PostOffice office = new PostOffice();

  @Test
  void drillPageReachesTheInboxAndNobodysMail() {
    office.pages(drillPage());

    office.sendsAll();

    assertThat(office.builtIn.received).hasSize(1);
    assertThat(office.mail.received).isEmpty();
  }

  @Test
  void gatewayMarksADrillInSubjectAndText() {
    office.pages(drillPage());

    office.sendsAll();

    Channel.Letter letter = office.builtIn.received.get(0);
    assertThat(letter.subject()).startsWith("【訓練】[DRILL] 【SEV1】応答してください：");
    assertThat(letter.text()).startsWith("【訓練】[DRILL] これは訓練です");
    assertThat(office.only("inbox").subject()).isEqualTo(letter.subject());
  }

  @Test
  void realMessageCarriesNoMark() {
    office.calls(FakePeople.MISAKI);

    office.sendsAll();

    assertThat(office.mail.received.get(0).subject()).startsWith("【SEV1】").doesNotContain("訓練");
    assertThat(office.mail.received.get(0).text()).doesNotContain("訓練", "DRILL");
  }

  @Test
  void drillPostReachesTheDrillsChannel() {
    office.posts(Kind.DRILL, PostOffice.DRILL, "#drill-alert", "opened");

    office.sendsAll();

    assertThat(office.drillRoom.received).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"#alert", "email", "#ALERT", "# alert", "inbox ", "sms", "", "twitter"})
  void drillPostedAnywhereElseIsBlockedAndRecorded(String channel) {
    office.posts(Kind.DRILL, PostOffice.DRILL, channel, "opened");

    office.sendsAll();

    nothingLeft();
    blocked(office.ledger().get(0));
  }

  @Test
  void realMessageNeverLeavesThroughADrillsChannel() {
    office.posts(Kind.REAL, PostOffice.INCIDENT, "#drill-alert", "opened");

    office.sendsAll();

    nothingLeft();
    blocked(office.only("#drill-alert"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"REAL", "real", "", "null", "NULL", "REAL ", "EXERCISE", "DRILL "})
  void kindChangedInTheRowIsBlocked(String kind) {
    office.pages(drillPage());
    office.memory.tamper("update notifications.message set kind = '" + kind + "'");

    office.sendsAll();

    nothingLeft();
    blocked(office.only("inbox"));
  }

  @Test
  void channelChangedInTheRowIsBlocked() {
    office.pages(drillPage());
    office.memory.tamper("update notifications.message set channel = 'email'");

    office.sendsAll();

    nothingLeft();
    blocked(office.only("email"));
  }

  @Test
  void kindChannelAndLaneChangedTogetherAreBlocked() {
    office.pages(drillPage());
    office.memory.tamper(
        "update notifications.message set channel = 'email', kind = 'REAL', lane = 'EMAIL',"
            + " incident_id = 'INC-2026-0123', address = 'everybody@example.org'");

    office.sendsAll();

    nothingLeft();
    blocked(office.only("email"));
  }

  @Test
  void addressOfARealMessageChangedInTheRowIsBlocked() {
    office.calls(FakePeople.MISAKI);
    office.memory.tamper("update notifications.message set address = 'thief@example.net'");

    office.sendsAll();

    nothingLeft();
  }

  @Test
  void sealOfAnotherMessageDoesNotFit() {
    office.calls(FakePeople.MISAKI);
    office.pages(drillPage());
    office.memory.tamper(
        "update notifications.message set kind = 'REAL', channel = 'email', seal ="
            + " (select max(seal) from notifications.message where channel = 'email')"
            + " where kind = 'DRILL'");

    office.sendsAll();

    assertThat(office.mail.received).hasSize(1);
  }

  @Test
  void drillsIncidentCalledRealByItsWriterIsBlocked() {
    office.posts(Kind.REAL, PostOffice.DRILL, "#alert", "opened");

    office.sendsAll();

    nothingLeft();
    blocked(office.only("#alert"));
  }

  @Test
  void channelThatBreaksIsTriedLater() {
    office.channels.register(
        "#broken",
        letter -> {
          throw new IllegalStateException("out of order");
        },
        java.util.Set.of(Kind.REAL),
        Channels.Lane.BUILT_IN);
    office.posts(Kind.REAL, PostOffice.INCIDENT, "#broken", "opened");

    office.sendsAll();

    OutgoingMessage message = office.only("#broken");
    assertThat(message.state()).isEqualTo(State.WAITING);
    assertThat(message.attempts().get(0).outcome()).contains("out of order");
  }

  private static org.honbu.notifications.Page drillPage() {
    return PostOffice.page(FakePeople.MISAKI, Kind.DRILL, PostOffice.DRILL, "決済画面で 5xx が急増", 1);
  }

  private void nothingLeft() {
    assertThat(List.of(office.mail, office.builtIn, office.drillRoom))
        .allSatisfy(world -> assertThat(world.received).isEmpty());
  }

  private static void blocked(OutgoingMessage message) {
    assertThat(message.state()).isEqualTo(State.BLOCKED);
    assertThat(message.attempts()).hasSize(1);
    assertThat(message.attempts().get(0).outcome()).startsWith("ERR_DRILL_LEAK_BLOCKED");
  }
}
