package org.honbu.alerts.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.honbu.alerts.Report;
import org.honbu.alerts.ReportTriage;
import org.honbu.alerts.Reports;
import org.honbu.incidents.Privacy;
import org.honbu.incidents.Veil;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ReportId;
import org.honbu.people.People;
import org.honbu.people.Role;

/** Our own door to reports; an act that lost a race is tried again and finds what the other did. */
@ApplicationScoped
class TwoDoorReports implements Reports {
  private static final int TRIES = 3;

  private final ReportActs acts;
  private final ReportStore store;
  private final People people;
  private final Privacy privacy;

  @Inject
  TwoDoorReports(ReportActs acts, ReportStore store, People people, Privacy privacy) {
    this.acts = acts;
    this.store = store;
    this.people = people;
    this.privacy = privacy;
  }

  @Override
  public ReportId report(Seen seen) {
    return Races.won(TRIES, () -> acts.report(seen));
  }

  @Override
  public Outcome triage(ReportId report, ReportTriage triage, PersonId by) {
    return Races.won(TRIES, () -> acts.triage(report, triage, by));
  }

  @Override
  public Report view(ReportId report) {
    return acts.view(report);
  }

  @Override
  public List<Report> newest(int limit) {
    return Stream.concat(store.waiting(limit).stream(), store.others(limit).stream())
        .limit(limit)
        .toList();
  }

  @Override
  public List<Report> readable(List<Report> reports, PersonId person) {
    boolean byRole =
        people.hasRole(person, Role.CUSTOMER_SUPPORT) || people.hasRole(person, Role.PROCESS_OWNER);
    Veil veil =
        privacy.over(reports.stream().flatMap(one -> one.incident().stream()).toList(), person);
    return reports.stream()
        .filter(
            one ->
                one.reporter().equals(person)
                    || one.triage().filter(said -> said.by().equals(person)).isPresent()
                    || (byRole && one.incident().filter(veil::hides).isEmpty()))
        .toList();
  }
}
