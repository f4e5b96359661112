package org.honbu.notifications.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.honbu.kernel.Kind;
import org.honbu.kernel.Problem;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.honbu.notifications.Route;
import org.honbu.people.Hours;
import org.honbu.workflow.Decisions;
import org.honbu.workflow.Facts;

/** Asks the process owners' table {@code NotificationRoute} (DM-2). */
@ApplicationScoped
class Routes {
  static final Problem NO_ROUTE =
      new Problem(
          "HB-5001",
          Problem.Owner.CONFIGURATION,
          500,
          new Words(
              "表 NotificationRoute に SEV{0}・{1} の行がありません",
              "The table NotificationRoute has no row for SEV{0}, {1}"));

  private final Decisions decisions;
  private final NotificationsSettings settings;
  private final Clock clock;

  @Inject
  Routes(Decisions decisions, NotificationsSettings settings, Clock clock) {
    this.decisions = decisions;
    this.settings = settings;
    this.clock = clock;
  }

  Route now(Kind kind, int severity) {
    Facts inputs =
        Facts.of("severity", severity)
            .and("hours", Hours.at(clock.instant(), settings.zone()))
            .and("kind", kind);
    Facts row =
        decisions.decide("NotificationRoute", inputs).stream()
            .findFirst()
            .orElseThrow(() -> new ProblemException(NO_ROUTE, severity, kind));
    return new Route(
        channels(row),
        row.yes("page"),
        text(row, "answerWithin").map(Duration::parse),
        text(row, "counted").filter("BUSINESS_HOURS"::equals).isPresent(),
        text(row, "alsoPage"));
  }

  private static List<String> channels(Facts row) {
    return Arrays.stream(text(row, "channels").orElse("").split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static Optional<String> text(Facts row, String name) {
    return row.find(name).map(Object::toString).filter(value -> !value.isBlank());
  }
}
