package org.honbu.warroom.internal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.honbu.incidents.Command;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.warroom.SummonsView.Reply;

/** 「抜けて大丈夫です」: reduces the room to those it needs. Joins the caller's transaction. */
@ApplicationScoped
class ReleaseActs {
  private static final Words YOU_CAN_GO =
      new Words("抜けて大丈夫です。ありがとうございました", "You can go. Thank you");
  private static final Words WHO_STAYS =
      new Words(
          "{1} が残ります。ほかの人は抜けて大丈夫です。ありがとうございました", "Staying: {1}. Everybody else can go. Thank you");

  private final RosterStore store;
  private final Command command;
  private final IncidentBoard board;
  private final Attendance attendance;
  private final RoomRules rules;
  private final RoomVoice voice;
  private final Clock clock;

  @Inject
  ReleaseActs(
      RosterStore store,
      Command command,
      IncidentBoard board,
      Attendance attendance,
      RoomRules rules,
      RoomVoice voice,
      Clock clock) {
    this.store = store;
    this.command = command;
    this.board = board;
    this.attendance = attendance;
    this.rules = rules;
    this.voice = voice;
    this.clock = clock;
  }

  /**
   * What it comes to.
   *
   * @param over summonses that ask nobody any more
   */
  record Decision(Outcome outcome, List<SummonsRow> over) {}

  Decision release(IncidentId incident, Set<PersonId> staying, PersonId by) {
    Optional<CommandSeat> seat = command.lockSeat(incident);
    Optional<Outcome> no = rules.onlyTheCommander(incident, seat, by);
    if (no.isPresent()) {
      return new Decision(no.get(), List.of());
    }
    staying.forEach(person -> rules.known("staying", person));
    IncidentView view = board.view(incident);
    Set<PersonId> stay = Attendance.bound(view);
    stay.addAll(staying);
    List<SummonsRow> over = overWithout(stay, incident);
    Set<PersonId> go = released(incident, stay);
    go.addAll(calledOff(incident, stay));
    if (go.isEmpty()) {
      return new Decision(new Outcome.AlreadyDone(), List.of());
    }
    Instant now = clock.instant();
    over.forEach(SummonsRow::over);
    Words sentence = RoomVoice.fill(WHO_STAYS, names(stay));
    go.forEach(person -> voice.whisper(person, view, "released:" + now, YOU_CAN_GO));
    voice.note(incident, "released", sentence, Actor.person(by));
    voice.room(view, "released:" + now, sentence);
    store.flush();
    return new Decision(Outcome.done(), over);
  }

  private List<SummonsRow> overWithout(Set<PersonId> stay, IncidentId incident) {
    return store.summons(incident).stream()
        .filter(row -> row.waiting().filter(one -> !stay.contains(one.person())).isPresent())
        .toList();
  }

  /** Whoever is asked, or said that they come and is not there, need not come any more. */
  private Set<PersonId> calledOff(IncidentId incident, Set<PersonId> stay) {
    List<AskedPerson> onTheirWay =
        store.summons(incident).stream()
            .flatMap(row -> row.askedSoFar().stream())
            .filter(one -> one.reply() == Reply.ASKED || one.reply() == Reply.COMING)
            .filter(one -> !stay.contains(one.person()))
            .filter(one -> !attendance.hasArrived(incident, one.person()))
            .toList();
    onTheirWay.forEach(one -> one.replied(Reply.NOT_NEEDED));
    return onTheirWay.stream()
        .map(AskedPerson::person)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<PersonId> released(IncidentId incident, Set<PersonId> stay) {
    var go = new TreeSet<PersonId>();
    store.members(incident).stream()
        .filter(member -> member.stays() && !stay.contains(member.person()))
        .forEach(
            member -> {
              member.isReleased(clock.instant());
              go.add(member.person());
            });
    return go;
  }

  private Words names(Set<PersonId> stay) {
    List<Words> names = stay.stream().map(voice::name).toList();
    return new Words(
        names.stream().map(Words::ja).collect(Collectors.joining("、")),
        names.stream().map(Words::en).collect(Collectors.joining(", ")));
  }
}
