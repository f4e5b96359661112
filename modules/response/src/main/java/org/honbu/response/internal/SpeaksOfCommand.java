package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.CommandTaken;
import org.honbu.incidents.HandoverBoard;
import org.honbu.incidents.HandoverReason;
import org.honbu.incidents.HandoverView;
import org.honbu.incidents.HandoverView.End;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Standing;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.people.People;
import org.honbu.people.Role;

/** Says in the room who commands, who is asked to, and who could be deputy. Each thing once. */
@ApplicationScoped
class SpeaksOfCommand {
  private final HandoverBoard handovers;
  private final People people;
  private final Voice voice;

  @Inject
  SpeaksOfCommand(HandoverBoard handovers, People people, Voice voice) {
    this.handovers = handovers;
    this.people = people;
    this.voice = voice;
  }

  /** Whoever is asked by name is called as well: five minutes are short. */
  void asks(IncidentView view, HandoverView handover) {
    String matter = "handover:" + handover.number() + ":" + handover.round();
    Words commander = voice.name(handover.outgoing());
    if (handover.asked().isEmpty()) {
      voice.room(
          view,
          matter,
          fill(
              new Words(
                  "コマンダーを務められる人は指揮を引き受けてください。それまでコマンダーは {0} さんです",
                  "Whoever can command, please take it over. Until then {0} commands"),
              commander));
      return;
    }
    PersonId asked = handover.asked().get();
    voice.room(
        view,
        matter,
        fill(
            new Words(
                "{0} さん、指揮の交代を頼まれています。引き受けるまで、コマンダーは {1} さんです",
                "{0}, you are asked to take over command. Until you accept, {1} commands"),
            voice.name(asked),
            commander));
    if (handover.reason() != HandoverReason.EXEC_TAKES) {
      voice.call(view, view.id() + ":" + matter, OnCallLevels.SUCCESSOR, List.of(asked));
    }
  }

  /** Both names, in both languages (A19). */
  void handedOver(IncidentView view, HandoverView handover) {
    PersonId next = handover.successor().orElseThrow();
    voice.room(
        view,
        matter(handover.epoch().orElseThrow()),
        fill(
            handover.forced()
                ? new Words(
                    "{1} さんから返事がないため、ただいまからコマンダーは {0} さんです",
                    "{1} does not answer, so {0} is commander from now on")
                : new Words(
                    "ただいまからコマンダーは {0} さんです（{1} さんから交代）", "{0} is commander from now on, after {1}"),
            voice.name(next),
            voice.name(handover.outgoing())));
  }

  private static String matter(int epoch) {
    return "commander:" + epoch;
  }

  void stays(IncidentView view, HandoverView over) {
    Words commander =
        view.seat().map(CommandSeat::holder).map(voice::name).orElse(new Words("—", "—"));
    ending(over.end().orElse(End.WITHDRAWN))
        .ifPresent(
            said -> voice.room(view, "handover-over:" + over.number(), fill(said, commander)));
  }

  private static Optional<Words> ending(End end) {
    return switch (end) {
      case NOBODY_LEFT ->
          Optional.of(
              new Words(
                  "交代を引き受ける人が見つからず、プロセスオーナーを呼びました。コマンダーは {0} さんのままです",
                  "Nobody could take over, so the process owner is called. {0} stays in command"));
      case WITHDRAWN ->
          Optional.of(
              new Words(
                  "交代は取りやめになりました。コマンダーは {0} さんのままです", "The handover is off. {0} stays in command"));
      case STILL_IN_COMMAND -> Optional.of(new Words("{0} さんはまだ指揮中です", "{0} is still in command"));
      case TAKEN, OVERTAKEN, ROOM_CLOSED -> Optional.empty();
    };
  }

  /** Somebody took command without being handed it. */
  void claimed(IncidentView view, CommandTaken taken) {
    Words name = voice.name(taken.to());
    voice.room(
        view,
        matter(taken.epoch()),
        fill(
            taken.standing() == Standing.HELD
                ? new Words("{0} です。このインシデントのコマンダーをします", "{0} here. I command this incident")
                : new Words("{0} さんが暫定コマンダーです", "{0} is acting commander"),
            name));
    if (taken.standing() == Standing.HELD && view.deputy().isEmpty()) {
      deputyFor(view, taken.from())
          .ifPresent(
              person ->
                  voice.room(
                      view,
                      "deputy-wanted:" + taken.epoch(),
                      fill(
                          new Words(
                              "{0} さん、副コマンダーをお願いできますか。決めるのは {1} さんです",
                              "{0}, could you be deputy? {1} decides"),
                          voice.name(person),
                          name)));
    }
  }

  /** The former acting commander, or whoever would command next (DOMAIN 2.5 step 4). */
  private Optional<PersonId> deputyFor(IncidentView view, PersonId former) {
    return people.hasRole(former, Role.INCIDENT_COMMANDER)
        ? Optional.of(former)
        : handovers.candidates(view.id()).stream().findFirst();
  }

  static Words fill(Words sentence, Words... values) {
    return sentence.with((Object[]) values);
  }
}
