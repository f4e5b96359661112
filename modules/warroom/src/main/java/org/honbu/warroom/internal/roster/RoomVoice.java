package org.honbu.warroom.internal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
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

/**
 * What the room, one person, and the timeline hear.
 *
 * <p>Whoever is summoned gets a line of their own, not a page: the link of a page answers the
 * incident, which somebody has done by then, and its page would tell them that they are not needed.
 */
@ApplicationScoped
class RoomVoice {
  private final Incidents incidents;
  private final Notifications notifications;
  private final PrivateLines lines;
  private final People people;

  @Inject
  RoomVoice(Incidents incidents, Notifications notifications, PrivateLines lines, People people) {
    this.incidents = incidents;
    this.notifications = notifications;
    this.lines = lines;
    this.people = people;
  }

  /** To everybody in the room's channel; the same matter once. */
  void room(IncidentView view, String matter, Words text) {
    String channel = view.kind() == Kind.DRILL ? "#drill-war-room" : "#war_room";
    String head = "[" + view.id() + "] ";
    notifications.post(
        new Post(
            view.kind(),
            view.id(),
            severity(view),
            channel,
            matter,
            new Words(head + text.ja(), head + text.en())));
  }

  /** To one person alone; the same matter once. */
  void whisper(PersonId person, IncidentView view, String matter, Words text) {
    lines.tell(new PrivateLine(view.kind(), view.id(), severity(view), person, matter, text));
  }

  /**
   * On the timeline.
   *
   * @param sentence {@code {0}} becomes the actor's name
   */
  void note(IncidentId incident, String type, Words sentence, Actor by) {
    incidents.note(incident, type, sentence, by);
  }

  /** Writes the refusal down and hands the reason back. */
  Words refused(IncidentId incident, PersonId by, Words why) {
    incidents.note(incident, "refused", why, Actor.person(by));
    return why;
  }

  Words name(PersonId person) {
    return new Words(people.name(person, Locale.JAPANESE), people.name(person, Locale.ENGLISH));
  }

  /** Puts values into {@code {1}}, {@code {2}}…; {@code {0}} is left to the actor's name. */
  static Words fill(Words sentence, Words... values) {
    String ja = sentence.ja();
    String en = sentence.en();
    for (int i = 0; i < values.length; i++) {
      String place = "{" + (i + 1) + "}";
      ja = ja.replace(place, values[i].ja());
      en = en.replace(place, values[i].en());
    }
    return new Words(ja, en);
  }

  private static int severity(IncidentView view) {
    return view.severity().map(Severity::level).orElse(1);
  }
}
