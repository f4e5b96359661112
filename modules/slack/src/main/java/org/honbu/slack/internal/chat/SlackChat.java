package org.honbu.slack.internal.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Room;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Subject;
import org.honbu.kernel.Words;
import org.honbu.notifications.Chat;
import org.honbu.slack.internal.known.SlackPeople;
import org.honbu.slack.internal.wire.Mrkdwn;
import org.honbu.slack.internal.wire.Said;
import org.honbu.slack.internal.wire.SlackSettings;
import org.honbu.slack.internal.wire.Speaks;

/**
 * Slack as the chat behind the gateway.
 *
 * <p>The first line about an incident in a channel is its <em>card</em>: it has the buttons and is
 * edited as things go on; later lines stand in its thread. Lines of a war room go to the channel of
 * that room. A call to somebody is a card in their direct messages.
 */
@ApplicationScoped
class SlackChat implements Chat {
  /** Draws all cards of the incident anew: the text says how it stands. */
  static final String EDIT = "edit";

  /** Says in the usual channel that a room is open, with the way in. */
  static final String OPEN = "open";

  static final String TOPIC = "topic";
  static final String ARCHIVE = "archive";
  static final String INVITE = "invite ";

  /** Somebody is asked to take over command. */
  private static final Pattern HANDOVER = Pattern.compile("handover:\\d+:\\d+");

  private static final String READ_BACK = "読み返して引き受ける / Read back and accept";
  private static final Pattern LINK = Pattern.compile("https?://\\S+");
  private static final Set<String> ROOMS = Set.of("#war_room", "#drill-war-room");

  private final SlackSettings settings;
  private final Speaks slack;
  private final ChatBook book;
  private final Rooms rooms;
  private final SlackPeople people;
  private final IncidentBoard board;
  private final Standing standing;
  private final HandsCards hands;
  private final TopicThreads threads;

  @Inject
  @SuppressWarnings("TooManyParameters")
  SlackChat(
      SlackSettings settings,
      Speaks slack,
      ChatBook book,
      Rooms rooms,
      SlackPeople people,
      IncidentBoard board,
      Standing standing,
      HandsCards hands,
      TopicThreads threads) {
    this.standing = standing;
    this.hands = hands;
    this.threads = threads;
    this.settings = settings;
    this.slack = slack;
    this.book = book;
    this.rooms = rooms;
    this.people = people;
    this.board = board;
  }

  @Override
  public Set<Kind> carries() {
    return settings.isOn()
        ? Arrays.stream(Kind.values())
            .filter(kind -> !settings.channels(kind).isEmpty())
            .collect(Collectors.toUnmodifiableSet())
        : Set.of();
  }

  @Override
  public boolean has(Kind kind, String channel) {
    return settings.channels(kind).containsKey(channel);
  }

  @Override
  public Reply carry(Errand errand) {
    return carried(asManyMayKnow(errand));
  }

  /**
   * Whoever looks at a channel reads it: of a private incident a line says only that there is
   * something, and where. Asked at the moment it leaves, so that what was written before counts
   * too.
   */
  private Errand asManyMayKnow(Errand errand) {
    boolean says = errand.where().startsWith("#") || errand.where().equals(OPEN);
    Optional<IncidentId> secret =
        errand.about() instanceof IncidentId incident && says && isPrivate(incident)
            ? Optional.of(incident)
            : Optional.empty();
    return secret
        .map(
            incident ->
                new Errand(
                    errand.id(),
                    errand.kind(),
                    errand.about(),
                    errand.severity(),
                    errand.where(),
                    standing.privately(incident).both(),
                    errand.matter(),
                    errand.writtenAt()))
        .orElse(errand);
  }

  private boolean isPrivate(IncidentId incident) {
    return board.find(incident).filter(IncidentView::isPrivate).isPresent();
  }

  private Reply carried(Errand errand) {
    if (errand.where().startsWith("#")) {
      return isRoom(errand) ? inTheRoom(errand) : line(errand, errand.where());
    }
    if (errand.where().startsWith(CALL)) {
      return toOne(errand, CALL, user -> call(errand, user));
    }
    if (errand.where().startsWith(WORD)) {
      return toOne(errand, WORD, user -> word(errand, user));
    }
    if (!(errand.about() instanceof IncidentId incident)) {
      return new Reply.Never("only an incident has a room and a card");
    }
    if (errand.where().startsWith(INVITE)) {
      var person = new PersonId(errand.where().substring(INVITE.length()));
      return inItsRoom(errand, room -> rooms.invite(room, person));
    }
    if (errand.where().startsWith(HandsCards.EDIT)) {
      return hands.edit(errand);
    }
    return switch (errand.where()) {
      case EDIT -> edit(incident, errand);
      case OPEN -> open(incident, errand);
      case TOPIC -> inItsRoom(errand, room -> rooms.topic(room, errand));
      case ARCHIVE -> rooms.archive(incident, errand);
      default -> new Reply.Never("Slack knows no " + errand.where());
    };
  }

  /** In somebody’s direct messages, when they are in this Slack. */
  private Reply toOne(Errand errand, String begin, Function<String, Reply> deed) {
    Said user = people.slackUserOf(new PersonId(errand.where().substring(begin.length())));
    return user instanceof Said.Yes known ? deed.apply(known.text("user", "id")) : reply(user);
  }

  private Reply word(Errand errand, String user) {
    if (HandsCards.isAbout(errand)) {
      return hands.say(errand, user);
    }
    return reply(
        slack.speak("chat.postMessage", plain(user, Mrkdwn.escaped(errand.text())).build()));
  }

  /**
   * With the button, which goes when somebody has it. Its signed link is a key: what is kept to be
   * edited is the text without.
   */
  private Reply call(Errand errand, String user) {
    String place = CALL + errand.id();
    if (book.card(errand.about(), place).isPresent()) {
      return new Reply.Done("stands there already");
    }
    String text = Mrkdwn.escaped(errand.text());
    Said said = slack.speak("chat.postMessage", drawn(errand.about(), user, text).build());
    if (said instanceof Said.Yes yes) {
      String kept = LINK.matcher(text).replaceAll("");
      book.stands(
          new ChatBook.Card(
              errand.about(), place, yes.text("channel"), yes.text("ts"), kept, Optional.empty()));
    }
    return reply(said);
  }

  private static boolean isRoom(Errand errand) {
    return errand.about() instanceof IncidentId && ROOMS.contains(errand.where());
  }

  /** The usual channel of rooms, for incidents of the errand's kind. */
  private Optional<String> usual(Errand errand) {
    return ROOMS.stream()
        .map(room -> settings.channels(errand.kind()).get(room))
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** Does it where the room has a channel of its own; else there is nothing to do. */
  private Reply inItsRoom(Errand errand, Function<ChatBook.Room, Reply> deed) {
    var incident = (IncidentId) errand.about();
    Rooms.Place place = rooms.placeOf(incident, usual(errand).orElse(""));
    if (place instanceof Rooms.Place.NotNow later) {
      return later.why();
    }
    return book.room(incident)
        .filter(room -> room.own() && room.archivedAt().isEmpty())
        .map(deed)
        .orElseGet(() -> new Reply.Done("there is no channel of its own"));
  }

  private Reply inTheRoom(Errand errand) {
    Optional<String> usual = usual(errand);
    if (usual.isEmpty()) {
      return new Reply.Never("no channel of Slack stands for " + errand.where());
    }
    Rooms.Place place = rooms.placeOf((IncidentId) errand.about(), usual.get());
    if (place instanceof Rooms.Place.NotNow later) {
      return later.why();
    }
    return place instanceof Rooms.Place.In in
        ? inTheChannel(errand, in.channel())
        : line(errand, errand.where());
  }

  private Reply inTheChannel(Errand errand, String channel) {
    if (HandsCards.isAbout(errand)) {
      return hands.say(errand, channel);
    }
    if (TopicThreads.isAbout(errand)) {
      return threads.say(errand, channel);
    }
    String text = Mrkdwn.escaped(errand.text());
    JsonObjectBuilder line = plain(channel, text);
    if (HANDOVER.matcher(errand.matter()).matches()) {
      line.add("blocks", Drawing.way(text, READ_BACK, readBack(errand.about())));
    }
    return reply(slack.speak("chat.postMessage", line.build()));
  }

  /** Command is accepted where its briefing is read back. */
  private String readBack(Subject about) {
    return settings.pageOf(about.value()) + "#accept";
  }

  /** 「部屋を開きました」, where everybody looks, and the way in. */
  private Reply open(IncidentId incident, Errand errand) {
    Optional<String> usual = usual(errand);
    if (usual.isEmpty()) {
      return new Reply.Never("no channel of Slack stands for a war room");
    }
    Rooms.Place place = rooms.placeOf(incident, usual.get());
    if (place instanceof Rooms.Place.NotNow later) {
      return later.why();
    }
    String way =
        place instanceof Rooms.Place.In in && !in.channel().equals(usual.get())
            ? "\n<#" + in.channel() + ">"
            : "";
    return card(errand, OPEN, usual.get(), Mrkdwn.escaped(errand.text()) + way);
  }

  /** The first line about something in a channel is its card; the others stand in its thread. */
  private Reply line(Errand errand, String place) {
    String channel = settings.channels(errand.kind()).getOrDefault(place, "");
    if (channel.isEmpty()) {
      return new Reply.Never("no channel of Slack stands for " + place);
    }
    String text = Mrkdwn.escaped(errand.text());
    Optional<ChatBook.Card> card = book.card(errand.about(), place);
    if (card.isEmpty() && errand.about() instanceof IncidentId) {
      return card(errand, place, channel, text);
    }
    JsonObjectBuilder message = plain(channel, text);
    card.ifPresent(known -> message.add("thread_ts", known.ts()).add("reply_broadcast", true));
    return reply(slack.speak("chat.postMessage", message.build()));
  }

  private Reply card(Errand errand, String place, String channel, String text) {
    if (book.card(errand.about(), place).isPresent()) {
      return new Reply.Done("stands there already");
    }
    String now = text + standing.so(errand.about()).map(words -> "\n" + lines(words)).orElse("");
    Said said = slack.speak("chat.postMessage", drawn(errand.about(), channel, now).build());
    if (said instanceof Said.Yes yes) {
      book.stands(
          new ChatBook.Card(
              errand.about(), place, yes.text("channel"), yes.text("ts"), text, Optional.empty()));
    }
    return reply(said);
  }

  private Reply edit(IncidentId incident, Errand errand) {
    List<ChatBook.Card> cards =
        book.cards(incident).stream().filter(SlackChat::saysHowItStands).toList();
    if (cards.isEmpty()) {
      return new Reply.Done("no message stands there; one that comes says how it stands");
    }
    var replies = new ArrayList<Reply>();
    for (ChatBook.Card card : cards) {
      boolean isOld = card.editedAt().filter(at -> !at.isBefore(errand.writtenAt())).isPresent();
      replies.add(isOld ? new Reply.Done("a newer one stands there") : edit(card, errand));
    }
    return worst(replies);
  }

  /** Heads of threads and calls for free hands speak of something else. */
  private static boolean saysHowItStands(ChatBook.Card card) {
    String place = card.place();
    return place.startsWith("#") || place.equals(OPEN) || place.startsWith(CALL);
  }

  private Reply edit(ChatBook.Card card, Errand errand) {
    String said =
        card.about() instanceof IncidentId incident && isPrivate(incident)
            ? lines(standing.privately(incident))
            : card.said();
    String text = said + "\n" + Mrkdwn.escaped(errand.text());
    Said answer =
        slack.speak(
            "chat.update", drawn(card.about(), card.channel(), text).add("ts", card.ts()).build());
    if (answer instanceof Said.Yes) {
      book.edited(card, errand.writtenAt());
    }
    return reply(answer);
  }

  static Reply worst(List<Reply> replies) {
    return replies.stream()
        .filter(reply -> reply instanceof Reply.Later)
        .findFirst()
        .or(() -> replies.stream().filter(reply -> reply instanceof Reply.Never).findFirst())
        .orElse(replies.get(0));
  }

  static String lines(Words words) {
    return Mrkdwn.escaped(words.ja() + "\n" + words.en());
  }

  private JsonObjectBuilder drawn(Subject about, String channel, String text) {
    return plain(channel, text)
        .add(
            "blocks",
            Drawing.blocks(text, buttons(about), about.value(), settings.pageOf(about.value())));
  }

  static JsonObjectBuilder plain(String channel, String text) {
    return Json.createObjectBuilder()
        .add("channel", channel)
        .add("text", text)
        .add("unfurl_links", false);
  }

  /**
   * What can be done as things stand now; nothing, when nobody could be heard or only who takes
   * part could do it.
   */
  private List<Drawing.Button> buttons(Subject about) {
    Optional<IncidentView> view =
        about instanceof IncidentId incident && settings.hears()
            ? board.find(incident).filter(found -> found.state().isOpen() && !found.isPrivate())
            : Optional.empty();
    var buttons = new ArrayList<Drawing.Button>();
    view.filter(found -> found.answeredBy().isEmpty())
        .ifPresent(found -> buttons.add(Drawing.Button.ANSWER));
    view.filter(found -> found.room() != Room.OPEN)
        .ifPresent(found -> buttons.add(Drawing.Button.ESCALATE));
    view.filter(found -> found.room() == Room.OPEN)
        .ifPresent(found -> buttons.addAll(List.of(Drawing.Button.WATCH, Drawing.Button.FREE)));
    return buttons;
  }

  /** What Slack said, as the gateway hears it. */
  static Reply reply(Said said) {
    if (said instanceof Said.Yes yes) {
      String ts = yes.text("ts");
      return new Reply.Done(ts.isEmpty() ? "ok" : ts);
    }
    if (said instanceof Said.NotNow later) {
      return new Reply.Later(later.after(), later.why());
    }
    return new Reply.Never(((Said.No) said).error());
  }
}
