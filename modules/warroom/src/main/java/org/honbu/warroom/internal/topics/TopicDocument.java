package org.honbu.warroom.internal.topics;

import java.util.List;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.warroom.SpanOfControl;
import org.honbu.warroom.Topic;
import org.honbu.warroom.Topics;
import org.jspecify.annotations.Nullable;

/**
 * How the topics of an incident stand.
 *
 * @param directReports how many people report to the commander
 */
public record TopicDocument(
    List<Open> open, List<Parked> parked, List<Closed> closed, int directReports, String span) {

  static TopicDocument of(Topics topics, IncidentId incident) {
    SpanOfControl span = topics.span(incident);
    return new TopicDocument(
        topics.open(incident).stream().map(TopicDocument::open).toList(),
        topics.parked(incident).stream()
            .map(one -> new Parked(one.id().toString(), one.subject(), one.by().value()))
            .toList(),
        topics.closed(incident).stream()
            .map(one -> new Closed(one.name(), one.question(), one.result().name(), one.answer()))
            .toList(),
        span.reports(),
        span.level().name());
  }

  private static Open open(Topic topic) {
    return new Open(
        topic.id().toString(),
        topic.name(),
        topic.question(),
        topic.state().name(),
        topic.lead().value(),
        topic.members().stream().map(PersonId::value).toList(),
        topic.call().orElse(null),
        topic.thread(),
        topic.floor(),
        topic.state() == Topic.State.LED ? topic.nextReport().toString() : null);
  }

  /** An open topic. */
  public record Open(
      String id,
      String name,
      String question,
      String state,
      String lead,
      List<String> members,
      @Nullable String call,
      String thread,
      boolean floor,
      @Nullable String nextReport) {}

  /** A subject that was put off. */
  public record Parked(String id, String subject, String by) {}

  /** A closed topic. */
  public record Closed(String name, String question, String result, String answer) {}
}
