package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Room;
import org.honbu.incidents.TakenBack;
import org.honbu.kernel.IncidentId;
import org.honbu.outbox.FactHandler;

/**
 * What was taken back on the record is taken back in the process: nobody is left without a call,
 * and no room is left without a record.
 *
 * <p>As everywhere it goes by what the record says now; done again since, it is no undo any more. A
 * resolution needs no word from here: its way back is a move, and {@link HearsOfTheMoveItMissed}
 * hears of it.
 */
@ApplicationScoped
class HearsOfTheUndoItMissed implements FactHandler<TakenBack> {
  private final Course course;
  private final IncidentBoard board;

  @Inject
  HearsOfTheUndoItMissed(Course course, IncidentBoard board) {
    this.course = course;
    this.board = board;
  }

  @Override
  public String name() {
    return "response.hears-of-the-undo-it-missed";
  }

  @Override
  public Class<TakenBack> fact() {
    return TakenBack.class;
  }

  @Override
  public void on(TakenBack taken) {
    IncidentView view = board.view(taken.incident());
    Course.settle(
        course.isOver(view)
            || switch (taken.act()) {
              case ANSWER -> callsGoOn(view);
              case ESCALATION -> roomIsCalledOff(view);
              case FALSE_ALARM -> responseGoesOn(view);
              case RESOLUTION -> true;
            },
        view.id());
  }

  private boolean callsGoOn(IncidentView view) {
    IncidentId incident = view.id();
    return view.answeredBy().isPresent()
        || course.waitsForAnAnswer(incident)
        || !course.hasHadAnAnswer(incident)
        || course.tells("Message_AnswerTakenBack", incident);
  }

  private boolean roomIsCalledOff(IncidentView view) {
    IncidentId incident = view.id();
    boolean isNotAsked =
        view.room() == Room.OPEN || view.state().compareTo(IncidentState.MITIGATED) >= 0;
    boolean isNotThere =
        !course.standsAt(OpensTheRoomItMissed.ROOM, incident) && !course.isAboutToJudge(incident);
    return isNotAsked || isNotThere || course.tells("Message_EscalationTakenBack", incident);
  }

  /** It waits for this word, or has not heard of the false alarm at all; one not begun begins. */
  private boolean responseGoesOn(IncidentView view) {
    return !view.state().isOpen()
        || course.tells("Message_EndTakenBack", view.id())
        || course.runs("IncidentResponse", view.id());
  }
}
