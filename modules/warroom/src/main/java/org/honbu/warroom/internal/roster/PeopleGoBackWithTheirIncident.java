package org.honbu.warroom.internal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.honbu.incidents.Command;
import org.honbu.incidents.IncidentParted;
import org.honbu.outbox.FactHandler;

/**
 * Whoever came into a room only because two incidents were taken for one is back where they were.
 * Who has said anew what they are there for, meanwhile, stays.
 */
@ApplicationScoped
class PeopleGoBackWithTheirIncident implements FactHandler<IncidentParted> {
  private final RosterStore store;
  private final Command command;
  private final Clock clock;

  @Inject
  PeopleGoBackWithTheirIncident(RosterStore store, Command command, Clock clock) {
    this.store = store;
    this.command = command;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "warroom.people-go-back-with-their-incident";
  }

  @Override
  public Class<IncidentParted> fact() {
    return IncidentParted.class;
  }

  @Override
  public void on(IncidentParted parted) {
    command.lockSeat(parted.from());
    Instant now = clock.instant();
    List<MemberRow> there = store.members(parted.from());
    there.stream()
        .filter(member -> member.cameSince(parted.mergedAt()))
        .forEach(member -> goesBack(member, parted, now));
    store.flush();
  }

  private void goesBack(MemberRow member, IncidentParted parted, Instant now) {
    Optional<MemberRow> before = store.member(parted.incident(), member.person());
    boolean moved = before.filter(row -> row.leftAsThey(member, parted.mergedAt())).isPresent();
    if (moved) {
      before.ifPresent(row -> row.comes(member.view().stance(), member.view().note(), now));
    }
    if (moved || member.commanded(parted.incident())) {
      member.leaves(now);
    }
  }
}
