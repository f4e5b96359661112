package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.Words;
import org.honbu.notifications.Notifications;
import org.honbu.notifications.Post;

/** Says something to customer support, where all of them read it; once for each key. */
@ApplicationScoped
class SupportVoice {
  private final Notifications notifications;
  private final Duties duties;

  @Inject
  SupportVoice(Notifications notifications, Duties duties) {
    this.notifications = notifications;
    this.duties = duties;
  }

  void say(IncidentId incident, String key, Words words) {
    Duties.Situation now = duties.now(incident);
    notifications.post(
        new Post(now.kind(), incident, now.severity(), place(now.kind()), key, words));
  }

  /** Support rehearses a drill in its room: it has no channel of its own there. */
  static String place(Kind kind) {
    return switch (kind) {
      case REAL -> "#support";
      case DRILL -> "#drill-war-room";
    };
  }
}
