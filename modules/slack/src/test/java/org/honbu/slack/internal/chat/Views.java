package org.honbu.slack.internal.chat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.PublicPhase;
import org.honbu.incidents.Room;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Source;
import org.honbu.incidents.Times;
import org.honbu.incidents.Visibility;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;

/** Incidents as they stand, of which a test cares for a few things. */
public final class Views {
  private Views() {}

  public static IncidentView of(IncidentId id, Kind kind, Instant now) {
    return of(
        id, kind, now, IncidentState.TRIAGE, Room.NONE, Optional.empty(), Optional.empty(), false);
  }

  static IncidentView of(
      IncidentId id,
      Kind kind,
      Instant now,
      IncidentState state,
      Room room,
      Optional<PersonId> answeredBy,
      Optional<CommandSeat> seat,
      boolean isPrivate) {
    Optional<Instant> not = Optional.empty();
    return new IncidentView(
        id,
        "決済が <!channel> できない",
        kind,
        state,
        Optional.of(Severity.SEV2),
        Source.SYSTEM,
        Optional.of("Payment API"),
        new TeamId("payments"),
        Actor.honbu("test"),
        Optional.empty(),
        Impact.UNKNOWN,
        Visibility.UNKNOWN,
        PublicPhase.NONE,
        room,
        Set.of(),
        false,
        answeredBy,
        Optional.empty(),
        seat,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new IncidentView.Signals(1, 1, 1, 0),
        new Times(not, now, now, not, not, not, not, not, not, not, not, not),
        List.of(),
        isPrivate);
  }
}
