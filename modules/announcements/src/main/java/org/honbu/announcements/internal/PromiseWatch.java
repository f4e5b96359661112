package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.honbu.announcements.Announcement;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Words;
import org.honbu.workflow.Facts;
import org.honbu.workflow.TaskHandler;

/**
 * Users were told when they would hear again, and did not: that is written down once, and said in
 * the rhythm of the table until they do.
 */
@ApplicationScoped
class PromiseWatch implements TaskHandler {
  private static final Words BROKEN =
      new Words(
          "{0} に知らせると約束した時刻を過ぎました。利用者は待っています",
          "Users were promised news by {0}, and have none. They are waiting");

  private final Told told;
  private final Nudge nudge;
  private final Duties duties;

  @Inject
  PromiseWatch(Told told, Nudge nudge, Duties duties) {
    this.told = told;
    this.nudge = nudge;
    this.duties = duties;
  }

  @Override
  public String name() {
    return "checkPromise";
  }

  /** A newer message has taken its promise along, and is watched by itself. */
  @Override
  public Facts perform(Step step) {
    IncidentId incident = new IncidentId(step.subject());
    Optional<Instant> broken = told.brokenPromise(incident);
    broken.ifPresent(
        promised -> say(told.newest(incident).orElseThrow(), promised, Nudge.rhythm(step.facts())));
    return Facts.of("promiseKept", broken.isEmpty());
  }

  private void say(Announcement newest, Instant promised, Duration rhythm) {
    Words words = BROKEN.with(Templates.time(promised));
    int count = 1 + nudge.whole(promised, rhythm);
    if (count == 1) {
      duties.note(newest.incident(), "announcement-promise-broken", words);
    }
    nudge.writers(newest.incident(), "promise-broken-" + newest.number(), count, words);
  }
}
