package org.honbu.warroom.internal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.honbu.incidents.Command;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.Actor;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.warroom.HelpTask;

/** Decides and writes who helps with what. Joins the caller's transaction. */
@ApplicationScoped
class HelpActs {
  private static final Words HAS_A_DUTY =
      new Words(
          "いまの役割に集中してください。これは手の空いた人に任せましょう", "Keep to your duty; leave this to somebody free");
  private static final Words COME_IN_FIRST = new Words("先に部屋に入ってください", "Come into the room first");
  private static final Words TAKEN = new Words("{1} さんがしています", "{1} is on it");
  private static final Words ONE_AT_A_TIME = new Words("先に「{1}」を終えてください", "Finish “{1}” first");
  private static final Words TAKES = new Words("{0} が引き受けました：{1}", "{0} takes: {1}");
  private static final Words DONE = new Words("{0} が済ませました：{1}", "{0} has done: {1}");
  private static final Words FOUND = new Words("{0} が済ませました：{1}「{2}」", "{0} has done: {1} “{2}”");

  private final RosterStore store;
  private final Command command;
  private final IncidentBoard board;
  private final RoomRules rules;
  private final RoomVoice voice;
  private final FirstSteps steps;
  private final Ids ids;
  private final Clock clock;

  @Inject
  HelpActs(
      RosterStore store,
      Command command,
      IncidentBoard board,
      RoomRules rules,
      RoomVoice voice,
      FirstSteps steps,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.command = command;
    this.board = board;
    this.rules = rules;
    this.voice = voice;
    this.steps = steps;
    this.ids = ids;
    this.clock = clock;
  }

  Outcome take(IncidentId incident, HelpTask task, PersonId by) {
    Optional<CommandSeat> seat = command.lockSeat(incident);
    Optional<Outcome> no = rules.onlyWhileOpen(incident, seat, by);
    if (no.isPresent()) {
      return no.get();
    }
    if (Attendance.bound(board.view(incident)).contains(by)) {
      return rules.notNow(incident, by, HAS_A_DUTY);
    }
    if (store.member(incident, by).filter(MemberRow::stays).isEmpty()) {
      return rules.notNow(incident, by, COME_IN_FIRST);
    }
    Optional<HelpingRow> taken = open(incident, task);
    if (taken.isPresent()) {
      return taken.get().person().equals(by)
          ? new Outcome.AlreadyDone()
          : rules.notNow(incident, by, RoomVoice.fill(TAKEN, voice.name(taken.get().person())));
    }
    Optional<HelpingRow> other =
        store.helping(incident).stream().filter(help -> help.person().equals(by)).findFirst();
    if (other.isPresent()) {
      return rules.notNow(incident, by, RoomVoice.fill(ONE_AT_A_TIME, other.get().task().label()));
    }
    store.add(new HelpingRow(ids.next(), incident, task, by, clock.instant()));
    voice.note(incident, "help-taken", RoomVoice.fill(TAKES, task.label()), Actor.person(by));
    store.flush();
    return Outcome.done();
  }

  Outcome done(IncidentId incident, HelpTask task, String found, PersonId by) {
    Optional<CommandSeat> seat = command.lockSeat(incident);
    Optional<Outcome> no = rules.onlyWhileOpen(incident, seat, by);
    if (no.isPresent()) {
      return no.get();
    }
    String said = Texts.atMost("found", found);
    Optional<HelpingRow> taken = open(incident, task);
    if (taken.isEmpty()) {
      return new Outcome.AlreadyDone();
    }
    if (!taken.get().person().equals(by)) {
      return new Outcome.NotAllowed(
          voice.refused(incident, by, RoomVoice.fill(TAKEN, voice.name(taken.get().person()))));
    }
    taken.get().isDone(said, clock.instant());
    steps.helped(board.view(incident).kind(), taken.get());
    Words sentence =
        said.isEmpty()
            ? RoomVoice.fill(DONE, task.label())
            : RoomVoice.fill(FOUND, task.label(), new Words(said, said));
    voice.note(incident, "help-done", sentence, Actor.person(by));
    store.flush();
    return Outcome.done();
  }

  private Optional<HelpingRow> open(IncidentId incident, HelpTask task) {
    return store.helping(incident).stream().filter(help -> help.task() == task).findFirst();
  }
}
