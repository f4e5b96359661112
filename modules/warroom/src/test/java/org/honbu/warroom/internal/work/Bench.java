package org.honbu.warroom.internal.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.honbu.incidents.Care;
import org.honbu.incidents.CareAnswer;
import org.honbu.incidents.CareQuestions;
import org.honbu.incidents.Command;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.Duty;
import org.honbu.incidents.DutyKind;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Incidents;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.PublicPhase;
import org.honbu.incidents.Room;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Source;
import org.honbu.incidents.Standing;
import org.honbu.incidents.Times;
import org.honbu.incidents.Undo;
import org.honbu.incidents.Visibility;
import org.honbu.kernel.Actor;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.notifications.Notifications;
import org.honbu.notifications.Post;
import org.honbu.notifications.PrivateLine;
import org.honbu.outbox.Fact;
import org.honbu.outbox.Outbox;
import org.honbu.outbox.Subject;
import org.honbu.people.People;
import org.honbu.people.Person;
import org.honbu.testkit.process.EngineHarness;
import org.honbu.testkit.process.Strict;
import org.honbu.warroom.Assignment;
import org.honbu.warroom.CallMoved;
import org.honbu.warroom.GiveOutcome;
import org.honbu.warroom.Member;
import org.honbu.warroom.Roster;
import org.honbu.warroom.Stance;
import org.honbu.warroom.Topic;
import org.honbu.warroom.Topics;
import org.honbu.warroom.WorkKind;
import org.honbu.warroom.WorkMoved;
import org.honbu.warroom.WorkWish;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.HumanTasks;
import org.honbu.workflow.Processes;
import org.honbu.workflow.TaskHandler;

/** One room, the people in it, and work, as far as this feature looks at them. */
final class Bench {
  static final IncidentId INCIDENT = new IncidentId("INC-2026-0123");
  static final PersonId AOI = new PersonId("aoi");
  static final PersonId SAKURA = new PersonId("sakura");
  static final PersonId RIKU = new PersonId("riku");
  static final PersonId HINA = new PersonId("hina");
  static final PersonId KEN = new PersonId("ken");
  static final PersonId YUMI = new PersonId("yumi");
  static final PersonId EMMA = new PersonId("emma");

  Optional<CommandSeat> seat = seatOf(AOI, Standing.HELD);
  Optional<PersonId> deputy = Optional.empty();

  /** What the commander answered last. */
  Optional<CareAnswer> said = Optional.empty();

  Optional<PersonId> announcer = Optional.empty();
  Severity severity = Severity.SEV1;
  Kind kind = Kind.REAL;
  boolean endIsFresh;
  final Set<PersonId> responders = Set.of(AOI, SAKURA, RIKU, HINA);
  final List<Member> members = new ArrayList<>();
  final List<Topic> topics = new ArrayList<>();
  final List<String> types = new ArrayList<>();
  final List<String> lines = new ArrayList<>();
  final List<Post> posts = new ArrayList<>();
  final List<PrivateLine> whispers = new ArrayList<>();
  final List<Words> ownWork = new ArrayList<>();
  final List<Fact> facts = new ArrayList<>();
  final Memory store = new Memory();

  final WorkBook book;
  final WhoIsFree free;
  final GivingActs giving;
  final OwnersActs owners;
  final BoxActs boxes;
  final CallActs callActs;
  final WorkProcess process;
  final TwoDoorDelegation delegation;
  final AskedVolunteers calls;
  final RoomShield shield;
  final WorkSteps steps;
  final CallSteps callSteps;
  final WorkTasks tasks;
  final EndsWithTheRoom ends;
  private final FollowTheAnswer followTheAnswer;
  private final Supplier<EngineHarness> engine;
  private Instant now = Instant.parse("2026-04-01T03:00:00Z");
  private boolean hasEngine = true;

  /** Without an engine: whatever is told is heard, and no task waits. */
  Bench() {
    this(
        () -> {
          throw new IllegalStateException("there is no engine");
        });
    hasEngine = false;
  }

  Bench(Supplier<EngineHarness> engine) {
    this.engine = engine;
    Clock clock = new BenchClock();
    var hand = new Incident();
    var roster = Strict.fake(Roster.class, new InTheRoom());
    book =
        new WorkBook(
            Strict.fake(Command.class, hand),
            Strict.fake(IncidentBoard.class, hand),
            Strict.fake(Incidents.class, hand),
            Strict.fake(People.class, new Everybody()),
            Strict.fake(Notifications.class, new Channels()),
            whispers::add,
            Strict.fake(Outbox.class, new Heard()),
            store,
            clock);
    free = new WhoIsFree(store, book, roster);
    var ids = new Ids(clock);
    giving =
        new GivingActs(
            book,
            store,
            Strict.fake(Incidents.class, hand),
            roster,
            Strict.fake(Care.class, hand),
            ids);
    owners = new OwnersActs(book, store, free);
    boxes = new BoxActs(book, store);
    callActs = new CallActs(book, store, giving, roster, ids);
    process =
        new WorkProcess(
            Strict.fake(Processes.class, new Engine()),
            Strict.fake(HumanTasks.class, new Engine()));
    delegation = new TwoDoorDelegation(giving, owners, boxes, store, book, process);
    calls = new AskedVolunteers(callActs, store, book, free, process);
    shield = new RoomShield(book, store, Strict.fake(Topics.class, new SideRooms()));
    steps = new WorkSteps(store, book, free);
    callSteps = new CallSteps(store, book, free);
    tasks = new WorkTasks(store, book, owners, boxes, callActs);
    followTheAnswer =
        new FollowTheAnswer(Strict.fake(CareQuestions.class, new Asked()), giving, book);
    ends = new EndsWithTheRoom(book, store, Strict.fake(Undo.class, hand));
  }

  static Optional<CommandSeat> seatOf(PersonId commander, Standing standing) {
    return Optional.of(
        new CommandSeat(commander, standing, Instant.parse("2026-04-01T02:50:00Z"), false, 1));
  }

  void followTheAnswer() {
    followTheAnswer.perform(
        new TaskHandler.Step(
            "HandsOnPrompt", "Activity_FollowTheAnswer", INCIDENT.value(), "run", Facts.none()));
  }

  /** What the commander was asked. */
  final class Asked {
    public Optional<CareAnswer> lastAnswer(IncidentId incident) {
      return said;
    }
  }

  /** Time passes, where there is no engine that has a time of its own. */
  void passes(Duration time) {
    now = now.plus(time);
  }

  void comes(PersonId person, Stance stance, String note) {
    members.removeIf(member -> member.person().equals(person));
    members.add(new Member(person, stance, note, book.now()));
  }

  int gives(PersonId owner) {
    return gives(WorkKind.INVESTIGATE, owner);
  }

  int gives(WorkKind kind, PersonId owner) {
    GiveOutcome outcome = delegation.give(INCIDENT, wish(kind, owner), false, AOI);
    return ((GiveOutcome.Given) outcome).number();
  }

  static WorkWish wish(WorkKind kind, PersonId owner) {
    return new WorkWish(kind, "ログの出どころを突き止める", owner, WorkWish.USUAL_BOX);
  }

  AssignmentRow row(int number) {
    return book.work(INCIDENT, number);
  }

  Assignment.State state(int number) {
    return row(number).state();
  }

  List<String> whisperedTo() {
    return whispers.stream().map(line -> line.to().value()).toList();
  }

  String lastWhisper() {
    return whispers.get(whispers.size() - 1).text().en();
  }

  /** Handlers hear what was announced, as the outbox would tell it; none may fail. */
  void hears() {
    List<Fact> now = List.copyOf(facts);
    facts.clear();
    for (Fact fact : now) {
      if (fact instanceof WorkMoved moved) {
        new FollowsTheWork(book, store, process).on(moved);
      } else if (fact instanceof CallMoved moved) {
        new FollowsTheCall(book, store, process).on(moved);
      }
    }
  }

  /** The incident as {@code incidents} keeps it. */
  final class Incident {
    public Optional<CommandSeat> lockSeat(IncidentId incident) {
      return seat;
    }

    public boolean endMayBeTakenBack(IncidentId incident) {
      return endIsFresh;
    }

    public void note(IncidentId incident, String type, Words words, Actor by) {
      types.add(type);
      lines.add(words.both());
    }

    public boolean mayRespond(IncidentId incident, PersonId person) {
      return responders.contains(person);
    }

    public void ownWork(IncidentId incident, Words work, PersonId by) {
      ownWork.add(work);
    }

    public IncidentView view(IncidentId incident) {
      Instant declared = Instant.parse("2026-04-01T02:45:00Z");
      return new IncidentView(
          INCIDENT,
          "決済が遅い",
          kind,
          IncidentState.INVESTIGATING,
          Optional.of(severity),
          Source.SYSTEM,
          Optional.of("payment-api"),
          new TeamId("payments"),
          Actor.honbu("test"),
          Optional.empty(),
          Impact.UNKNOWN,
          Visibility.UNKNOWN,
          PublicPhase.NONE,
          seat.isPresent() ? Room.OPEN : Room.CLOSED,
          Set.of(),
          false,
          Optional.empty(),
          Optional.empty(),
          seat,
          announcer,
          Optional.empty(),
          Optional.empty(),
          new IncidentView.Signals(1, 1, 1, 0),
          new Times(
              Optional.empty(),
              declared,
              declared,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty()),
          deputy.stream()
              .map(person -> new Duty(DutyKind.DEPUTY, person, declared, Optional.empty()))
              .toList(),
          false);
    }
  }

  /** Who came in. */
  final class InTheRoom {
    public List<Member> present(IncidentId incident) {
      return List.copyOf(members);
    }

    public Outcome join(IncidentId incident, Stance stance, String note, PersonId by) {
      comes(by, stance, note);
      return Outcome.done();
    }
  }

  /** The directory. */
  static final class Everybody {
    public Optional<Person> find(PersonId person) {
      return person.value().equals("ghost")
          ? Optional.empty()
          : Optional.of(Person.unknown(person));
    }

    public String name(PersonId person, Locale reader) {
      return person.value();
    }
  }

  /** Where the room is spoken to. */
  final class Channels {
    public void post(Post post) {
      posts.add(post);
    }
  }

  /** What is announced. */
  final class Heard {
    public void announce(Fact fact, Subject subject) {
      facts.add(fact);
    }
  }

  /** Who is in which side room. */
  public final class SideRooms {
    public List<Topic> open(IncidentId incident) {
      return List.copyOf(topics);
    }
  }

  /** The engine, when there is one. */
  final class Engine {
    public boolean tell(String message, org.honbu.kernel.Subject subject, Facts told) {
      return !hasEngine || engine.get().processes().tell(message, subject, told);
    }

    public List<HumanTask> open(org.honbu.kernel.Subject subject) {
      return hasEngine ? engine.get().humanTasks().open(subject) : List.of();
    }

    public void complete(HumanTask task, Facts told) {
      engine.get().humanTasks().complete(task, told);
    }
  }

  private final class BenchClock extends Clock {
    @Override
    public Instant instant() {
      return hasEngine ? engine.get().time().instant() : now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  /** Work in memory; one test is one thread, so a lock is the object itself. */
  static final class Memory implements WorkStore {
    private final List<AssignmentRow> work = new ArrayList<>();
    private final List<CallRow> calls = new ArrayList<>();

    /** What was taken in other incidents. */
    final Map<PersonId, Long> before = new HashMap<>();

    @Override
    public void add(AssignmentRow row) {
      work.add(row);
    }

    @Override
    public void add(CallRow row) {
      calls.add(row);
    }

    @Override
    public List<AssignmentRow> work(IncidentId incident) {
      return List.copyOf(work);
    }

    @Override
    public List<CallRow> calls(IncidentId incident) {
      return List.copyOf(calls);
    }

    @Override
    public Optional<AssignmentRow> work(UUID id) {
      return work.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    @Override
    public Optional<CallRow> call(UUID id) {
      return calls.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    @Override
    public Map<PersonId, Long> taken(Collection<PersonId> people) {
      Map<PersonId, Long> taken = new HashMap<>();
      people.forEach(person -> taken.put(person, before.getOrDefault(person, 0L)));
      return taken;
    }

    @Override
    public void flush() {
      // Nothing is held back.
    }
  }

  static String codeOf(Throwable thrown) {
    return ((ProblemException) thrown).problem().code();
  }
}
