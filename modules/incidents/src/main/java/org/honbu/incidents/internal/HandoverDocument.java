package org.honbu.incidents.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.honbu.incidents.Briefing;
import org.honbu.incidents.HandoverBoard.ToReadBack;
import org.honbu.incidents.HandoverView;
import org.honbu.incidents.internal.IncidentDocument.Who;

/** What REST callers see of a handover; public only because JSON-B has to read it. */
public final class HandoverDocument {
  private HandoverDocument() {}

  /**
   * A handover that runs.
   *
   * @param asked who is asked now; empty while everybody qualified is
   * @param readBack what the next commander reads back
   */
  public record Running(
      int number,
      boolean forced,
      String reason,
      String words,
      Who outgoing,
      Optional<Who> asked,
      int round,
      Instant askedAt,
      boolean briefed,
      List<Said> briefing,
      Answers readBack) {}

  /** One topic of a briefing. */
  public record Said(String topic, String label, String text) {}

  /** The four answers of a read-back, as they should be. */
  public record Answers(String objective, int openWork, String nextAnnouncement, String risk) {}

  /** What an executive wants the announcer to know. */
  public record Note(Who from, String words, Instant at) {}

  static Running running(HandoverView view, ToReadBack answers, IncidentDocument.Writer writer) {
    return new Running(
        view.number(),
        view.forced(),
        view.reason().name(),
        view.words(),
        writer.who(view.outgoing()),
        view.asked().map(writer::who),
        view.round(),
        view.askedAt(),
        view.briefed(),
        briefing(view.briefing(), writer),
        new Answers(
            writer.say(answers.objective()),
            answers.openWork(),
            writer.say(answers.nextAnnouncement()),
            writer.say(answers.risk())));
  }

  /** In the order in which it is read; topics without words left out. */
  static List<Said> briefing(Briefing briefing, IncidentDocument.Writer writer) {
    return List.of(Briefing.Topic.values()).stream()
        .filter(briefing.topics()::containsKey)
        .map(
            topic ->
                new Said(topic.key(), writer.say(topic.label()), writer.say(briefing.of(topic))))
        .toList();
  }
}
