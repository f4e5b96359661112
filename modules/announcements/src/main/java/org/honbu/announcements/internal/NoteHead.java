package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;

/** Gives each note its number and moment. */
@ApplicationScoped
class NoteHead {
  private final NoteStore notes;
  private final Ids ids;
  private final Clock clock;

  @Inject
  NoteHead(NoteStore notes, Ids ids, Clock clock) {
    this.notes = notes;
    this.ids = ids;
    this.clock = clock;
  }

  <N extends Noted> Noted.Head next(Class<N> kind, IncidentId incident, PersonId by) {
    return new Noted.Head(
        ids.next(),
        incident,
        notes.of(kind, incident).size() + 1,
        by,
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }
}
