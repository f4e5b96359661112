package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.honbu.incidents.CareAnswer;
import org.honbu.incidents.CareQuestion.Why;
import org.honbu.incidents.CareQuestions.Asked;
import org.honbu.incidents.CareQuestions.Drawn;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.Actor;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.people.People;

/**
 * Decides and writes what a commander is asked and what they answer; knows no engine, so that both
 * doors, our page and Tasklist, end here. Joins the caller's transaction and leaves it flushed.
 */
@ApplicationScoped
class AskingActs {
  private static final Words NOT_ASKED =
      new Words("尋ねられているのはコマンダー本人です", "It is the commander who is asked");
  private static final Words NOBODY_OF_THAT_NAME =
      new Words(
          "{0} という人はいません。一覧から選んでください", "There is nobody called {0}. Choose somebody from the list");
  private static final Words THEIR_WORK = new Words("手がけていた作業", "what you were working on");
  private static final Words THEMSELVES =
      new Words("自分自身には任せられません", "Nobody gives work to themselves");

  private final IncidentStore store;
  private final CareStore care;
  private final CareActs watched;
  private final PassesCommand passes;
  private final StandIns standIns;
  private final HandsOnRule rule;
  private final Book book;
  private final Names names;
  private final People people;
  private final Ids ids;

  @Inject
  @SuppressWarnings("TooManyParameters")
  AskingActs(
      IncidentStore store,
      CareStore care,
      CareActs watched,
      PassesCommand passes,
      StandIns standIns,
      HandsOnRule rule,
      Book book,
      Names names,
      People people,
      Ids ids) {
    this.store = store;
    this.care = care;
    this.watched = watched;
    this.passes = passes;
    this.standIns = standIns;
    this.rule = rule;
    this.book = book;
    this.names = names;
    this.people = people;
    this.ids = ids;
  }

  boolean handsSeemAtWork(IncidentId incident) {
    return store.seat(incident).filter(watched::isToBeAsked).isPresent();
  }

  Asked askAboutHands(IncidentId incident) {
    Incident record = book.lock(incident);
    Optional<Seat> commander = store.seat(incident);
    if (commander.isEmpty()) {
      return new Asked.Nothing();
    }
    Seat seat = commander.get();
    Instant overdue = book.now().minus(rule.askAgainAfter());
    open(seat, Why.HANDS_ON)
        .filter(question -> !question.askedAt().isAfter(overdue))
        .ifPresent(question -> question.ended(Question.Answer.UNANSWERED));
    if (!watched.isToBeAsked(seat)) {
      store.flush();
      return new Asked.Nothing();
    }
    Question question = ask(seat, Why.HANDS_ON);
    if (!seat.isHeld()) {
      question.ended(Question.Answer.WARNED);
      store.flush();
      return new Asked.Warned(seat.holder());
    }
    store.flush();
    return asked(record, seat);
  }

  Asked askWhetherTired(IncidentId incident) {
    Incident record = book.lock(incident);
    Optional<Seat> commander = store.seat(incident);
    if (commander.isEmpty()) {
      return new Asked.Nothing();
    }
    end(commander.get(), Why.FATIGUE, Question.Answer.UNANSWERED);
    ask(commander.get(), Why.FATIGUE);
    store.flush();
    return asked(record, commander.get());
  }

  private Question ask(Seat seat, Why why) {
    var question = new Question(ids.next(), seat, why, book.now());
    store.add(question);
    return question;
  }

  private Asked asked(Incident record, Seat seat) {
    return new Asked.Question(
        seat.holder(), standIns.couldTakeOver(record, seat.holder()), rule.askAgainAfter());
  }

  void letGo(IncidentId incident, Why why) {
    book.lock(incident);
    store.seat(incident).ifPresent(seat -> end(seat, why, Question.Answer.UNANSWERED));
    store.flush();
  }

  void askAgain(IncidentId incident) {
    book.lock(incident);
    store.seat(incident).ifPresent(seat -> end(seat, Why.HANDS_ON, Question.Answer.LOST));
    store.flush();
  }

  private void end(Seat seat, Why why, Question.Answer how) {
    open(seat, why).ifPresent(question -> question.ended(how));
  }

  private Optional<Question> open(Seat seat, Why why) {
    return care.questions(seat.incident(), seat.epoch()).stream()
        .filter(question -> question.isOpen() && question.why() == why)
        .findFirst();
  }

  /** Whether this person is the one who is asked this. */
  boolean isAsked(IncidentId incident, PersonId person) {
    return store.seat(incident).map(Seat::holder).filter(person::equals).isPresent();
  }

  Outcome answer(IncidentId incident, Why why, CareAnswer answer, PersonId by) {
    Incident record = book.lockOpen(incident);
    Optional<Seat> seat = store.seat(incident).filter(held -> held.holder().equals(by));
    if (seat.isEmpty()) {
      return new Outcome.NotAllowed(NOT_ASKED);
    }
    Optional<Question> question = open(seat.get(), why);
    if (question.isEmpty()) {
      return new Outcome.AlreadyDone();
    }
    Outcome done = follow(record, why, answer, by);
    if (done instanceof Outcome.Done) {
      question.get().answered(answer, book.now());
      store.flush();
    }
    return done;
  }

  private Outcome follow(Incident record, Why why, CareAnswer answer, PersonId by) {
    if (answer instanceof CareAnswer.Pass pass) {
      return passes.offer(record.id(), pass.to(), why, pass.reason(), by);
    }
    if (answer instanceof CareAnswer.Delegate delegate) {
      return delegate(record, delegate, by);
    }
    String reason = ((CareAnswer.GoOn) answer).reason();
    if (why == Why.HANDS_ON || !reason.isBlank()) {
      Fields.needed("reason", reason, Fields.REASON_LENGTH);
    }
    return Outcome.done();
  }

  /** Giving work to somebody is an act of command: that stands on the timeline. */
  private Outcome delegate(Incident record, CareAnswer.Delegate delegate, PersonId by) {
    String work = Fields.needed("reason", delegate.work(), Fields.REASON_LENGTH);
    if (people.find(delegate.to()).isEmpty()) {
      String name = delegate.to().value();
      return new Outcome.NotAllowed(Names.fill(NOBODY_OF_THAT_NAME, new Words(name, name)));
    }
    if (delegate.to().equals(by)) {
      return new Outcome.NotAllowed(THEMSELVES);
    }
    book.line(
        record,
        Actor.person(by),
        "delegated",
        new Words("{0} さんが {1} さんに頼みました：{2}", "{0} asked {1} to do this: {2}"),
        names.of(delegate.to()),
        new Words(work, work));
    return Outcome.done();
  }

  /** The commander asked others to take over, by whichever door: that answers what was asked. */
  List<Why> passed(IncidentId incident, PersonId by) {
    book.lock(incident);
    List<Question> answered =
        store.seat(incident).filter(seat -> seat.holder().equals(by)).stream()
            .flatMap(seat -> care.questions(incident, seat.epoch()).stream())
            .filter(Question::isOpen)
            .toList();
    answered.forEach(question -> question.passed(book.now()));
    store.flush();
    return answered.stream().map(Question::why).toList();
  }

  Optional<CareAnswer> lastAnswer(IncidentId incident) {
    return store.seat(incident).stream()
        .flatMap(seat -> care.questions(incident, seat.epoch()).stream())
        .filter(Question::isSettledByThem)
        .max(Comparator.comparing(Question::settledAt))
        .flatMap(Question::said);
  }

  Optional<Drawn> drawnBefore(IncidentId incident) {
    List<Interval> terms = store.intervals(incident);
    if (terms.size() < 2) {
      return Optional.empty();
    }
    Interval before = terms.get(terms.size() - 2);
    boolean sameAgain = before.holder().equals(terms.get(terms.size() - 1).holder());
    boolean wasDrawn =
        care.questions(incident, before.epoch()).stream()
            .anyMatch(question -> question.why() == Why.HANDS_ON);
    return sameAgain || !wasDrawn
        ? Optional.empty()
        : Optional.of(
            new Drawn(before.holder(), work(incident, before.epoch()).orElse(THEIR_WORK)));
  }

  /** What the last sign says they did, else what they said they were going on with. */
  private Optional<Words> work(IncidentId incident, int epoch) {
    Stream<Words> said =
        care.questions(incident, epoch).stream()
            .flatMap(question -> question.said().stream())
            .filter(CareAnswer.GoOn.class::isInstance)
            .map(answer -> ((CareAnswer.GoOn) answer).reason())
            .map(text -> new Words(text, text));
    Stream<Words> done = care.signs(incident, epoch).stream().flatMap(sign -> sign.work().stream());
    return Stream.concat(said.filter(words -> !words.ja().isBlank()), done)
        .reduce((earlier, later) -> later);
  }
}
