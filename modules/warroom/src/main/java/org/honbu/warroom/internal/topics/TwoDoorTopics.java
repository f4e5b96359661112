package org.honbu.warroom.internal.topics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.warroom.ClosedTopic;
import org.honbu.warroom.ParkedSubject;
import org.honbu.warroom.SpanOfControl;
import org.honbu.warroom.Topic;
import org.honbu.warroom.TopicReport;
import org.honbu.warroom.TopicResult;
import org.honbu.warroom.TopicWish;
import org.honbu.warroom.Topics;
import org.honbu.workflow.Retried;

/** The door of our own pages and REST: decide and write first, then the process and its tasks. */
@ApplicationScoped
@Retried
@Transactional
class TwoDoorTopics implements Topics {
  private final TopicStore store;
  private final TopicBook book;
  private final OpeningActs opening;
  private final LeadingActs leading;
  private final MovingActs moving;
  private final Span span;
  private final RoomSettings settings;
  private final TopicEngine engine;

  @Inject
  @SuppressWarnings("TooManyParameters")
  TwoDoorTopics(
      TopicStore store,
      TopicBook book,
      OpeningActs opening,
      LeadingActs leading,
      MovingActs moving,
      Span span,
      RoomSettings settings,
      TopicEngine engine) {
    this.store = store;
    this.book = book;
    this.opening = opening;
    this.leading = leading;
    this.moving = moving;
    this.span = span;
    this.settings = settings;
    this.engine = engine;
  }

  @Override
  public List<Topic> open(IncidentId incident) {
    return book.commander(incident).isEmpty()
        ? List.of()
        : book.open(incident).stream().map(row -> row.view(book.members(row), settings)).toList();
  }

  @Override
  public List<ClosedTopic> closed(IncidentId incident) {
    return store.topics(incident).stream().flatMap(row -> row.closed().stream()).toList();
  }

  @Override
  public List<ParkedSubject> parked(IncidentId incident) {
    return store.parked(incident).stream()
        .filter(ParkedRow::isWaiting)
        .map(ParkedRow::view)
        .toList();
  }

  @Override
  public SpanOfControl span(IncidentId incident) {
    return span.of(incident);
  }

  @Override
  public Outcome split(IncidentId incident, TopicWish wish, PersonId by) {
    Outcome outcome = opening.split(incident, wish, by);
    if (outcome instanceof Outcome.Done) {
      engine.follow(incident);
    }
    return outcome;
  }

  @Override
  public Outcome accept(IncidentId incident, UUID topic, PersonId by) {
    return then(incident, topic, by, leading.accept(incident, topic, by));
  }

  @Override
  public Outcome decline(IncidentId incident, UUID topic, PersonId by) {
    return then(incident, topic, by, leading.decline(incident, topic, by));
  }

  @Override
  public Outcome appoint(IncidentId incident, UUID topic, PersonId lead, PersonId by) {
    return then(incident, topic, by, opening.appoint(incident, topic, lead, by));
  }

  @Override
  public Outcome report(IncidentId incident, UUID topic, TopicReport said, PersonId by) {
    return then(incident, topic, by, leading.report(incident, topic, said, by));
  }

  @Override
  public Outcome close(
      IncidentId incident, UUID topic, TopicResult result, String answer, PersonId by) {
    return then(incident, topic, by, leading.close(incident, topic, result, answer, by));
  }

  private Outcome then(IncidentId incident, UUID topic, PersonId by, Outcome outcome) {
    if (outcome instanceof Outcome.Done) {
      engine.lookAgain(incident, topic, Optional.of(by));
    }
    return outcome;
  }

  @Override
  public Outcome join(IncidentId incident, UUID topic, PersonId by) {
    return moving.join(incident, topic, by);
  }

  @Override
  public Outcome leave(IncidentId incident, PersonId by) {
    return moving.leave(incident, by);
  }

  @Override
  public Outcome putOnFloor(IncidentId incident, UUID topic, PersonId by) {
    return moving.putOnFloor(incident, topic, by);
  }

  @Override
  public Outcome clearFloor(IncidentId incident, PersonId by) {
    return moving.clearFloor(incident, by);
  }

  @Override
  public Outcome park(IncidentId incident, String subject, PersonId by) {
    return moving.park(incident, subject, by);
  }

  @Override
  public Outcome takeUp(IncidentId incident, UUID parked, PersonId by) {
    return moving.takeUp(incident, parked, by);
  }
}
