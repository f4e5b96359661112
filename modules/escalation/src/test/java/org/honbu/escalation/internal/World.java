package org.honbu.escalation.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.honbu.incidents.AnswerOutcome;
import org.honbu.incidents.Command;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Incidents;
import org.honbu.incidents.LargeReason;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Standing;
import org.honbu.incidents.TakeOutcome;
import org.honbu.incidents.Times;
import org.honbu.incidents.Undo;
import org.honbu.incidents.UndoOffer;
import org.honbu.incidents.Undoable;
import org.honbu.kernel.Actor;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Subject;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.notifications.AnswerDesk.Choice;
import org.honbu.notifications.AnswerDesk.Outcome;
import org.honbu.notifications.AnswerLink;
import org.honbu.notifications.Notifications;
import org.honbu.notifications.Page;
import org.honbu.people.OnCallLevel;
import org.honbu.people.PassedOver;
import org.honbu.people.People;
import org.honbu.people.Person;
import org.honbu.people.Readiness;
import org.honbu.people.Team;
import org.honbu.testkit.process.EngineHarness;
import org.honbu.testkit.process.Strict;
import org.honbu.testkit.process.Walked;
import org.honbu.testkit.records.Some;
import org.honbu.workflow.Decisions;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTasks;

/** An incident of team payments, its chain of people, and this module on an engine in memory. */
final class World implements AutoCloseable {
  static final IncidentId INCIDENT = new IncidentId("INC-2026-0123");
  static final TeamId PAYMENTS = new TeamId("payments");
  static final PersonId MISAKI = new PersonId("misaki");
  static final PersonId ITSUKI = new PersonId("itsuki");
  static final PersonId AOI = new PersonId("aoi");
  static final PersonId DANIEL = new PersonId("daniel");
  static final PersonId TAKUMI = new PersonId("takumi");

  /** What goes on in a room is not told here. */
  private static final Facts OVER = Facts.of("resting", true).and("roomGone", true);

  final Map<OnCallLevel, List<PersonId>> onCall = new EnumMap<>(OnCallLevel.class);
  final Set<PersonId> withoutContact = new TreeSet<>();
  final List<Page> pages = new ArrayList<>();
  final List<String> cancelled = new ArrayList<>();
  final List<String> again = new ArrayList<>();
  final List<String> timeline = new ArrayList<>();
  final List<String> holes = new ArrayList<>();
  final MemoryRuns runs = new MemoryRuns();
  final EngineHarness engine;
  final CallsDesk desk;
  final Climb climb;
  final LinkDesk link;
  final RingsOnWhenTakenBack ringsOn;

  private final Clock clock = new EngineClock();
  private IncidentState state = IncidentState.REPORTED;
  private Severity severity = Severity.SEV1;
  private Optional<CommandSeat> seat = Optional.empty();
  private Optional<PersonId> answeredBy = Optional.empty();
  private Optional<Instant> answeredAt = Optional.empty();

  /** OnCallPage alone. */
  static World ofOnCallPage(Walked walked) {
    return new World(
        EngineHarness.of("OnCallPage.bpmn", "WhoToPage.dmn", "answer-the-page.form")
            .watchedBy(walked));
  }

  /** The whole release; every handler that is not this module's is a stand-in. */
  static World ofEverything() {
    return new World(
        EngineHarness.all()
            .handler(
                "routeIncident",
                step -> Facts.of("page", true).and("severity", 1).and("ackWithin", "PT5M"))
            .handler("decideAnnouncements", step -> Facts.of("announce", false))
            .handler("lookAtCommander", step -> Facts.of("commanded", false))
            .handler("lookAtTheRound", step -> OVER)
            .handler("lookAtTheClock", step -> OVER));
  }

  private World(EngineHarness.Builder plan) {
    onCall.put(OnCallLevel.PRIMARY, List.of(MISAKI));
    onCall.put(OnCallLevel.SECONDARY, List.of(ITSUKI));
    onCall.put(OnCallLevel.WHOLE_TEAM, List.of(ITSUKI, MISAKI));
    onCall.put(OnCallLevel.COMMANDERS, List.of(AOI));
    onCall.put(OnCallLevel.PROCESS_OWNERS, List.of(TAKUMI));
    People people = Strict.fake(People.class, new Roster());
    Incidents incidents = Strict.fake(Incidents.class, new IncidentRecord());
    IncidentBoard board = Strict.fake(IncidentBoard.class, new IncidentRecord());
    Notifications notifications = Strict.fake(Notifications.class, new Mail());
    Decisions decisions = (table, inputs) -> engine().decisions().decide(table, inputs);
    var levels = new Levels(people, clock);
    var told = new Holes(Strict.fake(Readiness.class, new Outlooks()), clock);
    var ringing = new RingingOn(runs, board, notifications, clock);
    climb =
        new Climb(
            runs,
            new Plans(decisions),
            levels,
            ringing,
            incidents,
            board,
            notifications,
            people,
            told,
            new Ids(clock),
            clock);
    desk =
        new CallsDesk(
            runs,
            levels,
            new CommandersCall(
                runs, Strict.fake(Command.class, new IncidentRecord()), people, clock),
            incidents,
            board,
            notifications,
            Strict.fake(HumanTasks.class, new Tasks()),
            told,
            clock);
    var slips = new Slips(runs, Strict.fake(Undo.class, new IncidentRecord()), ringing);
    link = new LinkDesk(desk, slips);
    ringsOn = new RingsOnWhenTakenBack(ringing);
    engine =
        plan.handler(
                "noteTheAnswer",
                step ->
                    Facts.of("unanswered", answeredBy.isEmpty())
                        .and("roomOpen", seat.isPresent())
                        .and("openAtOnce", false))
            .handler(new PageNextLevel(climb))
            .handler(new TakeTheAnswer(climb))
            .rule(new AnswerThePage(desk))
            .start();
  }

  private EngineHarness engine() {
    return engine;
  }

  void startsPaging() {
    engine
        .processes()
        .start(
            "OnCallPage",
            INCIDENT,
            Facts.of("incidentId", INCIDENT)
                .and("severity", 1)
                .and("teamId", "payments")
                .and("kind", Kind.REAL));
    engine.settle();
  }

  void passes(Duration time) {
    engine.time().passes(time);
  }

  Outcome says(PersonId person, Choice choice) {
    Outcome outcome = desk.answer(INCIDENT, choice, person);
    engine.settle();
    return outcome;
  }

  /** Who was called, in order. */
  List<PersonId> called() {
    return pages.stream().map(Page::person).toList();
  }

  IncidentRecord incident() {
    return new IncidentRecord();
  }

  Run run() {
    return runs.of(INCIDENT).get(0);
  }

  AnswerLink link(PersonId person) {
    return new AnswerLink(Kind.REAL, INCIDENT, run().id(), 1, person, run().startedAt());
  }

  void isOfSeverity(Severity now) {
    severity = now;
  }

  Optional<CommandSeat> seat() {
    return seat;
  }

  /** Of a call beside the chain. */
  AnswerLink linkToCommand(PersonId person) {
    return new AnswerLink(
        Kind.REAL, INCIDENT, INCIDENT + ":severity-1", 1, person, engine.time().instant());
  }

  void incidentBecomes(IncidentState now) {
    state = now;
  }

  /** Somebody answers the incident and this module has not heard of it. */
  void incidentIsAnsweredBy(PersonId person) {
    answeredBy = Optional.of(person);
    answeredAt = Optional.of(clock.instant());
  }

  @Override
  public void close() {
    engine.close();
  }

  /** The incident's record, as far as calls look at it. */
  final class IncidentRecord {
    public AnswerOutcome acknowledge(IncidentId incident, PersonId by) {
      boolean first = answeredBy.isEmpty();
      AnswerOutcome outcome = acknowledgeByTask(incident, by);
      if (first) {
        engine().processes().tell("Message_Acknowledged", incident, Facts.of("answeredBy", by));
      }
      return outcome;
    }

    public AnswerOutcome acknowledgeByTask(IncidentId incident, PersonId by) {
      if (answeredBy.isPresent()) {
        return answeredBy.get().equals(by)
            ? new AnswerOutcome.First(answeredAt.orElseThrow())
            : new AnswerOutcome.AlreadyAnswered(answeredBy.get(), answeredAt.orElseThrow());
      }
      if (!state.isOpen()) {
        return new AnswerOutcome.Over();
      }
      incidentIsAnsweredBy(by);
      return new AnswerOutcome.First(clock.instant());
    }

    /** The process hears of it by a fact; here at once. */
    public org.honbu.incidents.Outcome openRoom(
        IncidentId incident, Set<LargeReason> reasons, Optional<PersonId> otherwise, Actor by) {
      if (seat.isPresent()) {
        return new org.honbu.incidents.Outcome.AlreadyDone();
      }
      sits(answeredBy.or(() -> otherwise).orElseThrow(), Standing.ACTING);
      engine().processes().tell("Message_Escalate", incident, Facts.none());
      return org.honbu.incidents.Outcome.done();
    }

    public TakeOutcome take(IncidentId incident, PersonId by) {
      CommandSeat now = seat.orElseThrow();
      if (now.standing() == Standing.HELD && !now.holder().equals(by)) {
        return new TakeOutcome.AlreadyHeld(now.holder(), now.since());
      }
      if (now.standing() == Standing.ACTING) {
        sits(by, Standing.HELD);
      }
      return new TakeOutcome.Taken(seat.orElseThrow().since());
    }

    private void sits(PersonId holder, Standing standing) {
      seat = Optional.of(new CommandSeat(holder, standing, clock.instant(), false, 1));
    }

    /** Somebody takes the answer back, and the process is told. */
    public org.honbu.incidents.Outcome takeBack(IncidentId incident, Undoable act, PersonId by) {
      if (answeredBy.isEmpty()) {
        return new org.honbu.incidents.Outcome.AlreadyDone();
      }
      answeredBy = Optional.empty();
      answeredAt = Optional.empty();
      engine().processes().tell("Message_AnswerTakenBack", incident, Facts.none());
      return org.honbu.incidents.Outcome.done();
    }

    public Optional<UndoOffer> offered(IncidentId incident, Undoable act, PersonId to) {
      return answeredAt.map(at -> new UndoOffer(act, to, at.plus(Undo.WITHIN)));
    }

    public void note(IncidentId incident, String type, Words words, Actor by) {
      timeline.add(words.en());
    }

    public IncidentView view(IncidentId incident) {
      return Some.of(
          IncidentView.class,
          Map.of(
              "id",
              incident,
              "what",
              "決済画面で 5xx が急増",
              "state",
              state,
              "severity",
              Optional.of(severity),
              "seat",
              seat,
              "component",
              Optional.of("checkout-web"),
              "team",
              PAYMENTS,
              "reporter",
              Actor.honbu("test"),
              "answeredBy",
              answeredBy,
              "times",
              Some.of(Times.class, Map.of("acknowledgedAt", answeredAt))));
    }
  }

  /** What whoever looks ahead is told. */
  final class Outlooks {
    public void passedOver(PassedOver what) {
      holes.add(
          what.level()
              + " "
              + what.person().map(PersonId::value).orElse("nobody")
              + " "
              + what.reason());
    }
  }

  final class Roster {
    public List<PersonId> onCall(TeamId team, OnCallLevel level, Instant at) {
      return onCall.getOrDefault(level, List.of());
    }

    public Optional<Team> team(TeamId team) {
      return Optional.of(new Team(team, new Words("決済", "Payments"), Team.Type.PRODUCT));
    }

    public String name(PersonId person, Locale reader) {
      return person.value();
    }

    public Optional<Person> find(PersonId person) {
      return Optional.empty();
    }
  }

  final class Mail {
    public boolean page(Page page) {
      if (withoutContact.contains(page.person())) {
        return false;
      }
      pages.add(page);
      return true;
    }

    public int pageAgain(String runId, int step, Instant answerBy) {
      again.add("step " + step + " until " + answerBy);
      return 1;
    }

    public int cancelPages(String runId) {
      cancelled.add(runId);
      return 0;
    }
  }

  final class Tasks {
    public Optional<org.honbu.workflow.HumanTask> open(Subject subject, String step) {
      return engine().humanTasks().open(subject, step);
    }

    public void complete(org.honbu.workflow.HumanTask task, Facts facts) {
      engine().humanTasks().complete(task, facts);
    }
  }

  /** Follows the engine's time once there is an engine. */
  private final class EngineClock extends Clock {
    @Override
    public Instant instant() {
      return engine().time().instant();
    }

    @Override
    public ZoneId getZone() {
      return ZoneId.of("UTC");
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  /** Runs in memory; one test is one thread, so a lock is the object itself. */
  static final class MemoryRuns implements RunStore {
    private final Map<String, Run> all = new LinkedHashMap<>();

    @Override
    public void add(Run run) {
      all.put(run.id(), run);
    }

    @Override
    public Optional<Run> lock(String processRun) {
      return all.values().stream().filter(run -> run.processRun().equals(processRun)).findFirst();
    }

    @Override
    public List<Run> lockRinging(IncidentId incident) {
      return of(incident).stream().filter(Run::rings).toList();
    }

    @Override
    public Optional<Run> lockNewest(IncidentId incident) {
      return of(incident).stream().reduce((older, newer) -> newer);
    }

    @Override
    public Optional<Run> lockById(String id) {
      return find(id);
    }

    @Override
    public Optional<Run> find(String id) {
      return Optional.ofNullable(all.get(id));
    }

    @Override
    public List<Run> of(IncidentId incident) {
      return all.values().stream()
          .filter(run -> run.incident().equals(incident))
          .sorted(Comparator.comparing(Run::startedAt))
          .toList();
    }

    @Override
    public List<Run> ringing(Collection<IncidentId> incidents) {
      return incidents.stream().flatMap(one -> lockRinging(one).stream()).toList();
    }

    @Override
    public void flush() {
      // Nothing is held back.
    }
  }
}
