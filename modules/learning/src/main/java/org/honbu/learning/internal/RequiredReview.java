package org.honbu.learning.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Severity;
import org.honbu.kernel.Kind;
import org.honbu.learning.Postmortem.Form;
import org.honbu.notifications.Notifications;
import org.honbu.notifications.OutgoingMessage;
import org.honbu.people.Hours;
import org.honbu.workflow.Decisions;
import org.honbu.workflow.Facts;

/** Asks the table {@code PostmortemRequirement} what an incident that is over owes (DM-7). */
@ApplicationScoped
class RequiredReview {
  private static final String TABLE = "PostmortemRequirement";
  private static final Duration WORKING_DAY = Duration.ofHours(9);

  private final Decisions decisions;
  private final Notifications notifications;

  @Inject
  RequiredReview(Decisions decisions, Notifications notifications) {
    this.decisions = decisions;
    this.notifications = notifications;
  }

  /**
   * What is owed.
   *
   * @param form empty when nothing is, or only an offer
   * @param isOffered whether somebody may begin one that nobody has to write
   * @param due by when people have to meet, counted from now
   */
  record Requirement(Optional<Form> form, boolean isOffered, Instant due) {}

  Requirement of(IncidentView view, Instant from) {
    Facts row = decisions.decide(TABLE, question(view)).stream().findFirst().orElse(Facts.none());
    String form = row.find("form").map(String::valueOf).orElse("NONE");
    return new Requirement(
        switch (form) {
          case "FULL" -> Optional.of(Form.FULL);
          case "SHORT" -> Optional.of(Form.SHORT);
          default -> Optional.empty();
        },
        form.equals("OPTIONAL"),
        from.plus(untilDue(row, from)));
  }

  private Facts question(IncidentView view) {
    return Facts.of("drill", view.kind() == Kind.DRILL)
        .and("falseAlarm", view.state() == IncidentState.FALSE_ALARM)
        .and("severity", severity(view))
        .and("dataSecurity", concernsData(view.impact()))
        .and("room", view.times().roomOpenedAt().isPresent())
        .and("paged", paged(view));
  }

  static int severity(IncidentView view) {
    return view.severity().map(Severity::level).orElse(1);
  }

  private static boolean concernsData(Impact impact) {
    return impact.dataSecurity() != Impact.DataSecurity.NONE
        && impact.dataSecurity() != Impact.DataSecurity.UNKNOWN;
  }

  /** Whether anybody was called, one person or more. */
  private boolean paged(IncidentView view) {
    return notifications.outgoing(view.id()).stream()
        .anyMatch(
            message ->
                message.to().isPresent() && !message.channel().startsWith(OutgoingMessage.PRIVATE));
  }

  private static Duration untilDue(Facts row, Instant from) {
    Duration within =
        row.find("meetWithin").map(text -> Duration.parse(text.toString())).orElse(WORKING_DAY);
    boolean working = row.find("counted").filter("BUSINESS_DAYS"::equals).isPresent();
    return working ? Hours.untilWorked(from, WORKING_DAY.multipliedBy(within.toDays())) : within;
  }
}
