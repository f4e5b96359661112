package org.honbu.warroom.internal.topics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.people.People;
import org.honbu.people.Role;
import org.honbu.warroom.Topic.State;

/** The rules of topics, each a sentence; an answer is the reason why not. */
@ApplicationScoped
class TopicRules {
  private final TopicBook book;
  private final People people;
  private final Speaker speaker;

  @Inject
  TopicRules(TopicBook book, People people, Speaker speaker) {
    this.book = book;
    this.people = people;
    this.speaker = speaker;
  }

  Optional<Words> onlyTheCommander(PersonId commander, PersonId by) {
    return commander.equals(by)
        ? Optional.empty()
        : no(
            "話題を分けたり本会に出したりできるのは、コマンダーの {0} さんです",
            "Only the commander, {0}, splits topics and gives the floor", commander);
  }

  Optional<Words> everybodyInTheRoomIsAnEmployee(PersonId by) {
    return people.hasRole(by, Role.EMPLOYEE)
        ? Optional.empty()
        : no("Honbu を使うための役割がありません", "You have no role in Honbu yet");
  }

  /** RO-9, and the incompatible duties: who commands keeps the whole in view. */
  Optional<Words> aLeadIsAResponderAndDoesNotCommand(PersonId commander, PersonId lead) {
    if (commander.equals(lead)) {
      return no(
          "コマンダーは話題のリードを兼ねられません。ほかの対応者に頼んでください",
          "The commander cannot lead a topic as well. Ask another responder");
    }
    return people.hasRole(lead, Role.RESPONDER)
        ? Optional.empty()
        : no(
            "{0} さんは対応者ではないので、話題のリードを頼めません",
            "{0} is no responder and cannot be asked to lead a topic", lead);
  }

  /** Unity of command, for whoever leads or is asked to. */
  Optional<Words> aPersonLeadsOneTopic(TopicRow wanted, PersonId person) {
    return aPersonLeadsOneTopic(wanted.incident(), person, Optional.of(wanted));
  }

  Optional<Words> aPersonLeadsOneTopic(
      IncidentId incident, PersonId person, Optional<TopicRow> wanted) {
    return book.open(incident).stream()
        .filter(
            row -> row.isWith(person) && !Optional.of(row.id()).equals(wanted.map(TopicRow::id)))
        .findFirst()
        .map(
            row ->
                Speaker.fill(
                    new Words(
                        "{0} さんは話題 {1} のリードです。先にその話題を終えるか、リードを代わってください",
                        "{0} leads topic {1}. Close it or pass its lead on first"),
                    speaker.name(person),
                    Speaker.same(row.name())));
  }

  Optional<Words> theCommanderIsInNoTopic(PersonId commander, PersonId person) {
    return commander.equals(person)
        ? no("コマンダーは本会に残ります", "The commander stays in the main room")
        : Optional.empty();
  }

  Optional<Words> onlyWhoLeads(TopicRow row, PersonId by) {
    return row.isWith(by)
        ? Optional.empty()
        : no("これは話題のリードの {0} さんがすることです", "This is for {0}, who leads the topic", row.lead());
  }

  Optional<Words> onlyTheLeadOrTheCommanderCloses(TopicRow row, PersonId commander, PersonId by) {
    boolean may = commander.equals(by) || (row.is(State.LED) && row.isWith(by));
    return may
        ? Optional.empty()
        : no("話題を終えられるのは、リードかコマンダーです", "The lead or the commander closes a topic");
  }

  private Optional<Words> no(String ja, String en, PersonId who) {
    return Optional.of(Speaker.fill(new Words(ja, en), speaker.name(who)));
  }

  private static Optional<Words> no(String ja, String en) {
    return Optional.of(new Words(ja, en));
  }
}
