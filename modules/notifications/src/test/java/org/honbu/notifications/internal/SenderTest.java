package org.honbu.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.honbu.kernel.Kind;
import org.honbu.notifications.OutgoingMessage;
import org.honbu.notifications.OutgoingMessage.State;
import org.honbu.notifications.PageUndeliverable;
import org.honbu.notifications.PostFailing;
import org.honbu.notifications.PostRecall;
import org.honbu.notifications.internal.Channels.Lane;
import org.junit.jupiter.api.Test;

class SenderTest {
  private final PostOffice office = new PostOffice();

  @Test
  void pageLeavesByMailAndShowsInTheInbox() {
    office.calls(FakePeople.MISAKI);

    office.sendsAll();

    assertThat(office.mail.received).hasSize(1);
    assertThat(office.only("email").state()).isEqualTo(State.SENT);
    assertThat(office.only("email").address()).isEqualTo("m…@example.org");
    assertThat(office.only("inbox").answer()).isPresent();
    assertThat(office.only("email").answer()).isEmpty();
  }

  @Test
  void nothingIsLeftByATransactionThatRollsBack() {
    assertThatThrownBy(
            () ->
                office.memory.inNew(
                    () -> {
                      office.postroom.page(PostOffice.page(FakePeople.MISAKI));
                      throw new IllegalStateException("the caller failed");
                    }))
        .hasMessage("the caller failed");

    assertThat(office.sendsAll()).isZero();
    assertThat(office.ledger()).isEmpty();
  }

  @Test
  void pagingTwiceSendsOnce() {
    office.calls(FakePeople.MISAKI);
    office.calls(FakePeople.MISAKI);

    office.sendsAll();

    assertThat(office.mail.received).hasSize(1);
    assertThat(office.ledger()).hasSize(2);
  }

  @Test
  void postingTwiceUnderOneKeySendsOnce() {
    office.posts(Kind.REAL, PostOffice.INCIDENT, "#alert", "opened");
    office.posts(Kind.REAL, PostOffice.INCIDENT, "#alert", "opened");
    office.posts(Kind.REAL, PostOffice.INCIDENT, "#alert", "severity-1");

    office.sendsAll();

    assertThat(office.builtIn.received).hasSize(2);
  }

  /** A31: whoever posted it hears of it once, after the third try, and sending goes on. */
  @Test
  void aLineThatDoesNotLeaveIsSaidToFailAfterThreeTries() {
    office.builtIn.answer = new Delivery.TryLater(Duration.ZERO, "connection refused");
    office.posts(Kind.REAL, PostOffice.INCIDENT, "#alert", "opened");

    office.sendsAll();
    office.clock.passes(Duration.ofSeconds(6));
    office.sendsAll();
    assertThat(office.announced).as("two tries").isEmpty();
    office.clock.passes(Duration.ofSeconds(11));
    office.sendsAll();
    assertThat(office.announced).containsExactly(failing());
    office.clock.passes(Duration.ofMinutes(1));
    office.sendsAll();

    assertThat(office.announced).hasSize(1);
    assertThat(office.only("#alert").state()).isEqualTo(State.WAITING);
  }

  @Test
  void aLineThatNeverLeavesIsSaidToFailAtOnceAndACallIsNot() {
    office.builtIn.answer = new Delivery.Undeliverable("404");
    office.posts(Kind.REAL, PostOffice.INCIDENT, "#alert", "opened");
    office.calls(FakePeople.MISAKI);

    office.sendsAll();

    assertThat(office.announced)
        .filteredOn(PostFailing.class::isInstance)
        .containsExactly(failing());
  }

  /** Whoever brought it out by hand first: it does not leave by itself as well. */
  @Test
  void aPostThatIsTakenBackDoesNotLeave() {
    office.posts(Kind.REAL, PostOffice.INCIDENT, "#alert", "opened");

    assertThat(takesBack("opened")).isEqualTo(PostRecall.Outcome.TAKEN_BACK);
    office.sendsAll();

    assertThat(office.builtIn.received).isEmpty();
    assertThat(office.only("#alert").state()).isEqualTo(State.CANCELLED);
    assertThat(takesBack("opened")).isEqualTo(PostRecall.Outcome.NOTHING_WAITED);
    assertThat(takesBack("never-written")).isEqualTo(PostRecall.Outcome.NOTHING_WAITED);
  }

  @Test
  void aPostThatHasLeftIsNotTakenBack() {
    office.posts(Kind.REAL, PostOffice.INCIDENT, "#alert", "opened");
    office.sendsAll();

    assertThat(takesBack("opened")).isEqualTo(PostRecall.Outcome.HAD_LEFT);
    assertThat(hasLeft("opened")).isTrue();
    assertThat(hasLeft("never-written")).isFalse();
    assertThat(office.only("#alert").state()).isEqualTo(State.SENT);
  }

  /** At the same instant: it is on the wire when it is taken back. Both are in the ledger. */
  @Test
  void aPostTakenBackWhileItIsOnTheWireIsNeverSentAgain() {
    office.posts(Kind.REAL, PostOffice.INCIDENT, "#alert", "opened");
    Message claimed = office.sender.claim(Lane.BUILT_IN).orElseThrow();

    assertThat(takesBack("opened")).isEqualTo(PostRecall.Outcome.TAKEN_BACK);
    office.sender.writeDown(claimed, new Delivery.TryLater(Duration.ZERO, "connection refused"));
    office.clock.passes(Duration.ofMinutes(1));
    office.sendsAll();

    assertThat(office.builtIn.received).isEmpty();
    assertThat(office.only("#alert").state()).isEqualTo(State.CANCELLED);
    assertThat(office.only("#alert").attempts()).hasSize(1);
  }

  private boolean hasLeft(String key) {
    var recall = new RecalledPosts(office.messages);
    return office.memory.inNew(() -> recall.hasLeft(PostOffice.INCIDENT, "#alert", key));
  }

  /** For whoever has to know after their process was lost. */
  @Test
  void aPostFailsFromTheThirdTryUntilItLeavesOrIsTakenBack() {
    office.builtIn.answer = new Delivery.TryLater(Duration.ZERO, "connection refused");
    office.posts(Kind.REAL, PostOffice.INCIDENT, "#alert", "opened");

    triesAgain();
    triesAgain();
    assertThat(isFailing("opened")).isFalse();
    triesAgain();
    assertThat(isFailing("opened")).isTrue();
    assertThat(isFailing("never-written")).isFalse();
    office.builtIn.answer = new Delivery.Sent("1");
    triesAgain();

    assertThat(isFailing("opened")).isFalse();
  }

  @Test
  void aPostThatCanNeverLeaveFails() {
    office.builtIn.answer = new Delivery.Undeliverable("404");
    office.posts(Kind.REAL, PostOffice.INCIDENT, "#alert", "opened");
    office.sendsAll();

    assertThat(isFailing("opened")).isTrue();
  }

  private void triesAgain() {
    office.sendsAll();
    office.clock.passes(Duration.ofMinutes(10));
  }

  private boolean isFailing(String key) {
    var recall = new RecalledPosts(office.messages);
    return office.memory.inNew(() -> recall.isFailing(PostOffice.INCIDENT, "#alert", key));
  }

  private PostRecall.Outcome takesBack(String key) {
    var recall = new RecalledPosts(office.messages);
    return office.memory.inNew(() -> recall.takeBack(PostOffice.INCIDENT, "#alert", key));
  }

  private PostFailing failing() {
    return new PostFailing(
        Kind.REAL, PostOffice.INCIDENT.value(), "#alert", "opened", office.clock.instant());
  }

  @Test
  void personWithoutAnAddressIsNotPaged() {
    office.people.onlyPhone(FakePeople.MISAKI);

    assertThat(office.calls(FakePeople.MISAKI)).isFalse();
    assertThat(office.ledger()).isEmpty();
  }

  @Test
  void answeredPageIsNotSentAnyMore() {
    office.calls(FakePeople.MISAKI);

    int taken = office.memory.inNew(() -> office.postroom.cancelPages("run-1"));

    assertThat(taken).isEqualTo(2);
    assertThat(office.sendsAll()).isZero();
    assertThat(office.only("email").state()).isEqualTo(State.CANCELLED);
  }

  /** What has arrived stays what it is in the ledger, whoever answers. */
  @Test
  void aPageThatHasLeftIsNotTakenBackByTheAnswer() {
    office.calls(FakePeople.MISAKI);
    office.sendsAll();

    assertThat(office.memory.inNew(() -> office.postroom.cancelPages("run-1"))).isZero();
    assertThat(office.only("email").state()).isEqualTo(State.SENT);
  }

  @Test
  void whoWasCalledIsCalledAgainWhenTheAnswerIsTakenBack() {
    office.calls(FakePeople.MISAKI);
    office.calls(FakePeople.AOI);
    office.sendNow(FakePeople.MISAKI);
    office.memory.inNew(() -> office.postroom.cancelPages("run-1"));

    int again = office.pagesAgain(PostOffice.START.plusSeconds(240));
    office.pagesAgain(PostOffice.START.plusSeconds(240));
    office.sendsAll();

    assertThat(again).isEqualTo(2);
    assertThat(office.mail.received)
        .extracting(letter -> letter.address())
        .as("Aoi's first mail had not left and does not leave; the second round does, once")
        .containsExactlyInAnyOrder("misaki@example.org", "misaki@example.org", "aoi@example.org");
    assertThat(office.mail.received.subList(1, 3))
        .allSatisfy(
            letter ->
                assertThat(letter.text()).contains("12:16 JST").startsWith("先ほどの応答は取り消されました"));
    assertThat(office.mail.received)
        .filteredOn(letter -> letter.address().startsWith("misaki"))
        .extracting(letter -> letter.answer().orElseThrow())
        .as("the same link")
        .containsOnly(office.mail.received.get(0).answer().orElseThrow());
  }

  @Test
  void aSecondRoundThatDoesNotArriveGoesToTheNextContactToo() {
    office.people.email(FakePeople.MISAKI, "misaki@home.example.org");
    office.calls(FakePeople.MISAKI);
    office.mail.answer = new Delivery.Undeliverable("no such mailbox");
    office.sendsAll();
    office.mail.answer = new Delivery.Sent("ok");

    office.pagesAgain(PostOffice.START.plusSeconds(240));
    office.mail.answer = new Delivery.Undeliverable("no such mailbox");
    office.sender.sendNext(Lane.EMAIL);
    office.mail.answer = new Delivery.Sent("ok");
    office.sendsAll();

    assertThat(office.mail.received)
        .extracting(letter -> letter.address())
        .containsExactly("misaki@home.example.org");
  }

  @Test
  void pagesOfAnotherRunGoOn() {
    office.calls(FakePeople.MISAKI);

    assertThat(office.memory.inNew(() -> office.postroom.cancelPages("run-2"))).isZero();
    assertThat(office.sendsAll()).isEqualTo(2);
  }

  @Test
  void killedBetweenSendAndMarkIsSentAgainUnderTheSameId() {
    office.calls(FakePeople.MISAKI);
    Message claimed = office.sender.claim(Lane.EMAIL).orElseThrow();
    office.gateway.send(claimed, Optional.empty());
    // killed here

    Sender afterRestart = office.anotherSender();
    assertThat(afterRestart.sendNext(Lane.EMAIL)).as("the lease still runs").isFalse();
    office.clock.passes(Sender.LEASE);
    assertThat(afterRestart.sendNext(Lane.EMAIL)).isTrue();

    assertThat(office.mail.received).hasSize(2);
    assertThat(office.mail.received.get(0).id()).isEqualTo(office.mail.received.get(1).id());
    assertThat(office.only("email").state()).isEqualTo(State.SENT);
  }

  @Test
  void killedBeforeSendingIsSentByTheNext() {
    office.calls(FakePeople.MISAKI);
    assertThat(office.sender.claim(Lane.EMAIL)).isPresent();
    // killed here

    office.clock.passes(Sender.LEASE);
    office.anotherSender().sendNext(Lane.EMAIL);

    assertThat(office.mail.received).hasSize(1);
  }

  @Test
  void answeredWhileItsSenderWasDeadIsNotSentAgain() {
    office.calls(FakePeople.MISAKI);
    Message claimed = office.sender.claim(Lane.EMAIL).orElseThrow();
    office.gateway.send(claimed, Optional.empty());
    office.memory.inNew(() -> office.postroom.cancelPages("run-1"));

    office.clock.passes(Sender.LEASE);

    assertThat(office.anotherSender().sendNext(Lane.EMAIL)).isFalse();
    assertThat(office.mail.received).hasSize(1);
  }

  @Test
  void senderThatLostItsLeaseCannotMark() {
    office.calls(FakePeople.MISAKI);
    Message slept = office.sender.claim(Lane.EMAIL).orElseThrow();
    office.clock.passes(Sender.LEASE);
    Message newer = office.anotherSender().claim(Lane.EMAIL).orElseThrow();

    office.sender.writeDown(slept, new Delivery.Undeliverable("woke up too late"));

    assertThat(office.only("email").state()).isEqualTo(State.WAITING);
    office.sender.writeDown(newer, new Delivery.Sent("ok"));
    assertThat(office.only("email").state()).isEqualTo(State.SENT);
  }

  @Test
  void takenBackDuringTheSendingStaysTakenBackAndTheLedgerSaysItLeft() {
    office.calls(FakePeople.MISAKI);
    Message claimed = office.sender.claim(Lane.EMAIL).orElseThrow();
    office.memory.inNew(() -> office.postroom.cancelPages("run-1"));

    office.sender.writeDown(claimed, office.gateway.send(claimed, Optional.empty()));

    OutgoingMessage message = office.only("email");
    assertThat(message.state()).isEqualTo(State.CANCELLED);
    assertThat(message.attempts()).singleElement().matches(OutgoingMessage.Attempt::sent);
  }

  @Test
  void mostSevereLeavesFirst() {
    office.pages(PostOffice.page(FakePeople.AOI, Kind.REAL, PostOffice.INCIDENT, "検索が遅い", 3));
    office.clock.passes(Duration.ofSeconds(1));
    office.calls(FakePeople.MISAKI);

    office.sendsAll();

    assertThat(office.mail.received)
        .extracting(Channel.Letter::address)
        .containsExactly("misaki@example.org", "aoi@example.org");
  }

  @Test
  void providerThatAsksToWaitIsObeyed() {
    office.mail.answer = new Delivery.TryLater(Duration.ofMinutes(7), "429");
    office.calls(FakePeople.MISAKI);
    office.sendsAll();
    office.mail.answer = new Delivery.Sent("ok");

    office.clock.passes(Duration.ofMinutes(7).minusSeconds(1));
    assertThat(office.sender.sendNext(Lane.EMAIL)).isFalse();
    office.clock.passes(Duration.ofSeconds(1));
    assertThat(office.sender.sendNext(Lane.EMAIL)).isTrue();

    assertThat(office.mail.received).hasSize(1);
  }

  @Test
  void pausesGrowToFiveMinutesAndNoFurther() {
    assertThat(List.of(0, 1, 2, 6, 20, 200))
        .extracting(tries -> Sender.pause(tries, Duration.ZERO).toSeconds())
        .containsExactly(5L, 10L, 20L, 300L, 300L, 300L);
  }

  @Test
  void failingChannelRestsAndThenOneMessageTriesIt() {
    office.mail.answer = new Delivery.TryLater(Duration.ZERO, "connection refused");
    for (int run = 0; run < Breaker.LIMIT; run++) {
      office.calls(FakePeople.MISAKI);
      office.sendsAll();
      office.clock.passes(Duration.ofMinutes(6));
    }
    assertThat(office.only("email").attempts()).hasSize(Breaker.LIMIT);
    office.sendsAll();
    int tried = office.only("email").attempts().size();

    office.clock.passes(Duration.ofSeconds(1));

    assertThat(office.sender.sendNext(Lane.EMAIL)).as("resting").isFalse();
    assertThat(tried).isEqualTo(Breaker.LIMIT + 1);
  }

  @Test
  void deadMailServerDoesNotHoldUpTheInbox() {
    office.mail.answer = new Delivery.TryLater(Duration.ZERO, "connection refused");
    office.calls(FakePeople.MISAKI);

    office.sendsAll();

    assertThat(office.builtIn.received).hasSize(1);
  }

  @Test
  void refusedAddressLeadsToTheNextContactPoint() {
    office.people.email(FakePeople.MISAKI, "misaki@home.example.org");
    office.calls(FakePeople.MISAKI);
    office.mail.answer = new Delivery.Undeliverable("550 no such user");
    office.sender.sendNext(Lane.EMAIL);
    office.mail.answer = new Delivery.Sent("ok");

    office.sendsAll();

    assertThat(office.mail.received)
        .extracting(Channel.Letter::address)
        .containsExactly("misaki@home.example.org");
    assertThat(office.announced).isEmpty();
  }

  @Test
  void whoCannotBeReachedAtAllIsAnnouncedOnce() {
    office.people.email(FakePeople.MISAKI, "misaki@home.example.org");
    office.calls(FakePeople.MISAKI);
    office.mail.answer = new Delivery.Undeliverable("550 no such user");

    office.sendsAll();

    assertThat(office.announced)
        .containsExactly(
            new PageUndeliverable(
                Kind.REAL, PostOffice.INCIDENT, "run-1", 1, FakePeople.MISAKI, PostOffice.START));
  }

  @Test
  void slowAddressIsJoinedByTheNextAfterAMinuteAndStillTried() {
    office.people.email(FakePeople.MISAKI, "misaki@home.example.org");
    office.calls(FakePeople.MISAKI);
    office.mail.answer = new Delivery.TryLater(Duration.ofMinutes(5), "greylisted");
    office.sendsAll();
    office.mail.answer = new Delivery.Sent("ok");

    office.clock.passes(Duration.ofSeconds(60));
    office.sender.widen();
    office.clock.passes(Duration.ofSeconds(1));
    office.sender.widen();
    office.sender.widen();
    office.sendsAll();

    assertThat(office.mail.received)
        .extracting(Channel.Letter::address)
        .containsExactly("misaki@home.example.org");
    office.clock.passes(Duration.ofMinutes(5));
    office.sendsAll();
    assertThat(office.mail.received).hasSize(2);
  }

  @Test
  void messageIsTriedForHoursAndThenGivenUp() {
    office.mail.answer = new Delivery.TryLater(Duration.ZERO, "connection refused");
    office.calls(FakePeople.MISAKI);
    office.sendsAll();
    office.clock.passes(Duration.ofHours(6).minusSeconds(1));
    office.sendsAll();
    assertThat(office.only("email").state()).isEqualTo(State.WAITING);

    office.clock.passes(Duration.ofMinutes(10));
    office.sendsAll();

    assertThat(office.only("email").state()).isEqualTo(State.UNDELIVERABLE);
    assertThat(office.announced).hasSize(1);
  }

  @Test
  void mailLeadsTheReaderThroughInTheirLanguage() {
    office.calls(FakePeople.MISAKI);
    office.calls(FakePeople.GRACE);

    office.sendsAll();

    Channel.Letter japanese = office.mail.received.get(0);
    assertThat(japanese.subject()).isEqualTo("【SEV1】応答してください：決済画面で 5xx が急増");
    assertThat(japanese.text())
        .startsWith("佐藤さん、あなたの番です。")
        .contains("カード決済の 18 % が失敗", "12:17 JST までに応答がなければ、高橋 健さんへ回ります", "中村 葵")
        .contains(japanese.answer().orElseThrow().toString());
    Channel.Letter english = office.mail.received.get(1);
    assertThat(english.subject()).startsWith("[SEV1] Please answer: ");
    assertThat(english.text()).startsWith("Grace, it is your turn.").contains("Ken Takahashi");
  }

  @Test
  void longTitleKeepsTheSubjectShort() {
    office.pages(
        PostOffice.page(FakePeople.MISAKI, Kind.REAL, PostOffice.INCIDENT, "決".repeat(2000), 1));

    office.sendsAll();

    String subject = office.mail.received.get(0).subject();
    assertThat(subject.codePointCount(0, subject.length())).isEqualTo(50);
  }

  @Test
  void routeSaysWhatTheTableSays() {
    var route = office.memory.inNew(() -> office.postroom.route(Kind.REAL, 1));

    assertThat(route.channels()).containsExactly("#alert", "#war_room");
    assertThat(route.page()).isTrue();
    assertThat(route.answerWithin()).contains(Duration.ofMinutes(5));
    assertThat(route.alsoPage()).isEmpty();
  }

  @Test
  void routeKnowsWhenNobodyIsInTheOffice() {
    office.clock.passes(Duration.ofHours(12));

    var route = office.memory.inNew(() -> office.postroom.route(Kind.REAL, 3));

    assertThat(route.answerWithin()).contains(Duration.ofMinutes(6));
  }
}
