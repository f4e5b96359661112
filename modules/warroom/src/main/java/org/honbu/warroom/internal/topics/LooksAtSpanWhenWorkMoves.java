package org.honbu.warroom.internal.topics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.outbox.FactHandler;
import org.honbu.warroom.WorkMoved;

/** The piece of work that makes too many reports is the moment to say so (A22). */
@ApplicationScoped
class LooksAtSpanWhenWorkMoves implements FactHandler<WorkMoved> {
  private final LookAtSpan span;

  @Inject
  LooksAtSpanWhenWorkMoves(LookAtSpan span) {
    this.span = span;
  }

  @Override
  public String name() {
    return "warroom.looks-at-span-when-work-moves";
  }

  @Override
  public Class<WorkMoved> fact() {
    return WorkMoved.class;
  }

  @Override
  public void on(WorkMoved moved) {
    span.look(moved.incident());
  }
}
