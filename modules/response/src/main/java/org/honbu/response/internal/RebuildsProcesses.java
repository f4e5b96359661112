package org.honbu.response.internal;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.List;
import org.honbu.incidents.IncidentBoard;
import org.honbu.kernel.IncidentId;
import org.honbu.workflow.Rebuild;

/** Once the engine was emptied, every unfinished incident gets its process back. */
@ApplicationScoped
class RebuildsProcesses {
  private static final System.Logger LOG = System.getLogger(RebuildsProcesses.class.getName());

  private final Rebuild rebuild;
  private final IncidentBoard board;
  private final RebuildsOne one;

  @Inject
  RebuildsProcesses(Rebuild rebuild, IncidentBoard board, RebuildsOne one) {
    this.rebuild = rebuild;
    this.board = board;
    this.one = one;
  }

  /** After the engine, before facts are delivered. */
  void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE + 100) Startup start) {
    if (rebuild.isAsked()) {
      List<IncidentId> unfinished = board.unfinished();
      unfinished.forEach(one::rebuild);
      LOG.log(
          System.Logger.Level.INFO, "Rebuilt the processes of {0} incidents", unfinished.size());
    }
  }
}
