package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.honbu.incidents.NoteTag;
import org.honbu.incidents.Notes;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.workflow.Retried;

/** The one door for notes; no process waits for them. */
@ApplicationScoped
@Retried
@Transactional
class WrittenNotes implements Notes {
  private final NoteActs acts;

  @Inject
  WrittenNotes(NoteActs acts) {
    this.acts = acts;
  }

  @Override
  public Outcome write(IncidentId incident, NoteTag tag, String text, PersonId by) {
    return acts.write(incident, tag, text, by);
  }
}
