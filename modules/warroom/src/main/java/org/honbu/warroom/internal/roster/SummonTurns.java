package org.honbu.warroom.internal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.honbu.incidents.Command;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.people.People;
import org.honbu.people.Team;
import org.honbu.warroom.SummonsView.Reply;
import org.honbu.warroom.SummonsView.State;

/**
 * The process' own door to a summons: each step asks the record again, under the incident's lock,
 * so that a timer which falls due in the instant of an answer changes nothing.
 */
@ApplicationScoped
@Transactional
class SummonTurns {
  private static final Words PLEASE_COME =
      new Words(
          """
          ウォールームに来られますか：{1}
          {2}
          「行きます」「手が離せない」（代わりの人も書けます）「見学のみ」から選んでください。返事がなければ、次の人に尋ねます。""",
          """
          Can you come into the war room? {1}
          {2}
          Choose “I am coming”, “I cannot” (you may name somebody else) or “I only look on”. \
          Without an answer the next person is asked.""");
  private static final Words ASKED_BY = new Words("{1} さんが呼んでいます。", "{1} asks for you.");
  private static final Words TEAM_NEEDED = new Words("{1} の力が要ります。", "{1} is needed.");
  private static final Words NEXT = new Words("次に {1} さんに声をかけました", "{1} was asked next");
  private static final Words NOBODY =
      new Words(
          "招集に来られる人がいません：{1}。ほかの人を招集するか、いる人で進めてください",
          "Nobody of {1} can come. Summon somebody else, or go on with those who are here");

  private final RosterStore store;
  private final Command command;
  private final IncidentBoard board;
  private final SummonActs acts;
  private final SummonsProcess process;
  private final People people;
  private final RoomVoice voice;
  private final Clock clock;

  @Inject
  SummonTurns(
      RosterStore store,
      Command command,
      IncidentBoard board,
      SummonActs acts,
      SummonsProcess process,
      People people,
      RoomVoice voice,
      Clock clock) {
    this.store = store;
    this.command = command;
    this.board = board;
    this.acts = acts;
    this.process = process;
    this.people = people;
    this.voice = voice;
    this.clock = clock;
  }

  /**
   * Whose turn it is.
   *
   * @param member who is asked now; empty when nobody is
   * @param settled whether nobody need be asked any more, because somebody comes or it is over
   * @param round how many have been asked, this person among them
   */
  record Turn(Optional<PersonId> member, boolean settled, int round) {}

  /**
   * Asks the next person, unless somebody has answered meanwhile.
   *
   * @param round whom the process waited for last; 0 when it has just begun, so that a process that
   *     was lost asks the same person again
   */
  Turn next(IncidentId incident, int number, int round) {
    Optional<CommandSeat> seat = command.lockSeat(incident);
    SummonsRow summons = store.summons(incident, number).orElseThrow();
    if (seat.isEmpty() && summons.isAsking()) {
      summons.over();
    }
    if (!summons.isAsking()) {
      store.flush();
      return new Turn(Optional.empty(), summons.state() != State.NOBODY_COMES, summons.round());
    }
    Optional<AskedPerson> waiting = summons.waiting();
    if (waiting.isPresent() && summons.round() > round) {
      return new Turn(waiting.map(AskedPerson::person), false, summons.round());
    }
    waiting.ifPresent(silent -> silent.replied(Reply.SILENT));
    return asksNext(board.view(incident), summons);
  }

  private Turn asksNext(IncidentView view, SummonsRow summons) {
    boolean first = summons.round() == 0;
    var needNot = acts.needNotBeAsked(view);
    Optional<PersonId> next = summons.asksNext(needNot::contains, clock.instant());
    if (next.isEmpty()) {
      summons.nobodyIsLeft();
    } else {
      asks(view, summons, next.get());
      if (!first) {
        voice.note(
            view.id(), "summoned", RoomVoice.fill(NEXT, voice.name(next.get())), SummonActs.ROSTER);
      }
    }
    store.flush();
    return new Turn(next, false, summons.round());
  }

  private void asks(IncidentView view, SummonsRow summons, PersonId person) {
    Words who =
        summons.by() instanceof Actor.Person commander
            ? RoomVoice.fill(ASKED_BY, voice.name(commander.id()))
            : RoomVoice.fill(TEAM_NEEDED, nameOf(summons));
    Words because =
        summons.why().isEmpty()
            ? who
            : new Words(who.ja() + summons.why(), who.en() + " " + summons.why());
    voice.whisper(
        person,
        view,
        "summons:" + summons.number() + ":" + summons.round(),
        RoomVoice.fill(PLEASE_COME, new Words(view.what(), view.what()), because));
  }

  private Words nameOf(SummonsRow summons) {
    return summons
        .team()
        .flatMap(this::named)
        .orElseGet(
            () ->
                summons.askedSoFar().stream()
                    .findFirst()
                    .map(one -> voice.name(one.person()))
                    .orElse(new Words("—", "—")));
  }

  private Optional<Words> named(TeamId team) {
    return people.team(team).map(Team::name);
  }

  /** Nobody is left to ask: the room and the commander hear of it. */
  void reportNobody(IncidentId incident, int number) {
    Optional<CommandSeat> seat = command.lockSeat(incident);
    SummonsRow summons = store.summons(incident, number).orElseThrow();
    if (seat.isEmpty() || summons.state() != State.NOBODY_COMES) {
      return;
    }
    IncidentView view = board.view(incident);
    Words sentence = RoomVoice.fill(NOBODY, nameOf(summons));
    String matter = "summons:" + number + ":nobody:" + summons.round();
    voice.note(incident, "summons-nobody", sentence, SummonActs.ROSTER);
    voice.room(view, matter, sentence);
    voice.whisper(seat.get().holder(), view, matter, sentence);
  }

  /** Tells the process of a summons that it may have missed; false while it does not wait. */
  boolean follow(IncidentId incident, int number) {
    boolean open = command.lockSeat(incident).isPresent();
    boolean follows = !open || store.summons(incident, number).map(process::follow).orElse(true);
    store.flush();
    return follows;
  }

  /** As above, of all that ask, for a process that was lost and is back. */
  boolean followAgain(IncidentId incident) {
    boolean open = command.lockSeat(incident).isPresent();
    boolean follows = true;
    for (SummonsRow summons : store.summons(incident)) {
      if (open && summons.isAsking()) {
        summons.asksOn();
        follows &= process.follow(summons);
      }
    }
    store.flush();
    return follows;
  }

  /** The room is closed: nobody is asked any more. */
  void endIfClosed(IncidentId incident) {
    if (command.lockSeat(incident).isPresent()) {
      return;
    }
    for (SummonsRow summons : store.summons(incident)) {
      if (summons.isAsking()) {
        summons.over();
        store.flush();
        process.goOn(summons);
      }
    }
  }
}
