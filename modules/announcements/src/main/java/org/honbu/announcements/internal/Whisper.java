package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.notifications.PrivateLine;
import org.honbu.notifications.PrivateLines;

/** Says something to a few people, each alone; once for each key. */
@ApplicationScoped
class Whisper {
  private final PrivateLines lines;
  private final Duties duties;

  @Inject
  Whisper(PrivateLines lines, Duties duties) {
    this.lines = lines;
    this.duties = duties;
  }

  void to(Collection<PersonId> people, IncidentId incident, String key, Words words) {
    Duties.Situation now = duties.now(incident);
    people.stream()
        .distinct()
        .forEach(
            person ->
                lines.tell(
                    new PrivateLine(now.kind(), incident, now.severity(), person, key, words)));
  }
}
