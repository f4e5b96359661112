package org.honbu.response.internal;

import java.time.Duration;
import java.time.Instant;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.LargeReason;
import org.honbu.incidents.Visibility;
import org.honbu.people.Hours;
import org.honbu.workflow.Facts;

/**
 * What is known of an incident, as the tables ask for it. Unknown is the higher, made precise here
 * (DOMAIN DM-1).
 *
 * @param customers how many different customers reported it within half an hour
 */
record Known(IncidentView view, int customers, Instant now) {

  /** Inputs of {@code Severity}. */
  Facts forSeverity() {
    Impact impact = view.impact();
    return Facts.of("usersBand", impact.users())
        .and("componentTier", tier())
        .and("state", condition())
        .and("revenue", revenue())
        .and("dataSecurity", dataSecurity())
        .and("workaround", workaround())
        .and("source", view.source())
        .and("reports", customers)
        .and("hours", Hours.at(now));
  }

  /** Inputs of {@code SeverityFloor}. */
  Facts forFloor() {
    return Facts.of("source", view.source())
        .and("urgency", view.impact().urgency())
        .and("componentTier", tier())
        .and("state", condition());
  }

  /** Inputs of {@code LargeProblem}. */
  Facts forSize(int severity) {
    return Facts.of("severity", severity)
        .and("triaged", view.triaged().isPresent())
        .and("teamsNeeded", view.triaged().map(IncidentView.Triaged::teamsNeeded).orElse(0))
        .and("customerVisible", view.visibility() == Visibility.CUSTOMER_VISIBLE)
        .and("identified", view.state().compareTo(IncidentState.IDENTIFIED) >= 0)
        .and("minutesSinceDetection", minutesSince(view.times().detectedAt()))
        .and("minutesSinceAnswer", view.times().acknowledgedAt().map(this::minutesSince).orElse(0))
        .and("dataSecurity", dataSecurity())
        .and("reports", customers)
        .and("external", view.largeReasons().contains(LargeReason.L_EXTERNAL))
        .and("humanAsked", view.largeReasons().contains(LargeReason.L_HUMAN));
  }

  /** Inputs of {@code CommsRequirement}. */
  Facts forAnnouncements() {
    return Facts.of("kind", view.kind())
        .and("dataSecurity", dataSecurity())
        .and("customerVisible", visible())
        .and("severity", view.severity().map(severity -> severity.level()).orElse(1));
  }

  private int minutesSince(Instant then) {
    return (int) Duration.between(then, now).toMinutes();
  }

  private Impact.Function tier() {
    Impact.Function known = view.impact().function();
    return known == Impact.Function.UNKNOWN ? Impact.Function.CORE : known;
  }

  private Impact.Condition condition() {
    Impact.Condition known = view.impact().condition();
    return known == Impact.Condition.UNKNOWN ? Impact.Condition.DEGRADED : known;
  }

  private Impact.Revenue revenue() {
    Impact.Revenue known = view.impact().revenue();
    return known == Impact.Revenue.UNKNOWN ? Impact.Revenue.NONE : known;
  }

  private Impact.DataSecurity dataSecurity() {
    Impact.DataSecurity known = view.impact().dataSecurity();
    return known == Impact.DataSecurity.UNKNOWN ? Impact.DataSecurity.NONE : known;
  }

  private Impact.Workaround workaround() {
    Impact.Workaround known = view.impact().workaround();
    return known == Impact.Workaround.UNKNOWN ? Impact.Workaround.NONE : known;
  }

  private String visible() {
    return switch (view.visibility()) {
      case CUSTOMER_VISIBLE -> "YES";
      case INTERNAL -> "NO";
      case UNKNOWN -> "UNKNOWN";
    };
  }
}
