package org.honbu.alerts.internal;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import org.honbu.workflow.Rebuild;

/** Once the engine was emptied, every report that is not filed gets its process back. */
@ApplicationScoped
class RestartsTheIntake {
  private final Rebuild rebuild;
  private final ReportActs acts;
  private final StartsTheIntake starter;

  @Inject
  RestartsTheIntake(Rebuild rebuild, ReportActs acts, StartsTheIntake starter) {
    this.rebuild = rebuild;
    this.acts = acts;
    this.starter = starter;
  }

  /** After the engine, before facts are delivered. */
  void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE + 100) Startup start) {
    if (rebuild.isAsked()) {
      acts.unfiled().forEach(starter::on);
    }
  }
}
