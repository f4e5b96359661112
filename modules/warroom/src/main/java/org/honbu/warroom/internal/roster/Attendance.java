package org.honbu.warroom.internal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.DutyKind;
import org.honbu.incidents.IncidentView;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/** Who is in the room already, by a duty or because they came. */
@ApplicationScoped
class Attendance {
  /** Duties that leave no hand free for work. */
  private static final Set<DutyKind> BINDING =
      EnumSet.of(DutyKind.COMMANDER, DutyKind.DEPUTY, DutyKind.ANNOUNCER);

  private final RosterStore store;

  @Inject
  Attendance(RosterStore store) {
    this.store = store;
  }

  /** Everybody; whoever was told that they may go is not counted in. */
  Set<PersonId> inTheRoom(IncidentView view) {
    var there = new TreeSet<PersonId>();
    view.duties().stream()
        .filter(duty -> duty.to().isEmpty())
        .forEach(duty -> there.add(duty.person()));
    there.addAll(bound(view));
    store.members(view.id()).stream()
        .filter(MemberRow::stays)
        .forEach(member -> there.add(member.person()));
    return there;
  }

  /** Whoever leads, stands by or announces. */
  static Set<PersonId> bound(IncidentView view) {
    var bound = new TreeSet<PersonId>();
    view.seat().map(CommandSeat::holder).ifPresent(bound::add);
    view.announcer().ifPresent(bound::add);
    view.duties().stream()
        .filter(duty -> duty.to().isEmpty() && BINDING.contains(duty.kind()))
        .forEach(duty -> bound.add(duty.person()));
    return bound;
  }

  boolean hasArrived(IncidentId incident, PersonId person) {
    return store.member(incident, person).filter(MemberRow::isThere).isPresent();
  }
}
