package org.honbu.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.Words;
import org.honbu.notifications.Chat;
import org.honbu.notifications.ChatErrand;
import org.honbu.notifications.OutgoingMessage;
import org.honbu.notifications.OutgoingMessage.State;
import org.honbu.notifications.PageUndeliverable;
import org.honbu.notifications.PrivateLine;
import org.junit.jupiter.api.Test;

/** The chat is one more way out, and nothing depends on it. */
class ChatTest {
  private final Talk talk = new Talk();

  @Test
  void aLineStandsOnOurPageAndInTheChat() {
    PostOffice office = with(Set.of(Kind.REAL));

    office.posts(Kind.REAL, PostOffice.INCIDENT, "#alert", "raised");
    office.posts(Kind.REAL, PostOffice.INCIDENT, "#alert", "raised");
    office.sendsAll();

    assertThat(office.only("#alert").state()).isEqualTo(State.SENT);
    assertThat(office.only("chat").state()).isEqualTo(State.SENT);
    assertThat(talk.carried).hasSize(1);
    assertThat(talk.carried.get(0).where()).isEqualTo("#alert");
    assertThat(talk.carried.get(0).text()).contains("SEV1 発生", "SEV1 raised");
    assertThat(talk.carried.get(0).about()).isEqualTo(PostOffice.INCIDENT);
    assertThat(talk.carried.get(0).matter()).as("what it is about").isEqualTo("raised");
  }

  @Test
  void aPostThatIsTakenBackIsTakenBackFromTheChatToo() {
    PostOffice office = with(Set.of(Kind.REAL));
    office.posts(Kind.REAL, PostOffice.INCIDENT, "#alert", "raised");
    var recall = new RecalledPosts(office.messages);

    office.memory.inNew(() -> recall.takeBack(PostOffice.INCIDENT, "#alert", "raised"));
    office.sendsAll();

    assertThat(office.only("chat").state()).isEqualTo(State.CANCELLED);
    assertThat(talk.carried).isEmpty();
  }

  @Test
  void aChannelTheChatDoesNotHaveStaysOnOurPage() {
    PostOffice office = with(Set.of(Kind.REAL));
    talk.has = false;

    office.posts(Kind.REAL, PostOffice.INCIDENT, "#alert", "raised");
    office.sendsAll();

    assertThat(office.only("#alert").state()).isEqualTo(State.SENT);
    assertThat(talk.carried).isEmpty();
  }

  @Test
  void aDrillIsNotSpokenOfWhereNoChannelIsForDrills() {
    PostOffice office = with(Set.of(Kind.REAL));

    office.posts(Kind.DRILL, PostOffice.DRILL, "#drill-alert", "raised");
    gives(office, Kind.DRILL, PostOffice.DRILL, "topic");
    office.sendsAll();

    assertThat(office.only("#drill-alert").state()).isEqualTo(State.SENT);
    assertThat(talk.carried).isEmpty();
  }

  @Test
  void aDrillInItsOwnChannelIsMarked() {
    PostOffice office = with(Set.of(Kind.REAL, Kind.DRILL));

    office.posts(Kind.DRILL, PostOffice.DRILL, "#drill-alert", "raised");
    gives(office, Kind.DRILL, PostOffice.DRILL, "topic");
    office.sendsAll();

    assertThat(talk.carried).hasSize(2);
    assertThat(talk.carried)
        .allMatch(errand -> errand.kind() == Kind.DRILL)
        .allMatch(errand -> errand.text().startsWith("【訓練】[DRILL]"));
  }

  @Test
  void whatWasWrittenForTheOtherKindIsBlockedAtTheGateway() {
    PostOffice office = with(Set.of(Kind.REAL, Kind.DRILL));
    gives(office, Kind.DRILL, PostOffice.DRILL, "topic");

    office.memory.inNew(
        () ->
            office
                .memory
                .database()
                .run(
                    "update notifications.message set channel = 'chat' where channel ="
                        + " 'chat-drill'"));
    office.sendsAll();

    assertThat(office.only("chat").state()).isEqualTo(State.BLOCKED);
    assertThat(talk.carried).isEmpty();
  }

  @Test
  void aChatThatIsFullIsAskedAgainWhenItSaidSoAndOurPageDoesNotWait() {
    PostOffice office = with(Set.of(Kind.REAL));
    talk.reply = new Chat.Reply.Later(Duration.ofMinutes(2), "ratelimited");

    office.posts(Kind.REAL, PostOffice.INCIDENT, "#alert", "raised");
    office.sendsAll();
    assertThat(office.only("#alert").state()).isEqualTo(State.SENT);
    OutgoingMessage waiting = office.only("chat");
    assertThat(waiting.nextTryAt()).hasValue(PostOffice.START.plusSeconds(120));

    talk.reply = new Chat.Reply.Done("1.1");
    office.clock.passes(Duration.ofSeconds(119));
    office.sendsAll();
    assertThat(talk.carried).hasSize(1);
    office.clock.passes(Duration.ofSeconds(1));
    office.sendsAll();
    assertThat(office.only("chat").state()).isEqualTo(State.SENT);
  }

  @Test
  void anErrandIsDoneOnceUnderItsKey() {
    PostOffice office = with(Set.of(Kind.REAL));

    gives(office, Kind.REAL, PostOffice.INCIDENT, "topic");
    gives(office, Kind.REAL, PostOffice.INCIDENT, "topic");
    office.sendsAll();

    assertThat(talk.carried).extracting(Chat.Errand::where).containsExactly("topic");
    assertThat(talk.carried).extracting(Chat.Errand::matter).containsExactly("");
    assertThat(office.only("chat").text()).contains("指揮：葵");
  }

  @Test
  void whoIsCalledIsCalledInTheChatTooAndNotAfterSomebodyAnswered() {
    PostOffice office = with(Set.of(Kind.REAL));

    office.calls(FakePeople.MISAKI);
    office.calls(FakePeople.AOI);
    office.sender.sendNext(Channels.Lane.CHAT);
    office.memory.inNew(() -> office.postroom.cancelPages("run-1"));
    office.sendsAll();

    assertThat(talk.carried).extracting(Chat.Errand::where).containsExactly("call misaki");
    assertThat(talk.carried.get(0).text()).contains("あなたの番です", "https://honbu.example.org/a/");
    assertThat(office.ledger())
        .as("the key stays hidden")
        .noneMatch(it -> it.text().contains("/a/"));
  }

  @Test
  void whoIsNotInTheChatIsCalledByMailAllTheSame() {
    PostOffice office = with(Set.of(Kind.REAL));
    talk.reply = new Chat.Reply.Never("users_not_found");

    office.calls(FakePeople.MISAKI);
    office.sendsAll();

    assertThat(office.mail.received).hasSize(1);
    assertThat(office.only("chat").state()).isEqualTo(State.UNDELIVERABLE);
    assertThat(office.announced).isEmpty();
  }

  @Test
  void whoseMailComesBackIsReachedInTheChatOrNotAtAll() {
    PostOffice office = with(Set.of(Kind.REAL));
    office.mail.answer = new Delivery.Undeliverable("550 no such user");

    office.calls(FakePeople.AOI);
    office.sendsAll();
    assertThat(office.announced).as("the chat has it").isEmpty();

    talk.reply = new Chat.Reply.Never("users_not_found");
    office.calls(FakePeople.GRACE);
    office.sendsAll();
    assertThat(office.announced).hasSize(1).hasOnlyElementsOfType(PageUndeliverable.class);
  }

  @Test
  void whoseMailComesBackWhileTheChatIsAwayIsNotWaitedFor() {
    PostOffice office = with(Set.of(Kind.REAL));
    office.mail.answer = new Delivery.Undeliverable("550 no such user");
    talk.reply = new Chat.Reply.Later(Duration.ZERO, "HTTP 503");

    office.calls(FakePeople.AOI);
    office.sender.sendNext(Channels.Lane.EMAIL);
    assertThat(office.announced).as("the chat may have it at once").isEmpty();
    office.sender.sendNext(Channels.Lane.CHAT);
    assertThat(office.announced).hasSize(1).hasOnlyElementsOfType(PageUndeliverable.class);

    office.calls(FakePeople.GRACE);
    office.sender.sendNext(Channels.Lane.CHAT);
    assertThat(office.announced).as("her mail may arrive").hasSize(1);
    office.sender.sendNext(Channels.Lane.EMAIL);
    assertThat(office.announced).hasSize(2);

    talk.reply = new Chat.Reply.Done("1.1");
    office.clock.passes(Duration.ofMinutes(1));
    office.sendsAll();
    assertThat(talk.carried).as("their calls are not lost").hasSize(4);
  }

  @Test
  void whereNothingButTheChatCallsWhoIsNotThereIsNotWaitedForAndWhoMayBeIs() {
    talk.carries = Set.of(Kind.REAL);
    PostOffice office = PostOffice.withoutMail(Optional.of(talk));
    talk.reply = new Chat.Reply.Later(Duration.ZERO, "HTTP 503");
    office.calls(FakePeople.AOI);
    office.sendsAll();
    assertThat(office.announced).as("the chat is away for everybody").isEmpty();

    talk.reply = new Chat.Reply.Never("users_not_found");
    office.calls(FakePeople.GRACE);
    office.sendsAll();

    assertThat(office.announced)
        .extracting(fact -> ((PageUndeliverable) fact).person())
        .containsExactly(FakePeople.GRACE);
  }

  @Test
  void whatIsSaidToOnePersonIsSaidInTheChatTooAndItsAddresseeAloneReadsIt() {
    PostOffice office = with(Set.of(Kind.REAL));

    office.memory.inNew(
        () -> {
          new PrivatePost(office.postroom, office.messages, office.channels, office.settings)
              .tell(
                  new PrivateLine(
                      Kind.REAL,
                      PostOffice.INCIDENT,
                      2,
                      FakePeople.AOI,
                      "hands",
                      new Words("手が動いていませんか", "Are your hands at work?")));
          return true;
        });
    office.sendsAll();

    assertThat(talk.carried).extracting(Chat.Errand::where).containsExactly("word aoi");
    assertThat(talk.carried).extracting(Chat.Errand::matter).containsExactly("hands");
    assertThat(office.only("private-chat").isFor(FakePeople.AOI)).isTrue();
    assertThat(office.only("private-chat").isFor(FakePeople.MISAKI)).isFalse();
  }

  @Test
  void aDrillCallsNobodyInTheChat() {
    PostOffice office = with(Set.of(Kind.REAL, Kind.DRILL));

    office.pages(PostOffice.page(FakePeople.MISAKI, Kind.DRILL, PostOffice.DRILL, "5xx が急増", 1));
    office.sendsAll();

    assertThat(talk.carried).isEmpty();
  }

  private PostOffice with(Set<Kind> carries) {
    talk.carries = carries;
    return new PostOffice(Optional.of(talk));
  }

  private static void gives(PostOffice office, Kind kind, IncidentId about, String where) {
    office.memory.inNew(
        () -> {
          new ChatPost(office.postroom, office.messages, office.channels)
              .give(new ChatErrand(kind, about, 2, where, "1", new Words("指揮：葵", "Aoi commands")));
          return true;
        });
  }

  /** A chat that remembers what was done. */
  private static final class Talk implements Chat {
    private final List<Errand> carried = new ArrayList<>();
    private Set<Kind> carries = Set.of();
    private boolean has = true;
    private Reply reply = new Reply.Done("1.1");

    @Override
    public Set<Kind> carries() {
      return carries;
    }

    @Override
    public boolean has(Kind kind, String channel) {
      return has;
    }

    @Override
    public Reply carry(Errand errand) {
      carried.add(errand);
      return reply;
    }
  }
}
