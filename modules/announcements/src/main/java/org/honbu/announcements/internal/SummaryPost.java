package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.Words;
import org.honbu.notifications.Notifications;
import org.honbu.notifications.Post;

/** Brings a summary to the stakeholders' channel. */
@ApplicationScoped
class SummaryPost {
  private final Notifications notifications;
  private final Duties duties;

  @Inject
  SummaryPost(Notifications notifications, Duties duties) {
    this.notifications = notifications;
    this.duties = duties;
  }

  void post(IncidentId incident, SummaryRow row, Duties.Situation situation) {
    String summary = row.view().text();
    notifications.post(
        new Post(
            situation.kind(),
            incident,
            situation.severity(),
            channel(situation.kind()),
            row.key(),
            new Words(summary, "")));
    duties.note(
        incident,
        "stakeholders-told",
        new Words("経営に要約を伝えました：{0}", "Stakeholders were told: {0}").with(summary),
        row.by());
  }

  private static String channel(Kind kind) {
    return switch (kind) {
      case REAL -> "#stakeholders";
      case DRILL -> "#drill-stakeholders";
    };
  }
}
