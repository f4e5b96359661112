package org.honbu.warroom.internal.loop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Severity;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.notifications.Notifications;
import org.honbu.notifications.Post;
import org.honbu.notifications.PrivateLine;
import org.honbu.notifications.PrivateLines;
import org.honbu.people.People;

/** Speaks to the room and to one person alone; the same matter is said once. */
@ApplicationScoped
class LoopVoice {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm z", Locale.ENGLISH).withZone(ZoneId.of("Asia/Tokyo"));

  private final Notifications notifications;
  private final PrivateLines lines;
  private final People people;

  @Inject
  LoopVoice(Notifications notifications, PrivateLines lines, People people) {
    this.notifications = notifications;
    this.lines = lines;
    this.people = people;
  }

  /** A line for the war room, a drill's for a drill's. */
  void room(IncidentView view, String matter, Words text) {
    String channel =
        switch (view.kind()) {
          case REAL -> "#war_room";
          case DRILL -> "#drill-war-room";
        };
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

  /** A line for one person alone. */
  void to(PersonId person, IncidentView view, String matter, Words text) {
    lines.tell(new PrivateLine(view.kind(), view.id(), severity(view), person, matter, text));
  }

  Words name(PersonId person) {
    return new Words(people.name(person, Locale.JAPANESE), people.name(person, Locale.ENGLISH));
  }

  static String clock(Instant at) {
    return CLOCK.format(at);
  }

  private static int severity(IncidentView view) {
    return view.severity().map(Severity::level).orElse(1);
  }
}
