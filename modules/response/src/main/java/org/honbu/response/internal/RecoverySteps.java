package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Room;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Words;
import org.honbu.workflow.Facts;
import org.honbu.workflow.TaskHandler;
import org.honbu.workflow.TaskHandler.Step;

/** The automatic steps of {@code Recovery}. */
@ApplicationScoped
class RecoverySteps {
  private final IncidentBoard board;
  private final Judgement judgement;
  private final Voice voice;

  @Inject
  RecoverySteps(IncidentBoard board, Judgement judgement, Voice voice) {
    this.board = board;
    this.judgement = judgement;
    this.voice = voice;
  }

  @Produces
  TaskHandler remindTheVerifier() {
    return new Named(
        "remindTheVerifier",
        step ->
            say(
                step,
                new Words(
                    "影響が止まったか、手を動かした人ではない人が確かめてください",
                    "Please verify that the impact has stopped; not the person who did the work")));
  }

  @Produces
  TaskHandler checkMitigation() {
    return new Named(
        "checkMitigation",
        step -> {
          IncidentView view = view(step);
          boolean verified =
              view.state() == IncidentState.MONITORING || view.state() == IncidentState.RESOLVED;
          return Facts.of("verified", verified)
              .and("recurred", false)
              .and("severity", Voice.severity(view))
              .and("monitorFor", judgement.monitoring(view));
        });
  }

  @Produces
  TaskHandler remindToResolve() {
    return new Named(
        "remindToResolve",
        step ->
            say(
                step,
                new Words(
                    "経過観察が終わりました。復旧を宣言してください", "The watch is over. Please declare it resolved")));
  }

  @Produces
  TaskHandler noteRecurrence() {
    return new Named("noteRecurrence", step -> Facts.of("recurred", true));
  }

  private Facts say(Step step, Words text) {
    IncidentView view = view(step);
    if (view.room() == Room.OPEN) {
      voice.room(view, step, text);
    } else {
      voice.alert(view, step, text);
    }
    return Facts.none();
  }

  private IncidentView view(Step step) {
    return board.view(new IncidentId(step.subject()));
  }
}
