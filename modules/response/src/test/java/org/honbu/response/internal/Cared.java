package org.honbu.response.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.honbu.incidents.Care;
import org.honbu.incidents.CareAnswer;
import org.honbu.incidents.CareQuestion;
import org.honbu.incidents.CareQuestion.Why;
import org.honbu.incidents.CareQuestions;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.CommanderWatch;
import org.honbu.incidents.HandsOnNoticed;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.Standing;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTasks;
import org.jspecify.annotations.Nullable;

/** How the commander of the {@link World} is doing, as a test says it. */
final class Cared implements Care, CareQuestions {
  static final Duration AGAIN = Duration.ofMinutes(10);

  private final World world;
  private final Supplier<HumanTasks> humanTasks;
  private final Clock clock;
  private final Set<Why> open = EnumSet.noneOf(Why.class);

  /** The epoch whose signs are enough to ask; nobody's when it is 0. */
  private int suspected;

  private @Nullable Instant lastSeen;
  private Optional<CareAnswer> answered = Optional.empty();
  Optional<Instant> weighAgainAt = Optional.empty();
  Optional<PersonId> deputy = Optional.empty();
  Optional<Drawn> drawn = Optional.empty();
  boolean isFresh;

  /** Whether the record has no commander any more, though the process has not heard of it. */
  boolean isNobodys;

  Cared(World world, Supplier<HumanTasks> humanTasks, Clock clock) {
    this.world = world;
    this.humanTasks = humanTasks;
    this.clock = clock;
  }

  void begin() {
    open.clear();
    suspected = 0;
    lastSeen = null;
    answered = Optional.empty();
    weighAgainAt = Optional.empty();
    deputy = Optional.empty();
    drawn = Optional.empty();
    isFresh = false;
    isNobodys = false;
  }

  /** From now on nothing is seen of the commander. */
  void goesAway() {
    lastSeen = clock.instant();
  }

  void comesBack() {
    lastSeen = null;
  }

  boolean isAsked(Why why) {
    return open.contains(why);
  }

  @Override
  public Optional<CommanderWatch> watch(IncidentId incident) {
    return isNobodys ? Optional.empty() : world.seat.map(this::watch);
  }

  private CommanderWatch watch(CommandSeat seat) {
    return new CommanderWatch(
        seat.holder(),
        seat.standing(),
        seat.epoch(),
        seat.since(),
        lastSeen == null ? clock.instant() : lastSeen,
        weighAgainAt,
        open.stream().map(why -> new CareQuestion(why, clock.instant())).toList(),
        deputy,
        Optional.of(new PersonId("sakura")));
  }

  @Override
  public Outcome handsAtWork(IncidentId incident, PersonId by) {
    suspected = world.seat.orElseThrow().epoch();
    notice();
    return Outcome.done();
  }

  private void notice() {
    world.facts.add(new HandsOnNoticed(world.incident, world.kind, suspected, clock.instant()));
  }

  @Override
  public boolean handsSeemAtWork(IncidentId incident) {
    return world.seat.filter(seat -> seat.epoch() == suspected).isPresent();
  }

  @Override
  public void weighAgain(IncidentId incident) {
    if (weighAgainAt.filter(at -> !at.isAfter(clock.instant())).isPresent()) {
      weighAgainAt = Optional.empty();
      suspected = world.seat.orElseThrow().epoch();
    }
    if (handsSeemAtWork(incident)) {
      notice();
    }
  }

  @Override
  public Asked askAboutHands(IncidentId incident) {
    open.remove(Why.HANDS_ON);
    if (!handsSeemAtWork(incident)) {
      return new Asked.Nothing();
    }
    suspected = 0;
    CommandSeat seat = world.seat.orElseThrow();
    return seat.standing() == Standing.ACTING
        ? new Asked.Warned(seat.holder())
        : ask(seat, Why.HANDS_ON);
  }

  @Override
  public Asked askWhetherTired(IncidentId incident) {
    return isFresh ? new Asked.Nothing() : ask(world.seat.orElseThrow(), Why.FATIGUE);
  }

  private Asked ask(CommandSeat seat, Why why) {
    open.add(why);
    return new Asked.Question(seat.holder(), Optional.of(new PersonId("sakura")), AGAIN);
  }

  @Override
  public void letGo(IncidentId incident, Why why) {
    open.remove(why);
  }

  @Override
  public void askAgain(IncidentId incident) {
    open.remove(Why.HANDS_ON);
    suspected = world.seat.orElseThrow().epoch();
  }

  @Override
  public Outcome answer(IncidentId incident, Why why, CareAnswer answer, PersonId by) {
    open.remove(why);
    answered = Optional.of(answer);
    if (answer instanceof CareAnswer.GoOn) {
      suspected = world.seat.orElseThrow().epoch();
    }
    HumanTasks tasks = humanTasks.get();
    String step = why == Why.HANDS_ON ? "Activity_HandsOn" : "Activity_RestOrGoOn";
    tasks.complete(tasks.open(world.incident, step).orElseThrow(), Facts.none());
    return Outcome.done();
  }

  @Override
  public Optional<CareAnswer> lastAnswer(IncidentId incident) {
    return answered;
  }

  @Override
  public Optional<Drawn> drawnBefore(IncidentId incident) {
    return drawn;
  }

  // What the response never asks.

  @Override
  public void seen(IncidentId incident, PersonId person) {
    throw new UnsupportedOperationException("the response does not ask this");
  }

  @Override
  public void commanded(IncidentId incident, PersonId person) {
    throw new UnsupportedOperationException("the response does not ask this");
  }

  @Override
  public void ownWork(IncidentId incident, Words work, PersonId by) {
    throw new UnsupportedOperationException("the response does not ask this");
  }

  @Override
  public Outcome nudge(IncidentId incident, PersonId by) {
    throw new UnsupportedOperationException("the response does not ask this");
  }
}
