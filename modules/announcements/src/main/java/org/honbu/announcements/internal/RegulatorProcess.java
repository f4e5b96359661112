package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTasks;
import org.honbu.workflow.Processes;

/**
 * Brings {@code RegulatorReport} to where the record is: each of its rounds begins by reading it.
 */
@ApplicationScoped
class RegulatorProcess {
  static final String PRELIMINARY = "Activity_SendPreliminaryReport";
  static final String FINAL = "Activity_SendFinalReport";

  private static final String PROCESS = "RegulatorReport";
  private static final String CALLED_OFF = "Message_ReportCalledOff";

  private final Processes processes;
  private final HumanTasks tasks;

  @Inject
  RegulatorProcess(Processes processes, HumanTasks tasks) {
    this.processes = processes;
    this.tasks = tasks;
  }

  /** Begins; does nothing where it runs already. */
  void begin(RegulatorReportRow row) {
    processes.start(
        PROCESS, row.incident(), Facts.of("incidentId", row.incident()).and("kind", row.kind()));
  }

  /** Nothing is owed any more; a process that does not wait yet reads so by itself. */
  void callOff(IncidentId incident) {
    processes.tell(CALLED_OFF, incident, Facts.none());
  }

  /** Ends the wait it is in, so that it looks at the record again. */
  void looksAgain(IncidentId incident) {
    end(incident, Optional.empty());
  }

  /** As {@link #looksAgain}, because this person has settled it. */
  void settled(IncidentId incident, PersonId by) {
    end(incident, Optional.of(by));
  }

  private void end(IncidentId incident, Optional<PersonId> by) {
    List.of(PRELIMINARY, FINAL)
        .forEach(
            step ->
                tasks
                    .open(incident, step)
                    .ifPresent(
                        task -> {
                          by.ifPresent(person -> tasks.assign(task, person));
                          tasks.complete(task, Facts.none());
                        }));
  }
}
