package org.honbu.response.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.Briefing;
import org.honbu.incidents.Briefing.Topic;
import org.honbu.incidents.CommandTaken;
import org.honbu.incidents.HandoverBegan;
import org.honbu.incidents.HandoverBoard;
import org.honbu.incidents.HandoverProcess;
import org.honbu.incidents.HandoverReason;
import org.honbu.incidents.HandoverView;
import org.honbu.incidents.HandoverView.End;
import org.honbu.incidents.NextPart;
import org.honbu.incidents.Standing;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTasks;

/** The handovers of the {@link World}'s incident, and what people do in them. */
final class Handing implements HandoverBoard, HandoverProcess {
  private static final int MOST_REFUSALS = 3;

  /** Whoever may be asked next, best first. */
  final List<PersonId> ranking = new ArrayList<>();

  Optional<PersonId> deputy = Optional.empty();
  private final World world;
  private final List<HandoverView> all = new ArrayList<>();
  private final Set<Integer> heard = new HashSet<>();

  Handing(World world) {
    this.world = world;
  }

  void begin() {
    all.clear();
    heard.clear();
    ranking.clear();
    ranking.addAll(List.of(new PersonId("grace"), new PersonId("daniel"), new PersonId("ken")));
    deputy = Optional.empty();
  }

  // What people do.

  void offer(PersonId to) {
    begin(Optional.of(to), commander(), HandoverReason.FATIGUE, false);
  }

  void offerToAll() {
    begin(Optional.empty(), commander(), HandoverReason.SHIFT_END, false);
  }

  void take(PersonId by) {
    begin(Optional.of(by), by, HandoverReason.ABSENT, true);
  }

  void executiveTakes(PersonId executive) {
    begin(Optional.of(executive), executive, HandoverReason.EXEC_TAKES, false);
  }

  private void begin(Optional<PersonId> asked, PersonId by, HandoverReason why, boolean forced) {
    int number = all.size() + 1;
    all.add(
        new HandoverView(
            world.incident,
            number,
            forced,
            why,
            "",
            by,
            commander(),
            asked,
            1,
            world.now(),
            forced,
            false,
            Briefing.empty().with(Topic.SITUATION, new Words("調査中", "Investigating")),
            world.now(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    world.facts.add(new HandoverBegan(world.incident, Kind.REAL, number, by, world.now()));
    tell(number);
  }

  void brief(PersonId by) {
    change(one -> copy(one).briefed(true));
    complete("Activity_WriteBriefing", by);
    complete("Activity_FinishBriefing", by);
  }

  private void complete(String step, PersonId by) {
    HumanTasks tasks = world.tasks();
    tasks
        .open(world.incident, step)
        .ifPresent(
            task -> {
              tasks.assign(task, by);
              tasks.complete(task, Facts.none());
            });
  }

  void accept(PersonId by) {
    move(by);
    world.tell("Message_CommandTaken", Facts.none());
  }

  /** In Tasklist: the task that is completed goes on by itself. */
  void acceptAtTheTask(String step, PersonId by) {
    move(by);
    complete(step, by);
  }

  private void move(PersonId by) {
    PersonId before = commander();
    change(one -> copy(one).ended(End.TAKEN).moved(by, world.epoch() + 1));
    world.commandGoesTo(by);
    world.facts.add(
        new CommandTaken(
            world.incident, Kind.REAL, before, by, Standing.HELD, world.epoch(), world.now()));
  }

  void decline() {
    passOver();
    world.tell(
        running(world.incident).isPresent() ? "Message_CandidateDeclined" : "Message_HandoverEnded",
        Facts.none());
  }

  void declineAtTheTask(PersonId by) {
    passOver();
    complete("Activity_AcceptCommand", by);
  }

  void withdraw() {
    change(one -> copy(one).ended(End.WITHDRAWN));
    world.tell("Message_HandoverEnded", Facts.none());
  }

  void stillInCommand() {
    change(one -> copy(one).ended(End.STILL_IN_COMMAND));
    world.tell("Message_HandoverEnded", Facts.none());
  }

  void stillInCommandAtTheTask(PersonId by) {
    change(one -> copy(one).ended(End.STILL_IN_COMMAND));
    complete("Activity_SayStillInCommand", by);
  }

  void goesOnAs(NextPart part, PersonId by) {
    HandoverView last = newest(world.incident).orElseThrow();
    all.set(last.number() - 1, copy(last).goesOnAs(part).view());
    complete("Activity_ChooseNextPart", by);
  }

  /** Somebody claimed command from an acting commander. */
  void overtaken() {
    running(world.incident).ifPresent(any -> change(one -> copy(one).ended(End.OVERTAKEN)));
  }

  private void passOver() {
    HandoverView now = running(world.incident).orElseThrow();
    if (now.reason() == HandoverReason.EXEC_TAKES) {
      change(one -> copy(one).ended(End.WITHDRAWN));
    } else if (now.round() >= MOST_REFUSALS || ranking.isEmpty()) {
      change(one -> copy(one).ended(End.NOBODY_LEFT));
    } else {
      PersonId next = ranking.remove(0);
      change(one -> copy(one).asks(next));
    }
  }

  private PersonId commander() {
    return world.seat.orElseThrow().holder();
  }

  // What the process asks and does.

  @Override
  public Optional<HandoverView> running(IncidentId incident) {
    return newest(incident).filter(HandoverView::isRunning);
  }

  @Override
  public Optional<HandoverView> newest(IncidentId incident) {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  @Override
  public Optional<HandoverView> find(IncidentId incident, int number) {
    return all.stream().filter(one -> one.number() == number).findFirst();
  }

  @Override
  public HandoverView prepare(IncidentId incident, int number) {
    return find(incident, number).orElseThrow();
  }

  @Override
  public Optional<PersonId> letDeputyBrief(IncidentId incident, int number, Actor by) {
    return deputy;
  }

  @Override
  public HandoverView afterRound(IncidentId incident, int number, int round, Actor by) {
    HandoverView now = find(incident, number).orElseThrow();
    if (now.isRunning() && now.round() == round) {
      passOver();
    }
    return find(incident, number).orElseThrow();
  }

  @Override
  public HandoverView moveIfNobodyObjected(IncidentId incident, int number, Actor by) {
    HandoverView now = find(incident, number).orElseThrow();
    if (now.isRunning() && now.forced()) {
      move(now.askedBy());
    }
    return find(incident, number).orElseThrow();
  }

  @Override
  public HandoverView giveUp(IncidentId incident, int number, Actor by) {
    HandoverView now = find(incident, number).orElseThrow();
    if (now.isRunning()) {
      change(one -> copy(one).ended(End.NOBODY_LEFT));
    }
    return find(incident, number).orElseThrow();
  }

  @Override
  public boolean follow(IncidentId incident, int number) {
    HandoverView one = find(incident, number).orElseThrow();
    boolean matters = one.isRunning() || one.endedAs(End.TAKEN) || one.endedAs(End.NOBODY_LEFT);
    return heard.contains(number) || !matters || tell(number);
  }

  @Override
  public boolean followAgain(IncidentId incident) {
    return running(incident).map(one -> tell(one.number())).orElse(true);
  }

  private boolean tell(int number) {
    HandoverView one = find(world.incident, number).orElseThrow();
    boolean told =
        world.tell(
            one.forced() ? "Message_TakeCommand" : "Message_HandoverRequested",
            Facts.of("outgoing", one.outgoing())
                .and("handover", number)
                .and("forced", one.forced()));
    if (told) {
      heard.add(number);
    }
    return told;
  }

  @Override
  public List<PersonId> candidates(IncidentId incident) {
    return List.copyOf(ranking);
  }

  @Override
  public Briefing draft(IncidentId incident) {
    throw new UnsupportedOperationException("the response does not ask this");
  }

  @Override
  public ToReadBack toReadBack(IncidentId incident) {
    throw new UnsupportedOperationException("the response does not ask this");
  }

  @Override
  public List<Note> notesToAnnouncer(IncidentId incident) {
    throw new UnsupportedOperationException("the response does not ask this");
  }

  private interface Change {
    Copy of(HandoverView now);
  }

  private void change(Change change) {
    HandoverView now = running(world.incident).orElseThrow();
    all.set(now.number() - 1, change.of(now).view());
  }

  private static Copy copy(HandoverView of) {
    return new Copy(of);
  }

  /** A view with one thing changed. */
  private static final class Copy {
    private final HandoverView of;
    private boolean briefed;
    private Optional<PersonId> asked;
    private int round;
    private Optional<End> end;
    private Optional<PersonId> successor;
    private Optional<Integer> epoch;
    private Optional<NextPart> part;

    Copy(HandoverView of) {
      this.of = of;
      briefed = of.briefed();
      asked = of.asked();
      round = of.round();
      end = of.end();
      successor = of.successor();
      epoch = of.epoch();
      part = of.outgoingIs();
    }

    Copy briefed(boolean now) {
      briefed = now;
      return this;
    }

    Copy asks(PersonId next) {
      asked = Optional.of(next);
      round++;
      return this;
    }

    Copy ended(End how) {
      end = Optional.of(how);
      return this;
    }

    Copy moved(PersonId to, int seat) {
      successor = Optional.of(to);
      epoch = Optional.of(seat);
      return this;
    }

    Copy goesOnAs(NextPart now) {
      part = Optional.of(now);
      return this;
    }

    HandoverView view() {
      return new HandoverView(
          of.incident(),
          of.number(),
          of.forced(),
          of.reason(),
          of.words(),
          of.askedBy(),
          of.outgoing(),
          asked,
          round,
          of.askedAt(),
          briefed,
          of.deputyBriefs(),
          of.briefing(),
          of.beganAt(),
          end,
          successor,
          epoch,
          part);
    }
  }
}
