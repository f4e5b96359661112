package org.honbu.warroom.internal.topics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.outbox.FactHandler;
import org.honbu.warroom.TopicOpened;

/** A topic that was split off while the room’s process was not listening gets its process, too. */
@ApplicationScoped
class StartsTheTopicItMissed implements FactHandler<TopicOpened> {
  private final TopicCourse course;

  @Inject
  StartsTheTopicItMissed(TopicCourse course) {
    this.course = course;
  }

  @Override
  public String name() {
    return "warroom.starts-the-topic-it-missed";
  }

  @Override
  public Class<TopicOpened> fact() {
    return TopicOpened.class;
  }

  @Override
  public void on(TopicOpened fact) {
    course.catchUp(fact.incident());
  }
}
