package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.honbu.announcements.UserFeedback;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Incidents;
import org.honbu.incidents.LargeReason;
import org.honbu.incidents.Reason;
import org.honbu.incidents.Severity;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Problem;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.honbu.workflow.DecisionNotes;
import org.honbu.workflow.Decisions;
import org.honbu.workflow.Facts;

/** Asks the process owners' tables how bad and how large a problem is. */
@ApplicationScoped
class Judgement {
  static final Problem NO_ANSWER =
      new Problem(
          "HB-3101",
          Problem.Owner.CONFIGURATION,
          500,
          new Words("決定表 {0} に当てはまる行がありません", "The decision table {0} has no row that matches"));

  /** “30 分に”: DM-1 and DM-4 count customers of the last half hour. */
  private static final Duration LATELY = Duration.ofMinutes(30);

  private final Decisions decisions;
  private final DecisionNotes notes;
  private final Incidents incidents;
  private final IncidentBoard board;
  private final UserFeedback feedback;
  private final Clock clock;

  @Inject
  Judgement(
      Decisions decisions,
      DecisionNotes notes,
      Incidents incidents,
      IncidentBoard board,
      UserFeedback feedback,
      Clock clock) {
    this.decisions = decisions;
    this.notes = notes;
    this.incidents = incidents;
    this.board = board;
    this.feedback = feedback;
    this.clock = clock;
  }

  /**
   * Rates by {@code Severity}; until a person has triaged, no milder than {@code SeverityFloor}.
   */
  Severity rate(IncidentView view) {
    Known known = known(view);
    List<Row> rows = new ArrayList<>();
    rows.add(new Row("Severity", only("Severity", known.forSeverity())));
    if (view.triaged().isEmpty()) {
      decisions
          .decide("SeverityFloor", known.forFloor())
          .forEach(row -> rows.add(new Row("SeverityFloor", row)));
    }
    int worst = rows.stream().mapToInt(Row::severity).min().orElseThrow();
    List<Reason> reasons =
        rows.stream()
            .filter(row -> row.severity() == worst)
            .map(this::reason)
            .sorted(Comparator.comparing(Reason::rule))
            .toList();
    return incidents.rate(view.id(), Severity.of(worst), reasons, Actor.honbu("severity-table"));
  }

  /** Why it is large, by {@code LargeProblem}; empty when it is not. */
  Set<LargeReason> whyLarge(IncidentView view) {
    int severity = view.severity().map(Severity::level).orElse(1);
    Set<LargeReason> reasons = EnumSet.noneOf(LargeReason.class);
    decisions
        .decide("LargeProblem", known(view).forSize(severity))
        .forEach(row -> reasons.add(LargeReason.valueOf(row.text("reason"))));
    return reasons;
  }

  /** Who must be told and how soon, by {@code CommsRequirement}. */
  Facts announcements(IncidentView view) {
    return only("CommsRequirement", known(view).forAnnouncements());
  }

  /** How long to watch, by {@code MonitoringTime}. */
  Duration monitoring(IncidentView view) {
    int severity = view.severity().map(Severity::level).orElse(1);
    return only("MonitoringTime", Facts.of("severity", severity)).duration("monitorFor");
  }

  /** How long nothing may be seen of a commander, by {@code PresenceTime}. */
  Duration absentAfter(IncidentView view) {
    return only(
            "PresenceTime",
            Facts.of("state", view.state())
                .and("severity", view.severity().map(Severity::level).orElse(1)))
        .duration("absentAfter");
  }

  private Known known(IncidentView view) {
    return new Known(view, customers(view.id()), clock.instant());
  }

  /**
   * Who reported it by name, or as many as support has counted (FM-2b): the larger, because a
   * customer is often among both.
   */
  private int customers(IncidentId incident) {
    Instant since = clock.instant().minus(LATELY);
    return Math.max(
        board.customersSince(incident, since), feedback.customersSince(incident, since));
  }

  private Reason reason(Row row) {
    String rule = row.says().text("reason");
    return new Reason(
        rule, notes.because(row.table(), rule).orElseGet(() -> new Words(rule, rule)));
  }

  /** A matching row and the table it stands in. */
  private record Row(String table, Facts says) {
    int severity() {
      return says.number("severity");
    }
  }

  private Facts only(String table, Facts inputs) {
    return decisions.decide(table, inputs).stream()
        .findFirst()
        .orElseThrow(() -> new ProblemException(NO_ANSWER, table));
  }
}
