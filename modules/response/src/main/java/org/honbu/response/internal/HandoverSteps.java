package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.honbu.incidents.Command;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.workflow.Facts;
import org.honbu.workflow.TaskHandler;
import org.honbu.workflow.TaskHandler.Step;

/** The automatic steps of {@code CommandHandover}. */
@ApplicationScoped
class HandoverSteps {
  private final IncidentBoard board;
  private final Command command;
  private final Voice voice;

  @Inject
  HandoverSteps(IncidentBoard board, Command command, Voice voice) {
    this.board = board;
    this.command = command;
    this.voice = voice;
  }

  @Produces
  TaskHandler prepareBriefing() {
    return new Named(
        "prepareBriefing",
        step -> {
          IncidentView view = view(step);
          return Facts.of(
                  "situation",
                  "SEV"
                      + Voice.severity(view)
                      + " "
                      + view.what()
                      + "（"
                      + view.state().label().both()
                      + "）")
              .and("objectives", "")
              .and("risk", "")
              .and("openWork", "")
              .and("nextAnnouncement", "");
        });
  }

  @Produces
  TaskHandler transferCommand() {
    return new Named(
        "transferCommand",
        step -> {
          boolean taken =
              view(step)
                  .seat()
                  .map(CommandSeat::holder)
                  .filter(successor(step)::equals)
                  .isPresent();
          return Facts.of("taken", taken);
        });
  }

  @Produces
  TaskHandler broadcastHandover() {
    return new Named(
        "broadcastHandover",
        step -> {
          Words name = voice.name(successor(step));
          voice.room(
              view(step),
              step,
              new Words("ただいまからコマンダーは {0} さんです", "{1} commands from now on")
                  .with(name.ja(), name.en()));
          return Facts.none();
        });
  }

  @Produces
  TaskHandler reportNoSuccessor() {
    return new Named(
        "reportNoSuccessor",
        step -> {
          command.endHandover(new IncidentId(step.subject()), Actor.honbu("response"));
          voice.room(
              view(step),
              step,
              new Words(
                  "指揮はそのままです。交代はありませんでした", "Command stays where it was; there was no handover"));
          return Facts.none();
        });
  }

  private static PersonId successor(Step step) {
    return new PersonId(step.facts().text("successor"));
  }

  private IncidentView view(Step step) {
    return board.view(new IncidentId(step.subject()));
  }
}
