package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.honbu.announcements.Announcement;
import org.honbu.kernel.Words;
import org.honbu.workflow.Facts;

/**
 * What Tasklist shows to whoever approves: the fields of a form that was filled in there, whom the
 * text is for, and whether they are asked for the status page.
 */
@ApplicationScoped
class ShownToApprover {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private final Reach reach;

  @Inject
  ShownToApprover(Reach reach) {
    this.reach = reach;
  }

  Facts of(Announcement text) {
    Words audience = text.audience().label();
    return Facts.of("bodyJa", text.text().ja())
        .and("bodyEn", text.text().en())
        .and("announcementKind", text.phase())
        .and("nextUpdateAt", text.next().map(ShownToApprover::written).orElse(""))
        .and("shownTo", audience.ja() + " / " + audience.en())
        .and("statusPageAsked", reach.of(text.incident()).statusPageIsAsked());
  }

  private static String written(Instant next) {
    return next.atZone(JAPAN).toOffsetDateTime().truncatedTo(ChronoUnit.MINUTES).toString();
  }
}
