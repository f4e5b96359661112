package org.honbu.people.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.people.Eligibility;
import org.honbu.people.Eligibility.Reason;
import org.honbu.people.Eligibility.Verdict;
import org.honbu.workflow.DecisionNotes;
import org.honbu.workflow.Decisions;
import org.honbu.workflow.Facts;

/** Asks the process owners' table {@code CommanderEligibility} (DM-6). */
@ApplicationScoped
class EligibilityTable {
  private static final String TABLE = "CommanderEligibility";

  private final Decisions decisions;
  private final DecisionNotes notes;

  @Inject
  EligibilityTable(Decisions decisions, DecisionNotes notes) {
    this.decisions = decisions;
    this.notes = notes;
  }

  /** What the first row that matches says; nobody comes into question by no row at all. */
  Eligibility ask(Facts question) {
    return decisions.decide(TABLE, question).stream()
        .findFirst()
        .map(this::answer)
        .orElseGet(() -> Eligibility.not(Reason.OTHER));
  }

  private Eligibility answer(Facts row) {
    Verdict verdict = Verdict.valueOf(row.text("verdict"));
    String reason = row.text("reason");
    return Reason.named(reason)
        .map(known -> Eligibility.of(verdict, known))
        .orElseGet(
            () ->
                new Eligibility(
                    verdict,
                    Reason.OTHER,
                    notes.because(TABLE, reason).orElse(Reason.OTHER.words())));
  }
}
