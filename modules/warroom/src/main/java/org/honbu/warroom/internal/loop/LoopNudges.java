package org.honbu.warroom.internal.loop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.warroom.Round;
import org.honbu.warroom.Round.Step;
import org.honbu.workflow.Facts;
import org.honbu.workflow.TaskHandler;

/**
 * What {@code CommandLoop} says when something is late. Each looks again first: a timer may go off
 * in the moment in which the thing is done, or while the end of the incident may be taken back.
 */
@ApplicationScoped
class LoopNudges {
  private static final Words ASSESS =
      new Words(
          "状況把握がまだです。何が起きていて、どこまで広がっているか、分かる範囲で書いてください。分からないことは「不明」で大丈夫です",
          "The situation is not assessed yet. Write what goes wrong and how far it reaches, as far as"
              + " you know. “Not known” is a fine answer");
  private static final Words DECIDE =
      new Words(
          "{0} 分のあいだ、判断がありません。何から進めるか、どこを調べていくか、どう対応するかを決めましょう",
          "Nothing was decided for {0} minutes. What comes first, where do we look, how do we respond?");
  private static final Words ASSIGN =
      new Words(
          "決めたことに、まだ誰も名指しされていません。仕事を渡すか、待つ理由を書いてください",
          "Nobody has work for what was decided. Give work to somebody, or say why you wait");
  private static final Words REVIEW =
      new Words("判断を見直す時刻です。効いていますか", "It is time to look at the decision again. Does it work?");
  private static final Words UPDATE =
      new Words(
          "社内の状況共有の時刻です。いまの状況・していること・要るものを部屋に書いてください。変わりがなければ、それも知らせです",
          "The room is to hear an update now: conditions, actions, needs. No change is news, too");
  private static final Words LATE =
      new Words("社内の状況共有が遅れています。{0} 予定でした", "The internal update is late; it was due at {0}");

  private final IncidentBoard board;
  private final Rounds rounds;
  private final TwoDoorLoop loop;
  private final LoopVoice voice;
  private final Clock clock;

  @Inject
  LoopNudges(IncidentBoard board, Rounds rounds, TwoDoorLoop loop, LoopVoice voice, Clock clock) {
    this.board = board;
    this.rounds = rounds;
    this.loop = loop;
    this.voice = voice;
    this.clock = clock;
  }

  /** Only of the first round is an assessment due so soon (DOMAIN 2.4). */
  @Produces
  TaskHandler remindToAssess() {
    return at(
        "remindToAssess",
        Step.ASSESS,
        (view, said) -> {
          if (said.round().number() == 1) {
            voice.to(said.commander(), view, said.matter(), ASSESS);
          }
        });
  }

  @Produces
  TaskHandler reportStaleDecision() {
    return at(
        "reportStaleDecision",
        Step.DECIDE,
        (view, said) -> {
          long minutes = Duration.between(said.round().since(), clock.instant()).toMinutes();
          Words text = DECIDE.with(minutes);
          view.deputy()
              .ifPresentOrElse(
                  deputy -> voice.to(deputy, view, said.matter(), text),
                  () -> voice.room(view, said.matter(), text));
        });
  }

  /** Work that was given meanwhile is no longer asked for, whoever gave it. */
  @Produces
  TaskHandler remindToAssign() {
    return new Named(
        "remindToAssign",
        step -> {
          loop.workGiven(new IncidentId(step.subject()));
          return at(
                  "remindToAssign",
                  Step.ASSIGN,
                  (view, said) -> voice.to(said.commander(), view, said.matter(), ASSIGN))
              .work()
              .of(step);
        });
  }

  @Produces
  TaskHandler remindToReview() {
    return new Named(
        "remindToReview",
        step ->
            told(
                step,
                (view, said) -> {
                  voice.to(said.commander(), view, said.matter(), REVIEW);
                  view.deputy().ifPresent(deputy -> voice.to(deputy, view, said.matter(), REVIEW));
                }));
  }

  @Produces
  TaskHandler askForUpdate() {
    return new Named(
        "askForUpdate",
        step ->
            told(
                step,
                (view, said) -> {
                  if (isLate(said)) {
                    PersonId asked = view.deputy().orElse(said.commander());
                    voice.to(asked, view, said.matter(), UPDATE);
                    loop.updateIsFor(view.id(), asked);
                  }
                }));
  }

  @Produces
  TaskHandler reportLateUpdate() {
    return new Named(
        "reportLateUpdate",
        step ->
            told(
                step,
                (view, said) -> {
                  if (isLate(said)) {
                    Words text = LATE.with(LoopVoice.clock(said.round().nextUpdate()));
                    voice.room(view, said.matter(), text);
                  }
                }));
  }

  private boolean isLate(Said said) {
    return !clock.instant().isBefore(said.round().nextUpdate());
  }

  private Named at(String name, Step due, BiConsumer<IncidentView, Said> nudge) {
    return new Named(
        name,
        step ->
            told(
                step,
                (view, said) -> {
                  if (said.round().step() == due) {
                    nudge.accept(view, said);
                  }
                }));
  }

  private Facts told(TaskHandler.Step step, BiConsumer<IncidentView, Said> nudge) {
    IncidentId incident = new IncidentId(step.subject());
    IncidentView view = board.view(incident);
    Optional<PersonId> commander = view.seat().map(CommandSeat::holder);
    Optional<Round> round = rounds.now(incident);
    if (commander.isPresent() && round.isPresent()) {
      String matter = step.elementId() + ":" + clock.instant().getEpochSecond() / 60;
      nudge.accept(view, new Said(round.get(), commander.get(), matter));
    }
    return Facts.none();
  }

  /**
   * What a nudge is about.
   *
   * @param matter makes repeating the step harmless; a later firing says it again
   */
  private record Said(Round round, PersonId commander, String matter) {}
}
