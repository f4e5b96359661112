package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Incidents;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.workflow.Facts;
import org.honbu.workflow.Processes;

/**
 * Starts one incident's process where its record stands; what is on record stays as it is. The
 * response is over once only the review is left, which hears of the rebuild by itself.
 */
@ApplicationScoped
class RebuildsOne {
  private final IncidentBoard board;
  private final Incidents incidents;
  private final Processes processes;

  @Inject
  RebuildsOne(IncidentBoard board, Incidents incidents, Processes processes) {
    this.board = board;
    this.incidents = incidents;
    this.processes = processes;
  }

  @Transactional
  void rebuild(IncidentId incident) {
    incidents.processRebuilt(incident, Actor.honbu("rebuild"));
    IncidentView view = board.view(incident);
    if (view.state() != IncidentState.POSTMORTEM) {
      processes.startAt("IncidentResponse", incident, Stage.of(view).steps(), facts(view));
    }
  }

  private static Facts facts(IncidentView view) {
    Facts facts =
        Facts.of("incidentId", view.id().value())
            .and("kind", view.kind())
            .and("teamId", view.team().value())
            .and("severity", Voice.severity(view));
    return view.answeredBy().map(person -> facts.and("answeredBy", person)).orElse(facts);
  }
}
