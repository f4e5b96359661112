package org.honbu.warroom.internal.topics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.honbu.incidents.Undo;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.ProblemException;

/** Brings topics and their processes to where the incident's record is, after a fact (ADR-0005). */
@ApplicationScoped
class TopicCourse {
  private final TopicStore store;
  private final TopicBook book;
  private final OpeningActs opening;
  private final TopicEngine engine;
  private final Undo undo;

  @Inject
  TopicCourse(
      TopicStore store, TopicBook book, OpeningActs opening, TopicEngine engine, Undo undo) {
    this.store = store;
    this.book = book;
    this.opening = opening;
    this.engine = engine;
    this.undo = undo;
  }

  /** The process hears of every topic, once. */
  void catchUp(IncidentId incident) {
    settle(incident, book.lock(incident).isEmpty() || engine.follow(incident));
  }

  /** The process is a new one and has heard of nothing. */
  void startAgain(IncidentId incident) {
    if (book.lock(incident).isPresent()) {
      book.open(incident).forEach(TopicRow::forgetHearing);
      store.flush();
      settle(incident, engine.follow(incident));
    }
  }

  /** Whoever commands now leads no topic. */
  void followTheSeat(IncidentId incident) {
    opening
        .freeForCommand(incident)
        .ifPresent(topic -> engine.lookAgain(incident, topic, Optional.empty()));
  }

  /** Topics end with the room, once its end cannot be taken back any more. */
  void endWithRoom(IncidentId incident) {
    settle(incident, book.commander(incident).isPresent() || !undo.endMayBeTakenBack(incident));
    opening.endWithRoom(incident);
  }

  private static void settle(IncidentId incident, boolean caughtUp) {
    if (!caughtUp) {
      throw new ProblemException(TopicProblems.NOT_YET, incident.value());
    }
  }
}
