package org.honbu.warroom.internal.topics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.HumanTasks;
import org.honbu.workflow.Processes;

/** Makes the running processes agree with what was decided; the last step of a façade's act. */
@ApplicationScoped
class TopicEngine {
  static final String MESSAGE = "Message_OpenTopic";
  static final String PROCESS = "WarRoomTopic";

  private final TopicStore store;
  private final TopicBook book;
  private final Processes processes;
  private final HumanTasks tasks;

  @Inject
  TopicEngine(TopicStore store, TopicBook book, Processes processes, HumanTasks tasks) {
    this.store = store;
    this.book = book;
    this.processes = processes;
    this.tasks = tasks;
  }

  /**
   * Tells the room's process of every open topic it has not heard of. What was told is noted on the
   * record, so that it is told once (ADR-0005).
   *
   * @return whether it has heard of all of them now
   */
  boolean follow(IncidentId incident) {
    boolean all = true;
    List<TopicRow> unheard = book.open(incident).stream().filter(row -> !row.isHeard()).toList();
    for (TopicRow row : unheard) {
      boolean heard = processes.tell(MESSAGE, incident, Facts.of("topic", row.id().toString()));
      if (heard) {
        row.hear();
      }
      all &= heard;
    }
    store.flush();
    return all;
  }

  /** The topic's process looks at the record again, whatever it waits for. */
  void lookAgain(IncidentId incident, UUID topic, Optional<PersonId> by) {
    for (HumanTask task : tasks.open(incident)) {
      if (task.process().equals(PROCESS) && topic(task).equals(topic)) {
        by.ifPresent(person -> tasks.assign(task, person));
        tasks.complete(task, Facts.none());
      }
    }
  }

  /** Which topic a task belongs to. */
  static UUID topic(HumanTask task) {
    return UUID.fromString(task.facts().text("topic"));
  }
}
