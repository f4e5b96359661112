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
import org.honbu.kernel.Words;
import org.honbu.warroom.Topic.State;
import org.honbu.warroom.TopicReport;
import org.honbu.warroom.TopicResult;

/** What a topic's lead does: accept or not, report, close. Knows no engine. */
@ApplicationScoped
class LeadingActs {
  private static final int REPORT_LENGTH = 250;
  private static final int ANSWER_LENGTH = 300;
  private static final Words NOT_LED =
      new Words("話題 {0} はまだ引き受けられていません", "Nobody leads topic {0} yet");

  private final TopicStore store;
  private final TopicBook book;
  private final TopicRules rules;
  private final Speaker speaker;
  private final RoomSettings settings;
  private final Ids ids;

  @Inject
  LeadingActs(
      TopicStore store,
      TopicBook book,
      TopicRules rules,
      Speaker speaker,
      RoomSettings settings,
      Ids ids) {
    this.store = store;
    this.book = book;
    this.rules = rules;
    this.speaker = speaker;
    this.settings = settings;
    this.ids = ids;
  }

  Outcome accept(IncidentId incident, UUID topic, PersonId by) {
    Optional<PersonId> commander = book.lock(incident);
    TopicRow row = book.topic(incident, topic);
    Optional<Outcome> notNow = notNow(row, commander);
    if (notNow.isPresent()) {
      return notNow.get();
    }
    Optional<Words> objection =
        rules
            .onlyWhoLeads(row, by)
            .or(() -> rules.aLeadIsAResponderAndDoesNotCommand(commander.orElseThrow(), by))
            .or(() -> rules.aPersonLeadsOneTopic(row, by));
    if (objection.isPresent()) {
      return book.refused(incident, by, objection.get());
    }
    if (row.is(State.LED)) {
      return new Outcome.AlreadyDone();
    }
    row.lead(book.now().plus(settings.reportEvery()));
    book.move(row, by);
    book.taken(row, by);
    Words led =
        speaker.note(
            incident,
            "topic-led",
            Actor.person(by),
            new Words("話題 {0} のリードは {1} さんです", "{1} leads topic {0}"),
            Speaker.same(row.name()),
            speaker.name(by));
    speaker.room(incident, "topic-led:" + row.id() + ":" + row.round(), led);
    store.flush();
    return Outcome.done();
  }

  /** Who said no stays between them, the commander and Honbu. */
  Outcome decline(IncidentId incident, UUID topic, PersonId by) {
    Optional<PersonId> commander = book.lock(incident);
    TopicRow row = book.topic(incident, topic);
    Optional<Outcome> notNow = notNow(row, commander);
    if (notNow.isPresent()) {
      return notNow.get();
    }
    Optional<Words> objection = rules.onlyWhoLeads(row, by);
    if (objection.isPresent()) {
      return book.refused(incident, by, objection.get());
    }
    loseLead(row);
    return Outcome.done();
  }

  /** The time to answer is up; an answer that came meanwhile counts. */
  void passOver(IncidentId incident, UUID topic, int round) {
    Optional<PersonId> commander = book.lock(incident);
    TopicRow row = book.topic(incident, topic);
    boolean silent =
        commander.isPresent() && row.isOpen() && row.is(State.ASKED) && row.round() == round;
    if (silent) {
      loseLead(row);
    }
  }

  private void loseLead(TopicRow row) {
    row.loseLead();
    speaker.note(
        row.incident(),
        "topic-lead-wanted",
        Actor.honbu("topics"),
        new Words("話題 {0} のリードを探しています", "Topic {0} needs a lead"),
        Speaker.same(row.name()));
    store.flush();
  }

  Outcome report(IncidentId incident, UUID topic, TopicReport said, PersonId by) {
    var report =
        new TopicReport(
            TopicProblems.needed("conditions", said.conditions(), REPORT_LENGTH),
            TopicProblems.needed("actions", said.actions(), REPORT_LENGTH),
            TopicProblems.needed("needs", said.needs(), REPORT_LENGTH));
    Optional<PersonId> commander = book.lock(incident);
    TopicRow row = book.topic(incident, topic);
    Optional<Outcome> notNow = notNow(row, commander);
    if (notNow.isPresent()) {
      return notNow.get();
    }
    if (!row.is(State.LED)) {
      return new Outcome.NotNow(NOT_LED.with(row.name()));
    }
    Optional<Words> objection = rules.onlyWhoLeads(row, by);
    if (objection.isPresent()) {
      return book.refused(incident, by, objection.get());
    }
    row.report(book.now().plus(settings.reportEvery()));
    Words words =
        speaker.note(
            incident,
            "topic-report",
            Actor.person(by),
            new Words(
                "話題 {0} の報告。状況：{1} していること：{2} 必要なこと：{3}",
                "Report on topic {0}. Conditions: {1} Actions: {2} Needs: {3}"),
            Speaker.same(row.name()),
            Speaker.same(report.conditions()),
            Speaker.same(report.actions()),
            Speaker.same(report.needs()));
    speaker.room(incident, "topic-report:" + row.id() + ":" + row.reports(), words);
    store.flush();
    return Outcome.done();
  }

  Outcome close(IncidentId incident, UUID topic, TopicResult result, String said, PersonId by) {
    String answer = TopicProblems.needed("answer", said, ANSWER_LENGTH);
    Optional<PersonId> commander = book.lock(incident);
    TopicRow row = book.topic(incident, topic);
    if (!row.isOpen()) {
      return new Outcome.AlreadyDone();
    }
    if (commander.isEmpty()) {
      return TopicBook.noRoom();
    }
    Optional<Words> objection = rules.onlyTheLeadOrTheCommanderCloses(row, commander.get(), by);
    if (objection.isPresent()) {
      return book.refused(incident, by, objection.get());
    }
    close(row, result, answer, Actor.person(by), by);
    return Outcome.done();
  }

  /** Nobody was found to lead it: it is put off rather than going on without a lead. */
  void parkLeaderless(IncidentId incident, UUID topic) {
    Optional<PersonId> commander = book.lock(incident);
    TopicRow row = book.topic(incident, topic);
    if (commander.isPresent() && row.isOpen() && row.is(State.LEADERLESS)) {
      Words why = new Words("リードが見つかりませんでした", "No lead was found");
      close(row, TopicResult.PARKED, why.both(), Actor.honbu("topics"), commander.get());
    }
  }

  private void close(TopicRow row, TopicResult result, String answer, Actor by, PersonId parkedBy) {
    book.dissolve(row);
    row.close(result, answer, book.now());
    if (result == TopicResult.PARKED) {
      store.add(new ParkedRow(ids.next(), row.incident(), row.question(), parkedBy, book.now()));
    }
    Words closed =
        speaker.note(
            row.incident(),
            "topic-closed",
            by,
            new Words("話題 {0}「{1}」を終えました（{2}）：{3}", "Topic {0}, “{1}”, is closed ({2}): {3}"),
            Speaker.same(row.name()),
            Speaker.same(row.question()),
            result.label(),
            Speaker.same(answer));
    speaker.room(row.incident(), "topic-closed:" + row.id(), closed);
    store.flush();
  }

  private static Optional<Outcome> notNow(TopicRow row, Optional<PersonId> commander) {
    if (commander.isEmpty()) {
      return Optional.of(TopicBook.noRoom());
    }
    return row.isOpen() ? Optional.empty() : Optional.of(TopicBook.over(row));
  }
}
