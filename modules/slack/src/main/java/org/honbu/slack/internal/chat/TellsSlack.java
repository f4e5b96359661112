package org.honbu.slack.internal.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Room;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.notifications.ChatErrand;
import org.honbu.notifications.ChatErrands;
import org.honbu.warroom.VolunteerCall;
import org.honbu.warroom.VolunteerCalls;

/**
 * Gives Slack something to do when something has happened. It is written with the fact's own
 * transaction, and leaves through the gateway afterwards.
 */
@ApplicationScoped
class TellsSlack {
  private static final Words COME_IN = new Words("{0} さんをチャンネルに招く", "Invites {0} to the channel");
  private static final Words CLOSED = new Words("チャンネルを閉じる", "Archives the channel");

  private final ChatErrands errands;
  private final IncidentBoard board;
  private final VolunteerCalls calls;
  private final Standing standing;

  @Inject
  TellsSlack(ChatErrands errands, IncidentBoard board, VolunteerCalls calls, Standing standing) {
    this.calls = calls;
    this.errands = errands;
    this.board = board;
    this.standing = standing;
  }

  /** The messages that stand there say how it stands now. */
  void edit(IncidentId incident, Instant at) {
    edit(board.view(incident), at);
  }

  private void edit(IncidentView view, Instant at) {
    Words now = standing.so(view).orElseGet(() -> view.state().label());
    give(view, SlackChat.EDIT, at.toString(), now);
  }

  void roomOpened(IncidentId incident, Instant at) {
    IncidentView view = board.view(incident);
    if (view.room() == Room.OPEN) {
      give(view, SlackChat.OPEN, "once", standing.roomOpened(view));
      roomIsBack(view, at);
    }
  }

  /** It stands alone again: whoever is there finds its channel again. */
  void roomIsBack(IncidentId incident, Instant at) {
    Optional.of(board.view(incident))
        .filter(view -> view.room() == Room.OPEN)
        .ifPresent(view -> roomIsBack(view, at));
  }

  private void roomIsBack(IncidentView view, Instant at) {
    topic(view, at);
    edit(view, at);
    view.answeredBy().ifPresent(person -> invite(view, person, at));
    view.seat().ifPresent(seat -> invite(view, seat.holder(), at));
  }

  /** Somebody leads: the topic and what stands there say so, and they are in the channel. */
  void commands(IncidentId incident, PersonId person, Instant at) {
    IncidentView view = board.view(incident);
    boolean room = view.room() == Room.OPEN;
    if (room) {
      topic(view, at);
    }
    edit(view, at);
    if (room) {
      invite(view, person, at);
    }
  }

  /** Somebody came in: they find the channel among theirs. */
  void joined(IncidentId incident, PersonId person, Instant at) {
    Optional.of(board.view(incident))
        .filter(view -> view.room() == Room.OPEN)
        .ifPresent(view -> invite(view, person, at));
  }

  /** Who leads, or when the room hears again, has changed. */
  void topic(IncidentId incident, Instant at) {
    Optional.of(board.view(incident))
        .filter(view -> view.room() == Room.OPEN)
        .ifPresent(view -> topic(view, at));
  }

  /** Somebody is free, has the work, or is not asked any more: the messages of the call say so. */
  void hands(IncidentId incident, UUID call, Instant at) {
    calls.of(incident).stream()
        .filter(one -> one.id().equals(call))
        .findFirst()
        .ifPresent(
            one ->
                standing
                    .so(one)
                    .ifPresent(
                        so ->
                            give(
                                board.view(incident),
                                HandsCards.EDIT + one.number(),
                                key(one, at),
                                so)));
  }

  private static String key(VolunteerCall call, Instant at) {
    return String.join(":", at.toString(), call.state().name(), String.valueOf(call.free().size()));
  }

  void archive(IncidentId incident, Instant at) {
    give(board.view(incident), SlackChat.ARCHIVE, at.toString(), CLOSED);
  }

  private void topic(IncidentView view, Instant at) {
    give(view, SlackChat.TOPIC, at.toString(), standing.topic(view));
  }

  private void invite(IncidentView view, PersonId person, Instant at) {
    give(view, SlackChat.INVITE + person, at.toString(), COME_IN.with(standing.name(person)));
  }

  private void give(IncidentView view, String where, String key, Words text) {
    errands.give(new ChatErrand(view.kind(), view.id(), Standing.severity(view), where, key, text));
  }
}
