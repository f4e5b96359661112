package org.honbu.learning.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.ProcessRebuilt;
import org.honbu.outbox.FactHandler;

/** The process was lost: what is over is looked at again, and goes on where its record stands. */
@ApplicationScoped
class TakesUpReviewsAgain implements FactHandler<ProcessRebuilt> {
  private final LearningBook book;
  private final LearningProcess process;

  @Inject
  TakesUpReviewsAgain(LearningBook book, LearningProcess process) {
    this.book = book;
    this.process = process;
  }

  @Override
  public String name() {
    return "learning.takes-up-reviews-again";
  }

  @Override
  public Class<ProcessRebuilt> fact() {
    return ProcessRebuilt.class;
  }

  @Override
  public void on(ProcessRebuilt rebuilt) {
    book.lock(rebuilt.incident());
    IncidentView view = book.view(rebuilt.incident());
    if (!view.state().isOpen() && !view.state().isFinal()) {
      process.begin(view);
    }
  }
}
