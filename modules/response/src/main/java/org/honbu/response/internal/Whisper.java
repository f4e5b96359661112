package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.honbu.incidents.IncidentView;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.notifications.PrivateLine;
import org.honbu.notifications.PrivateLines;

/** Says something to one person alone; a drill's stays a drill's. */
@ApplicationScoped
class Whisper {
  private final PrivateLines lines;
  private final Clock clock;

  @Inject
  Whisper(PrivateLines lines, Clock clock) {
    this.lines = lines;
    this.clock = clock;
  }

  /**
   * Tells them; the same matter once within a second.
   *
   * @param matter what it is about, so that two matters of the same second are both told
   */
  void to(PersonId person, IncidentView view, String matter, Words text) {
    once(person, view, matter + ":" + clock.instant().getEpochSecond(), text);
  }

  /** Tells them this matter once and never again. */
  void once(PersonId person, IncidentView view, String matter, Words text) {
    lines.tell(new PrivateLine(view.kind(), view.id(), Voice.severity(view), person, matter, text));
  }
}
