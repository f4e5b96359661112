package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.DataSecurityRated;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentMerged;
import org.honbu.incidents.IncidentMoved;
import org.honbu.incidents.IncidentParted;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentTriaged;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Room;
import org.honbu.incidents.SeverityRated;
import org.honbu.kernel.IncidentId;
import org.honbu.outbox.FactHandler;
import org.honbu.workflow.Facts;

/**
 * Asks the room to decide again who is told, whenever what that depends on may have changed: the
 * severity, what a triage found, harm to data, harm that came back, another that became part of it.
 *
 * <p>A fact that finds the room between two waits fails and is tried again ({@link Course}). A room
 * of an older set does not know the question, and is not asked.
 */
final class ReviewsAnnouncing {
  private static final String REVIEW = "Message_ReviewAnnouncing";

  private ReviewsAnnouncing() {}

  /** Whatever changed, it goes by what the record says now. */
  @ApplicationScoped
  static class Review {
    private final Course course;
    private final IncidentBoard board;

    @Inject
    Review(Course course, IncidentBoard board) {
      this.course = course;
      this.board = board;
    }

    void ask(IncidentId incident) {
      IncidentView view = board.view(incident);
      boolean isRoom = view.room() == Room.OPEN && view.state().isOpen();
      Course.settle(!isRoom || isDecidedLater(incident) || asked(view), incident);
    }

    /** The first decision is still to come, or the room does not know of a second. */
    private boolean isDecidedLater(IncidentId incident) {
      return !course.hasReached("Activity_DecideAnnouncements", incident)
          ? !course.hasReached("Activity_OpenRoom", incident)
          : !course.hasReached("Gateway_NeedIsKnown", incident);
    }

    private boolean asked(IncidentView view) {
      return course.tells(REVIEW, view.id(), Facts.none());
    }
  }

  /** Raised or lowered; the first rating comes before any room. */
  @ApplicationScoped
  static class AfterTheSeverity implements FactHandler<SeverityRated> {
    private final Review review;

    @Inject
    AfterTheSeverity(Review review) {
      this.review = review;
    }

    @Override
    public String name() {
      return "response.reviews-announcing-after-the-severity";
    }

    @Override
    public Class<SeverityRated> fact() {
      return SeverityRated.class;
    }

    @Override
    public void on(SeverityRated rated) {
      if (rated.from().isPresent()) {
        review.ask(rated.incident());
      }
    }
  }

  /** Who is harmed, and whether customers see it, may be known now. */
  @ApplicationScoped
  static class AfterTheTriage implements FactHandler<IncidentTriaged> {
    private final Review review;

    @Inject
    AfterTheTriage(Review review) {
      this.review = review;
    }

    @Override
    public String name() {
      return "response.reviews-announcing-after-the-triage";
    }

    @Override
    public Class<IncidentTriaged> fact() {
      return IncidentTriaged.class;
    }

    @Override
    public void on(IncidentTriaged triaged) {
      review.ask(triaged.incident());
    }
  }

  /** Harmed data is told of whatever the severity, and whoever found it. */
  @ApplicationScoped
  static class AfterDataHarm implements FactHandler<DataSecurityRated> {
    private final Review review;

    @Inject
    AfterDataHarm(Review review) {
      this.review = review;
    }

    @Override
    public String name() {
      return "response.reviews-announcing-after-data-harm";
    }

    @Override
    public Class<DataSecurityRated> fact() {
      return DataSecurityRated.class;
    }

    @Override
    public void on(DataSecurityRated rated) {
      review.ask(rated.incident());
    }
  }

  /** Whoever was told of the merged one hears from the survivor how it ended. */
  @ApplicationScoped
  static class AfterAMerge implements FactHandler<IncidentMerged> {
    private final Review review;

    @Inject
    AfterAMerge(Review review) {
      this.review = review;
    }

    @Override
    public String name() {
      return "response.reviews-announcing-after-a-merge";
    }

    @Override
    public Class<IncidentMerged> fact() {
      return IncidentMerged.class;
    }

    @Override
    public void on(IncidentMerged merged) {
      review.ask(merged.into());
    }
  }

  /** And from nobody else but their own, when they were not one. */
  @ApplicationScoped
  static class AfterAParting implements FactHandler<IncidentParted> {
    private final Review review;

    @Inject
    AfterAParting(Review review) {
      this.review = review;
    }

    @Override
    public String name() {
      return "response.reviews-announcing-after-a-parting";
    }

    @Override
    public Class<IncidentParted> fact() {
      return IncidentParted.class;
    }

    @Override
    public void on(IncidentParted parted) {
      review.ask(parted.from());
    }
  }

  /** Users who were told that it is over have to hear that it is not. */
  @ApplicationScoped
  static class AfterARecurrence implements FactHandler<IncidentMoved> {
    private final Review review;

    @Inject
    AfterARecurrence(Review review) {
      this.review = review;
    }

    @Override
    public String name() {
      return "response.reviews-announcing-after-a-recurrence";
    }

    @Override
    public Class<IncidentMoved> fact() {
      return IncidentMoved.class;
    }

    @Override
    public void on(IncidentMoved moved) {
      boolean cameBack =
          moved.to() == IncidentState.INVESTIGATING
              && moved.from().compareTo(IncidentState.MITIGATED) >= 0;
      if (cameBack) {
        review.ask(moved.incident());
      }
    }
  }
}
