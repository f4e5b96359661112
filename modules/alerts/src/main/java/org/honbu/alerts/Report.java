package org.honbu.alerts;

import java.time.Instant;
import java.util.Optional;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ReportId;
import org.honbu.kernel.Words;

/**
 * What somebody saw, and what became of it.
 *
 * @param customer whom it came from, when it is a customer's
 * @param triage what customer support said; empty while they have not, and for ever when it went on
 *     without them
 * @param incident what it became or joined
 */
public record Report(
    ReportId id,
    String what,
    Optional<String> component,
    Optional<String> customer,
    PersonId reporter,
    Instant receivedAt,
    State state,
    Optional<Triaged> triage,
    Optional<IncidentId> incident) {

  /** Where a report stands. */
  public enum State {
    WAITING("一次受付待ち", "Waiting for support"),
    TRIAGED("振り分け中", "Being filed"),
    DECLARED("インシデントになった", "Became an incident"),
    ATTACHED("インシデントに加えた", "Joined an incident"),
    DISMISSED("障害ではない", "Not an incident");

    private final String ja;
    private final String en;

    State(String ja, String en) {
      this.ja = ja;
      this.en = en;
    }

    public Words label() {
      return new Words(ja, en);
    }

    /** Whether nothing more will become of it. */
    public boolean isFinal() {
      return this == DECLARED || this == ATTACHED || this == DISMISSED;
    }
  }

  /** What customer support said of it. */
  public record Triaged(ReportTriage said, PersonId by, Instant at) {}

  /** 未トリアージ: it went on by itself because nobody had looked at it in time. */
  public boolean wentOnUntriaged() {
    return state.isFinal() && triage.isEmpty();
  }
}
