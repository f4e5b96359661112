package org.honbu.warroom.internal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.warroom.HelpBoard;
import org.honbu.warroom.HelpTask;
import org.honbu.workflow.Retried;

/** Our own door to the help board; no process waits for any of it. */
@ApplicationScoped
@Retried
@Transactional
class RecordedHelp implements HelpBoard {
  private final HelpActs acts;
  private final RosterStore store;

  @Inject
  RecordedHelp(HelpActs acts, RosterStore store) {
    this.acts = acts;
    this.store = store;
  }

  @Override
  public List<Offer> offers(IncidentId incident) {
    List<HelpingRow> taken = store.helping(incident);
    return Arrays.stream(HelpTask.values()).map(task -> offer(task, taken)).toList();
  }

  private static Offer offer(HelpTask task, List<HelpingRow> taken) {
    Optional<HelpingRow> by = taken.stream().filter(help -> help.task() == task).findFirst();
    return new Offer(task, by.map(HelpingRow::person), by.map(HelpingRow::since));
  }

  @Override
  public Outcome take(IncidentId incident, HelpTask task, PersonId by) {
    return acts.take(incident, task, by);
  }

  @Override
  public Outcome done(IncidentId incident, HelpTask task, String found, PersonId by) {
    return acts.done(incident, task, found, by);
  }
}
