package org.honbu.statuspage.internal;

import java.util.Optional;
import org.honbu.announcements.Announcement;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.PublicPhase;

/** The words of status pages for what was said (DOMAIN 1.2). */
final class Phases {
  private Phases() {}

  /**
   * How it stands after this message.
   *
   * <p>A correction says nothing new about where it stands. An update while people still watch goes
   * on watching; one after the harm came back says that it did.
   *
   * @param before how it stood with the message before; empty for the first
   */
  static PublicPhase after(
      Optional<PublicPhase> before, Announcement.Phase said, Inside.Situation incident) {
    return switch (said) {
      case INITIAL, RECURRED -> PublicPhase.INVESTIGATING;
      case MITIGATED -> PublicPhase.MONITORING;
      case RESOLVED, NO_IMPACT -> PublicPhase.RESOLVED;
      case CORRECTION -> before.orElse(PublicPhase.INVESTIGATING);
      case UPDATE -> {
        if (incident.phase() == PublicPhase.IDENTIFIED) {
          yield PublicPhase.IDENTIFIED;
        }
        boolean watched = before.filter(PublicPhase.MONITORING::equals).isPresent();
        boolean stillQuiet = incident.state().compareTo(IncidentState.MITIGATED) >= 0;
        yield watched && stillQuiet ? PublicPhase.MONITORING : PublicPhase.INVESTIGATING;
      }
    };
  }
}
