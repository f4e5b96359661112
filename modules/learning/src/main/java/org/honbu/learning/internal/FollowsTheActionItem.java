package org.honbu.learning.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.IncidentState;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.ProblemException;
import org.honbu.learning.ActionItemMoved;
import org.honbu.outbox.FactHandler;

/** Tells the processes what was agreed, changed, done or waived (ADR-0005). */
@ApplicationScoped
class FollowsTheActionItem implements FactHandler<ActionItemMoved> {
  private final LearningBook book;
  private final LearningStore store;
  private final LearningProcess process;

  @Inject
  FollowsTheActionItem(LearningBook book, LearningStore store, LearningProcess process) {
    this.book = book;
    this.store = store;
    this.process = process;
  }

  @Override
  public String name() {
    return "learning.follows-the-action-item";
  }

  @Override
  public Class<ActionItemMoved> fact() {
    return ActionItemMoved.class;
  }

  @Override
  public void on(ActionItemMoved moved) {
    book.lock(moved.incident());
    boolean caughtUp = store.item(moved.item()).stream().allMatch(this::follow);
    store.flush();
    if (!caughtUp && isOver(moved.incident())) {
      throw new ProblemException(LearningProblems.NOT_LISTENING, moved.incident());
    }
  }

  /** What runs by itself begins when nobody is busy with the incident any more. */
  private boolean follow(ActionItemRow item) {
    if (item.isOpen() && item.runsByItself()) {
      if (!book.view(item.incident()).state().isOpen()) {
        boolean runs = item.isHeard();
        process.begin(item);
        if (runs) {
          process.looksAgain(item);
        }
      }
      return true;
    }
    return process.follow(item, store.postmortem(item.incident()));
  }

  /** While it is open again no process listens; at its next end every open item is told again. */
  private boolean isOver(IncidentId incident) {
    IncidentState state = book.view(incident).state();
    return !state.isOpen() && !state.isFinal();
  }
}
