package org.honbu.warroom.internal.loop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.outbox.Outbox;
import org.honbu.outbox.Subject;
import org.honbu.warroom.EffectReviewed;
import org.honbu.warroom.ReviewEffect;
import org.honbu.warroom.Round;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.TaskRule;

/**
 * Tasklist's door to the loop: its tasks are the commander's, whoever that is; an update of the
 * room is the deputy's, too.
 */
@ApplicationScoped
class LoopTaskRules implements TaskRule {
  private static final Words ONLY_THE_COMMANDER =
      new Words("これはコマンダーの {0} さんの作業です", "This is for {1}, who commands");
  private static final Words NO_WORK =
      new Words(
          "インシデントの画面から、仕事を一つ以上、名指しで渡してください。いまは待つなら、その理由を書いてください",
          "Give somebody work by name, on the incident’s page. If you wait for now, say why");

  private final LoopDesk desk;
  private final Rounds rounds;
  private final IncidentBoard board;
  private final LoopVoice voice;
  private final LoopStore store;
  private final Outbox outbox;
  private final Clock clock;

  @Inject
  LoopTaskRules(
      LoopDesk desk,
      Rounds rounds,
      IncidentBoard board,
      LoopVoice voice,
      LoopStore store,
      Outbox outbox,
      Clock clock) {
    this.desk = desk;
    this.rounds = rounds;
    this.board = board;
    this.voice = voice;
    this.store = store;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public Set<String> steps() {
    return Set.of(
        LoopElements.ASSESS,
        LoopElements.DECIDE,
        LoopElements.ASSIGN,
        LoopElements.UPDATE,
        LoopElements.REVIEW);
  }

  @Override
  public Verdict mayHold(HumanTask task, PersonId person) {
    IncidentView view = board.view(task.incident());
    Optional<PersonId> commander = view.seat().map(CommandSeat::holder);
    boolean deputyMay = task.step().equals(LoopElements.UPDATE);
    if (deputyMay && view.deputy().filter(person::equals).isPresent()) {
      return Verdict.yes();
    }
    return commander
        .filter(holder -> !holder.equals(person))
        .map(voice::name)
        .map(name -> Verdict.no(ONLY_THE_COMMANDER.with(name.ja(), name.en())))
        .orElseGet(Verdict::yes);
  }

  @Override
  public Verdict released(HumanTask task, PersonId person) {
    return Verdict.no(
        "輪の作業は指揮と一緒に動きます。手放すには、コマンダーを渡してください",
        "The steps of the loop go with command. Hand command over instead");
  }

  @Override
  public Verdict completed(HumanTask task, PersonId person, Facts answers) {
    IncidentId incident = task.incident();
    return switch (task.step()) {
      case LoopElements.ASSESS ->
          verdict(desk.assess(incident, LoopForm.assessment(answers), person));
      case LoopElements.DECIDE ->
          verdict(desk.decide(incident, LoopForm.decision(answers), person));
      case LoopElements.ASSIGN -> assigned(incident, LoopForm.reason(answers), person);
      case LoopElements.UPDATE -> verdict(desk.update(incident, LoopForm.status(answers), person));
      default -> reviewed(incident, LoopForm.review(answers), person);
    };
  }

  private Verdict assigned(IncidentId incident, String reason, PersonId person) {
    if (!reason.isEmpty()) {
      return verdict(desk.waitWith(incident, reason, person));
    }
    boolean waitsForWork =
        rounds.now(incident).filter(round -> round.step() == Round.Step.ASSIGN).isPresent();
    return waitsForWork ? Verdict.no(NO_WORK) : Verdict.yes();
  }

  /**
   * What the review says of the incident is done a moment later, because it ends the task that is
   * being completed here.
   */
  private Verdict reviewed(IncidentId incident, ReviewEffect found, PersonId person) {
    Outcome outcome = desk.review(incident, found, person);
    if (outcome instanceof Outcome.Done && found.next() != ReviewEffect.Next.CONTINUE) {
      IncidentView view = board.view(incident);
      int number = store.newest(ReviewRow.class, incident).map(Row::number).orElseThrow();
      outbox.announce(
          new EffectReviewed(incident, view.kind(), number, found.next(), person, clock.instant()),
          Subject.of(incident));
    }
    return verdict(outcome);
  }

  private static Verdict verdict(Outcome outcome) {
    if (outcome instanceof Outcome.NotAllowed no) {
      return Verdict.no(no.why());
    }
    return outcome instanceof Outcome.NotNow no ? Verdict.no(no.why()) : Verdict.yes();
  }
}
