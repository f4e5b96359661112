package org.honbu.warroom.internal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.honbu.incidents.Command;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.Actor;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.outbox.Outbox;
import org.honbu.outbox.Subject;
import org.honbu.warroom.Member;
import org.honbu.warroom.MemberJoined;
import org.honbu.warroom.Stance;

/** Decides and writes who comes and goes. Joins the caller's transaction. */
@ApplicationScoped
class RosterActs {
  private static final Words OBSERVES = new Words("{0} が見学に来ました", "{0} came to look on");
  private static final Words IS_FREE =
      new Words("{0} が手伝いに来ました（手空き）", "{0} came and is free to help");
  private static final Words KNOWS =
      new Words("{0} が知っていること：{1}", "{0} came and knows something: {1}");
  private static final Words LEFT = new Words("{0} が部屋を出ました", "{0} left the room");
  private static final Words HAND_OVER_FIRST =
      new Words("先にコマンダーを渡してから抜けてください", "Hand over command first, then leave");

  private final RosterStore store;
  private final Command command;
  private final IncidentBoard board;
  private final AnswerActs answers;
  private final RoomRules rules;
  private final RoomVoice voice;
  private final FirstSteps steps;
  private final Outbox outbox;
  private final Ids ids;
  private final Clock clock;

  @Inject
  RosterActs(
      RosterStore store,
      Command command,
      IncidentBoard board,
      AnswerActs answers,
      RoomRules rules,
      RoomVoice voice,
      FirstSteps steps,
      Outbox outbox,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.command = command;
    this.board = board;
    this.answers = answers;
    this.rules = rules;
    this.voice = voice;
    this.steps = steps;
    this.outbox = outbox;
    this.ids = ids;
    this.clock = clock;
  }

  AnswerActs.Decision join(IncidentId incident, Stance stance, String note, PersonId by) {
    Optional<CommandSeat> seat = command.lockSeat(incident);
    Optional<Outcome> no = rules.onlyWhileOpen(incident, seat, by);
    if (no.isPresent()) {
      return AnswerActs.Decision.only(no.get());
    }
    String said =
        stance == Stance.HAVE_CONTEXT ? Texts.needed("note", note) : Texts.atMost("note", note);
    Optional<MemberRow> before = store.member(incident, by);
    if (before.filter(member -> member.isHereAs(stance, said)).isPresent()) {
      return AnswerActs.Decision.only(new Outcome.AlreadyDone());
    }
    voice.note(incident, "room-joined", words(stance, said), Actor.person(by));
    return new AnswerActs.Decision(Outcome.done(), comes(incident, before, stance, said, by));
  }

  /**
   * Whoever took work is here and no onlooker, whether or not they said so; the work itself stands
   * on the timeline. Whoever leads, stands by or announces is here anyway.
   *
   * @return the summons whose process need not wait for them any longer
   */
  Optional<SummonsRow> works(IncidentId incident, PersonId person) {
    Optional<CommandSeat> seat = command.lockSeat(incident);
    Optional<MemberRow> before = store.member(incident, person);
    if (seat.isEmpty()
        || before.filter(MemberRow::couldWork).isPresent()
        || Attendance.bound(board.view(incident)).contains(person)) {
      return Optional.empty();
    }
    String known = before.map(MemberRow::view).map(Member::note).orElse("");
    return comes(incident, before, Stance.FREE, known, person);
  }

  private Optional<SummonsRow> comes(
      IncidentId incident, Optional<MemberRow> before, Stance stance, String note, PersonId by) {
    before.ifPresentOrElse(
        member -> member.comes(stance, note, clock.instant()),
        () -> store.add(new MemberRow(ids.next(), incident, by, stance, note, clock.instant())));
    IncidentView view = board.view(incident);
    steps.came(view.kind(), incident, by);
    Optional<SummonsRow> arrived = answers.arrived(view, stance, by);
    store.flush();
    outbox.announce(
        new MemberJoined(incident, view.kind(), by, clock.instant()), Subject.of(incident));
    return arrived;
  }

  private static Words words(Stance stance, String note) {
    return switch (stance) {
      case OBSERVE -> OBSERVES;
      case FREE -> IS_FREE;
      case HAVE_CONTEXT -> RoomVoice.fill(KNOWS, new Words(note, note));
    };
  }

  Outcome leave(IncidentId incident, PersonId by) {
    Optional<CommandSeat> seat = command.lockSeat(incident);
    Optional<Outcome> no = rules.onlyWhileOpen(incident, seat, by);
    if (no.isPresent()) {
      return no.get();
    }
    if (seat.map(CommandSeat::holder).filter(by::equals).isPresent()) {
      return rules.notNow(incident, by, HAND_OVER_FIRST);
    }
    Optional<MemberRow> member = store.member(incident, by).filter(MemberRow::isThere);
    if (member.isEmpty()) {
      return new Outcome.AlreadyDone();
    }
    member.get().leaves(clock.instant());
    store.helping(incident).stream()
        .filter(help -> help.person().equals(by))
        .forEach(help -> help.isDone("", clock.instant()));
    voice.note(incident, "room-left", LEFT, Actor.person(by));
    store.flush();
    return Outcome.done();
  }
}
