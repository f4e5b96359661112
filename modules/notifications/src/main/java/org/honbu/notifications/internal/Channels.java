package org.honbu.notifications.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.honbu.kernel.Kind;
import org.honbu.notifications.Chat;
import org.honbu.notifications.OutgoingMessage;
import org.honbu.notifications.OutsideLetter.Purpose;

/**
 * Every way out, and whether a drill may take it. What is not listed here does not exist: a drill
 * can reach nothing by accident.
 */
@ApplicationScoped
class Channels {
  static final String INBOX = "inbox";
  static final String EMAIL = "email";

  /** As the two above, for what is said to one person alone. */
  static final String PRIVATE = OutgoingMessage.PRIVATE;

  static final String PRIVATE_EMAIL = PRIVATE + "-" + EMAIL;

  /** The same in the chat. */
  static final String PRIVATE_CHAT = PRIVATE + "-chat";

  /** Lines of real incidents in the chat, and whatever else it does for them. */
  static final String CHAT = "chat";

  /** As above, of drills. */
  static final String CHAT_DRILL = CHAT + "-drill";

  /** Senders of one lane never wait for those of another. */
  enum Lane {
    BUILT_IN,
    EMAIL,
    /** To people outside: thousands at once, and none of them is waited for. */
    OUTSIDE,
    CHAT
  }

  /**
   * A way out.
   *
   * @param carries kinds of incidents whose messages may leave here
   */
  record Registered(Channel channel, Set<Kind> carries, Lane lane) {}

  private final Map<String, Registered> byName = new HashMap<>();
  private final Optional<Chat> chat;

  @Inject
  Channels(NotificationsSettings settings, SmtpChannel smtp, @Any Instance<Chat> chats) {
    this(settings, smtp, chats.stream().findFirst());
  }

  Channels(NotificationsSettings settings, SmtpChannel smtp, Optional<Chat> chat) {
    this(chat);
    var builtIn = new BuiltInChannel();
    register(INBOX, builtIn, Set.of(Kind.REAL, Kind.DRILL), Lane.BUILT_IN);
    register(PRIVATE, builtIn, Set.of(Kind.REAL, Kind.DRILL), Lane.BUILT_IN);
    for (String real : settings.realChannels()) {
      register(real, builtIn, Set.of(Kind.REAL), Lane.BUILT_IN);
    }
    for (String drill : settings.drillChannels()) {
      register(drill, builtIn, Set.of(Kind.DRILL), Lane.BUILT_IN);
    }
    if (settings.sendsEmail()) {
      register(EMAIL, smtp, Set.of(Kind.REAL), Lane.EMAIL);
      register(PRIVATE_EMAIL, smtp, Set.of(Kind.REAL), Lane.EMAIL);
      for (Purpose purpose : Purpose.values()) {
        Channel outside = letter -> smtp.send(letter, MailForm.of(purpose));
        register(OutsideLetters.channel(purpose), outside, Set.of(Kind.REAL), Lane.OUTSIDE);
      }
    }
  }

  /** For tests, which register their own. */
  Channels(Optional<Chat> chat) {
    this.chat = chat;
    chat.ifPresent(this::register);
  }

  /** What stands before the bean. */
  Channels() {
    this(Optional.empty());
  }

  private void register(Chat chat) {
    for (Kind kind : chat.carries()) {
      register(chat(kind), new ChatChannel(chat), Set.of(kind), Lane.CHAT);
    }
    if (chat.carries().contains(Kind.REAL)) {
      register(PRIVATE_CHAT, new ChatChannel(chat), Set.of(Kind.REAL), Lane.CHAT);
    }
  }

  /** What the chat is called here, for incidents of a kind. */
  static String chat(Kind kind) {
    return switch (kind) {
      case REAL -> CHAT;
      case DRILL -> CHAT_DRILL;
    };
  }

  /** Whether a line for this channel stands in the chat, too. */
  boolean standInChat(Kind kind, String channel) {
    return carries(chat(kind), kind) && chat.filter(one -> one.has(kind, channel)).isPresent();
  }

  /** Whether anything leaves by this lane. */
  boolean use(Lane lane) {
    return byName.values().stream().anyMatch(way -> way.lane() == lane);
  }

  void register(String name, Channel channel, Set<Kind> carries, Lane lane) {
    if (byName.putIfAbsent(name, new Registered(channel, carries, lane)) != null) {
      throw new IllegalArgumentException("channel " + name + " is registered twice");
    }
  }

  Optional<Registered> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  Lane laneOf(String name) {
    return find(name).map(Registered::lane).orElse(Lane.BUILT_IN);
  }

  boolean carries(String name, Kind kind) {
    return find(name).map(way -> way.carries().contains(kind)).orElse(false);
  }
}
