package org.honbu.warroom.internal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.honbu.incidents.Command;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.warroom.Stance;
import org.honbu.warroom.SummonsAnswer;
import org.honbu.warroom.SummonsView.Reply;
import org.honbu.warroom.SummonsView.State;

/** Takes answers to a summons. Knows no task; joins the caller's transaction. */
@ApplicationScoped
class AnswerActs {
  private static final Words NOT_ASKED =
      new Words(
          "あなたへの招集はありません。部屋には、いつでも自由に入れます",
          "You were not summoned. You are free to come in at any time");
  private static final Words OVER =
      new Words("招集は終わりました。来なくて大丈夫です", "The summons is over. You need not come");
  private static final Words COMES = new Words("{0} が来ます", "{0} is coming");
  private static final Words LOOKS_ON = new Words("{0} は見学だけします", "{0} only looks on");
  private static final Words ASKS_ON =
      new Words("手が離せない人がいたので、ほかの人に尋ねます", "Somebody could not come; another is asked");
  private static final Words NOT_NEEDED =
      new Words("ほかの人が行くことになりました。来なくて大丈夫です", "Somebody else comes. You need not");

  private final RosterStore store;
  private final Command command;
  private final IncidentBoard board;
  private final RoomRules rules;
  private final RoomVoice voice;
  private final SummonActs summons;

  @Inject
  AnswerActs(
      RosterStore store,
      Command command,
      IncidentBoard board,
      RoomRules rules,
      RoomVoice voice,
      SummonActs summons) {
    this.store = store;
    this.command = command;
    this.board = board;
    this.rules = rules;
    this.voice = voice;
    this.summons = summons;
  }

  /**
   * What an answer comes to.
   *
   * @param goesOn the summons whose process need not wait for its question any longer
   */
  record Decision(Outcome outcome, Optional<SummonsRow> goesOn) {
    static Decision only(Outcome outcome) {
      return new Decision(outcome, Optional.empty());
    }
  }

  Decision answer(
      IncidentId incident, SummonsAnswer answer, Optional<PersonId> instead, PersonId by) {
    Optional<CommandSeat> seat = command.lockSeat(incident);
    Optional<Outcome> no = rules.onlyWhileOpen(incident, seat, by);
    if (no.isPresent()) {
      return Decision.only(no.get());
    }
    instead.ifPresent(person -> rules.known("instead", person));
    Optional<SummonsRow> newest = newestOf(incident, by);
    if (newest.isEmpty()) {
      return Decision.only(rules.notNow(incident, by, NOT_ASKED));
    }
    SummonsRow row = newest.get();
    if (row.state() == State.OVER) {
      return Decision.only(rules.notNow(incident, by, OVER));
    }
    return row.asked(by).filter(me -> me.reply() == replyOf(answer)).isPresent()
        ? Decision.only(new Outcome.AlreadyDone())
        : take(row, answer, instead, by);
  }

  private Decision take(
      SummonsRow row, SummonsAnswer answer, Optional<PersonId> instead, PersonId by) {
    boolean hadToSay = row.waiting().filter(one -> one.person().equals(by)).isPresent();
    AskedPerson me = row.asked(by).orElseThrow();
    boolean wasToCome = me.reply() == Reply.COMING;
    me.replied(replyOf(answer));
    IncidentView view = board.view(row.incident());
    switch (answer) {
      case COMING -> comes(row, view, by);
      case LOOKING_ON -> voice.note(view.id(), "summons-answered", LOOKS_ON, Actor.person(by));
      case CANNOT -> {
        instead.filter(person -> !person.equals(by)).ifPresent(row::putFirst);
        // Whoever cannot is nobody's business but the commander's, and not for the record.
        voice.note(view.id(), "summons-answered", ASKS_ON, SummonActs.ROSTER);
      }
    }
    boolean isLeftAlone = row.state() == State.NOBODY_COMES && instead.isPresent();
    if (answer != SummonsAnswer.COMING && (wasToCome || isLeftAlone)) {
      row.asksOn();
      summons.announce(row, view);
    }
    store.flush();
    boolean goesOn = hadToSay || answer == SummonsAnswer.COMING;
    return new Decision(Outcome.done(), goesOn ? Optional.of(row) : Optional.empty());
  }

  private void comes(SummonsRow row, IncidentView view, PersonId by) {
    tellsNotToCome(row, view);
    row.somebodyComes();
    voice.note(view.id(), "summons-answered", COMES, Actor.person(by));
  }

  /** Whoever is asked just now need not come any more. */
  private void tellsNotToCome(SummonsRow row, IncidentView view) {
    String matter = "summons:" + row.number() + ":not-needed";
    row.waiting().ifPresent(one -> voice.whisper(one.person(), view, matter, NOT_NEEDED));
  }

  /**
   * Whoever was asked has come in, which is an answer.
   *
   * @return the summons whose process need not wait for them any longer
   */
  Optional<SummonsRow> arrived(IncidentView view, Stance stance, PersonId by) {
    Optional<SummonsRow> row = newestOf(view.id(), by).filter(SummonsRow::isAsking);
    Optional<AskedPerson> silent =
        row.flatMap(one -> one.asked(by)).filter(me -> isWithoutAnswer(me.reply()));
    if (silent.isEmpty()) {
      return Optional.empty();
    }
    boolean hadToSay =
        row.flatMap(SummonsRow::waiting).filter(one -> one.person().equals(by)).isPresent();
    if (stance == Stance.OBSERVE) {
      silent.get().replied(Reply.LOOKING_ON);
      return row.filter(one -> hadToSay);
    }
    silent.get().replied(Reply.COMING);
    row.ifPresent(one -> tellsNotToCome(one, view));
    row.ifPresent(SummonsRow::somebodyComes);
    return row;
  }

  private static boolean isWithoutAnswer(Reply reply) {
    return reply == Reply.ASKED || reply == Reply.SILENT;
  }

  /** Whether this summons waits for this person now. */
  boolean waitsFor(IncidentId incident, int number, PersonId person) {
    return store
        .summons(incident, number)
        .flatMap(SummonsRow::waiting)
        .filter(one -> one.person().equals(person))
        .isPresent();
  }

  private Optional<SummonsRow> newestOf(IncidentId incident, PersonId person) {
    List<SummonsRow> theirs =
        store.summons(incident).stream().filter(row -> row.asked(person).isPresent()).toList();
    return theirs.isEmpty() ? Optional.empty() : Optional.of(theirs.get(theirs.size() - 1));
  }

  private static Reply replyOf(SummonsAnswer answer) {
    return switch (answer) {
      case COMING -> Reply.COMING;
      case CANNOT -> Reply.CANNOT;
      case LOOKING_ON -> Reply.LOOKING_ON;
    };
  }
}
