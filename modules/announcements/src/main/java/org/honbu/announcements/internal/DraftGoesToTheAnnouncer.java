package org.honbu.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.honbu.incidents.AnnouncingTaken;
import org.honbu.kernel.PersonId;
import org.honbu.outbox.FactHandler;
import org.honbu.workflow.HumanTasks;

/** Whoever announces owns the text that waits to be written (T12). */
@ApplicationScoped
class DraftGoesToTheAnnouncer implements FactHandler<AnnouncingTaken> {
  private final HumanTasks tasks;
  private final Duties duties;

  @Inject
  DraftGoesToTheAnnouncer(HumanTasks tasks, Duties duties) {
    this.tasks = tasks;
    this.duties = duties;
  }

  @Override
  public String name() {
    return "announcements.draft-goes-to-the-announcer";
  }

  @Override
  public Class<AnnouncingTaken> fact() {
    return AnnouncingTaken.class;
  }

  /** By the time it is heard, somebody else may announce. */
  @Override
  public void on(AnnouncingTaken taken) {
    Optional<PersonId> announcer = duties.now(taken.incident()).announcer();
    if (announcer.isPresent()) {
      tasks
          .open(taken.incident(), Steps.DRAFT)
          .filter(task -> !task.assignee().equals(announcer))
          .ifPresent(task -> tasks.assign(task, announcer.get()));
    }
  }
}
