package org.honbu.announcements.internal;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import org.honbu.workflow.Rebuild;

/**
 * Once the engine was emptied, every report that is still owed to an authority gets its process
 * back, also of an incident that is closed and so is not rebuilt.
 */
@ApplicationScoped
class RestartsReports {
  private final Rebuild rebuild;
  private final RegulatorCourse course;

  @Inject
  RestartsReports(Rebuild rebuild, RegulatorCourse course) {
    this.rebuild = rebuild;
    this.course = course;
  }

  /** After the engine, before facts are delivered. */
  @Transactional
  void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE + 100) Startup start) {
    if (rebuild.isAsked()) {
      course.beginAgain();
    }
  }
}
