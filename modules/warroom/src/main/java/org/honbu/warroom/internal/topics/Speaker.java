package org.honbu.warroom.internal.topics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Incidents;
import org.honbu.incidents.Severity;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.notifications.Notifications;
import org.honbu.notifications.Post;
import org.honbu.notifications.PrivateLine;
import org.honbu.notifications.PrivateLines;
import org.honbu.people.People;

/** Says what becomes of topics: on the timeline, in the room, or to one person alone. */
@ApplicationScoped
class Speaker {
  private final IncidentBoard board;
  private final Incidents incidents;
  private final Notifications notifications;
  private final PrivateLines lines;
  private final People people;

  @Inject
  Speaker(
      IncidentBoard board,
      Incidents incidents,
      Notifications notifications,
      PrivateLines lines,
      People people) {
    this.board = board;
    this.incidents = incidents;
    this.notifications = notifications;
    this.lines = lines;
    this.people = people;
  }

  /** The sentence, filled language by language, on the timeline only. */
  Words note(IncidentId incident, String type, Actor by, Words sentence, Words... values) {
    Words said = fill(sentence, values);
    incidents.note(incident, type, said, by);
    return said;
  }

  /** A refusal is written down, too. */
  Words refused(IncidentId incident, PersonId by, Words why) {
    incidents.note(incident, "refused", why, Actor.person(by));
    return why;
  }

  /**
   * A line for everybody in the room.
   *
   * @param matter what it is about: the same matter is said once
   */
  void room(IncidentId incident, String matter, Words said) {
    IncidentView view = board.view(incident);
    String head = "[" + incident + "] ";
    notifications.post(
        new Post(
            view.kind(),
            incident,
            severity(view),
            view.kind() == Kind.DRILL ? "#drill-war-room" : "#war_room",
            matter,
            new Words(head + said.ja(), head + said.en())));
  }

  /** A line for one person alone; the same matter is told once. */
  void whisper(IncidentId incident, PersonId to, String matter, Words sentence, Words... values) {
    IncidentView view = board.view(incident);
    lines.tell(
        new PrivateLine(view.kind(), incident, severity(view), to, matter, fill(sentence, values)));
  }

  Words name(PersonId person) {
    return new Words(people.name(person, Locale.JAPANESE), people.name(person, Locale.ENGLISH));
  }

  /** What somebody wrote, the same to every reader. */
  static Words same(String text) {
    return new Words(text, text);
  }

  /** Where to talk and where to write, as the end of a sentence. */
  static Words place(Optional<String> call, String thread) {
    String link = call.map(url -> " " + url).orElse("");
    return new Words("（スレッド " + thread + "）" + link, " (thread " + thread + ")" + link);
  }

  static Words fill(Words sentence, Words... values) {
    return sentence.with((Object[]) values);
  }

  private static int severity(IncidentView view) {
    return view.severity().map(Severity::level).orElse(1);
  }
}
