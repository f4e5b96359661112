package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
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
 * {@code organisation}, and not {@code status-page} beside it, does a message stay inside.
 */
@ApplicationScoped
class ReachTable implements Reach {
  private static final String ORGANISATION = "organisation";

  private final IncidentBoard board;
  private final Decisions decisions;

  @Inject
  ReachTable(IncidentBoard board, Decisions decisions) {
    this.board = board;
    this.decisions = decisions;
  }

  @Override
  public Audience now(IncidentId incident) {
    IncidentView view = board.view(incident);
    return view.publicPhase() != PublicPhase.NONE || !staysInside(view)
        ? Audience.USERS
        : Audience.INSIDE;
  }

  private boolean staysInside(IncidentView view) {
    List<String> channels =
        decisions.decide("CommsRequirement", question(view)).stream()
            .findFirst()
            .flatMap(row -> row.find("channels"))
            .map(all -> Arrays.stream(all.toString().split(",", -1)).map(String::strip).toList())
            .orElse(List.of());
    return channels.contains(ORGANISATION) && !channels.contains(AnnouncementDesk.STATUS_PAGE);
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
