package org.honbu.warroom.internal.topics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.TakenBack;
import org.honbu.outbox.FactHandler;

/** An escalation that was taken back takes the room and its topics with it. */
@ApplicationScoped
class TopicsEndWithTheEscalation implements FactHandler<TakenBack> {
  private final TopicCourse course;

  @Inject
  TopicsEndWithTheEscalation(TopicCourse course) {
    this.course = course;
  }

  @Override
  public String name() {
    return "warroom.topics-end-with-the-escalation";
  }

  @Override
  public Class<TakenBack> fact() {
    return TakenBack.class;
  }

  @Override
  public void on(TakenBack fact) {
    course.endWithRoom(fact.incident());
  }
}
