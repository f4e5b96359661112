package org.honbu.alerts.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.honbu.alerts.Report;
import org.honbu.alerts.ReportTriage;
import org.honbu.alerts.ReportTriage.Symptom;
import org.honbu.incidents.Declaration;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.Incidents;
import org.honbu.incidents.Signal;
import org.honbu.incidents.Source;
import org.honbu.incidents.Visibility;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;

/**
 * Brings a report to where it belongs: beneath an open incident, into a new one, or aside.
 *
 * <p>What nobody triaged joins the open incident of its component, else it is declared to the
 * owner's on-call, marked 未トリアージ. The incident support named may have ended meanwhile; then it is
 * declared too, because somebody saw something after the end.
 */
@ApplicationScoped
class Filing {
  private static final String UNTRIAGED = "【未トリアージ】";
  private static final int TITLE_LENGTH = 140;

  private final Incidents incidents;
  private final IncidentBoard board;
  private final FirstTeam firstTeam;

  @Inject
  Filing(Incidents incidents, IncidentBoard board, FirstTeam firstTeam) {
    this.incidents = incidents;
    this.board = board;
    this.firstTeam = firstTeam;
  }

  void file(ReportRow row, Instant now) {
    Report report = row.report();
    Optional<ReportTriage> said = report.triage().map(Report.Triaged::said);
    if (said.map(ReportTriage::verdict).equals(Optional.of(ReportTriage.Verdict.NO_INCIDENT))) {
      row.dismissed();
      return;
    }
    Optional<IncidentId> open = said.isPresent() ? named(said.get()) : onItsComponent(report);
    if (open.isPresent()) {
      row.joined(open.get());
    } else {
      row.became(incidents.declare(declaration(report, said, now)));
    }
    incidents.attachSignal(row.report().incident().orElseThrow(), signal(report, said, now));
  }

  private Optional<IncidentId> named(ReportTriage said) {
    return said.attachTo().flatMap(incidents::survivor);
  }

  private Optional<IncidentId> onItsComponent(Report report) {
    return report.component().flatMap(board::openOn);
  }

  private Declaration declaration(Report report, Optional<ReportTriage> said, Instant now) {
    int affected = report.component().isPresent() ? 1 : 0;
    return new Declaration(
        title(report, said),
        Kind.REAL,
        source(said),
        Actor.person(report.reporter()),
        report.component(),
        Optional.of(firstTeam.of(report.component(), affected, now)),
        said.map(Filing::impact).orElse(Impact.UNKNOWN),
        Visibility.UNKNOWN,
        Optional.empty(),
        report.receivedAt(),
        Optional.empty());
  }

  private static Signal signal(Report report, Optional<ReportTriage> said, Instant now) {
    return new Signal(
        source(said),
        report.id().value(),
        title(report, said),
        now,
        Optional.of(report.customer().orElse(report.id().value())),
        said.map(ReportTriage::customers).orElse(1));
  }

  private static String title(Report report, Optional<ReportTriage> said) {
    String mark = said.isPresent() ? "" : UNTRIAGED;
    return Text.clean(mark + report.what(), TITLE_LENGTH);
  }

  private static Source source(Optional<ReportTriage> said) {
    return said.isPresent() ? Source.CS : Source.USER;
  }

  /** Support knows a few customers, not how many there are. */
  private static Impact impact(ReportTriage said) {
    return new Impact(
        Impact.Users.FEW,
        Impact.Function.UNKNOWN,
        said.symptom() == Symptom.OTHER ? Impact.Condition.UNKNOWN : Impact.Condition.DEGRADED,
        Impact.Revenue.UNKNOWN,
        said.symptom() == Symptom.DATA
            ? Impact.DataSecurity.SUSPECTED
            : Impact.DataSecurity.UNKNOWN,
        Impact.Workaround.UNKNOWN,
        Impact.Urgency.NONE);
  }
}
