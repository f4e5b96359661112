package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.HandoverBegan;
import org.honbu.incidents.HandoverReason;
import org.honbu.incidents.HandoverView.End;
import org.honbu.incidents.NextCommander;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.internal.Handover.Refusal;
import org.honbu.incidents.internal.OnlyQualifiedPeopleTakeCommand.Answer;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;

/** What every handover has in common: it begins alone, asks the next, moves command or ends. */
@ApplicationScoped
class HandoverBook {
  /** DOMAIN 2.8 step 4: after three the process owner is called. */
  private static final int MOST_REFUSALS = 3;

  private static final Words ONLY_THE_COMMANDER =
      new Words("交代を頼めるのはコマンダーの {0} さんだけです", "Only the commander, {0}, can hand over");

  private final IncidentStore store;
  private final Book book;
  private final Names names;
  private final CommandActs command;
  private final NextCommander next;

  @Inject
  HandoverBook(
      IncidentStore store, Book book, Names names, CommandActs command, NextCommander next) {
    this.store = store;
    this.book = book;
    this.names = names;
    this.command = command;
    this.next = next;
  }

  Outcome onlyTheCommander(Incident record, Seat seat, PersonId by) {
    return new Outcome.NotAllowed(
        book.refused(record, by, Names.fill(ONLY_THE_COMMANDER, names.of(seat.holder()))));
  }

  /** HND-3: one at a time; the sentence says who is asked there. */
  Optional<Outcome> otherRuns(Incident record, PersonId by) {
    return store
        .running(record.id())
        .map(running -> new Outcome.NotNow(book.refused(record, by, whoIsAsked(running))));
  }

  private Words whoIsAsked(Handover running) {
    if (running.isForced()) {
      return Names.fill(
          new Words("いま {0} さんが指揮を引き取ろうとしています", "{0} is taking command right now"),
          names.of(running.askedBy()));
    }
    return running
        .asked()
        .map(
            person ->
                Names.fill(
                    new Words(
                        "別の交代が進んでいます。いま頼まれているのは {0} さんです",
                        "Another handover is running: {0} is asked now"),
                    names.of(person)))
        .orElse(
            new Words(
                "別の交代が進んでいます。コマンダーを務められる人全員に頼んでいます",
                "Another handover is running: everybody qualified is asked now"));
  }

  int nextNumber(Incident record) {
    return store.handovers(record.id()).size() + 1;
  }

  /** Whatever kind of handover it is: it runs from now on. */
  void begin(Incident record, Handover handover, PersonId by) {
    store.add(handover);
    book.line(
        record,
        Actor.person(by),
        "handover-asked",
        sentence(handover),
        handover.asked().map(names::of).orElse(same("")),
        handover.reason().label(),
        same(handover.view().words()),
        names.of(handover.outgoing()));
    book.announce(
        record, new HandoverBegan(record.id(), record.kind(), handover.number(), by, book.now()));
    store.flush();
  }

  private static Words sentence(Handover handover) {
    if (handover.isForced()) {
      return new Words(
          "{0} さんが指揮を引き取ろうとしています：{3}。{4} さんは「まだ指揮中です」で止められます",
          "{0} is taking command: {3}. {4} can say “I am still in command”");
    }
    if (handover.reason() == HandoverReason.EXEC_TAKES) {
      return new Words("{0} さんが指揮を取ると答えました", "{0} wishes to take command");
    }
    return handover.asked().isPresent()
        ? new Words(
            "{0} さんが {1} さんに指揮の交代を頼みました（{2}）{3}", "{0} asked {1} to take over command ({2}) {3}")
        : new Words(
            "{0} さんがコマンダーを務められる人全員に指揮の交代を頼みました（{2}）{3}",
            "{0} asked everybody qualified to take over command ({2}) {3}");
  }

  /** Command moves through this handover, which ends. */
  void move(
      Incident record, Seat seat, Handover handover, PersonId to, Answer.As as, Words sentence) {
    handover.end(End.TAKEN, book.now());
    command.handOver(
        record,
        seat,
        to,
        new CommandActs.Passing(as.standing(), as.unqualified(), handover.isForced(), sentence));
    handover.moved(to, seat.epoch());
    store.flush();
  }

  Optional<Handover> find(IncidentId incident, int number) {
    return store.handovers(incident).stream().filter(one -> one.number() == number).findFirst();
  }

  Optional<Handover> newest(IncidentId incident) {
    List<Handover> all = store.handovers(incident);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** Whoever is asked does not take over: the next is asked, or nobody is left. */
  void passOver(Incident record, Handover handover, Refusal how) {
    handover.passOver(how);
    Actor honbu = Actor.honbu("handover");
    if (handover.reason() == HandoverReason.EXEC_TAKES) {
      end(record, handover, End.WITHDRAWN, honbu);
      return;
    }
    Optional<PersonId> candidate =
        handover.round() >= MOST_REFUSALS
            ? Optional.empty()
            : next.candidates(record.id(), notToAsk(record, handover)).stream().findFirst();
    if (candidate.isEmpty()) {
      end(record, handover, End.NOBODY_LEFT, honbu);
      return;
    }
    Instant now = book.now();
    handover.ask(candidate.get(), now);
    // Who said no stays between them and Honbu.
    book.line(
        record,
        honbu,
        "handover-asked-next",
        how == Refusal.DECLINED
            ? new Words("引き受けられないという返事でした。次は {1} さんに頼みます", "The answer was no. {1} is asked next")
            : new Words("返事がありませんでした。次は {1} さんに頼みます", "There was no answer. {1} is asked next"),
        names.of(candidate.get()));
    store.flush();
  }

  /** Whom the handover has asked, and whoever declined in this incident before (DM-6). */
  private Set<PersonId> notToAsk(Incident record, Handover handover) {
    Set<PersonId> all = new HashSet<>(handover.passedOver());
    all.add(handover.outgoing());
    store.handovers(record.id()).forEach(earlier -> all.addAll(earlier.declined()));
    return all;
  }

  void end(Incident record, Handover handover, End how, Actor by) {
    handover.end(how, book.now());
    Words commander =
        store.seat(record.id()).map(seat -> names.of(seat.holder())).orElse(same("—"));
    book.line(record, by, "handover-ended", ending(how), commander);
    store.flush();
  }

  private static Words ending(End how) {
    return switch (how) {
      case NOBODY_LEFT ->
          new Words(
              "引き受ける人が見つかりません。コマンダーは {1} さんのままです", "Nobody could take over. {1} stays in command");
      case STILL_IN_COMMAND -> new Words("{1} さん：まだ指揮中です", "{1}: I am still in command");
      case WITHDRAWN, TAKEN, OVERTAKEN, ROOM_CLOSED ->
          new Words(
              "交代は取りやめになりました。コマンダーは {1} さんのままです", "The handover is off. {1} stays in command");
    };
  }

  private static Words same(String text) {
    return new Words(text, text);
  }
}
