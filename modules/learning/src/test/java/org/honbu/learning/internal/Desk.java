package org.honbu.learning.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.honbu.incidents.Command;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.Duty;
import org.honbu.incidents.DutyKind;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentMoved;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Incidents;
import org.honbu.incidents.NobodyClaimed;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.Privacy;
import org.honbu.incidents.PublicPhase;
import org.honbu.incidents.Room;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Source;
import org.honbu.incidents.TimelineEntry;
import org.honbu.incidents.Times;
import org.honbu.incidents.Visibility;
import org.honbu.kernel.Actor;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.learning.ActionItemMoved;
import org.honbu.notifications.Notifications;
import org.honbu.notifications.OutgoingMessage;
import org.honbu.notifications.PrivateLine;
import org.honbu.outbox.Fact;
import org.honbu.outbox.Outbox;
import org.honbu.outbox.Subject;
import org.honbu.people.Component;
import org.honbu.people.People;
import org.honbu.people.Person;
import org.honbu.people.Role;
import org.honbu.people.Team;
import org.honbu.testkit.process.Cast;
import org.honbu.testkit.process.EngineHarness;
import org.honbu.testkit.process.Strict;
import org.honbu.workflow.Decisions;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.HumanTasks;
import org.honbu.workflow.Processes;

/** One incident that is over, the people who took part, and its review. */
final class Desk {
  static final IncidentId INCIDENT = new IncidentId("INC-2026-0123");
  static final PersonId AOI = new PersonId("aoi");
  static final PersonId MISAKI = new PersonId("misaki");
  static final PersonId SHO = new PersonId("sho");
  static final PersonId KEN = new PersonId("ken");
  static final PersonId GRACE = new PersonId("grace");
  static final PersonId TAKUMI = new PersonId("takumi");
  static final PersonId KEI = new PersonId("kei");
  static final PersonId EMMA = new PersonId("emma");
  static final Cast CAST =
      Cast.demo().with("kei", "佐々木", "圭", "process-owner", "responder", "team:search");

  IncidentState state = IncidentState.RESOLVED;
  Optional<Severity> severity = Optional.of(Severity.SEV1);
  Kind kind = Kind.REAL;
  boolean room = true;
  boolean paged = true;
  Optional<PersonId> commander = Optional.of(AOI);
  Optional<PersonId> answeredBy = Optional.of(MISAKI);
  Instant resolvedAt;

  /** Who may not read the incident. */
  final Set<PersonId> outside = new HashSet<>();

  final List<String> notes = new ArrayList<>();
  final List<PrivateLine> told = new ArrayList<>();
  final List<Fact> facts = new ArrayList<>();
  final List<TimelineEntry> timeline = new ArrayList<>();
  final Memory store = new Memory();

  final LearningBook book;
  final RequiredReview required;
  final LeadingActs leading;
  final WritingActs writing;
  final ItemActs itemActs;
  final GapActs gaps;
  final ReviewSteps steps;
  final ItemSteps itemSteps;
  final LearningProcess process;
  final LearningTasks tasks;
  final TwoDoorPostmortems postmortems;
  final RecordedActionItems items;
  final OwedByTheRecord owed;
  final MarkdownExport export;
  private final Supplier<EngineHarness> engine;

  Desk(Supplier<EngineHarness> engine) {
    this.engine = engine;
    Clock clock = new EngineClock();
    resolvedAt = Instant.parse("2026-04-01T02:59:00Z");
    var hand = new Incident();
    var board = Strict.fake(IncidentBoard.class, hand);
    var incidents = Strict.fake(Incidents.class, hand);
    var people = Strict.fake(People.class, new Everybody());
    Decisions decisions = (table, inputs) -> engine.get().decisions().decide(table, inputs);
    book =
        new LearningBook(
            Strict.fake(Command.class, hand),
            board,
            incidents,
            people,
            told::add,
            Strict.fake(Outbox.class, new Heard()),
            store,
            clock);
    required = new RequiredReview(decisions, Strict.fake(Notifications.class, new Sent()));
    var participants = new Participants(board, people);
    leading = new LeadingActs(book, store, participants);
    var closing = new Closing(book, incidents);
    writing = new WritingActs(book, store, required, people, participants, closing);
    itemActs = new ItemActs(book, store, writing, decisions, people, new Ids(clock));
    steps = new ReviewSteps(book, store, required, leading, writing, closing);
    itemSteps = new ItemSteps(book, store);
    process =
        new LearningProcess(
            Strict.fake(Processes.class, new Engine()),
            Strict.fake(HumanTasks.class, new Engine()));
    gaps = new GapActs(book, store, itemActs, process, people, new Ids(clock));
    var changes = new ItemChanges(book, store, itemActs, Strict.fake(Privacy.class, new Door()));
    tasks = new LearningTasks(store, book, leading, writing, itemActs, changes);
    export = new MarkdownExport(board, book);
    postmortems = new TwoDoorPostmortems(leading, writing, store, book, process, export);
    items = new RecordedActionItems(itemActs, changes);
    owed = new OwedByTheRecord(store, book, required);
  }

  private final class Door {
    @SuppressWarnings("unused")
    boolean mayRead(IncidentId incident, PersonId person) {
      return !outside.contains(person);
    }
  }

  Instant now() {
    return book.now();
  }

  PostmortemRow row() {
    return book.row(INCIDENT);
  }

  UUID item(int place) {
    return store.items(INCIDENT).get(place - 1).id();
  }

  /** The incident goes on, and this module hears of it. */
  void moves(IncidentState to) {
    IncidentState from = state;
    state = to;
    if (to == IncidentState.RESOLVED) {
      resolvedAt = now();
    }
    new FollowsTheIncident(book, process, gaps, writing)
        .on(new IncidentMoved(INCIDENT, kind, from, to, now()));
  }

  /** Nobody took command for ten minutes, and this module hears of it. */
  void nobodyClaims() {
    new RecordsThatNobodyClaimed(gaps).on(new NobodyClaimed(INCIDENT, kind, MISAKI, now()));
  }

  /** What was announced is heard, again and again while the process does not listen yet. */
  void hears() {
    List<Fact> waiting = List.copyOf(facts);
    facts.clear();
    for (Fact fact : waiting) {
      try {
        new FollowsTheActionItem(book, store, process).on((ActionItemMoved) fact);
      } catch (ProblemException notListening) {
        facts.add(fact);
      }
    }
  }

  List<String> toldTo(PersonId person) {
    return told.stream()
        .filter(line -> line.to().equals(person))
        .map(line -> line.text().en())
        .toList();
  }

  String allNotes() {
    return String.join("\n", notes);
  }

  /** The incident as {@code incidents} keeps it. */
  final class Incident {
    public Optional<CommandSeat> lockSeat(IncidentId incident) {
      return Optional.empty();
    }

    public void note(IncidentId incident, String type, Words words, Actor by) {
      notes.add(type + ": " + words.en());
    }

    public boolean mayRespond(IncidentId incident, PersonId person) {
      return hasGroup(person, "responder");
    }

    public Outcome close(IncidentId incident, Actor by) {
      state = IncidentState.CLOSED;
      return Outcome.done();
    }

    public List<TimelineEntry> timeline(IncidentId incident) {
      return List.copyOf(timeline);
    }

    public IncidentView view(IncidentId incident) {
      Instant declared = Instant.parse("2026-04-01T01:00:00Z");
      Optional<Instant> late = Optional.of(resolvedAt);
      return new IncidentView(
          INCIDENT,
          "決済が <b>遅い</b>",
          kind,
          state,
          severity,
          Source.SYSTEM,
          Optional.of("payment-api"),
          new TeamId("payments"),
          Actor.honbu("test"),
          Optional.empty(),
          Impact.UNKNOWN,
          Visibility.UNKNOWN,
          PublicPhase.NONE,
          room ? Room.CLOSED : Room.NONE,
          Set.of(),
          false,
          answeredBy,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          new IncidentView.Signals(1, 1, 0, 0),
          new Times(
              Optional.empty(),
              declared,
              declared,
              Optional.of(declared.plusSeconds(120)),
              room ? Optional.of(declared.plusSeconds(300)) : Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              late,
              late,
              late,
              Optional.empty()),
          duties(declared),
          false);
    }

    private List<Duty> duties(Instant from) {
      List<Duty> all = new ArrayList<>();
      all.add(new Duty(DutyKind.ONCALL, MISAKI, from, Optional.of(resolvedAt)));
      commander.ifPresent(
          person -> all.add(new Duty(DutyKind.COMMANDER, person, from, Optional.of(resolvedAt))));
      all.add(new Duty(DutyKind.RESPONDER, SHO, from, Optional.of(resolvedAt)));
      return all;
    }
  }

  private static boolean hasGroup(PersonId person, String group) {
    return CAST.find(person).map(entry -> entry.groups().contains(group)).orElse(false);
  }

  /** The engine, once it is there. */
  final class Engine {
    public boolean start(String process, org.honbu.kernel.Subject subject, Facts given) {
      return engine.get().processes().start(process, subject, given);
    }

    public boolean tell(String message, org.honbu.kernel.Subject subject, Facts given) {
      return engine.get().processes().tell(message, subject, given);
    }

    public List<HumanTask> open(org.honbu.kernel.Subject subject) {
      return engine.get().humanTasks().open(subject);
    }

    public void complete(HumanTask task, Facts given) {
      engine.get().humanTasks().complete(task, given);
    }
  }

  /** The directory. */
  static final class Everybody {
    public Optional<Person> find(PersonId person) {
      return CAST.find(person).map(Everybody::person);
    }

    private static Person person(org.honbu.workflow.Directory.Entry entry) {
      return new Person(entry.id(), entry.familyName(), entry.givenName(), Optional.empty());
    }

    public List<Person> everybody() {
      return CAST.everybody().stream().map(Everybody::person).toList();
    }

    public Set<Role> rolesOf(PersonId person) {
      return CAST.find(person).stream()
          .flatMap(entry -> entry.groups().stream())
          .flatMap(group -> Role.named(group).stream())
          .collect(Collectors.toSet());
    }

    public List<Person> withRole(Role role) {
      return CAST.everybody().stream()
          .filter(entry -> entry.groups().contains(role.group()))
          .map(Everybody::person)
          .toList();
    }

    public Set<TeamId> teamsOf(PersonId person) {
      Set<TeamId> teams = new HashSet<>();
      CAST.find(person).stream()
          .flatMap(entry -> entry.groups().stream())
          .filter(group -> group.startsWith("team:"))
          .forEach(group -> teams.add(new TeamId(group.substring("team:".length()))));
      return teams;
    }

    public Optional<Component> component(String id) {
      return Optional.of(
          new Component(id, Component.Function.CORE, new TeamId("payments"), Optional.empty()));
    }

    public Optional<Team> team(TeamId team) {
      return Set.of("payments", "search", "platform").contains(team.value())
          ? Optional.of(new Team(team, new Words("チーム", "Team"), Team.Type.PRODUCT))
          : Optional.empty();
    }
  }

  /** What was sent of the incident. */
  final class Sent {
    public List<OutgoingMessage> outgoing(IncidentId incident) {
      return paged ? List.of(page()) : List.of();
    }

    private OutgoingMessage page() {
      return new OutgoingMessage(
          UUID.randomUUID(),
          kind,
          INCIDENT,
          1,
          "inbox",
          Optional.of(MISAKI),
          "misaki",
          "x",
          "x",
          Optional.empty(),
          OutgoingMessage.State.SENT,
          now(),
          Optional.empty(),
          List.of());
    }
  }

  /** What is announced. */
  final class Heard {
    public void announce(Fact fact, Subject subject) {
      facts.add(fact);
    }
  }

  private final class EngineClock extends Clock {
    @Override
    public Instant instant() {
      return engine.get().time().instant();
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

  /** Rows in memory; one test is one thread, so a lock is the object itself. */
  static final class Memory implements LearningStore {
    private final Map<IncidentId, PostmortemRow> reviews = new HashMap<>();
    private final List<ActionItemRow> items = new ArrayList<>();

    @Override
    public void add(PostmortemRow row) {
      reviews.put(row.incident(), row);
    }

    @Override
    public void add(ActionItemRow row) {
      items.add(row);
    }

    @Override
    public Optional<PostmortemRow> postmortem(IncidentId incident) {
      return Optional.ofNullable(reviews.get(incident));
    }

    @Override
    public Optional<ActionItemRow> item(UUID id) {
      return items.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    @Override
    public List<ActionItemRow> items(IncidentId incident) {
      return items.stream().filter(row -> row.incident().equals(incident)).toList();
    }

    @Override
    public List<PostmortemRow> openPostmortems() {
      return List.copyOf(reviews.values());
    }

    @Override
    public List<ActionItemRow> openItems() {
      return items.stream().filter(ActionItemRow::isOpen).toList();
    }

    @Override
    public void flush() {}
  }
}
