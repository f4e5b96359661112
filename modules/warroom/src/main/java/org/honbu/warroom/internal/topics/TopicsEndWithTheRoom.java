package org.honbu.warroom.internal.topics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.IncidentMoved;
import org.honbu.outbox.FactHandler;

/** Topics end when the incident does. */
@ApplicationScoped
class TopicsEndWithTheRoom implements FactHandler<IncidentMoved> {
  private final TopicCourse course;

  @Inject
  TopicsEndWithTheRoom(TopicCourse course) {
    this.course = course;
  }

  @Override
  public String name() {
    return "warroom.topics-end-with-the-room";
  }

  @Override
  public Class<IncidentMoved> fact() {
    return IncidentMoved.class;
  }

  @Override
  public void on(IncidentMoved fact) {
    if (!fact.to().isOpen()) {
      course.endWithRoom(fact.incident());
    }
  }
}
