package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.honbu.announcements.RegulatorReport;
import org.honbu.announcements.RegulatorReport.Ending;
import org.honbu.announcements.RegulatorReport.Stage;
import org.honbu.announcements.RegulatorReports.Sent;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.honbu.people.Role;

/**
 * Decides and writes what was reported to the authority. Joins the caller's transaction and leaves
 * it flushed; knows no engine, so that every door ends here.
 */
@ApplicationScoped
class RegulatorActs {
  private static final Duration EARLIEST = Duration.ofDays(365);
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_REFERENCE = 100;
  private static final int LONGEST_REASON = 500;
  private static final Words WHO =
      new Words(
          "当局への報告を記録できるのは、個人情報担当とプロセスオーナーです",
          "Reports to the authority are for privacy officers and process owners");
  private static final Words SOMETHING_ELSE =
      new Words("{0}はもう片付いています。いまは：{1}", "{0}: settled already. Now: {1}");

  private final RegulatorStore store;
  private final NoteStore notes;
  private final NoteHead heads;
  private final RegulatorTable table;
  private final Duties duties;
  private final Crew crew;
  private final Clock clock;

  @Inject
  RegulatorActs(
      RegulatorStore store,
      NoteStore notes,
      NoteHead heads,
      RegulatorTable table,
      Duties duties,
      Crew crew,
      Clock clock) {
    this.store = store;
    this.notes = notes;
    this.heads = heads;
    this.table = table;
    this.duties = duties;
    this.crew = crew;
    this.clock = clock;
  }

  Optional<RegulatorReport> of(IncidentId incident) {
    return store.find(incident).map(row -> row.view(filings(incident)));
  }

  private List<RegulatorReport.Filing> filings(IncidentId incident) {
    return notes.of(RegulatorFilingRow.class, incident).stream()
        .map(RegulatorFilingRow::view)
        .toList();
  }

  Outcome sent(IncidentId incident, Stage stage, Sent said, PersonId by) {
    Sent sent =
        new Sent(
            said.at(),
            AnnouncementProblems.text("reportedTo", said.to(), LONGEST_NAME, true),
            AnnouncementProblems.text("reference", said.reference(), LONGEST_REFERENCE, true),
            said.malicious());
    Instant when = notInTheFuture(said.at());
    RegulatorReportRow row = locked(incident);
    notLongBefore(row.knownAt(), when);
    Optional<Outcome> objection = objection(row, stage, by);
    if (objection.isPresent()) {
      return objection.get();
    }
    notes.add(
        new RegulatorFilingRow(
            heads.next(RegulatorFilingRow.class, incident, by), stage, when, sent));
    if (stage == Stage.PRELIMINARY) {
      row.goesOnToTheFinal(sent.malicious(), table.of(row.jurisdiction(), sent.malicious()));
    } else {
      row.end(Ending.REPORTED, now());
    }
    store.flush();
    duties.note(
        incident,
        "regulator-sent",
        RegulatorWords.sent(row.kind(), stage, when, sent.to(), sent.reference()),
        by);
    return Outcome.done();
  }

  Outcome notNeeded(IncidentId incident, Stage stage, String reason, PersonId by) {
    String why = AnnouncementProblems.text("reason", reason, LONGEST_REASON, true);
    RegulatorReportRow row = locked(incident);
    Optional<Outcome> objection = objection(row, stage, by);
    if (objection.isPresent()) {
      return objection.get();
    }
    notes.add(
        new RegulatorFilingRow(heads.next(RegulatorFilingRow.class, incident, by), stage, why));
    row.end(Ending.NOT_NEEDED, now());
    store.flush();
    duties.note(
        incident, "regulator-not-needed", RegulatorWords.notNeeded(row.kind(), stage, why), by);
    return Outcome.done();
  }

  /** Why this person may not; empty when they may. */
  Optional<Words> mayNot(PersonId by) {
    return crew.has(by, Role.PRIVACY_OFFICER) || crew.has(by, Role.PROCESS_OWNER)
        ? Optional.empty()
        : Optional.of(WHO);
  }

  private Optional<Outcome> objection(RegulatorReportRow row, Stage stage, PersonId by) {
    Optional<Words> mayNot = mayNot(by);
    if (mayNot.isPresent()) {
      duties.note(row.incident(), "refused", WHO, by);
      return mayNot.map(Outcome.NotAllowed::new);
    }
    return row.stage() == stage
        ? Optional.empty()
        : Optional.of(new Outcome.NotNow(SOMETHING_ELSE.with(stage.label(), row.stage().label())));
  }

  private RegulatorReportRow locked(IncidentId incident) {
    duties.locked(incident);
    return store
        .find(incident)
        .orElseThrow(() -> new ProblemException(AnnouncementProblems.NO_REPORT, incident.value()));
  }

  private Instant notInTheFuture(Optional<Instant> at) {
    Instant now = now();
    Instant when = at.map(moment -> moment.truncatedTo(ChronoUnit.MICROS)).orElse(now);
    if (when.isAfter(now)) {
      throw new ProblemException(AnnouncementProblems.FUTURE, "sentAt");
    }
    return when;
  }

  /** An officer may know before the record does; what is earlier is a slip of the hand. */
  private static void notLongBefore(Instant known, Instant when) {
    if (when.isBefore(known.minus(EARLIEST))) {
      throw new ProblemException(AnnouncementProblems.TOO_EARLY, "sentAt", EARLIEST.toDays());
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
