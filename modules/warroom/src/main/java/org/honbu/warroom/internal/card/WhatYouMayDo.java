package org.honbu.warroom.internal.card;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Standing;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.people.Role;
import org.honbu.warroom.Assignment;
import org.honbu.warroom.Decision;
import org.honbu.warroom.Member;
import org.honbu.warroom.Stance;
import org.honbu.warroom.Way;

/**
 * Chooses what a reader is shown that they may do: what waits for them, then what nobody does yet,
 * then how they can be of use.
 */
final class WhatYouMayDo {
  private static final int MOST = 4;

  private final Reader reader;
  private final IncidentView incident;
  private final List<Assignment> theirs;
  private final Optional<Decision> decision;
  private final Instant now;

  private WhatYouMayDo(
      Reader reader,
      IncidentView incident,
      List<Assignment> work,
      Optional<Decision> decision,
      Instant now) {
    this.reader = reader;
    this.incident = incident;
    this.theirs = work.stream().filter(one -> one.owner().equals(reader.id())).toList();
    this.decision = decision;
    this.now = now;
  }

  /**
   * Who reads.
   *
   * @param inside how they are in the room; empty when they are not
   */
  record Reader(PersonId id, Set<Role> roles, Optional<Stance> inside) {
    static Reader of(PersonId id, Set<Role> roles, List<Member> present) {
      return new Reader(
          id,
          roles,
          present.stream()
              .filter(member -> member.person().equals(id))
              .map(Member::stance)
              .findFirst());
    }

    boolean is(Role role) {
      return roles.contains(role);
    }
  }

  static List<Way> of(
      Reader reader,
      IncidentView incident,
      List<Assignment> work,
      Optional<Decision> decision,
      Instant now) {
    return new WhatYouMayDo(reader, incident, work, decision, now).ways();
  }

  private List<Way> ways() {
    List<Way> ways = new ArrayList<>();
    for (Way way : Way.values()) {
      if (way == Way.READ_ON || (incident.state().isOpen() && fits(way))) {
        ways.add(way);
      }
    }
    return ways.stream().limit(MOST).toList();
  }

  private boolean fits(Way way) {
    boolean room = incident.seat().isPresent();
    return switch (way) {
      case ANSWER -> incident.answeredBy().isEmpty() && reader.is(Role.RESPONDER);
      case REPLY_TO_WORK -> room && has(Assignment.State.PROPOSED);
      case REPORT_WORK -> room && has(Assignment.State.ACCEPTED);
      case LEAD -> isActing() && !commands() && mayCommand();
      case ANNOUNCE ->
          room && incident.announcer().isEmpty() && !commands() && reader.is(Role.ANNOUNCER);
      case DECIDE -> commands() && decision.filter(this::stands).isEmpty();
      case TELL_THE_ROOM, GIVE_WORK -> commands();
      case VERIFY ->
          incident.state() == IncidentState.MITIGATED && !commands() && reader.is(Role.RESPONDER);
      case ESCALATE -> !room && incident.state().compareTo(IncidentState.MITIGATED) < 0;
      case COME_IN -> room && !hasADuty() && reader.inside().isEmpty();
      case OFFER_HANDS -> room && reader.inside().filter(Stance.OBSERVE::equals).isPresent();
      case SMALL_HELP -> room && !hasADuty() && theirs.stream().noneMatch(WhatYouMayDo::isOpen);
      case SAY_WHAT_YOU_KNOW, READ_ON -> true;
    };
  }

  private boolean has(Assignment.State state) {
    return theirs.stream().anyMatch(one -> one.state() == state);
  }

  static boolean isOpen(Assignment work) {
    return switch (work.state()) {
      case PROPOSED, ACCEPTED, REPORTED -> true;
      case DECLINED, DONE, CANCELLED -> false;
    };
  }

  /** Whether it need not be looked at again yet. */
  private boolean stands(Decision decided) {
    return decided.reviewAt().isAfter(now);
  }

  private boolean isActing() {
    return incident.seat().map(CommandSeat::standing).filter(Standing.ACTING::equals).isPresent();
  }

  private boolean commands() {
    return is(incident.seat().map(CommandSeat::holder));
  }

  private boolean mayCommand() {
    return reader.is(Role.INCIDENT_COMMANDER)
        || (incident.kind() == Kind.DRILL && reader.is(Role.COMMANDER_TRAINEE))
        || (incident.breakGlass() && reader.is(Role.RESPONDER));
  }

  private boolean hasADuty() {
    return commands() || is(incident.deputy()) || is(incident.announcer());
  }

  private boolean is(Optional<PersonId> person) {
    return person.filter(reader.id()::equals).isPresent();
  }
}
