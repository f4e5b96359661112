package org.honbu.warroom.internal.topics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.CommandTaken;
import org.honbu.outbox.FactHandler;

/** A lead who takes command leads no topic any more: another lead is looked for. */
@ApplicationScoped
class TopicsFollowTheSeat implements FactHandler<CommandTaken> {
  private final TopicCourse course;

  @Inject
  TopicsFollowTheSeat(TopicCourse course) {
    this.course = course;
  }

  @Override
  public String name() {
    return "warroom.topics-follow-the-seat";
  }

  @Override
  public Class<CommandTaken> fact() {
    return CommandTaken.class;
  }

  @Override
  public void on(CommandTaken fact) {
    course.followTheSeat(fact.incident());
  }
}
