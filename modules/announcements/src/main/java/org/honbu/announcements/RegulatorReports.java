package org.honbu.announcements;

import java.time.Instant;
import java.util.Optional;
import org.honbu.announcements.RegulatorReport.Stage;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/**
 * The clock of the law (A34, TM34): an authority is told of an incident in which data is harmed or
 * may be, first in a preliminary report, then in a final one.
 *
 * <p>It begins by itself when harm to data becomes known, once for each incident, and outlives the
 * incident. It ends with the final report, when either is judged not to be needed, or when there
 * was no harm. Honbu sends nothing to an authority: people do, and say so here. Who may: {@code
 * privacy-officer}; and {@code process-owner}, so that it does not hang on somebody unreachable.
 * The dates are those of the table {@code RegulatorDates}; Japanese practice, not legal advice.
 */
public interface RegulatorReports {

  /** How far it is; empty when the incident never was about data. */
  Optional<RegulatorReport> of(IncidentId incident);

  /**
   * It was sent.
   *
   * @param stage what was sent; {@link Outcome.NotNow} when something else is owed by now
   * @throws org.honbu.kernel.ProblemException {@code HB-6005}, {@code HB-6031} naming the field
   */
  Outcome sent(IncidentId incident, Stage stage, Sent sent, PersonId by);

  /**
   * No report is needed; nothing more is owed then.
   *
   * @param reason 1 to 500 characters
   */
  Outcome notNeeded(IncidentId incident, Stage stage, String reason, PersonId by);

  /**
   * What was sent.
   *
   * @param at when, not in the future; now when it is left out
   * @param to the authority, 1 to 200 characters
   * @param reference its number there, 1 to 100 characters
   * @param malicious whether intent may be malicious; counts with the preliminary report
   */
  record Sent(Optional<Instant> at, String to, String reference, boolean malicious) {}
}
