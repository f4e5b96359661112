package org.honbu.alerts.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.honbu.incidents.Impact;
import org.honbu.workflow.Decisions;
import org.honbu.workflow.Facts;

/** Asks the process owners' table {@code AlertUrgency} (DM-0) what an alert's labels mean. */
@ApplicationScoped
class UrgencyRule {
  private final Decisions decisions;

  @Inject
  UrgencyRule(Decisions decisions) {
    this.decisions = decisions;
  }

  /** How loud, and in what condition the thing must be. */
  record Verdict(Impact.Urgency urgency, Impact.Condition condition) {
    /** The louder first, then the worse. */
    static final Comparator<Verdict> WORST_FIRST =
        Comparator.comparing(Verdict::urgency)
            .thenComparing(Verdict::condition, Comparator.reverseOrder());
  }

  /** The worst that any of the alerts says. */
  Verdict worst(Stream<Notice.Alert> alerts) {
    return alerts
        .map(UrgencyRule::question)
        .distinct()
        .map(this::verdict)
        .min(Verdict.WORST_FIRST)
        .orElse(UNKNOWN);
  }

  Verdict of(Notice.Alert alert) {
    return verdict(question(alert));
  }

  /** What a table without a matching row would leave open: not calm, not certain. */
  private static final Verdict UNKNOWN =
      new Verdict(Impact.Urgency.HIGH, Impact.Condition.DEGRADED);

  private static Facts question(Notice.Alert alert) {
    return Facts.of("severityLabel", said(alert, "severity", "priority", "level"))
        .and("stateLabel", said(alert, "state"))
        .and("impactLabel", said(alert, "impact"));
  }

  /** In lower case, labels before annotations; empty when it says nothing. */
  private static String said(Notice.Alert alert, String... names) {
    return Stream.of(alert.labels(), alert.annotations())
        .flatMap(texts -> Stream.of(names).map(name -> texts.getOrDefault(name, "")))
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("")
        .toLowerCase(Locale.ROOT);
  }

  private Verdict verdict(Facts question) {
    return decisions.decide("AlertUrgency", question).stream()
        .findFirst()
        .map(
            row ->
                new Verdict(
                    Impact.Urgency.valueOf(row.text("urgency")),
                    Impact.Condition.valueOf(row.text("state"))))
        .orElse(UNKNOWN);
  }
}
