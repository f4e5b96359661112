package org.honbu.warroom.internal.topics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.ProcessRebuilt;
import org.honbu.outbox.FactHandler;

/** Open topics get processes of their own again. */
@ApplicationScoped
class TopicsAfterTheRebuild implements FactHandler<ProcessRebuilt> {
  private final TopicCourse course;

  @Inject
  TopicsAfterTheRebuild(TopicCourse course) {
    this.course = course;
  }

  @Override
  public String name() {
    return "warroom.topics-after-the-rebuild";
  }

  @Override
  public Class<ProcessRebuilt> fact() {
    return ProcessRebuilt.class;
  }

  @Override
  public void on(ProcessRebuilt fact) {
    course.startAgain(fact.incident());
  }
}
