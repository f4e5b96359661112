package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentParted;
import org.honbu.incidents.IncidentView;
import org.honbu.outbox.FactHandler;
import org.honbu.workflow.Processes;

/**
 * What was part of another by mistake is responded to again where its record stands, with all its
 * clocks from the beginning, as after a rebuild. While its merged process still winds up, it waits.
 */
@ApplicationScoped
class StartsWhatWasParted implements FactHandler<IncidentParted> {
  private final Processes processes;
  private final IncidentBoard board;
  private final RebuildsOne rebuild;

  @Inject
  StartsWhatWasParted(Processes processes, IncidentBoard board, RebuildsOne rebuild) {
    this.processes = processes;
    this.board = board;
    this.rebuild = rebuild;
  }

  @Override
  public String name() {
    return "response.starts-what-was-parted";
  }

  @Override
  public Class<IncidentParted> fact() {
    return IncidentParted.class;
  }

  @Override
  public void on(IncidentParted parted) {
    IncidentView view = board.view(parted.incident());
    if (view.state().isOpen()) {
      Course.settle(!processes.runs("IncidentResponse", view.id()), view.id());
      rebuild.rebuild(view.id());
    }
  }
}
