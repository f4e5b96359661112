package org.honbu.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.honbu.kernel.Problem;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.honbu.people.OnCallLevel;
import org.honbu.workflow.Decisions;
import org.honbu.workflow.Facts;

/** Reads the chain from the process owners' table {@code WhoToPage}, for a run to freeze. */
@ApplicationScoped
class Plans {
  static final Problem ENDLESS =
      new Problem(
          "HB-2201",
          Problem.Owner.CONFIGURATION,
          500,
          new Words(
              "表 WhoToPage が終わりません。段 {0} までに「NOBODY」の行が要ります",
              "The table WhoToPage never ends: it needs a row “NOBODY” by level {0}"));

  /** The whole chain is climbed twice (DOMAIN 2.3). */
  private static final int ROUNDS = 2;

  private static final int MOST_LEVELS = 12;
  private static final String END = "NOBODY";

  private final Decisions decisions;

  @Inject
  Plans(Decisions decisions) {
    this.decisions = decisions;
  }

  List<PlannedStep> now(int severity) {
    List<PlannedStep> chain = chain(severity);
    var plan = new ArrayList<PlannedStep>();
    for (int round = 0; round < ROUNDS; round++) {
      plan.addAll(chain);
    }
    return plan;
  }

  private List<PlannedStep> chain(int severity) {
    var chain = new ArrayList<PlannedStep>();
    for (int level = 1; level <= MOST_LEVELS; level++) {
      List<Facts> rows =
          decisions.decide("WhoToPage", Facts.of("level", level).and("severity", severity));
      if (rows.isEmpty() || rows.get(0).text("audience").equals(END)) {
        return chain;
      }
      Facts row = rows.get(0);
      chain.add(
          new PlannedStep(OnCallLevel.valueOf(row.text("audience")), row.duration("answerWithin")));
    }
    throw new ProblemException(ENDLESS, MOST_LEVELS);
  }
}
