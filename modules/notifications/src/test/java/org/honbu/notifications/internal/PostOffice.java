package org.honbu.notifications.internal;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.notifications.Chat;
import org.honbu.notifications.OutgoingMessage;
import org.honbu.notifications.OutsideLetter;
import org.honbu.notifications.Page;
import org.honbu.notifications.Post;
import org.honbu.notifications.internal.Channels.Lane;
import org.honbu.outbox.Fact;
import org.honbu.outbox.Outbox;
import org.honbu.outbox.Subject;
import org.honbu.workflow.Decisions;
import org.honbu.workflow.Facts;

/** The whole module on a database in memory, with an outside world that remembers what it got. */
final class PostOffice {
  static final IncidentId INCIDENT = new IncidentId("INC-2026-0123");
  static final IncidentId DRILL = new IncidentId("DRL-2026-03-INC");
  static final Instant START = Instant.parse("2026-11-23T03:12:04Z");

  final MemoryDatabase memory = new MemoryDatabase();
  final TestClock clock = new TestClock();
  final FakePeople people = new FakePeople();
  final OutsideWorld mail = new OutsideWorld();
  final OutsideWorld builtIn = new OutsideWorld();
  final OutsideWorld drillRoom = new OutsideWorld();
  final OutsideWorld outside = new OutsideWorld();
  final List<Fact> announced = new ArrayList<>();
  final NotificationsSettings settings = settings();
  final Messages messages = new Messages(memory.database());
  final Channels channels;
  final Ids ids = new Ids(clock);
  final Signing signing = new Signing(memory.database(), memory, ids);
  final Gateway gateway;
  final AnswerLinks links = new AnswerLinks(new HmacLinks(signing, settings, clock), settings);
  final Postroom postroom;
  final OutsidePost outsidePost;
  final Sender sender;

  PostOffice() {
    this(Optional.empty());
  }

  /** With a chat beside everything else. */
  PostOffice(Optional<Chat> chat) {
    this(chat, true);
  }

  /** Nobody has set up a mail server. */
  static PostOffice withoutMail(Optional<Chat> chat) {
    return new PostOffice(chat, false);
  }

  private PostOffice(Optional<Chat> chat, boolean hasMail) {
    channels = channels(chat, hasMail);
    gateway = new Gateway(channels, signing);
    postroom =
        new Postroom(
            messages,
            channels,
            gateway,
            links,
            new Routes(new OneRow(), settings, clock),
            people,
            new Announced(),
            memory,
            new Doorbell(),
            settings,
            ids,
            clock);
    outsidePost = new OutsidePost(messages, channels, gateway, memory, new Doorbell(), ids, clock);
    sender = anotherSender();
  }

  /** A second node, or the same one after a crash: it knows nothing but the database. */
  Sender anotherSender() {
    return new Sender(
        messages,
        gateway,
        postroom,
        links,
        new OutsideLetters(() -> PostOffice::outsideLink),
        memory,
        settings,
        ids,
        clock);
  }

  private static NotificationsSettings settings() {
    return new NotificationsSettings(
        URI.create("https://honbu.example.org"),
        "mail.example.org",
        25,
        "honbu@example.org",
        1,
        Duration.ofSeconds(3),
        Duration.ofHours(24),
        Duration.ofMinutes(1),
        Duration.ofHours(6),
        ZoneId.of("Asia/Tokyo"),
        List.of("#alert"),
        List.of("#drill-alert"));
  }

  private Channels channels(Optional<Chat> chat, boolean hasMail) {
    var all = new Channels(chat);
    all.register(Channels.INBOX, builtIn, Set.of(Kind.REAL, Kind.DRILL), Lane.BUILT_IN);
    all.register("#alert", builtIn, Set.of(Kind.REAL), Lane.BUILT_IN);
    all.register("#drill-alert", drillRoom, Set.of(Kind.DRILL), Lane.BUILT_IN);
    all.register(Channels.PRIVATE, builtIn, Set.of(Kind.REAL, Kind.DRILL), Lane.BUILT_IN);
    if (hasMail) {
      all.register(Channels.EMAIL, mail, Set.of(Kind.REAL), Lane.EMAIL);
      all.register(Channels.PRIVATE_EMAIL, mail, Set.of(Kind.REAL), Lane.EMAIL);
    }
    for (OutsideLetter.Purpose purpose : OutsideLetter.Purpose.values()) {
      all.register(OutsideLetters.channel(purpose), outside, Set.of(Kind.REAL), Lane.OUTSIDE);
    }
    return all;
  }

  static URI outsideLink(OutsideLetter.Purpose purpose, UUID addressee, Instant writtenAt) {
    return URI.create(
        "https://honbu.example.org/%s/%s/%s".formatted(purpose, addressee, writtenAt));
  }

  static Page page(PersonId person) {
    return page(person, Kind.REAL, INCIDENT, "決済画面で 5xx が急増", 1);
  }

  static Page page(PersonId person, Kind kind, IncidentId incident, String title, int severity) {
    return new Page(
        kind,
        new Page.Matter(
            incident,
            severity,
            title,
            Optional.of("カード決済の 18 % が失敗"),
            Optional.of("checkout-web（決済）")),
        person,
        new Page.Call(
            "run-1",
            1,
            new Words("第 1 段", "Level 1"),
            START.plusSeconds(300),
            Optional.of(new Words("高橋 健さん", "Ken Takahashi")),
            List.of(person, FakePeople.AOI)));
  }

  boolean pages(Page page) {
    return memory.inNew(() -> postroom.page(page));
  }

  boolean calls(PersonId person) {
    return pages(page(person));
  }

  int pagesAgain(Instant answerBy) {
    return memory.inNew(() -> postroom.pageAgain("run-1", 1, answerBy));
  }

  /** What was written first leaves; nothing else. */
  void sendNow(PersonId first) {
    if (!sender.sendNext(Lane.EMAIL) || !mail.received.get(0).address().startsWith(first.value())) {
      throw new AssertionError("not to " + first + ": " + mail.received);
    }
  }

  void posts(Kind kind, IncidentId incident, String channel, String key) {
    memory.inNew(
        () -> {
          postroom.post(
              new Post(kind, incident, 1, channel, key, new Words("SEV1 発生", "SEV1 raised")));
          return true;
        });
  }

  /** Everything that is due leaves; answers how many tries there were. */
  int sendsAll() {
    int tries = 0;
    for (Lane lane : Lane.values()) {
      while (sender.sendNext(lane)) {
        tries++;
      }
    }
    return tries;
  }

  List<OutgoingMessage> ledger() {
    return memory.inNew(() -> postroom.outgoing(100));
  }

  OutgoingMessage only(String channel) {
    List<OutgoingMessage> found =
        ledger().stream().filter(message -> message.channel().equals(channel)).toList();
    if (found.size() != 1) {
      throw new AssertionError(channel + " has " + found.size() + " messages: " + found);
    }
    return found.get(0);
  }

  /** A clock that moves when told. */
  static final class TestClock extends Clock {
    private Instant now = START;

    void passes(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  /** What reached people: the provider's own ledger. */
  static final class OutsideWorld implements Channel {
    final List<Letter> received = new ArrayList<>();
    Delivery answer = new Delivery.Sent("ok");

    @Override
    public Delivery send(Letter letter) {
      if (answer instanceof Delivery.Sent) {
        received.add(letter);
      }
      return answer;
    }
  }

  private final class Announced implements Outbox {
    @Override
    public void announce(Fact fact, Subject subject) {
      announced.add(fact);
    }

    @Override
    public List<Stuck> stuck() {
      return List.of();
    }

    @Override
    public void retry(long place) {
      throw new UnsupportedOperationException();
    }
  }

  private static final class OneRow implements Decisions {
    @Override
    public List<Facts> decide(String table, Facts inputs) {
      return List.of(
          Facts.of("channels", "#alert, #war_room")
              .and("page", inputs.number("severity") <= 2)
              .and("answerWithin", inputs.text("hours").equals("BUSINESS") ? "PT5M" : "PT6M")
              .and("alsoPage", ""));
    }
  }
}
