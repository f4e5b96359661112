package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.AnnouncerTold;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.outbox.FactHandler;

/** The announcer hears that an executive left words; they are on the incident's page (A20). */
@ApplicationScoped
class RingsTheAnnouncer implements FactHandler<AnnouncerTold> {
  private final IncidentBoard board;
  private final Voice voice;

  @Inject
  RingsTheAnnouncer(IncidentBoard board, Voice voice) {
    this.board = board;
    this.voice = voice;
  }

  @Override
  public String name() {
    return "response.rings-the-announcer";
  }

  @Override
  public Class<AnnouncerTold> fact() {
    return AnnouncerTold.class;
  }

  @Override
  public void on(AnnouncerTold told) {
    IncidentView view = board.view(told.incident());
    voice.call(
        view,
        view.id() + ":note:" + told.at().toEpochMilli(),
        OnCallLevels.ANNOUNCER,
        view.announcer().stream().toList());
  }
}
