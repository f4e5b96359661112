package org.honbu.warroom.internal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.Duty;
import org.honbu.incidents.DutyKind;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.Standing;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.people.People;
import org.honbu.warroom.Member;
import org.honbu.warroom.RoomPeople;
import org.honbu.warroom.Roster;
import org.honbu.warroom.Stance;
import org.honbu.workflow.Retried;

/** Our own door to coming and going; what waits for whoever has arrived goes on. */
@ApplicationScoped
@Retried
@Transactional
class RecordedRoster implements Roster {
  private final RosterActs acts;
  private final RosterStore store;
  private final IncidentBoard board;
  private final People people;
  private final SummonsProcess process;

  @Inject
  RecordedRoster(
      RosterActs acts,
      RosterStore store,
      IncidentBoard board,
      People people,
      SummonsProcess process) {
    this.acts = acts;
    this.store = store;
    this.board = board;
    this.people = people;
    this.process = process;
  }

  @Override
  public Outcome join(IncidentId incident, Stance stance, String note, PersonId by) {
    AnswerActs.Decision decision = acts.join(incident, stance, note, by);
    decision.goesOn().ifPresent(process::goOn);
    return decision.outcome();
  }

  @Override
  public Outcome leave(IncidentId incident, PersonId by) {
    return acts.leave(incident, by);
  }

  @Override
  public List<Member> present(IncidentId incident) {
    return isOpen(incident)
        ? store.members(incident).stream().filter(MemberRow::stays).map(MemberRow::view).toList()
        : List.of();
  }

  private boolean isOpen(IncidentId incident) {
    return board.find(incident).flatMap(IncidentView::seat).isPresent();
  }

  @Override
  public RoomPeople people(IncidentId incident) {
    Optional<IncidentView> view = board.find(incident).filter(one -> one.seat().isPresent());
    return view.map(this::people).orElse(RoomPeople.NOBODY);
  }

  private RoomPeople people(IncidentView view) {
    Set<PersonId> bound = Attendance.bound(view);
    List<HelpingRow> helping = store.helping(view.id());
    List<MemberRow> others =
        store.members(view.id()).stream()
            .filter(member -> member.isThere() && !bound.contains(member.person()))
            .toList();
    return new RoomPeople(
        duties(view),
        helpers(others, helping, staysAs(Stance.FREE)),
        helpers(others, helping, staysAs(Stance.HAVE_CONTEXT)),
        helpers(others, helping, staysAs(Stance.OBSERVE)),
        helpers(others, helping, MemberRow::isReleased));
  }

  private static Predicate<MemberRow> staysAs(Stance stance) {
    return member -> member.stays() && member.view().stance() == stance;
  }

  private static List<RoomPeople.Holder> duties(IncidentView view) {
    var holders = new ArrayList<RoomPeople.Holder>();
    CommandSeat seat = view.seat().orElseThrow();
    holders.add(
        new RoomPeople.Holder(
            DutyKind.COMMANDER, seat.holder(), seat.since(), seat.standing() == Standing.ACTING));
    view.duties().stream()
        .filter(duty -> duty.to().isEmpty() && duty.kind() != DutyKind.COMMANDER)
        .filter(duty -> !duty.person().equals(seat.holder()))
        .sorted(Comparator.comparing(RecordedRoster::place).thenComparing(Duty::from))
        .map(duty -> new RoomPeople.Holder(duty.kind(), duty.person(), duty.from(), false))
        .forEach(holders::add);
    return holders;
  }

  /** Deputy, announcer, on-call, then everybody else. */
  private static int place(Duty duty) {
    return switch (duty.kind()) {
      case COMMANDER -> 0;
      case DEPUTY -> 1;
      case ANNOUNCER -> 2;
      case ONCALL -> 3;
      case RESPONDER -> 4;
    };
  }

  private List<RoomPeople.Helper> helpers(
      List<MemberRow> members, List<HelpingRow> helping, Predicate<MemberRow> which) {
    return members.stream().filter(which).map(member -> helper(member, helping)).toList();
  }

  private RoomPeople.Helper helper(MemberRow member, List<HelpingRow> helping) {
    PersonId person = member.person();
    List<TeamId> teams = member.couldWork() ? teamsOf(person) : List.of();
    return new RoomPeople.Helper(
        member.view(),
        teams,
        people.rolesOf(person),
        helping.stream()
            .filter(help -> help.person().equals(person))
            .map(HelpingRow::task)
            .findFirst());
  }

  private List<TeamId> teamsOf(PersonId person) {
    return people.teamsOf(person).stream().sorted(Comparator.comparing(TeamId::value)).toList();
  }
}
