package org.honbu.notifications.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.notifications.Chat;
import org.honbu.notifications.Notifications;
import org.honbu.notifications.OutgoingMessage;
import org.honbu.notifications.OutgoingMessage.State;
import org.honbu.notifications.Page;
import org.honbu.notifications.PageUndeliverable;
import org.honbu.notifications.Post;
import org.honbu.notifications.PostFailing;
import org.honbu.notifications.Route;
import org.honbu.notifications.internal.Messages.Paged;
import org.honbu.outbox.Outbox;
import org.honbu.outbox.Subject;
import org.honbu.people.ContactPoint;
import org.honbu.people.People;
import org.honbu.people.Person;

/** Writes messages; the {@link Sender} brings them out after the commit. */
@ApplicationScoped
class Postroom implements Notifications {
  private final Messages messages;
  private final Channels channels;
  private final Gateway gateway;
  private final AnswerLinks links;
  private final Routes routes;
  private final People people;
  private final Outbox outbox;
  private final Transactions transactions;
  private final Doorbell doorbell;
  private final NotificationsSettings settings;
  private final Ids ids;
  private final Clock clock;

  @Inject
  Postroom(
      Messages messages,
      Channels channels,
      Gateway gateway,
      AnswerLinks links,
      Routes routes,
      People people,
      Outbox outbox,
      Transactions transactions,
      Doorbell doorbell,
      NotificationsSettings settings,
      Ids ids,
      Clock clock) {
    this.messages = messages;
    this.channels = channels;
    this.gateway = gateway;
    this.links = links;
    this.routes = routes;
    this.people = people;
    this.outbox = outbox;
    this.transactions = transactions;
    this.doorbell = doorbell;
    this.settings = settings;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  @Transactional
  public boolean page(Page page) {
    List<String> contacts = contacts(page.person());
    // Nobody but the inbox hears a drill, so a drill needs no contact point.
    if (contacts.isEmpty() && page.kind() == Kind.REAL) {
      return false;
    }
    if (messages.isPaged(page.call().runId(), page.call().step(), page.person())) {
      return true;
    }
    var paged = new Paged(ids.next(), page, clock.instant());
    messages.add(paged);
    write(paged, contacts, Round.FIRST);
    return true;
  }

  private void write(Paged paged, List<String> contacts, Round round) {
    Page page = paged.page();
    write(paged, Channels.INBOX, page.person().value(), 0, round);
    if (channels.carries(Channels.EMAIL, page.kind())) {
      contacts.stream()
          .findFirst()
          .ifPresent(first -> write(paged, Channels.EMAIL, first, 0, round));
    }
    // Whoever has a drill's channels in the chat has not agreed to be called by name in it.
    if (page.kind() == Kind.REAL && channels.carries(Channels.CHAT, page.kind())) {
      write(paged, Channels.CHAT, Chat.CALL + page.person(), 0, round);
    }
  }

  @Override
  @Transactional
  public int pageAgain(String runId, int step, Instant answerBy) {
    List<Paged> called = messages.pagedBy(runId, step);
    for (Paged before : called) {
      messages.answerBy(before, answerBy);
      var paged = new Paged(before.id(), before.page().until(answerBy), before.pagedAt());
      write(paged, contacts(paged.page().person()), Round.again(answerBy));
    }
    return called.size();
  }

  /**
   * Which time a call is written.
   *
   * @param mark tells its messages from those of another time
   * @param before what stands above the call
   */
  private record Round(String mark, Words before) {
    private static final String AGAIN = "|again ";
    static final Round FIRST = new Round("", new Words("", ""));

    static Round again(Instant answerBy) {
      return new Round(AGAIN + answerBy, Wording.TAKEN_BACK);
    }

    /** The one this message was written in. */
    static Round of(Message message) {
      int mark = message.key().indexOf(AGAIN);
      return mark < 0 ? FIRST : new Round(message.key().substring(mark), Wording.TAKEN_BACK);
    }
  }

  @Override
  @Transactional
  public void post(Post post) {
    String key = key(post.about(), post.channel(), post.key());
    if (messages.isWritten(key)) {
      return;
    }
    String text = Wording.lines(post.text().ja() + "\n" + post.text().en(), 6000);
    String subject = Wording.line(headline(post), 50);
    write(post, key, post.channel(), subject, text);
    if (channels.standInChat(post.kind(), post.channel())) {
      write(post, key + "|chat", Channels.chat(post.kind()), subject, text);
    }
  }

  /** Under which a post is written once. */
  static String key(org.honbu.kernel.Subject about, String channel, String key) {
    return String.join("|", "post", about.value(), channel, key);
  }

  private void write(Post post, String key, String channel, String subject, String text) {
    write(
        key,
        post.kind(),
        post.about(),
        post.severity(),
        channel,
        Optional.empty(),
        Optional.empty(),
        post.channel(),
        0,
        subject,
        text);
  }

  /** Tells whoever posted it that the line does not leave; of calls, other facts speak. */
  void sayThatItFails(Message message) {
    String before = String.join("|", "post", message.incident(), message.channel(), "");
    Optional<Kind> kind = Gateway.kindOf(message);
    if (kind.isPresent() && message.key().startsWith(before)) {
      outbox.announce(
          new PostFailing(
              kind.get(),
              message.incident(),
              message.channel(),
              message.key().substring(before.length()),
              clock.instant()),
          new Subject(message.incident()));
    }
  }

  /** A report has no severity yet. */
  private static String headline(Post post) {
    return post.about() instanceof IncidentId incident
        ? incident + " SEV" + post.severity()
        : post.about().value();
  }

  @Override
  @Transactional
  public int cancelPages(String runId) {
    return messages.cancel(runId);
  }

  @Override
  @Transactional
  public Route route(Kind kind, int severity) {
    return routes.now(kind, severity);
  }

  @Override
  @Transactional
  public List<OutgoingMessage> outgoing(int limit) {
    return messages.newest(limit).stream().map(this::shown).toList();
  }

  @Override
  @Transactional
  public List<OutgoingMessage> outgoing(IncidentId incident) {
    return messages.of(incident).stream().map(this::shown).toList();
  }

  /** The message will never arrive: the next contact point, or the fact that there is none. */
  void goOnWithout(Message gone) {
    if (!tryNextContact(gone)) {
      sayThatNobodyIsReached(gone);
    }
  }

  /**
   * The chat does not take the call now. It is tried again for hours; whoever cannot be reached in
   * another way meanwhile is not waited for. Where nothing but the chat calls beside Honbu itself,
   * a chat that is away says nothing of anybody, and the level’s own time decides.
   */
  void isHeldUp(Message call) {
    boolean isChat = channels.laneOf(call.channel()) == Channels.Lane.CHAT;
    boolean hasMail =
        Gateway.kindOf(call).filter(kind -> channels.carries(Channels.EMAIL, kind)).isPresent();
    if (isChat && hasMail) {
      sayThatNobodyIsReached(call);
    }
  }

  private void sayThatNobodyIsReached(Message gone) {
    Optional<Paged> paged = gone.paged().flatMap(messages::paged);
    if (paged.isEmpty() || messages.mayStillArrive(gone)) {
      return;
    }
    Page page = paged.get().page();
    outbox.announce(
        new PageUndeliverable(
            page.kind(),
            page.matter().incident(),
            page.call().runId(),
            page.call().step(),
            page.person(),
            clock.instant()),
        Subject.of(page.matter().incident()));
  }

  /** Writes the same call to the person's next contact point; answers whether there is one. */
  boolean tryNextContact(Message slow) {
    Optional<Paged> paged = slow.paged().flatMap(messages::paged);
    int next = slow.contact() + 1;
    List<String> contacts =
        slow.person()
            .filter(person -> slow.channel().equals(Channels.EMAIL))
            .map(this::contacts)
            .orElse(List.of());
    if (paged.isEmpty() || next >= contacts.size()) {
      return false;
    }
    write(paged.get(), slow.channel(), contacts.get(next), next, Round.of(slow));
    return true;
  }

  private void write(Paged paged, String channel, String address, int contact, Round round) {
    Page page = paged.page();
    var key =
        String.join(
            "|",
            "page",
            page.call().runId(),
            String.valueOf(page.call().step()),
            page.person().value(),
            channel,
            contact + round.mark());
    if (messages.isWritten(key)) {
      return;
    }
    Wording.Reader reader = reader(page.person());
    List<String> also =
        page.call().alsoCalled().stream()
            .filter(other -> !other.equals(page.person()))
            .limit(10)
            .map(other -> people.name(other, reader.language()))
            .toList();
    write(
        key,
        page.kind(),
        page.matter().incident(),
        page.matter().severity(),
        channel,
        Optional.of(paged.id()),
        Optional.of(page.person()),
        address,
        contact,
        Wording.subject(page, reader.language()),
        round.before().in(reader.language()) + Wording.body(page, reader, also, settings.zone()));
  }

  /** Writes one message; the caller has seen that its key is new. */
  void write(
      String key,
      Kind kind,
      org.honbu.kernel.Subject about,
      int severity,
      String channel,
      Optional<UUID> paged,
      Optional<PersonId> person,
      String address,
      int contact,
      String subject,
      String body) {
    UUID id = ids.next();
    Instant now = clock.instant();
    String seal = gateway.seal(id.toString(), kind.name(), about.value(), channel, address);
    messages.add(
        new Message(
            id,
            key,
            kind.name(),
            about.value(),
            severity,
            channel,
            paged,
            person,
            address,
            contact,
            subject,
            body,
            seal,
            State.WAITING,
            now,
            now,
            0,
            0),
        channels.laneOf(channel));
    transactions.afterCommit(doorbell::ring);
  }

  /** Addresses for e-mail, the one to try first first. */
  List<String> contacts(PersonId person) {
    return people.contactPoints(person).stream()
        .filter(contact -> contact.channel() == ContactPoint.Channel.EMAIL)
        .map(ContactPoint::address)
        .toList();
  }

  /**
   * How to speak to a person. Until people choose a language: whoever has a second, English form of
   * their name reads Japanese.
   */
  Wording.Reader reader(PersonId id) {
    Person person = people.find(id).orElseGet(() -> Person.unknown(id));
    return person.english().isPresent()
        ? new Wording.Reader(Locale.JAPANESE, person.family() + "さん")
        : new Wording.Reader(
            Locale.ENGLISH, person.given().isEmpty() ? person.family() : person.given());
  }

  private OutgoingMessage shown(Message message) {
    // What the gateway cannot read it blocks; the ledger shows it with the drill's mark, to be
    // safe.
    Kind kind = Gateway.kindOf(message).orElse(Kind.DRILL);
    Channel.Letter letter = gateway.letter(message, kind, Optional.empty());
    boolean waits = message.state() == State.WAITING;
    return new OutgoingMessage(
        message.id(),
        kind,
        org.honbu.kernel.Subject.parse(message.incident()),
        message.severity(),
        message.channel(),
        message.person(),
        shownAddress(message),
        letter.subject(),
        letter.text(),
        message.channel().equals(Channels.INBOX) ? inboxLink(message) : Optional.empty(),
        message.state(),
        message.writtenAt(),
        waits ? Optional.of(message.dueAt()) : Optional.empty(),
        messages.attempts(message));
  }

  private static String shownAddress(Message message) {
    return message.channel().endsWith(Channels.EMAIL)
        ? new ContactPoint(ContactPoint.Channel.EMAIL, message.address()).masked()
        : message.address();
  }

  private Optional<URI> inboxLink(Message message) {
    return message
        .paged()
        .flatMap(messages::paged)
        .map(paged -> links.pathTo(paged.id(), paged.pagedAt()));
  }
}
