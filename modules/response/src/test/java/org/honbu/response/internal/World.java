package org.honbu.response.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.honbu.incidents.AnswerOutcome;
import org.honbu.incidents.AttachedSignal;
import org.honbu.incidents.BoardRow;
import org.honbu.incidents.Command;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.CommandTaken;
import org.honbu.incidents.Declaration;
import org.honbu.incidents.Duty;
import org.honbu.incidents.HandoverView;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentAcknowledged;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentMoved;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentTriaged;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Incidents;
import org.honbu.incidents.LargeReason;
import org.honbu.incidents.OpenCount;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.PublicPhase;
import org.honbu.incidents.Reason;
import org.honbu.incidents.Room;
import org.honbu.incidents.RoomOpened;
import org.honbu.incidents.Severity;
import org.honbu.incidents.SeverityRated;
import org.honbu.incidents.Signal;
import org.honbu.incidents.Source;
import org.honbu.incidents.Standing;
import org.honbu.incidents.TakeOutcome;
import org.honbu.incidents.TakenBack;
import org.honbu.incidents.TimelineEntry;
import org.honbu.incidents.Times;
import org.honbu.incidents.Triage;
import org.honbu.incidents.Undo;
import org.honbu.incidents.UndoOffer;
import org.honbu.incidents.Undoable;
import org.honbu.incidents.Visibility;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.outbox.Fact;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTasks;
import org.honbu.workflow.Processes;
import org.jspecify.annotations.Nullable;

/** One incident as {@code incidents} keeps it, and its acts as far as the response needs them. */
final class World implements IncidentBoard, Incidents, Command, Undo {
  static final IncidentId INCIDENT = new IncidentId("INC-2026-0001");

  /** What was announced and nobody has handled yet, oldest first. */
  final List<Fact> facts = new ArrayList<>();

  private final Supplier<Processes> processes;
  private final Supplier<HumanTasks> humanTasks;
  private final Clock clock;
  final Cared care;
  IncidentId incident = INCIDENT;
  Kind kind = Kind.REAL;
  Impact impact = Impact.UNKNOWN;
  Source source = Source.SYSTEM;
  Visibility visibility = Visibility.UNKNOWN;
  PublicPhase publicPhase = PublicPhase.NONE;
  Actor reporter = Actor.honbu("test");
  IncidentState state = IncidentState.REPORTED;
  Optional<Severity> severity = Optional.empty();
  Optional<PersonId> answeredBy = Optional.empty();
  Optional<IncidentView.Triaged> triaged = Optional.empty();
  Optional<CommandSeat> seat = Optional.empty();
  Room room = Room.NONE;
  List<Duty> duties = List.of();
  boolean crying = true;
  boolean breakGlass;
  final Handing handovers = new Handing(this);
  final Counts counts = new Counts();
  final Told told = new Told();
  private int epoch;
  final Set<LargeReason> reasons = EnumSet.noneOf(LargeReason.class);
  final List<Reason> rated = new ArrayList<>();
  final List<String> notes = new ArrayList<>();
  final Set<Undoable> takenBack = EnumSet.noneOf(Undoable.class);
  private @Nullable Instant acknowledgedAt;

  /** How it was before the last act that may be taken back. */
  private Runnable before = () -> {};

  private Runnable standUp = () -> {};
  private @Nullable Instant endedAt;

  World(Supplier<Processes> processes, Supplier<HumanTasks> humanTasks, Clock clock) {
    this.processes = processes;
    this.humanTasks = humanTasks;
    this.clock = clock;
    this.care = new Cared(this, humanTasks, clock);
    handovers.begin();
  }

  /** What those know who have to be told. */
  static final class Told {
    boolean owed = true;

    public boolean owesTheFirst(IncidentId asked) {
      return owed;
    }
  }

  /** Another incident, of which nothing is known yet. */
  void begin(IncidentId next) {
    incident = next;
    kind = Kind.REAL;
    state = IncidentState.REPORTED;
    severity = Optional.empty();
    answeredBy = Optional.empty();
    triaged = Optional.empty();
    seat = Optional.empty();
    handovers.begin();
    room = Room.NONE;
    duties = List.of();
    reasons.clear();
    facts.clear();
    epoch = 0;
    care.begin();
    told.owed = true;
    takenBack.clear();
    endedAt = null;
  }

  boolean tell(String message, Facts told) {
    return processes.get().tell(message, incident, told);
  }

  HumanTasks tasks() {
    return humanTasks.get();
  }

  Instant now() {
    return clock.instant();
  }

  int epoch() {
    return epoch;
  }

  void commandGoesTo(PersonId holder) {
    sit(holder, Standing.HELD);
  }

  private void moves(IncidentState to) {
    facts.add(new IncidentMoved(incident, Kind.REAL, state, to, clock.instant()));
    state = to;
  }

  @Override
  public IncidentView view(IncidentId incident) {
    Instant declared = Instant.parse("2026-04-01T03:00:00Z");
    return new IncidentView(
        this.incident,
        "決済が遅い",
        kind,
        state,
        severity,
        source,
        Optional.of("payment-api"),
        new TeamId("payments"),
        reporter,
        Optional.empty(),
        impact,
        visibility,
        publicPhase,
        room,
        Set.copyOf(reasons),
        breakGlass,
        answeredBy,
        triaged,
        seat,
        Optional.empty(),
        handovers.running(incident).filter(h -> !h.forced()).flatMap(HandoverView::asked),
        Optional.empty(),
        new IncidentView.Signals(1, 1, crying ? 1 : 0, 0),
        new Times(
            Optional.empty(),
            declared,
            declared,
            Optional.ofNullable(acknowledgedAt),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        duties,
        false);
  }

  @Override
  public Severity rate(IncidentId incident, Severity to, List<Reason> rules, Actor rule) {
    rated.addAll(rules);
    severity = Optional.of(severity.filter(now -> !to.isWorseThan(now)).orElse(to));
    return severity.orElseThrow();
  }

  @Override
  public Outcome rate(IncidentId incident, Severity to, String reason, PersonId by) {
    facts.add(new SeverityRated(this.incident, Kind.REAL, severity, to, clock.instant()));
    severity = Optional.of(to);
    tell("Message_SeverityChanged", Facts.of("severity", to.level()));
    return Outcome.done();
  }

  @Override
  public AnswerOutcome acknowledge(IncidentId incident, PersonId by) {
    acknowledgeByTask(incident, by);
    tell("Message_Acknowledged", Facts.of("answeredBy", by));
    return new AnswerOutcome.First(clock.instant());
  }

  @Override
  public AnswerOutcome acknowledgeByTask(IncidentId incident, PersonId by) {
    IncidentState was = state;
    before =
        () -> {
          answeredBy = Optional.empty();
          acknowledgedAt = null;
          moves(was);
        };
    answeredBy = Optional.of(by);
    acknowledgedAt = clock.instant();
    moves(room == Room.OPEN ? IncidentState.INVESTIGATING : IncidentState.TRIAGE);
    facts.add(new IncidentAcknowledged(this.incident, Kind.REAL, by, clock.instant()));
    return new AnswerOutcome.First(clock.instant());
  }

  /** What the triage form says. */
  void triaged(Triage.Answer answer, int teams) {
    triaged =
        Optional.of(new IncidentView.Triaged(answer, answeredBy.orElse(new PersonId("x")), teams));
    state = answer == Triage.Answer.DUPLICATE ? IncidentState.MERGED : IncidentState.INVESTIGATING;
  }

  @Override
  public Outcome triage(IncidentId incident, Triage triage, PersonId by) {
    triaged = Optional.of(new IncidentView.Triaged(triage.answer(), by, 0));
    if (triage.answer() == Triage.Answer.REAL) {
      moves(IncidentState.INVESTIGATING);
    }
    facts.add(new IncidentTriaged(this.incident, Kind.REAL, by, clock.instant()));
    HumanTasks tasks = humanTasks.get();
    tasks
        .open(this.incident, "Activity_Triage")
        .ifPresent(task -> tasks.complete(task, Facts.none()));
    return Outcome.done();
  }

  @Override
  public IncidentId reopen(IncidentId incident, String reason, PersonId by) {
    recurred(incident, reason, Actor.person(by));
    return incident;
  }

  @Override
  public Outcome declareMitigated(IncidentId incident, String how, PersonId by) {
    moves(IncidentState.MITIGATED);
    tell("Message_MitigationDeclared", Facts.none());
    return Outcome.done();
  }

  @Override
  public Outcome verify(IncidentId incident, PersonId by) {
    moves(IncidentState.MONITORING);
    tell("Message_Verified", Facts.none());
    return Outcome.done();
  }

  @Override
  public Outcome recurred(IncidentId incident, String what, Actor by) {
    if (endedAt != null) {
      standUp.run(); // nobody has left the room yet
      endedAt = null;
    }
    moves(IncidentState.INVESTIGATING);
    tell("Message_Recurred", Facts.none());
    return Outcome.done();
  }

  @Override
  public Outcome declareResolved(IncidentId incident, String summary, PersonId by) {
    remembersTheEnd();
    moves(IncidentState.RESOLVED);
    seat = Optional.empty();
    room = room == Room.OPEN ? Room.CLOSED : room;
    tell("Message_Resolved", Facts.none());
    return Outcome.done();
  }

  @Override
  public Outcome close(IncidentId incident, Actor by) {
    state = IncidentState.CLOSED;
    return Outcome.done();
  }

  @Override
  public Outcome confirmFalseAlarm(IncidentId incident, String why, PersonId by) {
    confirmFalseAlarmByTask();
    tell("Message_FalseAlarmConfirmed", Facts.none());
    return Outcome.done();
  }

  @Override
  public Outcome confirmFalseAlarmCleared(IncidentId incident, Actor by) {
    if (crying) {
      return new Outcome.NotNow(new Words("まだ鳴っている", "Still crying"));
    }
    state = IncidentState.FALSE_ALARM;
    return Outcome.done();
  }

  @Override
  public void note(IncidentId incident, String type, Words words, Actor by) {
    notes.add(type);
  }

  @Override
  public Outcome openRoom(
      IncidentId incident, Set<LargeReason> why, Optional<PersonId> otherwise, Actor by) {
    if (!state.isOpen()) {
      throw new IllegalStateException("over");
    }
    reasons.addAll(why);
    if (room == Room.OPEN) {
      return new Outcome.AlreadyDone();
    }
    room = Room.OPEN;
    sit(answeredBy.or(() -> otherwise).orElseThrow(), Standing.ACTING);
    facts.add(
        new RoomOpened(this.incident, Kind.REAL, seat.orElseThrow().holder(), clock.instant()));
    return Outcome.done();
  }

  private void sit(PersonId holder, Standing standing) {
    epoch++;
    seat = Optional.of(new CommandSeat(holder, standing, clock.instant(), false, epoch));
  }

  @Override
  public Outcome escalate(IncidentId incident, PersonId by) {
    IncidentState was = state;
    before =
        () -> {
          room = Room.NONE;
          seat = Optional.empty();
          reasons.clear();
          if (was != state) {
            moves(was);
          }
        };
    openRoom(incident, Set.of(LargeReason.L_HUMAN), Optional.of(by), Actor.person(by));
    tell("Message_Escalate", Facts.none());
    return Outcome.done();
  }

  @Override
  public TakeOutcome take(IncidentId incident, PersonId by) {
    PersonId before = seat.orElseThrow().holder();
    sit(by, Standing.HELD);
    handovers.overtaken();
    facts.add(
        new CommandTaken(
            this.incident, Kind.REAL, before, by, Standing.HELD, epoch, clock.instant()));
    tell("Message_CommandTaken", Facts.none());
    return new TakeOutcome.Taken(clock.instant());
  }

  /** The first answerer takes the place of a stand-in: a fact, and no word to the process. */
  void standInIsReplacedBy(PersonId answerer) {
    PersonId before = seat.orElseThrow().holder();
    sit(answerer, Standing.ACTING);
    handovers.overtaken();
    facts.add(
        new CommandTaken(
            incident, Kind.REAL, before, answerer, Standing.ACTING, epoch, clock.instant()));
  }

  @Override
  public Outcome confirmActing(IncidentId incident, Actor by) {
    sit(seat.orElseThrow().holder(), Standing.HELD);
    return Outcome.done();
  }

  @Override
  public void openBreakGlass(IncidentId incident, Actor by) {
    breakGlass = true;
  }

  @Override
  public int customersSince(IncidentId incident, Instant since) {
    return 0;
  }

  @Override
  public Optional<CommandSeat> seat(IncidentId incident) {
    return seat;
  }

  @Override
  public Optional<CommandSeat> lockSeat(IncidentId incident) {
    return seat;
  }

  // What was pressed by mistake.

  /** As Tasklist does it: the record only. */
  void confirmFalseAlarmByTask() {
    remembersTheEnd();
    moves(IncidentState.FALSE_ALARM);
    room = room == Room.OPEN ? Room.CLOSED : room;
    seat = Optional.empty();
  }

  private void remembersTheEnd() {
    IncidentState was = state;
    Room wasRoom = room;
    Optional<CommandSeat> wasSeat = seat;
    standUp =
        () -> {
          room = wasRoom;
          seat = wasSeat;
        };
    endedAt = clock.instant();
    before =
        () -> {
          standUp.run();
          moves(was);
        };
  }

  @Override
  public boolean endMayBeTakenBack(IncidentId incident) {
    return !state.isOpen()
        && endedAt != null
        && !clock.instant().isAfter(endedAt.plus(Undo.WITHIN));
  }

  @Override
  public Outcome takeBack(IncidentId incident, Undoable act, PersonId by) {
    before.run();
    endedAt = null;
    takenBack.add(act);
    facts.add(new TakenBack(this.incident, Kind.REAL, act, by, clock.instant()));
    tell(
        switch (act) {
          case ANSWER -> "Message_AnswerTakenBack";
          case ESCALATION -> "Message_EscalationTakenBack";
          case RESOLUTION, FALSE_ALARM -> "Message_EndTakenBack";
        },
        Facts.none());
    return Outcome.done();
  }

  @Override
  public boolean letStand(IncidentId incident) {
    endedAt = null;
    return !state.isOpen();
  }

  @Override
  public boolean hasTakenBack(IncidentId incident, Undoable act) {
    return takenBack.contains(act);
  }

  // What the response never asks.

  @Override
  public Optional<UndoOffer> offered(IncidentId incident, PersonId to) {
    throw unasked();
  }

  @Override
  public Optional<UndoOffer> offered(IncidentId incident, Undoable act, PersonId to) {
    throw unasked();
  }

  private static UnsupportedOperationException unasked() {
    return new UnsupportedOperationException("the response does not ask this");
  }

  @Override
  public List<IncidentId> unfinished() {
    throw unasked();
  }

  @Override
  public void processRebuilt(IncidentId incident, Actor by) {}

  @Override
  public Optional<IncidentId> openOn(String component) {
    throw unasked();
  }

  @Override
  public IncidentId declare(Declaration declaration) {
    throw unasked();
  }

  @Override
  public void attachSignal(IncidentId incident, Signal signal) {
    throw unasked();
  }

  @Override
  public void attachSignal(IncidentId incident, Signal signal, Impact said) {
    impact = impact.orWorse(said);
  }

  @Override
  public Optional<IncidentId> reopenIfResolvedSince(
      IncidentId incident, Instant since, String what, Actor by) {
    throw unasked();
  }

  @Override
  public boolean clearSignal(IncidentId incident, String fingerprint, Instant at) {
    throw unasked();
  }

  @Override
  public Outcome identify(IncidentId incident, String cause, PersonId by) {
    throw unasked();
  }

  @Override
  public IncidentId merge(IncidentId one, IncidentId other, PersonId by) {
    throw unasked();
  }

  @Override
  public void published(IncidentId incident, PublicPhase phase, Actor by) {
    throw unasked();
  }

  @Override
  public boolean mayRespond(IncidentId incident, PersonId person) {
    throw unasked();
  }

  @Override
  public Optional<IncidentId> survivor(IncidentId incident) {
    throw unasked();
  }

  @Override
  public TakeOutcome takeAnnouncing(IncidentId incident, PersonId by) {
    throw unasked();
  }

  @Override
  public Optional<IncidentView> find(IncidentId incident) {
    throw unasked();
  }

  @Override
  public List<BoardRow> open() {
    throw unasked();
  }

  @Override
  public List<BoardRow> open(int after, int most) {
    throw unasked();
  }

  @Override
  public OpenCount countOpen() {
    throw unasked();
  }

  @Override
  public List<BoardRow> openBeside(IncidentId incident, Kind kind, int most) {
    throw unasked();
  }

  @Override
  public Map<String, IncidentId> openOn(Set<String> components) {
    throw unasked();
  }

  @Override
  public List<BoardRow> over(int most) {
    throw unasked();
  }

  @Override
  public List<BoardRow> board() {
    throw unasked();
  }

  @Override
  public boolean hasCommandedAnother(PersonId person, IncidentId than) {
    throw unasked();
  }

  @Override
  public List<BoardRow> resolvedSince(Instant since, int most) {
    throw unasked();
  }

  @Override
  public List<BoardRow> mine(PersonId person) {
    throw unasked();
  }

  @Override
  public List<TimelineEntry> timeline(IncidentId incident) {
    throw unasked();
  }

  @Override
  public List<TimelineEntry> newest(IncidentId incident, int most) {
    throw unasked();
  }

  @Override
  public List<AttachedSignal> signals(IncidentId incident) {
    throw unasked();
  }

  /** What customer support has counted. */
  static final class Counts {
    int customers;

    int customersSince(IncidentId incident, Instant since) {
      return customers;
    }
  }
}
