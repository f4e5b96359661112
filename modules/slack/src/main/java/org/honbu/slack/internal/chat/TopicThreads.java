package org.honbu.slack.internal.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.honbu.kernel.Words;
import org.honbu.notifications.Chat.Errand;
import org.honbu.notifications.Chat.Reply;
import org.honbu.slack.internal.wire.Mrkdwn;
import org.honbu.slack.internal.wire.Said;
import org.honbu.slack.internal.wire.Speaks;

/**
 * The thread of its own that a topic has in the room’s channel (DOMAIN 2.14): the line that opens
 * the topic is its head. What the room hears of the topic later stands in the thread and in the
 * channel, so that a report is missed by nobody.
 */
@ApplicationScoped
class TopicThreads {
  private static final Pattern MATTER =
      Pattern.compile("topic-[a-z-]+:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?::.*)?");
  private static final String OPENED = "topic-opened:";
  private static final String PLACE = "topic:";
  private static final Words HERE =
      new Words("🧵 この話題は、このスレッドで話してください", "🧵 Talk about this topic in this thread");

  private final ChatBook book;
  private final Speaks slack;

  @Inject
  TopicThreads(ChatBook book, Speaks slack) {
    this.book = book;
    this.slack = slack;
  }

  /** Whether the line is about a topic. */
  static boolean isAbout(Errand errand) {
    return MATTER.matcher(errand.matter()).matches();
  }

  /** Says it in the topic’s thread, or as its head. */
  Reply say(Errand errand, String channel) {
    String place = place(errand);
    String text = Mrkdwn.escaped(errand.text());
    Optional<ChatBook.Card> head =
        book.card(errand.about(), place).filter(card -> card.channel().equals(channel));
    if (head.isPresent() && errand.matter().startsWith(OPENED)) {
      return new Reply.Done("stands there already");
    }
    return head.map(card -> answer(card, text)).orElseGet(() -> begin(errand, channel, text));
  }

  private Reply answer(ChatBook.Card head, String text) {
    JsonObject answer =
        SlackChat.plain(head.channel(), text)
            .add("thread_ts", head.ts())
            .add("reply_broadcast", true)
            .build();
    return SlackChat.reply(slack.speak("chat.postMessage", answer));
  }

  private Reply begin(Errand errand, String channel, String text) {
    JsonObject head = SlackChat.plain(channel, text + "\n" + SlackChat.lines(HERE)).build();
    Said said = slack.speak("chat.postMessage", head);
    if (said instanceof Said.Yes yes) {
      book.stands(
          new ChatBook.Card(
              errand.about(), place(errand), channel, yes.text("ts"), text, Optional.empty()));
    }
    return SlackChat.reply(said);
  }

  private static String place(Errand errand) {
    Matcher matter = MATTER.matcher(errand.matter());
    if (!matter.matches()) {
      throw new IllegalArgumentException("about no topic: " + errand.matter());
    }
    return PLACE + matter.group(1);
  }
}
