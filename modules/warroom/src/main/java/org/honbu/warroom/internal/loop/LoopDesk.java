package org.honbu.warroom.internal.loop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.honbu.incidents.Command;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Incidents;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.Privacy;
import org.honbu.kernel.Actor;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.outbox.Outbox;
import org.honbu.outbox.Subject;
import org.honbu.warroom.AssessSituation;
import org.honbu.warroom.Decide;
import org.honbu.warroom.ReviewEffect;
import org.honbu.warroom.ShareStatus;
import org.honbu.warroom.StatusShared;

/**
 * Decides and writes; knows no tasks. Both doors end here: our own through {@link TwoDoorLoop},
 * Tasklist through {@link LoopTaskRules}. Joins the caller's transaction, takes the incident's lock
 * and leaves what it wrote flushed.
 */
@ApplicationScoped
class LoopDesk {
  private static final Duration REVIEW_IN = Duration.ofMinutes(15);

  /** The same words again so soon are the same press of a button. */
  private static final Duration REPEAT = Duration.ofMinutes(1);

  private static final Words NO_ROOM = new Words("ウォールームは開いていません", "There is no open war room");
  private static final Words ONLY_THE_COMMANDER =
      new Words("できるのは、いま指揮している {0} さんだけです", "Only {1}, who commands, can do this");
  private static final Words NOR_THE_DEPUTY =
      new Words(
          "状況共有を書くのはコマンダーの {0} さんか副コマンダーです", "{1}, who commands, or the deputy tells the room");
  private static final Words NOTHING_DECIDED =
      new Words("まだ何も決まっていません。先に判断を書いてください", "Nothing is decided yet. Decide first");

  private static final Words NOT_TO_BE_MERGED =
      new Words(
          "{0} とは統合できません。開いている、あなたが読める、同じ種類（本番か訓練か）の別の障害の番号を書いてください",
          "This cannot be merged with {0}. Name another open incident that you may read and that is as"
              + " real as this one");

  private final LoopStore store;
  private final Command command;
  private final Incidents incidents;
  private final IncidentBoard board;
  private final Privacy privacy;
  private final Rounds rounds;
  private final LoopVoice voice;
  private final Outbox outbox;
  private final Ids ids;
  private final Clock clock;

  @Inject
  @SuppressWarnings("TooManyParameters")
  LoopDesk(
      LoopStore store,
      Command command,
      Incidents incidents,
      IncidentBoard board,
      Privacy privacy,
      Rounds rounds,
      LoopVoice voice,
      Outbox outbox,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.command = command;
    this.incidents = incidents;
    this.board = board;
    this.privacy = privacy;
    this.rounds = rounds;
    this.voice = voice;
    this.outbox = outbox;
    this.ids = ids;
    this.clock = clock;
  }

  Outcome assess(IncidentId incident, AssessSituation seen, PersonId by) {
    return asCommander(
        incident,
        by,
        view -> {
          AssessSituation said = Written.assessment(seen);
          if (isRepeated(AssessmentRow.class, view, row -> row.view().equals(said))) {
            return new Outcome.AlreadyDone();
          }
          add(new AssessmentRow(head(AssessmentRow.class, incident, by), said));
          note(incident, "assessed", Lines.assessed(said), by);
          return Outcome.done();
        });
  }

  Outcome decide(IncidentId incident, Decide decision, PersonId by) {
    return asCommander(
        incident,
        by,
        view -> {
          Optional<DecisionRow> before = store.newest(DecisionRow.class, incident);
          Decide said = Written.decision(decision, before.map(DecisionRow::view));
          if (isRepeated(DecisionRow.class, view, row -> row.says(said))) {
            return new Outcome.AlreadyDone();
          }
          Row.Head head = head(DecisionRow.class, incident, by);
          var row = new DecisionRow(head, said, head.at().plus(said.reviewIn().orElse(REVIEW_IN)));
          add(row);
          Words line = Lines.decided(row.view());
          note(incident, "decided", line, by);
          voice.room(view, "decision-" + row.number(), line);
          return Outcome.done();
        });
  }

  Outcome waitWith(IncidentId incident, String reason, PersonId by) {
    return asCommander(
        incident,
        by,
        view -> {
          String said = Written.reason(reason);
          if (store.newest(DecisionRow.class, incident).isEmpty()) {
            return new Outcome.NotNow(refused(incident, NOTHING_DECIDED, by));
          }
          if (isRepeated(WaitingRow.class, view, row -> row.reason().equals(said))) {
            return new Outcome.AlreadyDone();
          }
          add(new WaitingRow(head(WaitingRow.class, incident, by), said));
          note(incident, "work-waits", Lines.waits(said), by);
          return Outcome.done();
        });
  }

  Outcome update(IncidentId incident, ShareStatus told, PersonId by) {
    return asOneOf(
        incident,
        by,
        (view, commander) -> commander.equals(by) || view.deputy().filter(by::equals).isPresent(),
        NOR_THE_DEPUTY,
        view -> {
          Duration within = rounds.updateWithin(view);
          ShareStatus said = Written.status(told, within);
          if (isRepeated(UpdateRow.class, view, row -> row.says(said))) {
            return new Outcome.AlreadyDone();
          }
          Row.Head head = head(UpdateRow.class, incident, by);
          var row = new UpdateRow(head, said, head.at().plus(said.nextIn().orElse(within)));
          add(row);
          Words line = Lines.told(row.view());
          note(incident, "status-shared", line, by);
          voice.room(view, "update-" + row.number(), line);
          outbox.announce(
              new StatusShared(incident, view.kind(), row.view().nextAt(), head.at()),
              Subject.of(incident));
          return Outcome.done();
        });
  }

  Outcome review(IncidentId incident, ReviewEffect found, PersonId by) {
    return asCommander(
        incident,
        by,
        view -> {
          ReviewEffect said = Written.review(found);
          Optional<Words> objection = mayNotMerge(view, said, by);
          if (objection.isPresent()) {
            return new Outcome.NotNow(objection.get());
          }
          if (isRepeated(ReviewRow.class, view, row -> row.view().equals(said))) {
            return new Outcome.AlreadyDone();
          }
          add(new ReviewRow(head(ReviewRow.class, incident, by), said));
          note(incident, "effect-reviewed", Lines.reviewed(said), by);
          return Outcome.done();
        });
  }

  /** Does on the incident what the review says. */
  Outcome carryOut(IncidentId incident, ReviewEffect found, PersonId by) {
    return switch (found.next()) {
      case CONTINUE -> Outcome.done();
      case MITIGATED -> incidents.declareMitigated(incident, found.evidence().strip(), by);
      case FALSE_ALARM -> incidents.confirmFalseAlarm(incident, found.evidence().strip(), by);
      case MERGE -> {
        incidents.merge(incident, found.other().orElseThrow(), by);
        yield Outcome.done();
      }
    };
  }

  /** In Tasklist the merge follows a moment later, where nobody hears a refusal any more. */
  private Optional<Words> mayNotMerge(IncidentView view, ReviewEffect said, PersonId by) {
    Optional<IncidentId> other = said.other().filter(any -> said.next() == ReviewEffect.Next.MERGE);
    boolean fits =
        other
            .filter(id -> !id.equals(view.id()) && privacy.mayRead(id, by))
            .flatMap(board::find)
            .filter(found -> found.state().isOpen() && found.kind() == view.kind())
            .isPresent();
    return other.filter(any -> !fits).map(NOT_TO_BE_MERGED::with);
  }

  Outcome aim(IncidentId incident, List<String> objectives, PersonId by) {
    return asCommander(
        incident,
        by,
        view -> {
          List<String> said = Written.objectives(objectives);
          if (said.equals(rounds.objectives(incident))) {
            return new Outcome.AlreadyDone();
          }
          add(new ObjectivesRow(head(ObjectivesRow.class, incident, by), said));
          note(incident, "objectives-set", Lines.aims(String.join(" / ", said)), by);
          return Outcome.done();
        });
  }

  /** The problem came back: the round that ends here has not worked, and another begins. */
  void cameBack(IncidentId incident) {
    command.lockSeat(incident);
    IncidentView view = board.view(incident);
    if (Rounds.areHeld(view)) {
      Row.Head head = head(ReviewRow.class, incident, Actor.honbu("loop"));
      add(new ReviewRow(head, ReviewEffect.cameBack()));
    }
  }

  private Outcome asCommander(
      IncidentId incident, PersonId by, Function<IncidentView, Outcome> act) {
    return asOneOf(
        incident, by, (view, commander) -> commander.equals(by), ONLY_THE_COMMANDER, act);
  }

  private Outcome asOneOf(
      IncidentId incident,
      PersonId by,
      Who who,
      Words otherwise,
      Function<IncidentView, Outcome> act) {
    Optional<PersonId> commander = command.lockSeat(incident).map(CommandSeat::holder);
    IncidentView view = board.view(incident);
    if (commander.isEmpty()) {
      return new Outcome.NotNow(refused(incident, NO_ROOM, by));
    }
    if (!who.may(view, commander.get())) {
      Words name = voice.name(commander.get());
      return new Outcome.NotAllowed(refused(incident, otherwise.with(name.ja(), name.en()), by));
    }
    return act.apply(view);
  }

  private <R extends Row> boolean isRepeated(Class<R> kind, IncidentView view, Predicate<R> same) {
    return store
        .newest(kind, view.id())
        .filter(row -> row.isSince(now().minus(REPEAT)))
        .filter(same)
        .isPresent();
  }

  private Row.Head head(Class<? extends Row> kind, IncidentId incident, PersonId by) {
    return head(kind, incident, Actor.person(by));
  }

  private Row.Head head(Class<? extends Row> kind, IncidentId incident, Actor by) {
    int number = store.newest(kind, incident).map(Row::number).orElse(0) + 1;
    return new Row.Head(ids.next(), incident, number, by, now());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private void add(Row row) {
    store.add(row);
    store.flush();
  }

  private void note(IncidentId incident, String type, Words words, PersonId by) {
    incidents.note(incident, type, words, Actor.person(by));
  }

  private Words refused(IncidentId incident, Words why, PersonId by) {
    note(incident, "refused", why, by);
    return why;
  }

  /** Who an act belongs to. */
  private interface Who {
    boolean may(IncidentView view, PersonId commander);
  }
}
