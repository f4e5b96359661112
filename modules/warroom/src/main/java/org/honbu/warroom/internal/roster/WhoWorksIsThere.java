package org.honbu.warroom.internal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.outbox.FactHandler;
import org.honbu.warroom.WorkTaken;

/** Whoever takes work is in the room with that: nobody who works has to say so as well. */
@ApplicationScoped
class WhoWorksIsThere implements FactHandler<WorkTaken> {
  private final RosterActs acts;
  private final SummonsProcess process;

  @Inject
  WhoWorksIsThere(RosterActs acts, SummonsProcess process) {
    this.acts = acts;
    this.process = process;
  }

  @Override
  public String name() {
    return "warroom.who-works-is-there";
  }

  @Override
  public Class<WorkTaken> fact() {
    return WorkTaken.class;
  }

  @Override
  public void on(WorkTaken taken) {
    acts.works(taken.incident(), taken.person()).ifPresent(process::goOn);
  }
}
