package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.AnnouncingTaken;
import org.honbu.incidents.IncidentBoard;
import org.honbu.kernel.Words;
import org.honbu.outbox.FactHandler;

/** 「ユーザーアナウンスは xx さんに任せました」, so that the others can work (DOMAIN 0.10). */
@ApplicationScoped
class SaysWhoAnnounces implements FactHandler<AnnouncingTaken> {
  private final IncidentBoard board;
  private final Voice voice;

  @Inject
  SaysWhoAnnounces(IncidentBoard board, Voice voice) {
    this.board = board;
    this.voice = voice;
  }

  @Override
  public String name() {
    return "response.says-who-announces";
  }

  @Override
  public Class<AnnouncingTaken> fact() {
    return AnnouncingTaken.class;
  }

  @Override
  public void on(AnnouncingTaken taken) {
    Words name = voice.name(taken.by());
    voice.room(
        board.view(taken.incident()),
        "announcer:" + taken.by() + ":" + taken.at().getEpochSecond(),
        new Words("ユーザーアナウンスは {0} さんに任せました", "{1} announces from now on")
            .with(name.ja(), name.en()));
  }
}
