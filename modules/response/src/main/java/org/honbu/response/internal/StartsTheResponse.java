package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentDeclared;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView;
import org.honbu.outbox.FactHandler;
import org.honbu.workflow.Facts;
import org.honbu.workflow.Processes;

/**
 * Every declared incident is responded to; hearing of it twice starts nothing twice. One that was
 * merged or found to be nothing before its process began needs none, unless that is taken back.
 */
@ApplicationScoped
class StartsTheResponse implements FactHandler<IncidentDeclared> {
  private final Processes processes;
  private final Course course;
  private final IncidentBoard board;

  @Inject
  StartsTheResponse(Processes processes, Course course, IncidentBoard board) {
    this.processes = processes;
    this.course = course;
    this.board = board;
  }

  @Override
  public String name() {
    return "response.starts-the-response";
  }

  @Override
  public Class<IncidentDeclared> fact() {
    return IncidentDeclared.class;
  }

  @Override
  public void on(IncidentDeclared declared) {
    IncidentView view = board.view(declared.incident());
    if (course.isOver(view)) {
      return;
    }
    Course.settle(view.state() != IncidentState.FALSE_ALARM, view.id());
    Facts facts =
        Facts.of("incidentId", declared.incident().value())
            .and("kind", declared.kind())
            .and("teamId", declared.team().value());
    processes.start("IncidentResponse", declared.incident(), facts);
  }
}
