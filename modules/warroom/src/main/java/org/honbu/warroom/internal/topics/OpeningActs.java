package org.honbu.warroom.internal.topics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.Actor;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.outbox.Outbox;
import org.honbu.outbox.Subject;
import org.honbu.warroom.TopicOpened;
import org.honbu.warroom.TopicWish;

/** The commander splits a topic off and finds somebody to lead it. Knows no engine. */
@ApplicationScoped
class OpeningActs {
  static final int QUESTION_LENGTH = 200;

  private final TopicStore store;
  private final TopicBook book;
  private final TopicRules rules;
  private final Speaker speaker;
  private final RoomSettings settings;
  private final IncidentBoard board;
  private final Outbox outbox;
  private final Ids ids;

  @Inject
  @SuppressWarnings("TooManyParameters")
  OpeningActs(
      TopicStore store,
      TopicBook book,
      TopicRules rules,
      Speaker speaker,
      RoomSettings settings,
      IncidentBoard board,
      Outbox outbox,
      Ids ids) {
    this.store = store;
    this.book = book;
    this.rules = rules;
    this.speaker = speaker;
    this.settings = settings;
    this.board = board;
    this.outbox = outbox;
    this.ids = ids;
  }

  Outcome split(IncidentId incident, TopicWish wish, PersonId by) {
    String question = TopicProblems.needed("question", wish.question(), QUESTION_LENGTH);
    Optional<PersonId> commander = book.lock(incident);
    if (commander.isEmpty()) {
      return TopicBook.noRoom();
    }
    Set<PersonId> members = new LinkedHashSet<>(wish.members());
    members.remove(wish.lead());
    Optional<Words> objection =
        rules
            .onlyTheCommander(commander.get(), by)
            .or(() -> rules.aLeadIsAResponderAndDoesNotCommand(commander.get(), wish.lead()))
            .or(() -> rules.aPersonLeadsOneTopic(incident, wish.lead(), Optional.empty()))
            .or(() -> mayAllMove(incident, commander.get(), members));
    if (objection.isPresent()) {
      return book.refused(incident, by, objection.get());
    }
    int number = store.topics(incident).size() + 1;
    var row = new TopicRow(ids.next(), incident, number, question, wish.lead(), book.now());
    store.add(row);
    store.flush();
    members.forEach(member -> book.move(row, member));
    say(row, by, members);
    outbox.announce(
        new TopicOpened(incident, board.view(incident).kind(), row.id(), book.now()),
        Subject.of(incident));
    store.flush();
    return Outcome.done();
  }

  private Optional<Words> mayAllMove(
      IncidentId incident, PersonId commander, Set<PersonId> members) {
    return members.stream()
        .flatMap(
            member ->
                rules
                    .theCommanderIsInNoTopic(commander, member)
                    .or(() -> rules.everybodyInTheRoomIsAnEmployee(member))
                    .or(() -> rules.aPersonLeadsOneTopic(incident, member, Optional.empty()))
                    .stream())
        .findFirst();
  }

  private void say(TopicRow row, PersonId by, Set<PersonId> members) {
    Words opened =
        speaker.note(
            row.incident(),
            "topic-opened",
            Actor.person(by),
            new Words(
                "{0} さんが話題 {1} を分けました：「{2}」。{3} さんにリードを頼んでいます",
                "{0} split off topic {1}: “{2}”. {3} is asked to lead it"),
            speaker.name(by),
            Speaker.same(row.name()),
            Speaker.same(row.question()),
            speaker.name(row.lead()));
    Words place = place(row);
    speaker.room(
        row.incident(),
        "topic-opened:" + row.id(),
        new Words(opened.ja() + place.ja(), opened.en() + place.en()));
    members.forEach(
        member ->
            speaker.whisper(
                row.incident(),
                member,
                "topic-member:" + row.id(),
                new Words(
                    "話題 {0}「{1}」をお願いします。リードは {2} さんです{3}",
                    "Please work on topic {0}, “{1}”; {2} is asked to lead it{3}"),
                Speaker.same(row.name()),
                Speaker.same(row.question()),
                speaker.name(row.lead()),
                place));
  }

  private Words place(TopicRow row) {
    return Speaker.place(
        settings.call(row.incident(), row.name()), RoomSettings.thread(row.incident(), row.name()));
  }

  Outcome appoint(IncidentId incident, UUID topic, PersonId lead, PersonId by) {
    Optional<PersonId> commander = book.lock(incident);
    TopicRow row = book.topic(incident, topic);
    if (commander.isEmpty()) {
      return TopicBook.noRoom();
    }
    if (!row.isOpen()) {
      return TopicBook.over(row);
    }
    if (row.isWith(lead)) {
      return new Outcome.AlreadyDone();
    }
    Optional<Words> objection =
        rules
            .onlyTheCommander(commander.get(), by)
            .or(() -> rules.aLeadIsAResponderAndDoesNotCommand(commander.get(), lead))
            .or(() -> rules.aPersonLeadsOneTopic(row, lead));
    if (objection.isPresent()) {
      return book.refused(incident, by, objection.get());
    }
    row.ask(lead);
    speaker.note(
        incident,
        "topic-lead-asked",
        Actor.person(by),
        new Words("{0} さんが {1} さんに話題 {2} のリードを頼みました", "{0} asked {1} to lead topic {2}"),
        speaker.name(by),
        speaker.name(lead),
        Speaker.same(row.name()));
    store.flush();
    return Outcome.done();
  }

  /**
   * Whoever commands now leads no topic any more and is in none; says which topic lost its lead.
   */
  Optional<UUID> freeForCommand(IncidentId incident) {
    Optional<PersonId> commander = book.lock(incident);
    Optional<TopicRow> led =
        commander.flatMap(
            person -> book.open(incident).stream().filter(row -> row.isWith(person)).findFirst());
    led.ifPresent(TopicRow::loseLead);
    commander.ifPresent(person -> book.release(incident, person));
    store.flush();
    return led.map(TopicRow::id);
  }

  /** Everything that is still open ends with the room, and has no result. */
  void endWithRoom(IncidentId incident) {
    if (book.lock(incident).isPresent()) {
      return;
    }
    for (TopicRow row : book.open(incident)) {
      book.dissolve(row);
      row.endWithRoom(book.now());
    }
    store.flush();
  }
}
