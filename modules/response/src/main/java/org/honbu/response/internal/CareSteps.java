package org.honbu.response.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.Care;
import org.honbu.incidents.CareQuestion.Why;
import org.honbu.incidents.CareQuestions;
import org.honbu.incidents.CareQuestions.Asked;
import org.honbu.incidents.CommandCandidates;
import org.honbu.incidents.CommanderWatch;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Standing;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.people.People;
import org.honbu.people.Person;
import org.honbu.people.Role;
import org.honbu.workflow.Facts;
import org.honbu.workflow.TaskHandler;
import org.honbu.workflow.TaskHandler.Step;

/** The automatic steps of {@code CommandCare}. Not a word of them is said in the room. */
@ApplicationScoped
class CareSteps {
  /** As short as a diagram's timer may be. */
  private static final Duration SHORTLY = Duration.ofSeconds(10);

  private static final Duration DEPUTY_AGAIN = Duration.ofMinutes(5);
  private static final int PROPOSED = 3;

  private static final Facts NOBODY_COMMANDS =
      Facts.of("commanded", false)
          .and("absent", false)
          .and("lookAgainAfter", SHORTLY)
          .and("deputyAsked", false);

  /**
   * The end can be taken back, and then the same person commands again; else the room ends this.
   */
  private static final Facts THE_END_IS_FRESH =
      Facts.of("commanded", true)
          .and("absent", false)
          .and("lookAgainAfter", Duration.ofMinutes(1))
          .and("deputyAsked", false);

  private final IncidentBoard board;
  private final Care care;
  private final CareQuestions questions;
  private final CommandCandidates candidates;
  private final Judgement judgement;
  private final People people;
  private final Voice voice;
  private final Whisper whisper;
  private final Clock clock;

  @Inject
  CareSteps(
      IncidentBoard board,
      Care care,
      CareQuestions questions,
      CommandCandidates candidates,
      Judgement judgement,
      People people,
      Voice voice,
      Whisper whisper,
      Clock clock) {
    this.board = board;
    this.care = care;
    this.questions = questions;
    this.candidates = candidates;
    this.judgement = judgement;
    this.people = people;
    this.voice = voice;
    this.whisper = whisper;
    this.clock = clock;
  }

  @Produces
  TaskHandler lookAtCommander() {
    return new Named("lookAtCommander", this::lookAtCommander);
  }

  /** Looks again when they would have been out of sight too long, or when signs will weigh more. */
  private Facts lookAtCommander(Step step) {
    IncidentView view = view(step);
    Optional<CommanderWatch> commanded = care.watch(view.id());
    if (commanded.isEmpty()) {
      return view.state().isOpen() ? NOBODY_COMMANDS : THE_END_IS_FRESH;
    }
    questions.weighAgain(view.id());
    CommanderWatch watch = commanded.get();
    Instant now = clock.instant();
    Duration allowed = judgement.absentAfter(view);
    boolean absent = !now.isBefore(watch.lastSeen().plus(allowed));
    Instant next = (absent ? now : watch.lastSeen()).plus(allowed);
    Instant look = watch.weighAgainAt().filter(next::isAfter).orElse(next);
    Duration wait = Duration.between(now, look);
    return Facts.of("commanded", true)
        .and("absent", absent)
        .and("lookAgainAfter", wait.compareTo(SHORTLY) < 0 ? SHORTLY : wait)
        .and("deputyAsked", absent && step.facts().yes("deputyAsked"));
  }

  @Produces
  TaskHandler askToTakeCommand() {
    return new Named("askToTakeCommand", this::askToTakeCommand);
  }

  /** The deputy; when there is none, or they have not come, whoever could command, best first. */
  private Facts askToTakeCommand(Step step) {
    IncidentView view = view(step);
    Optional<CommanderWatch> commanded = care.watch(view.id());
    if (commanded.isEmpty()) {
      return Facts.of("deputyAsked", false);
    }
    CommanderWatch watch = commanded.get();
    boolean deputyFirst = !step.facts().yes("deputyAsked") && watch.deputy().isPresent();
    voice.call(
        view,
        view.id() + ":out-of-sight:" + clock.instant().getEpochSecond(),
        OnCallLevels.STAND_INS,
        deputyFirst
            ? watch.deputy().stream().toList()
            : candidates.next(view.id(), Set.of(watch.commander())));
    whisper.to(
        watch.commander(),
        view,
        "out-of-sight",
        new Words(
            "しばらく姿が見えないので、代わりの人に声をかけています。指揮を続けているなら、インシデントのページを開くだけで大丈夫です",
            "Nothing was seen of you for a while, so somebody is asked to stand in. If you are still in"
                + " command, just open the incident’s page"));
    return Facts.of("deputyAsked", deputyFirst);
  }

  @Produces
  TaskHandler lookAtDeputy() {
    return new Named("lookAtDeputy", this::lookAtDeputy);
  }

  /**
   * DOMAIN RO-5: SEV1 and a trainee in command need a deputy; the commander is asked for one until
   * there is one. Whoever only stands in has enough to do, and is asked once they command.
   */
  private Facts lookAtDeputy(Step step) {
    IncidentView view = view(step);
    care.watch(view.id())
        .filter(watch -> watch.deputy().isEmpty() && watch.standing() == Standing.HELD)
        .filter(watch -> needsDeputy(view, watch.commander()))
        .ifPresent(watch -> askForDeputy(view, watch));
    return Facts.none();
  }

  private boolean needsDeputy(IncidentView view, PersonId commander) {
    Set<Role> roles = people.rolesOf(commander);
    boolean isTrainee =
        roles.contains(Role.COMMANDER_TRAINEE) && !roles.contains(Role.INCIDENT_COMMANDER);
    return isTrainee || view.severity().filter(Severity.SEV1::equals).isPresent();
  }

  /** However often it is looked, they are asked every five minutes at most. */
  private void askForDeputy(IncidentView view, CommanderWatch watch) {
    Duration held = Duration.between(watch.since(), clock.instant());
    long time = held.dividedBy(DEPUTY_AGAIN);
    List<Words> couldBe =
        candidates.next(view.id(), Set.of(watch.commander())).stream()
            .limit(PROPOSED)
            .map(voice::name)
            .toList();
    Words names =
        new Words(
            String.join("、", couldBe.stream().map(name -> name.ja() + " さん").toList()),
            String.join(", ", couldBe.stream().map(Words::en).toList()));
    Words wanted =
        new Words(
            "副コマンダーがまだいません。時計を見て、いつでも代われる人が必要です。インシデントのページの「副コマンダーを頼む」で選んでください",
            "There is no deputy yet. Somebody has to watch the clocks and be ready to take over. Choose"
                + " one on the incident’s page, under “Ask for a deputy”");
    whisper.once(
        watch.commander(),
        view,
        "deputy-wanted:" + watch.epoch() + ":" + time,
        couldBe.isEmpty()
            ? wanted
            : new Words(wanted.ja() + "。頼めそうな人：{0}", wanted.en() + ". You could ask {1}")
                .with(names.ja(), names.en()));
  }

  @Produces
  TaskHandler offerTheWork() {
    return new Named("offerTheWork", this::offerTheWork);
  }

  private Facts offerTheWork(Step step) {
    IncidentView view = view(step);
    questions
        .drawnBefore(view.id())
        .ifPresent(
            drawn ->
                whisper.to(
                    drawn.person(),
                    view,
                    "offer",
                    new Words(
                            "指揮を渡してくれてありがとうございます。「{0}」をお任せできますか。対応者として、詳しいところで力を貸してください",
                            "Thank you for passing command. Could you take on “{1}”? As a responder you"
                                + " can help where you know it best")
                        .with(drawn.work().ja(), drawn.work().en())));
    return Facts.none();
  }

  @Produces
  TaskHandler askTiredCommander() {
    return new Named("askTiredCommander", this::askTiredCommander);
  }

  private Facts askTiredCommander(Step step) {
    IncidentView view = view(step);
    if (!(questions.askWhetherTired(view.id()) instanceof Asked.Question question)) {
      return Facts.of("asked", false);
    }
    whisper.to(
        question.commander(),
        view,
        "tired",
        new Words(
            "長いあいだの指揮、おつかれさまです。交代を考えませんか。続けても大丈夫です",
            "You have been in command for a long time: thank you. Would you like somebody to take"
                + " over? Going on is fine, too"));
    return Facts.of("asked", true)
        .and("commander", question.commander())
        .and("to", question.couldTakeOver().map(PersonId::value).orElse(""));
  }

  @Produces
  TaskHandler letTheQuestionGo() {
    return new Named(
        "letTheQuestionGo",
        step -> {
          questions.letGo(new IncidentId(step.subject()), Why.FATIGUE);
          return Facts.none();
        });
  }

  @Produces
  TaskHandler tellTheOwner() {
    return new Named("tellTheOwner", this::tellTheOwner);
  }

  private Facts tellTheOwner(Step step) {
    IncidentView view = view(step);
    care.watch(view.id()).ifPresent(watch -> tellTheOwner(view, watch));
    return Facts.none();
  }

  private void tellTheOwner(IncidentView view, CommanderWatch watch) {
    Words name = voice.name(watch.commander());
    long hours = Duration.between(watch.since(), clock.instant()).toHours();
    Words text =
        new Words(
                "{0} さんが {2} 時間、指揮を続けています。交代できる人を手配してください",
                "{1} has been in command for {2} hours. Please find somebody who can take over")
            .with(name.ja(), name.en(), hours);
    people.withRole(Role.PROCESS_OWNER).stream()
        .map(Person::id)
        .forEach(owner -> whisper.to(owner, view, "long-command", text));
  }

  private IncidentView view(Step step) {
    return board.view(new IncidentId(step.subject()));
  }
}
