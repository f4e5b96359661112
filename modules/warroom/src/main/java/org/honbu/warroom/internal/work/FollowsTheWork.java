package org.honbu.warroom.internal.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.kernel.ProblemException;
import org.honbu.outbox.FactHandler;
import org.honbu.warroom.WorkMoved;

/**
 * What was given, answered or stopped before its process waited for it is told to it now
 * (ADR-0005).
 */
@ApplicationScoped
class FollowsTheWork implements FactHandler<WorkMoved> {
  private final WorkBook book;
  private final WorkStore store;
  private final WorkProcess process;

  @Inject
  FollowsTheWork(WorkBook book, WorkStore store, WorkProcess process) {
    this.book = book;
    this.store = store;
    this.process = process;
  }

  @Override
  public String name() {
    return "warroom.follows-the-work";
  }

  @Override
  public Class<WorkMoved> fact() {
    return WorkMoved.class;
  }

  @Override
  public void on(WorkMoved moved) {
    boolean isCommanded = book.lock(moved.incident()).isPresent();
    boolean caughtUp =
        !isCommanded
            || store.work(moved.work()).stream().allMatch(row -> process.follow(row, book.now()));
    store.flush();
    if (!caughtUp) {
      throw new ProblemException(WorkProblems.NOT_LISTENING, moved.incident());
    }
  }
}
