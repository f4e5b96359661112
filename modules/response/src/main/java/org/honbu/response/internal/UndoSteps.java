package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Undo;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Words;
import org.honbu.notifications.Notifications;
import org.honbu.workflow.Facts;
import org.honbu.workflow.TaskHandler;
import org.honbu.workflow.TaskHandler.Step;

/** The automatic steps of taking back: of {@code TimeToUndo}, and of a room that is called off. */
@ApplicationScoped
class UndoSteps {
  private final IncidentBoard board;
  private final Undo undo;
  private final Notifications notifications;
  private final Voice voice;

  @Inject
  UndoSteps(IncidentBoard board, Undo undo, Notifications notifications, Voice voice) {
    this.board = board;
    this.undo = undo;
    this.notifications = notifications;
    this.voice = voice;
  }

  @Produces
  TaskHandler letItStand() {
    return new Named(
        "letItStand",
        step -> Facts.of("takenBack", !undo.letStand(new IncidentId(step.subject()))));
  }

  @Produces
  TaskHandler callOffRoom() {
    return new Named("callOffRoom", this::callOffRoom);
  }

  /** Whoever was called into the room, or is on the way, hears that it was a slip. */
  private Facts callOffRoom(Step step) {
    IncidentView view = board.view(new IncidentId(step.subject()));
    notifications.cancelPages(RoomSteps.callsOf(view));
    voice.room(
        view,
        step,
        new Words(
            "エスカレは取り消されました。部屋は閉じています。来てくれた人はありがとうございました",
            "The escalation was taken back and the room is closed. Thank you for coming"));
    boolean unanswered = view.answeredBy().isEmpty();
    return Facts.of("unanswered", unanswered)
        .and("triaged", !unanswered && view.triaged().isPresent());
  }
}
