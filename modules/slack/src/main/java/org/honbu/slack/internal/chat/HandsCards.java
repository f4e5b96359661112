package org.honbu.slack.internal.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.honbu.incidents.IncidentBoard;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.notifications.Chat.Errand;
import org.honbu.notifications.Chat.Reply;
import org.honbu.slack.internal.wire.Mrkdwn;
import org.honbu.slack.internal.wire.Said;
import org.honbu.slack.internal.wire.SlackSettings;
import org.honbu.slack.internal.wire.Speaks;
import org.honbu.warroom.VolunteerCall;
import org.honbu.warroom.VolunteerCalls;

/**
 * 「今手空いている人は？」 in Slack (DOMAIN 2.6, T13). The question in the room’s channel has a button for
 * everybody; the reminder to the commander, in their direct messages, has one for each person who
 * is free, a list of everybody else, and one to call it off. Both say what came of it, and lose
 * their buttons, once somebody has the work or it was called off.
 */
@ApplicationScoped
class HandsCards {
  /** Draws the messages of a call anew; its number follows. */
  static final String EDIT = "hands ";

  private static final Pattern ASKED = Pattern.compile("hands:(\\d{1,6})");
  private static final Pattern REMINDED = Pattern.compile("pick:(\\d{1,6}):\\d+");

  /** So many people have a button of their own; the others are in the list. */
  private static final int BUTTONS = 5;

  private final ChatBook book;
  private final Speaks slack;
  private final VolunteerCalls calls;
  private final IncidentBoard board;
  private final Standing standing;
  private final SlackSettings settings;

  @Inject
  HandsCards(
      ChatBook book,
      Speaks slack,
      VolunteerCalls calls,
      IncidentBoard board,
      Standing standing,
      SlackSettings settings) {
    this.book = book;
    this.slack = slack;
    this.calls = calls;
    this.board = board;
    this.standing = standing;
    this.settings = settings;
  }

  /** Whether the line asks the room, or reminds the commander. */
  static boolean isAbout(Errand errand) {
    return errand.about() instanceof IncidentId
        && (ASKED.matcher(errand.matter()).matches()
            || REMINDED.matcher(errand.matter()).matches());
  }

  /**
   * Says it with what can be pressed.
   *
   * @param to a channel, or somebody
   */
  Reply say(Errand errand, String to) {
    if (book.card(errand.about(), errand.matter()).isPresent()) {
      return new Reply.Done("stands there already");
    }
    var incident = (IncidentId) errand.about();
    String text = Mrkdwn.escaped(errand.text());
    Optional<VolunteerCall> call = call(incident, number(errand.matter()));
    String now =
        text
            + call.filter(any -> isForEverybody(incident))
                .flatMap(standing::so)
                .map(so -> "\n" + SlackChat.lines(so))
                .orElse("");
    Said said =
        slack.speak("chat.postMessage", drawn(incident, errand.matter(), to, now, call).build());
    if (said instanceof Said.Yes yes) {
      book.stands(
          new ChatBook.Card(
              incident,
              errand.matter(),
              yes.text("channel"),
              yes.text("ts"),
              text,
              Optional.empty()));
    }
    return SlackChat.reply(said);
  }

  /** Every message of the call says what the errand says, with what can be pressed now. */
  Reply edit(Errand errand) {
    var incident = (IncidentId) errand.about();
    int number = Integer.parseInt(errand.where().substring(EDIT.length()));
    Optional<VolunteerCall> call = call(incident, number);
    List<Reply> replies = new ArrayList<>();
    for (ChatBook.Card card : book.cards(incident)) {
      boolean isOld = card.editedAt().filter(at -> !at.isBefore(errand.writtenAt())).isPresent();
      if (number(card.place()) == number && !isOld) {
        replies.add(edit(card, errand, incident, call));
      }
    }
    return replies.isEmpty()
        ? new Reply.Done("no message stands there; one that comes says how it stands")
        : SlackChat.worst(replies);
  }

  private Reply edit(
      ChatBook.Card card, Errand errand, IncidentId incident, Optional<VolunteerCall> call) {
    boolean isOpen = isForEverybody(incident) || REMINDED.matcher(card.place()).matches();
    String text =
        isOpen
            ? card.said() + "\n" + Mrkdwn.escaped(errand.text())
            : SlackChat.lines(standing.privately(incident));
    JsonObject arguments =
        drawn(incident, card.place(), card.channel(), text, call).add("ts", card.ts()).build();
    Said said = slack.speak("chat.update", arguments);
    if (said instanceof Said.Yes) {
      book.edited(card, errand.writtenAt());
    }
    return SlackChat.reply(said);
  }

  private JsonObjectBuilder drawn(
      IncidentId incident, String matter, String to, String text, Optional<VolunteerCall> call) {
    return SlackChat.plain(to, text).add("blocks", blocks(incident, matter, text, call));
  }

  private JsonArray blocks(
      IncidentId incident, String matter, String text, Optional<VolunteerCall> call) {
    String page = settings.pageOf(incident.value());
    Optional<VolunteerCall> asking =
        call.filter(one -> one.state() == VolunteerCall.State.ASKING)
            .filter(one -> settings.hears() && isForEverybody(incident));
    if (asking.isEmpty()) {
      return Drawing.blocks(text, List.of(), incident.value(), page);
    }
    String subject = incident + " #" + asking.get().number();
    return ASKED.matcher(matter).matches()
        ? Drawing.blocks(text, List.of(Drawing.Button.CAN), subject, page)
        : Drawing.choice(text, subject, ask(asking.get()), page);
  }

  private List<Drawing.Choice> ask(VolunteerCall call) {
    return call.free().stream().limit(BUTTONS).map(this::choice).toList();
  }

  private Drawing.Choice choice(PersonId person) {
    return new Drawing.Choice(
        new Words("{0} さんに頼む", "Ask {0}").with(standing.name(person)), person);
  }

  /** Of a private incident nobody presses anything in Slack, and a channel says nothing. */
  private boolean isForEverybody(IncidentId incident) {
    return board.find(incident).filter(view -> !view.isPrivate()).isPresent();
  }

  private Optional<VolunteerCall> call(IncidentId incident, int number) {
    return calls.of(incident).stream().filter(call -> call.number() == number).findFirst();
  }

  /** The call a place or a matter belongs to; 0 for others. */
  private static int number(String matter) {
    Matcher asked = ASKED.matcher(matter);
    if (asked.matches()) {
      return Integer.parseInt(asked.group(1));
    }
    Matcher reminded = REMINDED.matcher(matter);
    return reminded.matches() ? Integer.parseInt(reminded.group(1)) : 0;
  }
}
