package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.honbu.incidents.IncidentAcknowledged;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.outbox.FactHandler;
import org.honbu.workflow.Facts;

/**
 * Nobody is waited for who has answered already. An answer that was taken back since is not told;
 * that has a fact of its own.
 */
@ApplicationScoped
class HearsOfTheAnswerItMissed implements FactHandler<IncidentAcknowledged> {
  private final Course course;
  private final IncidentBoard board;

  @Inject
  HearsOfTheAnswerItMissed(Course course, IncidentBoard board) {
    this.course = course;
    this.board = board;
  }

  @Override
  public String name() {
    return "response.hears-of-the-answer-it-missed";
  }

  @Override
  public Class<IncidentAcknowledged> fact() {
    return IncidentAcknowledged.class;
  }

  @Override
  public void on(IncidentAcknowledged answered) {
    IncidentId incident = answered.incident();
    IncidentView view = board.view(incident);
    Optional<PersonId> holder = view.answeredBy();
    Course.settle(
        holder.isEmpty() || course.isOver(view) || hears(incident, holder.get()), incident);
  }

  private boolean hears(IncidentId incident, PersonId holder) {
    return course.tells("Message_Acknowledged", incident, Facts.of("answeredBy", holder))
        || course.hasNotedItsAnswer(incident);
  }
}
