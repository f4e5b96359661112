package org.honbu.slack.internal.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Room;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.notifications.Chat.Errand;
import org.honbu.notifications.Chat.Reply;
import org.honbu.slack.internal.known.SlackPeople;
import org.honbu.slack.internal.wire.Asks;
import org.honbu.slack.internal.wire.Said;
import org.honbu.slack.internal.wire.Speaks;

/**
 * The channel of a war room: made when the room opens, people invited as they come, its topic says
 * who leads, and it is archived when the incident is closed or becomes part of another. One that is
 * taken out of the other again gets it back; where Slack lets the app not do so, a new one.
 *
 * <p>Each step asks first how far it is, so that a step that is tried again does nothing twice.
 * Where Slack lets the app make no channel, lines go to the usual one and the rest is left out.
 */
@ApplicationScoped
class Rooms {
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_TOPIC = 250;
  private static final int PAGES = 3;
  private static final String SECOND = "-2";

  private final ChatBook book;
  private final Speaks slack;
  private final Asks asks;
  private final SlackPeople people;
  private final IncidentBoard board;

  @Inject
  Rooms(ChatBook book, Speaks slack, Asks asks, SlackPeople people, IncidentBoard board) {
    this.book = book;
    this.slack = slack;
    this.asks = asks;
    this.people = people;
    this.board = board;
  }

  /** Where a room's lines go. */
  sealed interface Place {
    record In(String channel) implements Place {}

    /** There is no room, or not any more. */
    record Nowhere() implements Place {}

    record NotNow(Reply.Later why) implements Place {}
  }

  /**
   * The room's channel, made if need be.
   *
   * @param usual where its lines go when it can have none of its own
   */
  Place placeOf(IncidentId incident, String usual) {
    Optional<ChatBook.Room> known = book.room(incident);
    if (known.isPresent() && known.get().archivedAt().isEmpty()) {
      return new Place.In(known.get().channel());
    }
    Optional<IncidentView> view = board.find(incident).filter(v -> v.room() == Room.OPEN);
    if (view.isEmpty()) {
      return new Place.Nowhere();
    }
    return known.isPresent()
        ? revive(view.get(), known.get().channel(), usual)
        : make(view.get(), name(view.get()), usual);
  }

  /** Slack knows apps that may archive a channel and may not take that back. */
  private Place revive(IncidentView view, String channel, String usual) {
    Said said = slack.speak("conversations.unarchive", arguments("channel", channel));
    if (said instanceof Said.NotNow later) {
      return new Place.NotNow(new Reply.Later(later.after(), later.why()));
    }
    boolean isOpen =
        said instanceof Said.Yes
            || (said instanceof Said.No no && no.error().equals("not_archived"));
    return isOpen
        ? opened(view.id(), channel, true, name(view))
        : make(view, second(name(view)), usual);
  }

  /** A channel that is archived keeps its name. */
  private static String second(String name) {
    int longest = LONGEST_NAME - SECOND.length();
    return (name.length() > longest ? name.substring(0, longest) : name) + SECOND;
  }

  private Place make(IncidentView view, String name, String usual) {
    JsonObject wish =
        view.isPrivate()
            ? Json.createObjectBuilder().add("name", name).add("is_private", true).build()
            : arguments("name", name);
    Said said = slack.speak("conversations.create", wish);
    if (said instanceof Said.NotNow later) {
      return new Place.NotNow(new Reply.Later(later.after(), later.why()));
    }
    if (said instanceof Said.Yes yes) {
      return opened(view.id(), yes.text("channel", "id"), true, name);
    }
    if (!"name_taken".equals(((Said.No) said).error())) {
      return opened(view.id(), usual, false, usual);
    }
    return adopt(view.id(), name, usual);
  }

  /** It was made before, by a try that died before it could note so. */
  private Place adopt(IncidentId incident, String name, String usual) {
    String cursor = "";
    for (int page = 0; page < PAGES; page++) {
      Map<String, String> wanted =
          new HashMap<>(Map.of("exclude_archived", "true", "limit", "1000", "cursor", cursor));
      Said said = asks.ask(Asks.Method.CHANNELS, wanted);
      if (said instanceof Said.NotNow later) {
        return new Place.NotNow(new Reply.Later(later.after(), later.why()));
      }
      if (!(said instanceof Said.Yes yes)) {
        break;
      }
      for (JsonValue channel : yes.body().getJsonArray("channels")) {
        if (name.equals(channel.asJsonObject().getString("name", ""))) {
          return opened(incident, channel.asJsonObject().getString("id"), true, name);
        }
      }
      cursor = yes.text("response_metadata", "next_cursor");
      if (cursor.isEmpty()) {
        break;
      }
    }
    return opened(incident, usual, false, usual);
  }

  private Place opened(IncidentId incident, String channel, boolean own, String name) {
    book.opened(
        new ChatBook.Room(incident, channel, own, Optional.empty(), Optional.empty()), name);
    return new Place.In(channel);
  }

  /** {@code inc-2026-0042-payment-api}; of a private one the number alone. */
  static String name(IncidentView view) {
    String about =
        view.component()
            .filter(any -> !view.isPrivate())
            .orElse("")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-");
    String whole = view.id().value().toLowerCase(Locale.ROOT) + "-" + about;
    String cut = whole.length() > LONGEST_NAME ? whole.substring(0, LONGEST_NAME) : whole;
    return cut.replaceAll("-+$", "");
  }

  Reply invite(ChatBook.Room room, PersonId person) {
    Said user = people.slackUserOf(person);
    if (!(user instanceof Said.Yes known)) {
      return SlackChat.reply(user);
    }
    Said said =
        slack.speak(
            "conversations.invite",
            arguments("channel", room.channel(), "users", known.text("user", "id")));
    boolean isIn =
        said instanceof Said.No no
            && (no.error().equals("already_in_channel") || no.error().equals("cant_invite_self"));
    return isIn ? new Reply.Done("was there already") : SlackChat.reply(said);
  }

  Reply topic(ChatBook.Room room, Errand errand) {
    if (room.topicAt().filter(at -> !at.isBefore(errand.writtenAt())).isPresent()) {
      return new Reply.Done("a newer one stands there");
    }
    String line = errand.text().replaceAll("\\s+", " ");
    String topic = line.length() > LONGEST_TOPIC ? line.substring(0, LONGEST_TOPIC) : line;
    Said said =
        slack.speak("conversations.setTopic", arguments("channel", room.channel(), "topic", topic));
    if (said instanceof Said.Yes) {
      book.topicSet(room.incident(), errand.writtenAt());
    }
    return SlackChat.reply(said);
  }

  /** What is taken apart while this still waits to leave goes on. */
  Reply archive(IncidentId incident, Errand errand) {
    if (board.find(incident).filter(view -> view.room() == Room.OPEN).isPresent()) {
      return new Reply.Done("the room is open again");
    }
    Optional<ChatBook.Room> room =
        book.room(incident).filter(ChatBook.Room::own).filter(r -> r.archivedAt().isEmpty());
    if (room.isEmpty()) {
      return new Reply.Done("there is no channel of its own");
    }
    Said said = slack.speak("conversations.archive", arguments("channel", room.get().channel()));
    boolean isDone =
        said instanceof Said.Yes
            || (said instanceof Said.No no && no.error().equals("already_archived"));
    if (isDone) {
      book.archived(incident, errand.writtenAt());
      return new Reply.Done("archived");
    }
    return SlackChat.reply(said);
  }

  private static JsonObject arguments(String... pairs) {
    var builder = Json.createObjectBuilder();
    for (int i = 0; i + 1 < pairs.length; i += 2) {
      builder.add(pairs[i], pairs[i + 1]);
    }
    return builder.build();
  }
}
