package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Words;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.HumanTasks;
import org.honbu.workflow.TaskHandler;

/** The step of {@code AnnouncementLoop} that asks what users say. */
final class FeedbackHandlers {
  private FeedbackHandlers() {}

  /**
   * Customer support is asked how many users report it, while users may notice it (FM-2b). There is
   * never more than one question: one that nobody has answered stays and is said again; one that
   * users cannot have an answer to any more is taken back.
   */
  @ApplicationScoped
  static class AskForCounts implements TaskHandler {
    private static final Words ASKED =
        new Words(
            "[{0}] 利用者の声を数えてください：前に数えてからの新しい件数と、何社・何人からか",
            "[{0}] Please count what users say: new reports since the last count, and from how many"
                + " customers");
    private static final Words STILL =
        new Words(
            "[{0}] 利用者の声の数をまだ待っています。インシデントのページかタスクリストで答えてください",
            "[{0}] We still wait for the count of what users say. Answer on the incident’s page or"
                + " in Tasklist");

    private final SupportVoice support;
    private final Duties duties;
    private final HumanTasks tasks;
    private final Clock clock;

    @Inject
    AskForCounts(SupportVoice support, Duties duties, HumanTasks tasks, Clock clock) {
      this.support = support;
      this.duties = duties;
      this.tasks = tasks;
      this.clock = clock;
    }

    @Override
    public String name() {
      return "askForCounts";
    }

    @Override
    public Facts perform(Step step) {
      IncidentId incident = new IncidentId(step.subject());
      Optional<HumanTask> open = tasks.open(incident, Steps.COUNT);
      boolean notice = duties.usersMayNotice(incident);
      if (notice) {
        Words words = (open.isPresent() ? STILL : ASKED).with(incident);
        String key = "count-" + clock.instant().truncatedTo(ChronoUnit.MINUTES);
        support.say(incident, key, words);
      } else {
        open.ifPresent(asked -> tasks.complete(asked, Facts.none()));
      }
      return Facts.of("countsAsked", notice && open.isEmpty());
    }
  }
}
