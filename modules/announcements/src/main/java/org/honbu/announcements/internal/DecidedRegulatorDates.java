package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.workflow.Decisions;
import org.honbu.workflow.Facts;

/** Asks process owners' table {@code RegulatorDates}. */
@ApplicationScoped
class DecidedRegulatorDates implements RegulatorTable {
  private final Decisions decisions;

  @Inject
  DecidedRegulatorDates(Decisions decisions) {
    this.decisions = decisions;
  }

  @Override
  public Row of(String jurisdiction, boolean malicious) {
    Facts row =
        decisions
            .decide(
                "RegulatorDates",
                Facts.of("jurisdiction", jurisdiction).and("malicious", malicious))
            .get(0);
    return new Row(
        row.duration("remindAfter"),
        row.duration("preliminaryWithin"),
        row.duration("finalRemindAfter"),
        row.duration("finalWithin"));
  }
}
