package org.honbu.warroom.internal.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.kernel.ProblemException;
import org.honbu.outbox.FactHandler;
import org.honbu.warroom.CallMoved;

/** As {@link FollowsTheWork}, of volunteer calls. */
@ApplicationScoped
class FollowsTheCall implements FactHandler<CallMoved> {
  private final WorkBook book;
  private final WorkStore store;
  private final WorkProcess process;

  @Inject
  FollowsTheCall(WorkBook book, WorkStore store, WorkProcess process) {
    this.book = book;
    this.store = store;
    this.process = process;
  }

  @Override
  public String name() {
    return "warroom.follows-the-call";
  }

  @Override
  public Class<CallMoved> fact() {
    return CallMoved.class;
  }

  @Override
  public void on(CallMoved moved) {
    boolean isCommanded = book.lock(moved.incident()).isPresent();
    boolean caughtUp = !isCommanded || store.call(moved.call()).stream().allMatch(process::follow);
    store.flush();
    if (!caughtUp) {
      throw new ProblemException(WorkProblems.NOT_LISTENING, moved.incident());
    }
  }
}
