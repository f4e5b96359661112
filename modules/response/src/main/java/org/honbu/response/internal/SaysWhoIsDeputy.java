package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.DeputyAppointed;
import org.honbu.incidents.IncidentBoard;
import org.honbu.kernel.Words;
import org.honbu.outbox.FactHandler;

/** 「副コマンダーは xx さんです」, so that everybody knows whom else to turn to. */
@ApplicationScoped
class SaysWhoIsDeputy implements FactHandler<DeputyAppointed> {
  private final IncidentBoard board;
  private final Voice voice;

  @Inject
  SaysWhoIsDeputy(IncidentBoard board, Voice voice) {
    this.board = board;
    this.voice = voice;
  }

  @Override
  public String name() {
    return "response.says-who-is-deputy";
  }

  @Override
  public Class<DeputyAppointed> fact() {
    return DeputyAppointed.class;
  }

  @Override
  public void on(DeputyAppointed appointed) {
    voice.room(
        board.view(appointed.incident()),
        "deputy:" + appointed.deputy() + ":" + appointed.at().getEpochSecond(),
        SpeaksOfCommand.fill(
            new Words("副コマンダーは {0} さんです", "{0} is deputy from now on"),
            voice.name(appointed.deputy())));
  }
}
