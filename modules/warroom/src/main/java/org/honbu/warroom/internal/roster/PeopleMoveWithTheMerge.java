package org.honbu.warroom.internal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.honbu.incidents.Command;
import org.honbu.incidents.Duty;
import org.honbu.incidents.DutyKind;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentMerged;
import org.honbu.kernel.Actor;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.outbox.FactHandler;
import org.honbu.warroom.Stance;

/**
 * Whoever was in the room of an incident that became part of another is in that one's room now, as
 * they were (A36); who commanded there knows something here. Hearing of it twice moves nobody
 * twice.
 */
@ApplicationScoped
class PeopleMoveWithTheMerge implements FactHandler<IncidentMerged> {
  private static final Words MOVED =
      new Words("{1} の部屋にいた {2} 人が加わりました", "{2} from the room of {1} are here now");

  private final RosterStore store;
  private final Command command;
  private final IncidentBoard board;
  private final RoomVoice voice;
  private final Ids ids;
  private final Clock clock;

  @Inject
  PeopleMoveWithTheMerge(
      RosterStore store,
      Command command,
      IncidentBoard board,
      RoomVoice voice,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.command = command;
    this.board = board;
    this.voice = voice;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "warroom.people-move-with-the-merge";
  }

  @Override
  public Class<IncidentMerged> fact() {
    return IncidentMerged.class;
  }

  @Override
  public void on(IncidentMerged merged) {
    command.lockSeat(merged.into());
    List<MemberRow> people =
        store.members(merged.incident()).stream().filter(MemberRow::stays).toList();
    long moved =
        people.stream().filter(member -> move(member, merged.into())).count()
            + lastCommander(merged.incident()).filter(person -> knows(person, merged)).stream()
                .count();
    if (moved > 0) {
      Words from = new Words(merged.incident().value(), merged.incident().value());
      Words many = new Words(String.valueOf(moved), String.valueOf(moved));
      voice.note(
          merged.into(), "room-joined", RoomVoice.fill(MOVED, from, many), Actor.honbu("roster"));
    }
    store.flush();
  }

  private boolean knows(PersonId commander, IncidentMerged merged) {
    String note = MemberRow.commanderOf(merged.incident());
    return comes(commander, Stance.HAVE_CONTEXT, note, merged.into());
  }

  private boolean move(MemberRow member, IncidentId into) {
    boolean came = comes(member.person(), member.view().stance(), member.view().note(), into);
    member.leaves(clock.instant());
    return came;
  }

  /** Says whether they were not there before. */
  private boolean comes(PersonId person, Stance stance, String note, IncidentId into) {
    Instant now = clock.instant();
    Optional<MemberRow> before = store.member(into, person);
    if (before.filter(MemberRow::stays).isPresent()) {
      return false;
    }
    before.ifPresentOrElse(
        member -> member.comes(stance, note, now),
        () -> store.add(new MemberRow(ids.next(), into, person, stance, note, now)));
    return true;
  }

  private Optional<PersonId> lastCommander(IncidentId incident) {
    return board.view(incident).duties().stream()
        .filter(duty -> duty.kind() == DutyKind.COMMANDER)
        .max(Comparator.comparing(Duty::from))
        .map(Duty::person);
  }
}
