package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.AnnouncingTaken;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.kernel.Words;
import org.honbu.outbox.FactHandler;

/** 「ユーザーアナウンスは xx さんに任せました」, so that the others can work (DOMAIN 0.10). */
@ApplicationScoped
class SaysWhoAnnounces implements FactHandler<AnnouncingTaken> {
  private static final Words THEIRS =
      new Words("ユーザーアナウンスは {0} さんに任せました", "{1} announces from now on");

  /** RO-F: a warning, for one person has two jobs and their texts need another's eyes. */
  private static final Words BOTH =
      new Words(
          "【注意】コマンダーの {0} さんがアナウンスも兼ねます。文章は副コマンダーが承認します。アナウンスできる人は「アナウンスする」を引き受けてください",
          "Warning: {1}, who commands, announces as well. The deputy approves the texts. Whoever"
              + " can announce, take the task “Announce”");

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
    IncidentView view = board.view(taken.incident());
    boolean commands = view.seat().map(CommandSeat::holder).filter(taken.by()::equals).isPresent();
    voice.room(
        view,
        "announcer:" + taken.by() + ":" + taken.at().getEpochSecond(),
        (commands ? BOTH : THEIRS).with(name.ja(), name.en()));
  }
}
