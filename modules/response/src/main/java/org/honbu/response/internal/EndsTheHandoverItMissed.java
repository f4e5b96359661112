package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.CommandTaken;
import org.honbu.incidents.HandoverBoard;
import org.honbu.kernel.IncidentId;
import org.honbu.outbox.FactHandler;
import org.honbu.workflow.Facts;

/** Nobody is asked for a briefing or an answer any more once command has moved. */
@ApplicationScoped
class EndsTheHandoverItMissed implements FactHandler<CommandTaken> {
  private static final String MESSAGE = "Message_CommandTaken";

  private final Course course;
  private final HandoverBoard handovers;

  @Inject
  EndsTheHandoverItMissed(Course course, HandoverBoard handovers) {
    this.course = course;
    this.handovers = handovers;
  }

  @Override
  public String name() {
    return "response.ends-the-handover-it-missed";
  }

  @Override
  public Class<CommandTaken> fact() {
    return CommandTaken.class;
  }

  @Override
  public void on(CommandTaken taken) {
    IncidentId incident = taken.incident();
    Course.settle(
        handovers.running(incident).isPresent()
            || !course.waits("CommandHandover", MESSAGE, incident)
            || course.tells(MESSAGE, incident, Facts.none()),
        incident);
  }
}
