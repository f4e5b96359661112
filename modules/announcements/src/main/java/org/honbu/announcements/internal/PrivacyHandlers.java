package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.honbu.announcements.PrivacyTextsChanged;
import org.honbu.kernel.IncidentId;
import org.honbu.outbox.FactHandler;
import org.honbu.workflow.Decisions;
import org.honbu.workflow.Facts;
import org.honbu.workflow.TaskHandler;

/** The automatic steps of {@code PrivacyApproval}, and what begins it. */
final class PrivacyHandlers {
  private PrivacyHandlers() {}

  /** A text waits, or another one does; or one was sent back, so that another is written. */
  @ApplicationScoped
  static class FollowsTheTexts implements FactHandler<PrivacyTextsChanged> {
    private final PrivacyReview review;
    private final AnnouncementDesk desk;
    private final PrivacyProcess process;
    private final Duties duties;

    @Inject
    FollowsTheTexts(
        PrivacyReview review, AnnouncementDesk desk, PrivacyProcess process, Duties duties) {
      this.review = review;
      this.desk = desk;
      this.process = process;
      this.duties = duties;
    }

    @Override
    public String name() {
      return "announcements.asks-for-the-second-reader";
    }

    @Override
    public Class<PrivacyTextsChanged> fact() {
      return PrivacyTextsChanged.class;
    }

    /** Under the lock: a task to approve is not ended for a text that is written just now. */
    @Override
    public void on(PrivacyTextsChanged changed) {
      IncidentId incident = changed.incident();
      Duties.Situation now = duties.locked(incident);
      review.waiting(incident).stream()
          .findFirst()
          .ifPresentOrElse(
              first -> process.follow(incident, now.kind(), first.key()),
              () -> process.looksAgain(incident));
      if (desk.pending(incident).isEmpty()) {
        process.nothingToApprove(incident);
      }
    }
  }

  /** Reads which text waits, and how long for. */
  @ApplicationScoped
  static class LookAtWaitingText implements TaskHandler {
    private final PrivacyReview review;
    private final Duties duties;
    private final Decisions decisions;

    @Inject
    LookAtWaitingText(PrivacyReview review, Duties duties, Decisions decisions) {
      this.review = review;
      this.duties = duties;
      this.decisions = decisions;
    }

    @Override
    public String name() {
      return "lookAtWaitingText";
    }

    @Override
    public Facts perform(Step step) {
      IncidentId incident = new IncidentId(step.subject());
      Optional<PrivacyText> waiting = review.waiting(incident).stream().findFirst();
      return waiting
          .map(
              text ->
                  Facts.of("textWaits", true)
                      .and(PrivacyProcess.KEY, text.key())
                      .and("bodyJa", text.words().ja())
                      .and("bodyEn", text.words().en())
                      .and("ownersAskedAfter", ownersAskedAfter(incident)))
          .orElse(Facts.of("textWaits", false));
    }

    private Duration ownersAskedAfter(IncidentId incident) {
      return decisions
          .decide(
              "SecondReader",
              Facts.of(
                  "dataSecurity", duties.now(incident).course().impact().dataSecurity().name()))
          .get(0)
          .duration("ownersAskedAfter");
    }
  }

  /** No privacy officer has read it in time: the process owners may, and hear so. */
  @ApplicationScoped
  static class AskOwnersToRead implements TaskHandler {
    private final PrivacyReview review;
    private final Duties duties;

    @Inject
    AskOwnersToRead(PrivacyReview review, Duties duties) {
      this.review = review;
      this.duties = duties;
    }

    @Override
    public String name() {
      return "askOwnersToRead";
    }

    @Override
    public Facts perform(Step step) {
      IncidentId incident = new IncidentId(step.subject());
      duties.locked(incident);
      review.waiting(incident).stream()
          .filter(text -> text.key().equals(step.facts().text(PrivacyProcess.KEY)))
          .forEach(text -> review.askOwners(incident, text));
      return Facts.none();
    }
  }
}
