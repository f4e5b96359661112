package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
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
import org.honbu.outbox.Fact;
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

  /** One kind of change: it may move the need in one incident, or in none. */
  abstract static class After<F extends Fact> implements FactHandler<F> {
    private final Review review;
    private final Class<F> fact;
    private final String what;

    After(Review review, Class<F> fact, String what) {
      this.review = review;
      this.fact = fact;
      this.what = what;
    }

    @Override
    public String name() {
      return "response.reviews-announcing-after-" + what;
    }

    @Override
    public Class<F> fact() {
      return fact;
    }

    @Override
    public void on(F change) {
      concerned(change).ifPresent(review::ask);
    }

    /** Of which incident it has to be decided again. */
    abstract Optional<IncidentId> concerned(F change);
  }

  /** Raised or lowered; the first rating comes before any room. */
  @ApplicationScoped
  static class AfterTheSeverity extends After<SeverityRated> {
    @Inject
    AfterTheSeverity(Review review) {
      super(review, SeverityRated.class, "the-severity");
    }

    @Override
    Optional<IncidentId> concerned(SeverityRated rated) {
      return rated.from().map(before -> rated.incident());
    }
  }

  /** Who is harmed, and whether customers see it, may be known now. */
  @ApplicationScoped
  static class AfterTheTriage extends After<IncidentTriaged> {
    @Inject
    AfterTheTriage(Review review) {
      super(review, IncidentTriaged.class, "the-triage");
    }

    @Override
    Optional<IncidentId> concerned(IncidentTriaged triaged) {
      return Optional.of(triaged.incident());
    }
  }

  /** Harmed data is told of whatever the severity, and whoever found it. */
  @ApplicationScoped
  static class AfterDataHarm extends After<DataSecurityRated> {
    @Inject
    AfterDataHarm(Review review) {
      super(review, DataSecurityRated.class, "data-harm");
    }

    @Override
    Optional<IncidentId> concerned(DataSecurityRated rated) {
      return Optional.of(rated.incident());
    }
  }

  /** Whoever was told of the merged one hears from the survivor how it ended. */
  @ApplicationScoped
  static class AfterAMerge extends After<IncidentMerged> {
    @Inject
    AfterAMerge(Review review) {
      super(review, IncidentMerged.class, "a-merge");
    }

    @Override
    Optional<IncidentId> concerned(IncidentMerged merged) {
      return Optional.of(merged.into());
    }
  }

  /** And from nobody else but their own, when they were not one. */
  @ApplicationScoped
  static class AfterAParting extends After<IncidentParted> {
    @Inject
    AfterAParting(Review review) {
      super(review, IncidentParted.class, "a-parting");
    }

    @Override
    Optional<IncidentId> concerned(IncidentParted parted) {
      return Optional.of(parted.from());
    }
  }

  /** Users who were told that it is over have to hear that it is not. */
  @ApplicationScoped
  static class AfterARecurrence extends After<IncidentMoved> {
    @Inject
    AfterARecurrence(Review review) {
      super(review, IncidentMoved.class, "a-recurrence");
    }

    @Override
    Optional<IncidentId> concerned(IncidentMoved moved) {
      boolean cameBack =
          moved.to() == IncidentState.INVESTIGATING
              && moved.from().compareTo(IncidentState.MITIGATED) >= 0;
      return Optional.of(moved.incident()).filter(any -> cameBack);
    }
  }
}
