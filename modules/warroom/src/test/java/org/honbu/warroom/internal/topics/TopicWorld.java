package org.honbu.warroom.internal.topics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.honbu.incidents.Command;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.Duty;
import org.honbu.incidents.DutyKind;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Incidents;
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
import org.honbu.kernel.Subject;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.notifications.Notifications;
import org.honbu.notifications.Post;
import org.honbu.notifications.PrivateLine;
import org.honbu.notifications.PrivateLines;
import org.honbu.outbox.Fact;
import org.honbu.outbox.Outbox;
import org.honbu.people.People;
import org.honbu.people.Person;
import org.honbu.people.Role;
import org.honbu.testkit.process.EngineHarness;
import org.honbu.testkit.process.Strict;
import org.honbu.warroom.Assignment;
import org.honbu.warroom.Assignments;
import org.honbu.warroom.WorkKind;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTasks;
import org.honbu.workflow.Processes;

/** A room that Aoi commands, with real acts on topics; everything around them kept in lists. */
@SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // called by name
final class TopicWorld {
  static final IncidentId INCIDENT = new IncidentId("INC-2026-0001");
  static final PersonId AOI = new PersonId("aoi");
  static final PersonId MISAKI = new PersonId("misaki");
  static final PersonId ITSUKI = new PersonId("itsuki");
  static final PersonId KEN = new PersonId("ken");
  static final PersonId YUMI = new PersonId("yumi");
  static final PersonId STRANGER = new PersonId("stranger");
  private static final Set<PersonId> RESPONDERS = Set.of(AOI, MISAKI, ITSUKI, KEN);

  final MemoryTopicStore store = new MemoryTopicStore();
  final List<String> timeline = new ArrayList<>();
  final List<Post> posts = new ArrayList<>();
  final List<PrivateLine> lines = new ArrayList<>();
  final List<Fact> facts = new ArrayList<>();
  final List<Assignment> work = new ArrayList<>();
  final List<PersonId> deputies = new ArrayList<>();
  Optional<PersonId> announcer = Optional.empty();
  Optional<PersonId> commander = Optional.of(AOI);
  Kind kind = Kind.REAL;
  boolean endMayBeTakenBack;
  boolean roomListens = true;
  private final Map<String, Integer> said = new HashMap<>();

  final TopicBook book;
  final OpeningActs opening;
  final LeadingActs leading;
  final TwoDoorTopics topics;
  final TopicCourse course;
  final TopicSteps steps;
  final TopicTasks tasks;
  final LookAtSpan lookAtSpan;

  TopicWorld(Supplier<EngineHarness> engine, Clock clock) {
    var room = new RoomFake(engine);
    IncidentBoard board = Strict.fake(IncidentBoard.class, room);
    Command command = Strict.fake(Command.class, room);
    People people = Strict.fake(People.class, room);
    var speaker =
        new Speaker(
            board,
            Strict.fake(Incidents.class, room),
            Strict.fake(Notifications.class, room),
            Strict.fake(PrivateLines.class, room),
            people);
    var settings = new RoomSettings("https://call.example/{incident}-{topic}", minutes(15));
    var ids = new Ids(clock);
    Outbox outbox = Strict.fake(Outbox.class, room);
    book = new TopicBook(store, command, board, speaker, outbox, clock);
    var rules = new TopicRules(book, people, speaker);
    opening = new OpeningActs(store, book, rules, speaker, settings, board, outbox, ids);
    leading = new LeadingActs(store, book, rules, speaker, settings, ids);
    var moving = new MovingActs(store, book, rules, speaker, ids);
    var span = new Span(board, Strict.fake(Assignments.class, room), store, book, rules);
    var processes =
        new TopicEngine(
            store,
            book,
            Strict.fake(Processes.class, room),
            Strict.fake(HumanTasks.class, new Tasks(engine)));
    topics = new TwoDoorTopics(store, book, opening, leading, moving, span, settings, processes);
    course = new TopicCourse(store, book, opening, processes, Strict.fake(Undo.class, room));
    steps = new TopicSteps(book, leading, speaker);
    tasks = new TopicTasks(book, opening, leading);
    lookAtSpan = new LookAtSpan(command, span, speaker);
  }

  static Duration minutes(long minutes) {
    return Duration.ofMinutes(minutes);
  }

  /** What a person was told alone, in English. */
  List<String> told(PersonId person) {
    return lines.stream()
        .filter(line -> line.to().equals(person))
        .map(line -> line.text().en())
        .toList();
  }

  void givesWork(PersonId owner, String outcome) {
    Instant now = Instant.parse("2026-04-01T03:00:00Z");
    work.add(
        new Assignment(
            UUID.randomUUID(),
            INCIDENT,
            work.size() + 1,
            WorkKind.INVESTIGATE,
            outcome,
            owner,
            AOI,
            Assignment.State.ACCEPTED,
            minutes(10),
            now,
            Optional.of(now.plus(minutes(10))),
            Optional.empty()));
  }

  /** What the modules below answer. */
  private final class RoomFake {
    private final Supplier<EngineHarness> engine;

    RoomFake(Supplier<EngineHarness> engine) {
      this.engine = engine;
    }

    Optional<CommandSeat> seat(IncidentId incident) {
      return commander.map(
          person -> new CommandSeat(person, Standing.HELD, Instant.EPOCH, false, 1));
    }

    Optional<CommandSeat> lockSeat(IncidentId incident) {
      return seat(incident);
    }

    boolean endMayBeTakenBack(IncidentId incident) {
      return endMayBeTakenBack;
    }

    void note(IncidentId incident, String type, Words words, Actor by) {
      timeline.add(type + ": " + words.en());
    }

    void post(Post post) {
      once("post " + post.key(), () -> posts.add(post));
    }

    void tell(PrivateLine line) {
      once("line " + line.to() + line.key(), () -> lines.add(line));
    }

    private void once(String key, Runnable act) {
      if (said.merge(key, 1, Integer::sum) == 1) {
        act.run();
      }
    }

    void announce(Fact fact, org.honbu.outbox.Subject subject) {
      facts.add(fact);
    }

    List<Assignment> of(IncidentId incident) {
      return work;
    }

    Set<Role> rolesOf(PersonId person) {
      if (person.equals(STRANGER)) {
        return Set.of();
      }
      return RESPONDERS.contains(person)
          ? EnumSet.of(Role.EMPLOYEE, Role.RESPONDER)
          : EnumSet.of(Role.EMPLOYEE);
    }

    Optional<Person> find(PersonId person) {
      return Optional.of(Person.unknown(person));
    }

    /** The room's process, as far as topics know it: it starts one of theirs. */
    boolean tell(String message, Subject subject, Facts brought) {
      if (roomListens) {
        var all = new HashMap<>(brought.asMap());
        all.put("kind", kind.name());
        engine
            .get()
            .engine()
            .getRuntimeService()
            .startProcessInstanceByKey(TopicEngine.PROCESS, subject.value(), all);
      }
      return roomListens;
    }

    IncidentView view(IncidentId incident) {
      Instant declared = Instant.parse("2026-04-01T03:00:00Z");
      return new IncidentView(
          incident,
          "決済が遅い",
          kind,
          IncidentState.INVESTIGATING,
          Optional.of(Severity.of(2)),
          Source.SYSTEM,
          Optional.of("payment-api"),
          new TeamId("payments"),
          Actor.honbu("test"),
          Optional.empty(),
          Impact.UNKNOWN,
          Visibility.UNKNOWN,
          PublicPhase.NONE,
          commander.isPresent() ? Room.OPEN : Room.CLOSED,
          Set.of(),
          false,
          Optional.empty(),
          Optional.empty(),
          seat(incident),
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
          deputies.stream()
              .map(person -> new Duty(DutyKind.DEPUTY, person, declared, Optional.empty()))
              .toList(),
          false);
    }
  }

  /** The engine's tasks, once there is an engine. */
  private record Tasks(Supplier<EngineHarness> engine) {
    List<org.honbu.workflow.HumanTask> open(Subject subject) {
      return engine.get().humanTasks().open(subject);
    }

    void assign(org.honbu.workflow.HumanTask task, PersonId holder) {
      engine.get().humanTasks().assign(task, holder);
    }

    void complete(org.honbu.workflow.HumanTask task, Facts facts) {
      engine.get().humanTasks().complete(task, facts);
    }
  }

  /** Topics in lists. */
  static final class MemoryTopicStore implements TopicStore {
    private final List<Object> rows = new ArrayList<>();

    @Override
    public List<TopicRow> topics(IncidentId incident) {
      return of(TopicRow.class, TopicRow::incident, incident);
    }

    @Override
    public List<TopicMember> members(IncidentId incident) {
      return of(TopicMember.class, TopicMember::incident, incident).stream()
          .sorted(Comparator.comparing(TopicMember::since).thenComparing(TopicMember::person))
          .toList();
    }

    @Override
    public List<ParkedRow> parked(IncidentId incident) {
      return of(ParkedRow.class, ParkedRow::incident, incident);
    }

    private <T> List<T> of(Class<T> type, Function<T, IncidentId> whose, IncidentId incident) {
      return rows.stream()
          .filter(type::isInstance)
          .map(type::cast)
          .filter(row -> whose.apply(row).equals(incident))
          .toList();
    }

    @Override
    public void add(Object row) {
      rows.add(row);
    }

    @Override
    public void remove(TopicMember member) {
      rows.remove(member);
    }

    @Override
    public void flush() {}

    @Override
    public void readAfresh() {}
  }
}
