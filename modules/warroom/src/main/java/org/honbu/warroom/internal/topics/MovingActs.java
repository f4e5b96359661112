package org.honbu.warroom.internal.topics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.Actor;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;

/** Who is where, what is on the floor, and what is put off. Knows no engine. */
@ApplicationScoped
class MovingActs {
  private final TopicStore store;
  private final TopicBook book;
  private final TopicRules rules;
  private final Speaker speaker;
  private final Ids ids;

  @Inject
  MovingActs(TopicStore store, TopicBook book, TopicRules rules, Speaker speaker, Ids ids) {
    this.store = store;
    this.book = book;
    this.rules = rules;
    this.speaker = speaker;
    this.ids = ids;
  }

  Outcome join(IncidentId incident, UUID topic, PersonId by) {
    Optional<PersonId> commander = book.lock(incident);
    TopicRow row = book.topic(incident, topic);
    if (commander.isEmpty()) {
      return TopicBook.noRoom();
    }
    if (!row.isOpen()) {
      return TopicBook.over(row);
    }
    Optional<Words> objection =
        rules
            .everybodyInTheRoomIsAnEmployee(by)
            .or(() -> rules.theCommanderIsInNoTopic(commander.get(), by))
            .or(() -> rules.aPersonLeadsOneTopic(row, by));
    if (objection.isPresent()) {
      return book.refused(incident, by, objection.get());
    }
    if (!book.move(row, by)) {
      return new Outcome.AlreadyDone();
    }
    speaker.note(
        incident,
        "topic-joined",
        Actor.person(by),
        new Words("{0} さんが話題 {1} に移りました", "{0} moved to topic {1}"),
        speaker.name(by),
        Speaker.same(row.name()));
    store.flush();
    return Outcome.done();
  }

  Outcome leave(IncidentId incident, PersonId by) {
    Optional<PersonId> commander = book.lock(incident);
    if (commander.isEmpty()) {
      return TopicBook.noRoom();
    }
    Optional<Words> objection = rules.aPersonLeadsOneTopic(incident, by, Optional.empty());
    if (objection.isPresent()) {
      return book.refused(incident, by, objection.get());
    }
    if (!book.release(incident, by)) {
      return new Outcome.AlreadyDone();
    }
    speaker.note(
        incident,
        "topic-left",
        Actor.person(by),
        new Words("{0} さんが本会に戻りました", "{0} is back in the main room"),
        speaker.name(by));
    store.flush();
    return Outcome.done();
  }

  Outcome putOnFloor(IncidentId incident, UUID topic, PersonId by) {
    Optional<PersonId> commander = book.lock(incident);
    TopicRow row = book.topic(incident, topic);
    if (commander.isEmpty()) {
      return TopicBook.noRoom();
    }
    if (!row.isOpen()) {
      return TopicBook.over(row);
    }
    Optional<Words> objection = rules.onlyTheCommander(commander.get(), by);
    if (objection.isPresent()) {
      return book.refused(incident, by, objection.get());
    }
    if (row.isOnFloor()) {
      return new Outcome.AlreadyDone();
    }
    emptyFloor(incident);
    row.takeFloor();
    Words said =
        speaker.note(
            incident,
            "topic-floor",
            Actor.person(by),
            new Words("いま本会で話すのは話題 {0}「{1}」です", "The main call now talks about topic {0}, “{1}”"),
            Speaker.same(row.name()),
            Speaker.same(row.question()));
    speaker.room(incident, "topic-floor:" + row.id() + ":" + book.now().getEpochSecond(), said);
    store.flush();
    return Outcome.done();
  }

  Outcome clearFloor(IncidentId incident, PersonId by) {
    Optional<PersonId> commander = book.lock(incident);
    if (commander.isEmpty()) {
      return TopicBook.noRoom();
    }
    Optional<Words> objection = rules.onlyTheCommander(commander.get(), by);
    if (objection.isPresent()) {
      return book.refused(incident, by, objection.get());
    }
    if (!emptyFloor(incident)) {
      return new Outcome.AlreadyDone();
    }
    Words said =
        speaker.note(
            incident,
            "topic-floor",
            Actor.person(by),
            new Words("本会は全体の話に戻りました", "The main call is about the whole again"));
    speaker.room(incident, "topic-floor:none:" + book.now().getEpochSecond(), said);
    store.flush();
    return Outcome.done();
  }

  /** Before another takes it: the database lets two not be on it even for a moment. */
  private boolean emptyFloor(IncidentId incident) {
    Optional<TopicRow> before =
        book.open(incident).stream().filter(TopicRow::isOnFloor).findFirst();
    before.ifPresent(TopicRow::leaveFloor);
    store.flush();
    return before.isPresent();
  }

  Outcome park(IncidentId incident, String said, PersonId by) {
    String subject = TopicProblems.needed("subject", said, OpeningActs.QUESTION_LENGTH);
    Optional<PersonId> commander = book.lock(incident);
    if (commander.isEmpty()) {
      return TopicBook.noRoom();
    }
    Optional<Words> objection = rules.everybodyInTheRoomIsAnEmployee(by);
    if (objection.isPresent()) {
      return book.refused(incident, by, objection.get());
    }
    store.add(new ParkedRow(ids.next(), incident, subject, by, book.now()));
    speaker.note(
        incident,
        "topic-parked",
        Actor.person(by),
        new Words("{0} さんが保留にしました：「{1}」", "{0} put off: “{1}”"),
        speaker.name(by),
        Speaker.same(subject));
    store.flush();
    return Outcome.done();
  }

  Outcome takeUp(IncidentId incident, UUID parked, PersonId by) {
    Optional<PersonId> commander = book.lock(incident);
    ParkedRow row =
        store.parked(incident).stream()
            .filter(one -> one.id().equals(parked))
            .findFirst()
            .orElseThrow(() -> new ProblemException(TopicProblems.UNKNOWN_TOPIC, incident.value()));
    if (commander.isEmpty()) {
      return TopicBook.noRoom();
    }
    Optional<Words> objection = rules.onlyTheCommander(commander.get(), by);
    if (objection.isPresent()) {
      return book.refused(incident, by, objection.get());
    }
    if (!row.isWaiting()) {
      return new Outcome.AlreadyDone();
    }
    row.takeUp(book.now());
    speaker.note(
        incident,
        "topic-taken-up",
        Actor.person(by),
        new Words("「{0}」を保留から外しました", "“{0}” is no longer put off"),
        Speaker.same(row.view().subject()));
    store.flush();
    return Outcome.done();
  }
}
