package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentTriaged;
import org.honbu.kernel.IncidentId;
import org.honbu.outbox.FactHandler;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.HumanTasks;

/** Nobody is asked to triage what has been triaged already. */
@ApplicationScoped
class HearsOfTheTriageItMissed implements FactHandler<IncidentTriaged> {
  private final Course course;
  private final IncidentBoard board;
  private final HumanTasks tasks;

  @Inject
  HearsOfTheTriageItMissed(Course course, IncidentBoard board, HumanTasks tasks) {
    this.course = course;
    this.board = board;
    this.tasks = tasks;
  }

  @Override
  public String name() {
    return "response.hears-of-the-triage-it-missed";
  }

  @Override
  public Class<IncidentTriaged> fact() {
    return IncidentTriaged.class;
  }

  @Override
  public void on(IncidentTriaged triaged) {
    IncidentId incident = triaged.incident();
    Optional<HumanTask> open = tasks.open(incident, "Activity_Triage");
    open.ifPresent(
        task -> {
          tasks.assign(task, triaged.by());
          tasks.complete(task, Facts.none());
        });
    Course.settle(
        open.isPresent()
            || course.isOver(board.view(incident))
            || (course.hasReached("Gateway_WhatFirst", incident)
                && course.hasNotedItsAnswer(incident)),
        incident);
  }
}
