package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.announcements.Announcement;
import org.honbu.announcements.Audience;
import org.honbu.kernel.Kind;
import org.honbu.notifications.Notifications;
import org.honbu.notifications.Post;

/**
 * Sends a message to where those read it for whom it was approved; and what users are told to
 * customer support as well, where the table says so (DM-5).
 */
@ApplicationScoped
class Publication {
  /** Where those who work here are told; inside is nobody else. */
  private static final String INSIDE = "#stakeholders";

  private final Notifications notifications;
  private final SupportVoice support;
  private final Reach reach;

  @Inject
  Publication(Notifications notifications, SupportVoice support, Reach reach) {
    this.notifications = notifications;
    this.support = support;
    this.reach = reach;
  }

  /** Leaves after the caller's transaction; sending it again does nothing. */
  void send(Announcement announcement, Duties.Situation situation) {
    notifications.post(
        new Post(
            situation.kind(),
            announcement.incident(),
            situation.severity(),
            place(situation.kind(), announcement.audience()),
            AnnouncementDesk.KEY + announcement.number(),
            announcement.audience() == Audience.SUPPORT
                ? Templates.macro(announcement)
                : Templates.withItsPromise(announcement)));
    if (announcement.audience() == Audience.USERS && reach.of(announcement.incident()).macro()) {
      support.say(
          announcement.incident(), "macro-" + announcement.number(), Templates.macro(announcement));
    }
  }

  /** Where it can be read; a drill's has a wall of its own, for whomever it is. */
  static String place(Kind kind, Audience audience) {
    return switch (kind) {
      case REAL -> place(audience);
      case DRILL -> "drill-status-page";
    };
  }

  /** Where the real thing can be read. */
  static String place(Audience audience) {
    return switch (audience) {
      case USERS -> AnnouncementDesk.STATUS_PAGE;
      case SUPPORT -> SupportVoice.place(Kind.REAL);
      case INSIDE -> INSIDE;
    };
  }
}
