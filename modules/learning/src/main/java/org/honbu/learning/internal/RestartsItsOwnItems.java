package org.honbu.learning.internal;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import org.honbu.workflow.Rebuild;

/**
 * Once the engine was emptied, every action item that runs by itself gets its process back, also of
 * an incident that became part of another and so has no process any more.
 */
@ApplicationScoped
class RestartsItsOwnItems {
  private final Rebuild rebuild;
  private final GapActs gaps;

  @Inject
  RestartsItsOwnItems(Rebuild rebuild, GapActs gaps) {
    this.rebuild = rebuild;
    this.gaps = gaps;
  }

  /** After the engine, before facts are delivered. */
  @Transactional
  void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE + 100) Startup start) {
    if (rebuild.isAsked()) {
      gaps.beginAgain();
    }
  }
}
