package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.honbu.announcements.Announcement.State;
import org.honbu.announcements.Audience;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.PublicPhase;
import org.honbu.kernel.IncidentId;
import org.honbu.workflow.Decisions;
import org.honbu.workflow.Facts;

/**
 * Asks process owners' table {@code CommsRequirement} for its channels (DM-5). Only where it says
 * {@code organisation}, and not {@code status-page} beside it, does a message stay inside; and
 * where by now nobody has to be told, but those inside were.
 */
@ApplicationScoped
class ReachTable implements Reach {
  private static final String ORGANISATION = "organisation";

  private final IncidentBoard board;
  private final Decisions decisions;
  private final AnnouncementStore store;

  @Inject
  ReachTable(IncidentBoard board, Decisions decisions, AnnouncementStore store) {
    this.board = board;
    this.decisions = decisions;
    this.store = store;
  }

  @Override
  public Audience now(IncidentId incident) {
    IncidentView view = board.view(incident);
    return view.publicPhase() != PublicPhase.NONE || !staysInside(view)
        ? Audience.USERS
        : Audience.INSIDE;
  }

  private boolean staysInside(IncidentView view) {
    Optional<Facts> row = decisions.decide("CommsRequirement", question(view)).stream().findFirst();
    List<String> channels =
        row.flatMap(said -> said.find("channels"))
            .map(all -> Arrays.stream(all.toString().split(",", -1)).map(String::strip).toList())
            .orElse(List.of());
    boolean nobodyHasToBeTold =
        row.flatMap(said -> said.find("announce")).filter(Boolean.FALSE::equals).isPresent();
    return nobodyHasToBeTold
        ? wasToldInside(view.id())
        : channels.contains(ORGANISATION) && !channels.contains(AnnouncementDesk.STATUS_PAGE);
  }

  /** Those who were told inside hear there how it ends, were it smaller by then. */
  private boolean wasToldInside(IncidentId incident) {
    return store.of(incident).stream()
        .anyMatch(row -> row.is(State.PUBLISHED) && row.isFor(Audience.INSIDE));
  }

  /** As the room asks it when it decides who is told. */
  private static Facts question(IncidentView view) {
    Impact.DataSecurity data = view.impact().dataSecurity();
    return Facts.of("kind", view.kind())
        .and("dataSecurity", data.isHarm() ? data : Impact.DataSecurity.NONE)
        .and(
            "customerVisible",
            switch (view.visibility()) {
              case CUSTOMER_VISIBLE -> "YES";
              case INTERNAL -> "NO";
              case UNKNOWN -> "UNKNOWN";
            })
        .and("severity", view.severity().map(severity -> severity.level()).orElse(1));
  }
}
