package org.honbu.warroom.internal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.Command;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.Actor;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.outbox.Outbox;
import org.honbu.outbox.Subject;
import org.honbu.people.Component;
import org.honbu.people.People;
import org.honbu.people.Team;
import org.honbu.warroom.MemberSummoned;
import org.honbu.warroom.SummonsView.State;

/** Decides and writes who is summoned. Joins the caller's transaction. */
@ApplicationScoped
class SummonActs {
  static final Actor ROSTER = Actor.honbu("roster");

  private static final Words SUMMONED = new Words("{0} が {1} を招集しました", "{0} summoned {1}");
  private static final Words SUMMONED_FOR =
      new Words("{0} が {1} を招集しました：{2}", "{0} summoned {1}: {2}");
  private static final Words NOBODY_THERE =
      new Words("{1} には、いま招集できる人がいません", "{1} has nobody to summon now");

  private final RosterStore store;
  private final Command command;
  private final IncidentBoard board;
  private final People people;
  private final Chain chain;
  private final Attendance attendance;
  private final RoomRules rules;
  private final RoomVoice voice;
  private final SummonsProcess process;
  private final Outbox outbox;
  private final Ids ids;
  private final Clock clock;

  @Inject
  SummonActs(
      RosterStore store,
      Command command,
      IncidentBoard board,
      People people,
      Chain chain,
      Attendance attendance,
      RoomRules rules,
      RoomVoice voice,
      SummonsProcess process,
      Outbox outbox,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.command = command;
    this.board = board;
    this.people = people;
    this.chain = chain;
    this.attendance = attendance;
    this.rules = rules;
    this.voice = voice;
    this.process = process;
    this.outbox = outbox;
    this.ids = ids;
    this.clock = clock;
  }

  Outcome summon(IncidentId incident, PersonId whom, String why, PersonId by) {
    Optional<CommandSeat> seat = command.lockSeat(incident);
    Optional<Outcome> no = rules.onlyTheCommander(incident, seat, by);
    if (no.isPresent()) {
      return no.get();
    }
    String reason = Texts.atMost("why", why);
    rules.known("person", whom);
    IncidentView view = board.view(incident);
    if (needNotBeAsked(view).contains(whom)) {
      return new Outcome.AlreadyDone();
    }
    Optional<TeamId> team = chain.teamOf(whom, view.team());
    noted(view, voice.name(whom), reason, Actor.person(by));
    begin(view, team, Actor.person(by), reason, chain.from(whom, team));
    return Outcome.done();
  }

  Outcome summon(IncidentId incident, TeamId team, String why, PersonId by) {
    Optional<CommandSeat> seat = command.lockSeat(incident);
    Optional<Outcome> no = rules.onlyTheCommander(incident, seat, by);
    if (no.isPresent()) {
      return no.get();
    }
    String reason = Texts.atMost("why", why);
    Words name =
        people
            .team(team)
            .map(Team::name)
            .orElseThrow(() -> new ProblemException(RosterProblems.UNKNOWN, "team", team));
    IncidentView view = board.view(incident);
    List<PersonId> open = without(chain.of(team), needNotBeAsked(view));
    if (open.isEmpty()) {
      return rules.notNow(incident, by, RoomVoice.fill(NOBODY_THERE, name));
    }
    noted(view, name, reason, Actor.person(by));
    begin(view, Optional.of(team), Actor.person(by), reason, open);
    return Outcome.done();
  }

  /**
   * The room has opened: the teams it concerns are asked, each through whoever of it is on call and
   * not there yet. A team that is asked already is not asked twice.
   */
  void summonTheOwners(IncidentId incident) {
    if (command.lockSeat(incident).isEmpty()) {
      return;
    }
    IncidentView view = board.view(incident);
    for (TeamId team : owners(view)) {
      if (!isSummoned(incident, team)) {
        summonFor(view, team);
      }
    }
  }

  /** A team of which somebody is there already need not hear that nobody else could come. */
  private void summonFor(IncidentView view, TeamId team) {
    List<PersonId> order = chain.of(team);
    List<PersonId> open = without(order, needNotBeAsked(view));
    Words name = people.team(team).map(Team::name).orElse(new Words("" + team, "" + team));
    if (order.isEmpty()) {
      voice.note(view.id(), "summons-nobody", RoomVoice.fill(NOBODY_THERE, name), ROSTER);
    } else if (!open.isEmpty()) {
      noted(view, name, "", ROSTER);
      begin(view, Optional.of(team), ROSTER, "", open);
    }
  }

  private Set<TeamId> owners(IncidentView view) {
    var owners = new LinkedHashSet<TeamId>();
    owners.add(view.team());
    view.component().flatMap(people::component).map(Component::owner).ifPresent(owners::add);
    return owners;
  }

  private boolean isSummoned(IncidentId incident, TeamId team) {
    return store.summons(incident).stream()
        .filter(one -> one.state() != State.OVER)
        .anyMatch(one -> one.team().filter(team::equals).isPresent());
  }

  /** Whoever is there, and whoever is being asked. */
  Set<PersonId> needNotBeAsked(IncidentView view) {
    Set<PersonId> known = attendance.inTheRoom(view);
    store.summons(view.id()).stream()
        .flatMap(one -> one.waiting().stream())
        .forEach(one -> known.add(one.person()));
    return known;
  }

  private static List<PersonId> without(List<PersonId> chain, Set<PersonId> others) {
    var open = new ArrayList<>(chain);
    open.removeAll(others);
    return open;
  }

  private void noted(IncidentView view, Words whom, String why, Actor by) {
    voice.note(
        view.id(),
        "summoned",
        why.isEmpty()
            ? RoomVoice.fill(SUMMONED, whom)
            : RoomVoice.fill(SUMMONED_FOR, whom, new Words(why, why)),
        by);
  }

  private void begin(
      IncidentView view, Optional<TeamId> team, Actor by, String why, List<PersonId> order) {
    int number = store.summons(view.id()).size() + 1;
    var summons =
        new SummonsRow(ids.next(), view.id(), number, team, by, why, order, clock.instant());
    store.add(summons);
    announce(summons, view);
  }

  /** The process follows it now, or as soon as it is there. */
  void announce(SummonsRow summons, IncidentView view) {
    var fact = new MemberSummoned(view.id(), view.kind(), summons.number(), clock.instant());
    outbox.announce(fact, Subject.of(view.id()));
    store.flush();
    process.follow(summons);
  }
}
