package org.honbu.alerts;

import java.util.List;
import java.util.Optional;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ReportId;
import org.honbu.kernel.Words;

/**
 * What people see, before anybody knows whether it is an incident (DOMAIN 2.1).
 *
 * <p>A report waits for customer support: they are reminded after 10 minutes, and after 20 it goes
 * on by itself to the owner's on-call, marked 未トリアージ, so that no report dies in a queue. When, is
 * drawn in {@code SignalIntake}.
 *
 * <p>Each method is one transaction. An unknown number fails with 404 {@code HB-4007}.
 */
public interface Reports {

  /**
   * Takes down what somebody sees; the process follows from that.
   *
   * @return its number, {@code REP-<year>-<nnnn>}
   */
  ReportId report(Seen seen);

  /**
   * What somebody sees.
   *
   * @param what 1 to 500 characters, the one thing that must be said
   * @param component as in the catalogue, at most 80 characters
   * @param customer whom it came from, at most 120 characters
   */
  record Seen(
      String what, Optional<String> component, Optional<String> customer, PersonId reporter) {}

  /** 一次受付: says what is to become of it. May: {@code customer-support}. */
  Outcome triage(ReportId report, ReportTriage triage, PersonId by);

  /** How a triage went. */
  sealed interface Outcome {
    record Done() implements Outcome {}

    /** Somebody else was faster, or it has gone on by itself. */
    record TooLate(Words why) implements Outcome {}

    record NotAllowed(Words why) implements Outcome {}
  }

  /** The report as it stands. */
  Report view(ReportId report);

  /** What waits for customer support, oldest first, then the others, newest first. */
  List<Report> newest(int limit);

  /**
   * Those of them that the person may read: its reporter, who triaged it, customer support and
   * process owners; of what is beneath a private incident, the first two and who is inside that.
   */
  List<Report> readable(List<Report> reports, PersonId person);

  /** As {@link #readable}, of one. */
  default boolean mayRead(Report report, PersonId person) {
    return !readable(List.of(report), person).isEmpty();
  }
}
