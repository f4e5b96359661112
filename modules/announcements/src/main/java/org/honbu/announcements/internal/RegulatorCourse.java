package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.honbu.announcements.RegulatorReport.Ending;
import org.honbu.announcements.RegulatorReport.Stage;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.people.Role;

/**
 * Begins, calls off and takes up the report to the authority as the incident's record says. Looks
 * at the record, not at what happened: however often and in whatever order it is asked, there is
 * one report for an incident. Joins the caller's transaction.
 */
@ApplicationScoped
class RegulatorCourse {
  private final RegulatorStore store;
  private final RegulatorTable table;
  private final RegulatorProcess process;
  private final Duties duties;
  private final Crew crew;
  private final Whisper whisper;
  private final Clock clock;

  @Inject
  RegulatorCourse(
      RegulatorStore store,
      RegulatorTable table,
      RegulatorProcess process,
      Duties duties,
      Crew crew,
      Whisper whisper,
      Clock clock) {
    this.store = store;
    this.table = table;
    this.process = process;
    this.duties = duties;
    this.crew = crew;
    this.whisper = whisper;
    this.clock = clock;
  }

  /**
   * Makes report and process agree with the incident.
   *
   * @param knownAt when harm became known, where that is new
   */
  void look(IncidentId incident, Optional<Instant> knownAt) {
    if (!duties.now(incident).isAboutData() && store.find(incident).isEmpty()) {
      return;
    }
    Duties.Situation now = duties.locked(incident);
    Optional<RegulatorReportRow> row = store.find(incident);
    Optional<Ending> over = over(now);
    if (over.isPresent()) {
      row.filter(RegulatorReportRow::isOpen).ifPresent(open -> callOff(open, over.get()));
    } else if (row.isEmpty()) {
      begin(incident, now, knownAt.orElse(now.course().times().declaredAt()));
    } else {
      row.filter(RegulatorCourse::wasCalledOff).ifPresent(this::goesOn);
      row.filter(RegulatorReportRow::isOpen).ifPresent(process::begin);
    }
  }

  /**
   * Harm was confirmed: whoever judged before that no report is needed judged a mere suspicion.
   *
   * @param at when it was confirmed
   */
  void judgeAgain(IncidentId incident, Instant at) {
    Duties.Situation now = duties.locked(incident);
    store
        .find(incident)
        .filter(row -> row.wasNotNeededBefore(at) && over(now).isEmpty())
        .ifPresent(
            row -> {
              goesOn(row);
              process.begin(row);
            });
  }

  /** Their processes were lost; a report outlives its incident, which may have none any more. */
  void beginAgain() {
    store.open().forEach(process::begin);
  }

  /** What was known of the one that was merged was known of the survivor from then on. */
  void takeOver(IncidentId merged, IncidentId survivor) {
    Stream.of(merged, survivor).sorted().forEach(duties::locked);
    store.find(merged).filter(RegulatorReportRow::isOpen).ifPresent(from -> passOn(from, survivor));
    look(merged, Optional.empty());
  }

  private void passOn(RegulatorReportRow from, IncidentId survivor) {
    look(survivor, Optional.of(from.knownAt()));
    store
        .find(survivor)
        .filter(RegulatorReportRow::isOpen)
        .filter(to -> to.knownAt().isAfter(from.knownAt()) || isFurther(from, to))
        .ifPresent(
            to -> {
              to.count(from.knownAt(), table.of(to.jurisdiction(), from.isMalicious()));
              if (isFurther(from, to)) {
                to.goesOnToTheFinal(
                    from.isMalicious(), table.of(to.jurisdiction(), from.isMalicious()));
              }
              store.flush();
              duties.note(survivor, "regulator-begun", RegulatorWords.goesOn(to));
              process.looksAgain(survivor);
            });
  }

  private static boolean isFurther(RegulatorReportRow from, RegulatorReportRow to) {
    return from.stage() == Stage.FINAL && to.stage() == Stage.PRELIMINARY;
  }

  private void begin(IncidentId incident, Duties.Situation now, Instant knownAt) {
    var row =
        new RegulatorReportRow(
            incident,
            now.kind(),
            RegulatorTable.HERE,
            knownAt.truncatedTo(ChronoUnit.MICROS),
            table.of(RegulatorTable.HERE, false));
    store.add(row);
    tell(row, "regulator-begun", RegulatorWords.begun(row), whoReports());
    process.begin(row);
  }

  private void goesOn(RegulatorReportRow row) {
    row.goesOn();
    store.flush();
    tell(row, "regulator-begun", RegulatorWords.goesOn(row), whoReports());
  }

  private void callOff(RegulatorReportRow row, Ending why) {
    row.end(why, clock.instant().truncatedTo(ChronoUnit.MICROS));
    store.flush();
    tell(row, "regulator-called-off", RegulatorWords.calledOff(row, why.label()), whoReports());
    process.callOff(row.incident());
  }

  private void tell(RegulatorReportRow row, String type, Words words, Collection<PersonId> people) {
    duties.note(row.incident(), type, words);
    whisper.to(people, row.incident(), type + "-" + row.round(), words);
  }

  /** The privacy officers; where nobody is one, the process owners. */
  private List<PersonId> whoReports() {
    List<PersonId> officers = crew.withRole(Role.PRIVACY_OFFICER);
    return officers.isEmpty() ? crew.withRole(Role.PROCESS_OWNER) : officers;
  }

  /** Why nothing is owed, as the incident stands; empty when it is. */
  private static Optional<Ending> over(Duties.Situation now) {
    return switch (now.course().state()) {
      case FALSE_ALARM -> Optional.of(Ending.FALSE_ALARM);
      case MERGED -> Optional.of(Ending.MERGED);
      case ABORTED -> Optional.of(Ending.ABORTED);
      case REPORTED,
          TRIAGE,
          INVESTIGATING,
          IDENTIFIED,
          MITIGATED,
          MONITORING,
          RESOLVED,
          POSTMORTEM,
          CLOSED ->
          now.isAboutData() ? Optional.empty() : Optional.of(Ending.NO_HARM);
    };
  }

  /** People's own word, reported or not needed, stands; what the record said is looked at again. */
  private static boolean wasCalledOff(RegulatorReportRow row) {
    return row.ending()
        .filter(how -> how != Ending.REPORTED && how != Ending.NOT_NEEDED)
        .isPresent();
  }
}
