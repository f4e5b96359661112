package org.honbu.alerts;

import java.util.Optional;
import org.honbu.kernel.IncidentId;

/**
 * What customer support finds out about a report (DOMAIN FM-2).
 *
 * @param attachTo the open incident it belongs to, when the verdict is {@link Verdict#ATTACH}
 * @param customers how many customers say the same; 1 to 100,000
 * @param note how it shows itself; why it is none, when the verdict is {@link Verdict#NO_INCIDENT}
 */
public record ReportTriage(
    Verdict verdict, Optional<IncidentId> attachTo, int customers, Symptom symptom, String note) {

  /** What is to become of it. */
  public enum Verdict {
    INCIDENT,
    ATTACH,
    NO_INCIDENT
  }

  /** What users notice. */
  public enum Symptom {
    CANNOT_USE,
    SLOW,
    WRONG,
    DATA,
    OTHER
  }
}
