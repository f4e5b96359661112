package org.honbu.warroom.internal.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.IncidentView;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.honbu.warroom.Assignment.State;
import org.honbu.warroom.FocusShield;
import org.honbu.warroom.Topics;

/** Passes on what may disturb somebody, and answers for them otherwise. Nothing of it is kept. */
@ApplicationScoped
@Transactional
class RoomShield implements FocusShield {
  private final WorkBook book;
  private final WorkStore store;
  private final Topics topics;

  @Inject
  RoomShield(WorkBook book, WorkStore store, Topics topics) {
    this.book = book;
    this.store = store;
    this.topics = topics;
  }

  @Override
  public Optional<Shield> over(IncidentId incident, PersonId person) {
    return Optional.ofNullable(over(incident).get(person));
  }

  @Override
  public Map<PersonId, Shield> over(IncidentId incident) {
    IncidentView view = book.view(incident);
    Map<PersonId, Shield> shields = new HashMap<>();
    for (AssignmentRow row : store.work(incident)) {
      if (row.is(State.ACCEPTED)) {
        row.endsAt()
            .flatMap(end -> instead(view, row.owner(), row.owner()).map(to -> new Shield(to, end)))
            .ifPresent(shield -> shields.merge(row.owner(), shield, RoomShield::longer));
      }
    }
    return shields;
  }

  private static Shield longer(Shield one, Shield other) {
    return other.until().isAfter(one.until()) ? other : one;
  }

  /** Who answers for them: neither they themselves nor who asks. */
  private static Optional<PersonId> instead(IncidentView view, PersonId person, PersonId asking) {
    return Stream.of(view.announcer(), view.deputy(), view.seat().map(CommandSeat::holder))
        .flatMap(Optional::stream)
        .filter(other -> !other.equals(person) && !other.equals(asking))
        .findFirst();
  }

  @Override
  public Answer ask(IncidentId incident, PersonId whom, String said, PersonId by) {
    String text = Fields.needed("text", said, Fields.TEXT);
    if (!book.isKnown(whom)) {
      throw new ProblemException(WorkProblems.UNKNOWN_PERSON, whom);
    }
    Optional<PersonId> instead =
        over(incident, whom).isPresent() && !getsThrough(incident, whom, by)
            ? instead(book.view(incident), whom, by)
            : Optional.empty();
    return instead.isPresent() ? askInstead(whom, instead.get()) : passOn(incident, whom, text, by);
  }

  private Answer askInstead(PersonId whom, PersonId instead) {
    return new Answer.AskInstead(
        instead,
        new Words(
                "{0} さんはいま集中して作業中です。{1} さんに聞いてください",
                "{0} is concentrating on their work. Please ask {1}")
            .with(book.name(whom), book.name(instead)));
  }

  private Answer passOn(IncidentId incident, PersonId whom, String text, PersonId by) {
    book.whisper(
        whom,
        incident,
        "from:" + by,
        new Words("{0} さんから：{1}", "From {0}: {1}").with(book.name(by), text));
    return new Answer.PassedOn();
  }

  /** The commander, and who leads the topic they are in. */
  private boolean getsThrough(IncidentId incident, PersonId whom, PersonId by) {
    boolean commands =
        book.view(incident).seat().map(CommandSeat::holder).filter(by::equals).isPresent();
    return commands
        || topics.open(incident).stream()
            .anyMatch(topic -> topic.lead().equals(by) && topic.members().contains(whom));
  }
}
