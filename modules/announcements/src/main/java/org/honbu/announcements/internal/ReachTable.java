package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
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
 * Asks process owners' table {@code CommsRequirement} for its channels and approvers (DM-5). A
 * message stays inside only where it says {@code organisation} and not {@code status-page} beside
 * it, and goes through customer support alone where it says {@code cs-macro} and not {@code
 * status-page}. Where by now nobody has to be told, those who were hear how it ends.
 */
@ApplicationScoped
class ReachTable implements Reach {
  private static final String BY_CHOICE = "status-page-by-choice";
  private static final String ORGANISATION = "organisation";
  private static final String MACRO = "cs-macro";
  private static final String IN_APP = "in-app";
  private static final String PRIVACY_OFFICER = "privacy-officer";

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
  public Need of(IncidentId incident) {
    IncidentView view = board.view(incident);
    Facts row =
        decisions.decide("CommsRequirement", question(view)).stream()
            .findFirst()
            .orElse(Facts.none());
    List<String> channels = list(row, "channels");
    Audience audience =
        view.publicPhase() == PublicPhase.NONE ? notPublicYet(view, row) : Audience.USERS;
    return new Need(
        audience,
        audience == Audience.SUPPORT && channels.contains(BY_CHOICE),
        list(row, "approvers").contains(PRIVACY_OFFICER),
        audience == Audience.USERS && channels.contains(MACRO),
        audience == Audience.USERS && channels.contains(IN_APP));
  }

  private Audience notPublicYet(IncidentView view, Facts row) {
    if (row.find("announce").filter(Boolean.FALSE::equals).isPresent()) {
      return toldBefore(view.id());
    }
    List<String> channels = list(row, "channels");
    if (channels.contains(AnnouncementDesk.STATUS_PAGE)) {
      return Audience.USERS;
    }
    if (channels.contains(ORGANISATION)) {
      return Audience.INSIDE;
    }
    return channels.contains(MACRO) ? Audience.SUPPORT : Audience.USERS;
  }

  /** Whoever was told hears there how it ends, were it smaller by then. */
  private Audience toldBefore(IncidentId incident) {
    return store.of(incident).stream()
        .filter(row -> row.is(State.PUBLISHED))
        .map(row -> row.view().audience())
        .findFirst()
        .orElse(Audience.USERS);
  }

  private static List<String> list(Facts row, String column) {
    return row.find(column)
        .map(all -> Arrays.stream(all.toString().split(",", -1)).map(String::strip).toList())
        .orElse(List.of());
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
