package org.honbu.announcements.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.honbu.announcements.RegulatorReport;
import org.honbu.announcements.RegulatorReport.Dates;
import org.honbu.announcements.RegulatorReport.Ending;
import org.honbu.announcements.RegulatorReport.Filing;
import org.honbu.announcements.RegulatorReport.Stage;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The report of one incident to the authority. It opens when harm becomes known, goes from the
 * preliminary to the final report, and ends; it opens again when harm becomes known again.
 */
@Entity
@Table(name = "regulator_report")
class RegulatorReportRow {
  @Id private String incident;
  @Version private int version;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  private String jurisdiction;

  @Column(name = "known_at")
  private Instant knownAt;

  private boolean malicious;

  @Enumerated(EnumType.STRING)
  private Stage stage;

  @Column(name = "remind_at")
  private Instant remindAt;

  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "final_remind_at")
  private Instant finalRemindAt;

  @Column(name = "final_due_at")
  private Instant finalDueAt;

  private int told;

  /** Counts how often it was begun, so that people hear of each time. */
  private int round;

  @Column(name = "preliminary_sent")
  private boolean preliminarySent;

  @Enumerated(EnumType.STRING)
  private @Nullable Ending ending;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  protected RegulatorReportRow() {}

  RegulatorReportRow(
      IncidentId incident,
      Kind kind,
      String jurisdiction,
      Instant knownAt,
      RegulatorTable.Row dates) {
    this.incident = incident.value();
    this.kind = kind;
    this.jurisdiction = jurisdiction;
    this.stage = Stage.PRELIMINARY;
    count(knownAt, dates);
  }

  /** Counts the dates from then. */
  final void count(Instant known, RegulatorTable.Row dates) {
    knownAt = known;
    remindAt = known.plus(dates.remindAfter());
    dueAt = known.plus(dates.preliminaryWithin());
    finalRemindAt = known.plus(dates.finalRemindAfter());
    finalDueAt = known.plus(dates.finalWithin());
  }

  IncidentId incident() {
    return new IncidentId(incident);
  }

  Kind kind() {
    return kind;
  }

  String jurisdiction() {
    return jurisdiction;
  }

  Instant knownAt() {
    return knownAt;
  }

  boolean isMalicious() {
    return malicious;
  }

  int round() {
    return round;
  }

  Stage stage() {
    return stage;
  }

  boolean isOpen() {
    return stage != Stage.ENDED;
  }

  Optional<Ending> ending() {
    return Optional.ofNullable(ending);
  }

  /** Whether somebody judged before then that no report is needed. */
  boolean wasNotNeededBefore(Instant then) {
    return ending == Ending.NOT_NEEDED && endedAt != null && endedAt.isBefore(then);
  }

  /** The dates of what is owed now. */
  Dates dates() {
    return stage == Stage.FINAL ? last() : preliminary();
  }

  private Dates preliminary() {
    return new Dates(remindAt, dueAt);
  }

  private Dates last() {
    return new Dates(finalRemindAt, finalDueAt);
  }

  /** The preliminary report is there; the final one is owed. */
  void goesOnToTheFinal(boolean maliciousIntent, RegulatorTable.Row dates) {
    malicious = maliciousIntent;
    preliminarySent = true;
    stage = Stage.FINAL;
    told = 0;
    count(knownAt, dates);
  }

  void end(Ending how, Instant now) {
    stage = Stage.ENDED;
    ending = how;
    endedAt = now;
  }

  /** Harm is known again, or was known all along: what was owed is owed. */
  void goesOn() {
    stage = preliminarySent ? Stage.FINAL : Stage.PRELIMINARY;
    round++;
    ending = null;
    endedAt = null;
    told = 0;
  }

  /**
   * How far people should be reminded by now, where that is news.
   *
   * @return 1 at the soft date, 2 at the hard one, one more for each day after; empty when they
   *     were told, or nothing is due
   */
  Optional<Integer> untold(Instant now) {
    int due = due(now);
    return isOpen() && due > told ? Optional.of(due) : Optional.empty();
  }

  /** Whoever has to hear it was told. */
  void told(int due) {
    told = due;
  }

  private int due(Instant now) {
    if (now.isBefore(dates().remindAt())) {
      return 0;
    }
    return now.isBefore(dates().dueAt())
        ? 1
        : 2 + Math.toIntExact(Duration.between(dates().dueAt(), now).toDays());
  }

  RegulatorReport view(List<Filing> filings) {
    return new RegulatorReport(
        incident(), kind, stage, knownAt, preliminary(), last(), malicious, ending(), filings);
  }
}
