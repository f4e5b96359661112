package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.honbu.incidents.HandoverBegan;
import org.honbu.incidents.HandoverBoard;
import org.honbu.incidents.HandoverView;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.kernel.Words;
import org.honbu.outbox.FactHandler;

/** A commander from whom command is taken is called: one word ends the take. */
@ApplicationScoped
class AsksTheCommander implements FactHandler<HandoverBegan> {
  private final IncidentBoard board;
  private final HandoverBoard handovers;
  private final Voice voice;

  @Inject
  AsksTheCommander(IncidentBoard board, HandoverBoard handovers, Voice voice) {
    this.board = board;
    this.handovers = handovers;
    this.voice = voice;
  }

  @Override
  public String name() {
    return "response.asks-the-commander";
  }

  @Override
  public Class<HandoverBegan> fact() {
    return HandoverBegan.class;
  }

  @Override
  public void on(HandoverBegan began) {
    Optional<HandoverView> take =
        handovers
            .find(began.incident(), began.number())
            .filter(handover -> handover.isRunning() && handover.forced());
    if (take.isEmpty()) {
      return;
    }
    IncidentView view = board.view(began.incident());
    String matter = "take:" + began.number();
    voice.room(
        view,
        matter,
        SpeaksOfCommand.fill(
            new Words(
                "{0} さん、まだ指揮中ですか。返事がなければ {1} さんが指揮を引き取ります",
                "{0}, are you still in command? Without an answer {1} takes it"),
            voice.name(take.get().outgoing()),
            voice.name(take.get().askedBy())));
    voice.call(
        view, view.id() + ":" + matter, OnCallLevels.STILL_THERE, List.of(take.get().outgoing()));
  }
}
