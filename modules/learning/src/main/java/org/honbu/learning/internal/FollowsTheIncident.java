package org.honbu.learning.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.IncidentMoved;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView;
import org.honbu.outbox.FactHandler;

/**
 * What happens after an incident begins when it is resolved or found to be nothing; it is called
 * off when it came back, or when its end was taken back. What came back and was then merged into
 * another is reviewed there.
 */
@ApplicationScoped
class FollowsTheIncident implements FactHandler<IncidentMoved> {
  private final LearningBook book;
  private final LearningProcess process;
  private final GapActs gaps;
  private final WritingActs writing;

  @Inject
  FollowsTheIncident(
      LearningBook book, LearningProcess process, GapActs gaps, WritingActs writing) {
    this.book = book;
    this.process = process;
    this.gaps = gaps;
    this.writing = writing;
  }

  @Override
  public String name() {
    return "learning.follows-the-incident";
  }

  @Override
  public Class<IncidentMoved> fact() {
    return IncidentMoved.class;
  }

  /**
   * Looks at how the incident stands by now: an end may have been taken back already. What was
   * resolved before this module was there is heard of when it waits for its review.
   */
  @Override
  public void on(IncidentMoved moved) {
    if (moved.to().isOpen() && !isEnd(moved.from())) {
      return;
    }
    book.lock(moved.incident());
    IncidentView view = book.view(moved.incident());
    if (!view.state().isOpen()) {
      gaps.begin(moved.incident());
    }
    if (view.state() == IncidentState.MERGED) {
      writing.leaveToTheParent(moved.incident());
    } else if (isOver(moved.to()) && isOver(view.state())) {
      process.begin(view);
    } else if (isEnd(moved.from()) && view.state().isOpen()) {
      process.callOff(moved.incident());
    }
  }

  private static boolean isOver(IncidentState state) {
    return isEnd(state) || state == IncidentState.POSTMORTEM;
  }

  private static boolean isEnd(IncidentState state) {
    return state == IncidentState.RESOLVED || state == IncidentState.FALSE_ALARM;
  }
}
