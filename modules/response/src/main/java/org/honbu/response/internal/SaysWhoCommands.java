package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.honbu.incidents.CommandTaken;
import org.honbu.incidents.HandoverBoard;
import org.honbu.incidents.HandoverView;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Room;
import org.honbu.outbox.FactHandler;

/** 「xx です。このインシデントのコマンダーをします」, and who could be deputy (DOMAIN 2.5 step 4). */
@ApplicationScoped
class SaysWhoCommands implements FactHandler<CommandTaken> {
  private final IncidentBoard board;
  private final HandoverBoard handovers;
  private final SpeaksOfCommand speech;

  @Inject
  SaysWhoCommands(IncidentBoard board, HandoverBoard handovers, SpeaksOfCommand speech) {
    this.board = board;
    this.handovers = handovers;
    this.speech = speech;
  }

  @Override
  public String name() {
    return "response.says-who-commands";
  }

  @Override
  public Class<CommandTaken> fact() {
    return CommandTaken.class;
  }

  /** Whoever was confirmed is said so by the step that confirmed them. */
  @Override
  public void on(CommandTaken taken) {
    IncidentView view = board.view(taken.incident());
    if (view.room() != Room.OPEN || taken.from().equals(taken.to())) {
      return;
    }
    Optional<HandoverView> handover =
        handovers
            .newest(view.id())
            .filter(last -> last.epoch().filter(epoch -> epoch == taken.epoch()).isPresent());
    if (handover.isPresent()) {
      speech.handedOver(view, handover.get());
    } else {
      speech.claimed(view, taken);
    }
  }
}
