package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTasks;
import org.honbu.workflow.Processes;

/** Brings {@code PrivacyApproval} to where the texts are: each of its rounds reads them anew. */
@ApplicationScoped
class PrivacyProcess {
  static final String READ = "Activity_ReadForPrivacy";
  static final String KEY = "textKey";

  private static final String PROCESS = "PrivacyApproval";
  private static final String CHANGED = "Message_WaitingTextChanged";

  private final Processes processes;
  private final HumanTasks tasks;

  @Inject
  PrivacyProcess(Processes processes, HumanTasks tasks) {
    this.processes = processes;
    this.tasks = tasks;
  }

  /** This text waits first: begins, or looks again where another one is shown. */
  void follow(IncidentId incident, Kind kind, String key) {
    if (shows(incident, key)) {
      return;
    }
    boolean begun =
        processes.start(PROCESS, incident, Facts.of("incidentId", incident).and("kind", kind));
    if (!begun) {
      looksAgain(incident);
    }
  }

  private boolean shows(IncidentId incident, String key) {
    return tasks
        .open(incident, READ)
        .filter(task -> task.facts().find(KEY).filter(key::equals).isPresent())
        .isPresent();
  }

  void looksAgain(IncidentId incident) {
    processes.tell(CHANGED, incident, Facts.none());
  }

  /** Nothing waits for the commander's approval any more: another text is written. */
  void nothingToApprove(IncidentId incident) {
    tasks.open(incident, Steps.APPROVE).ifPresent(task -> tasks.complete(task, Facts.none()));
  }

  /** The text that its task shows was read through another door. */
  void read(IncidentId incident, String key, PersonId by) {
    tasks
        .open(incident, READ)
        .filter(task -> task.facts().find(KEY).filter(key::equals).isPresent())
        .ifPresent(
            task -> {
              tasks.assign(task, by);
              tasks.complete(task, Facts.none());
            });
  }
}
