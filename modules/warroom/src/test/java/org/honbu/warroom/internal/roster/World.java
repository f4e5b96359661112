package org.honbu.warroom.internal.roster;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.honbu.incidents.Command;
import org.honbu.incidents.CommandSeat;
import org.honbu.incidents.Duty;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Incidents;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Standing;
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
import org.honbu.people.Component;
import org.honbu.people.Contribution;
import org.honbu.people.LevelRecords;
import org.honbu.people.OnCallLevel;
import org.honbu.people.People;
import org.honbu.people.Person;
import org.honbu.people.Role;
import org.honbu.people.Team;
import org.honbu.testkit.process.EngineHarness;
import org.honbu.testkit.process.Strict;
import org.honbu.testkit.process.Walked;
import org.honbu.testkit.records.Some;
import org.honbu.warroom.SummonsView;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.HumanTasks;
import org.honbu.workflow.Processes;

/** A room that Aoi commands, the people of payments and search, and an engine in memory. */
final class World implements AutoCloseable {
  static final IncidentId INCIDENT = new IncidentId("INC-2026-0123");
  static final TeamId PAYMENTS = new TeamId("payments");
  static final TeamId SEARCH = new TeamId("search");
  static final PersonId AOI = new PersonId("aoi");
  static final PersonId KEN = new PersonId("ken");
  static final PersonId DAIKI = new PersonId("daiki");
  static final PersonId MISAKI = new PersonId("misaki");
  static final PersonId ITSUKI = new PersonId("itsuki");
  static final PersonId SHO = new PersonId("sho");
  static final PersonId EMMA = new PersonId("emma");

  final Map<TeamId, List<PersonId>> members = new LinkedHashMap<>();
  final Map<OnCallLevel, List<PersonId>> onCall = new EnumMap<>(OnCallLevel.class);
  final List<Post> posts = new ArrayList<>();
  final List<PrivateLine> whispers = new ArrayList<>();
  final List<String> timeline = new ArrayList<>();
  final List<Fact> facts = new ArrayList<>();
  final List<String> records = new ArrayList<>();
  final Set<PersonId> without = new TreeSet<>();
  final MemoryRoster store = new MemoryRoster();
  Optional<CommandSeat> seat = Optional.empty();
  Optional<String> component = Optional.empty();
  List<Duty> duties = List.of();
  Kind kind = Kind.REAL;

  /** Whether the room's process waits for a summons. */
  boolean listening = true;

  final EngineHarness engine;
  final SummonActs acts;
  final SummonTurns turns;
  final RecordedRoster roster;
  final RecordedSummons summons;
  final WhoWorksIsThere working;
  final RecordedHelp help;
  final AnswersTheSummons rule;
  final PeopleMoveWithTheMerge merging;
  final PeopleGoBackWithTheirIncident parting;

  private final Clock clock = new EngineClock();

  World(Walked walked) {
    People people = Strict.fake(People.class, new Town());
    Incidents incidents = Strict.fake(Incidents.class, new IncidentRecord());
    Command command = Strict.fake(Command.class, new IncidentRecord());
    IncidentBoard board = Strict.fake(IncidentBoard.class, new IncidentRecord());
    var process =
        new SummonsProcess(
            Strict.fake(Processes.class, new Room()), Strict.fake(HumanTasks.class, new Tasks()));
    var voice =
        new RoomVoice(
            incidents,
            Strict.fake(Notifications.class, new Mail()),
            Strict.fake(PrivateLines.class, new Mail()),
            people);
    var rules = new RoomRules(people, voice);
    var steps = new FirstSteps(Strict.fake(LevelRecords.class, new Records()), clock);
    var attendance = new Attendance(store);
    var ids = new Ids(clock);
    acts =
        new SummonActs(
            store,
            command,
            board,
            people,
            new Chain(people, clock),
            attendance,
            rules,
            voice,
            process,
            Strict.fake(Outbox.class, new Announcements()),
            ids,
            clock);
    var answers = new AnswerActs(store, command, board, rules, voice, acts);
    turns = new SummonTurns(store, command, board, acts, process, people, voice, clock);
    var coming =
        new RosterActs(
            store,
            command,
            board,
            answers,
            rules,
            voice,
            steps,
            Strict.fake(Outbox.class, new Announcements()),
            ids,
            clock);
    roster = new RecordedRoster(coming, store, board, people, process);
    working = new WhoWorksIsThere(coming, process);
    summons =
        new RecordedSummons(
            acts,
            answers,
            new ReleaseActs(store, command, board, attendance, rules, voice, clock),
            store,
            attendance,
            board,
            process);
    help =
        new RecordedHelp(
            new HelpActs(store, command, board, rules, voice, steps, ids, clock), store);
    rule = new AnswersTheSummons(answers);
    merging = new PeopleMoveWithTheMerge(store, command, board, voice, ids, clock);
    parting = new PeopleGoBackWithTheirIncident(store, command, clock);
    engine =
        EngineHarness.of("SummonMember.bpmn", "answer-summons.form")
            .watchedBy(walked)
            .handler(new AskNextMember(turns))
            .handler(new ReportNobodyComes(turns))
            .rule(rule)
            .start();
  }

  /** Another story: nothing has happened, and Aoi commands. */
  void begins() {
    members.put(PAYMENTS, List.of(DAIKI, ITSUKI, KEN, MISAKI));
    members.put(SEARCH, List.of(SHO));
    onCall.put(OnCallLevel.PRIMARY, List.of(MISAKI));
    onCall.put(OnCallLevel.SECONDARY, List.of(ITSUKI));
    List.of(posts, whispers, timeline, facts, records, without).forEach(Collection::clear);
    store.empties();
    engine.forgetsEverything();
    seat = seatOf(AOI, Standing.HELD);
    component = Optional.empty();
    duties = List.of();
    kind = Kind.REAL;
    listening = true;
  }

  /** What stands on people's own records. */
  final class Records {
    public void came(PersonId person, IncidentId incident, Instant at) {
      records.add(person + " came");
    }

    public void contributed(Contribution what) {
      records.add(what.person() + " did: " + what.what().en());
    }
  }

  static Optional<CommandSeat> seatOf(PersonId person, Standing standing) {
    return Optional.of(new CommandSeat(person, standing, Instant.EPOCH, false, 1));
  }

  private EngineHarness engine() {
    return engine;
  }

  void passes(String time) {
    engine.time().passes(Duration.parse(time));
  }

  /** Whom any summons asks now. */
  List<PersonId> asked() {
    return summons.of(INCIDENT).stream().flatMap(one -> one.waitsFor().stream()).toList();
  }

  SummonsView first() {
    return summons.of(INCIDENT).get(0);
  }

  List<String> whispered() {
    return whispers.stream().map(line -> line.to().value()).toList();
  }

  @Override
  public void close() {
    engine.close();
  }

  /** The incident's record, as far as the room's people look at it. */
  final class IncidentRecord {
    public Optional<CommandSeat> lockSeat(IncidentId incident) {
      return seat;
    }

    public void note(IncidentId incident, String type, Words words, Actor by) {
      String actor = by instanceof Actor.Person person ? person.id().value() : "Honbu";
      timeline.add(type + ": " + words.en().replace("{0}", actor));
    }

    public Optional<IncidentView> find(IncidentId incident) {
      return Optional.of(view(incident));
    }

    public IncidentView view(IncidentId incident) {
      return Some.of(
          IncidentView.class,
          Map.of(
              "id",
              incident,
              "what",
              "決済画面で 5xx が急増",
              "kind",
              kind,
              "severity",
              Optional.of(Severity.SEV2),
              "component",
              component,
              "team",
              PAYMENTS,
              "reporter",
              Actor.honbu("test"),
              "seat",
              seat,
              "duties",
              duties));
    }
  }

  final class Town {
    public Optional<Person> find(PersonId person) {
      return without.contains(person) || person.value().startsWith("nobody")
          ? Optional.empty()
          : Optional.of(Person.unknown(person));
    }

    public String name(PersonId person, Locale reader) {
      return person.value();
    }

    public boolean hasRole(PersonId person, Role role) {
      return rolesOf(person).contains(role);
    }

    public Set<Role> rolesOf(PersonId person) {
      return without.contains(person) ? Set.of() : Set.of(Role.EMPLOYEE, Role.RESPONDER);
    }

    public Optional<Team> team(TeamId team) {
      return members.containsKey(team)
          ? Optional.of(new Team(team, new Words(team.value(), team.value()), Team.Type.PRODUCT))
          : Optional.empty();
    }

    public List<PersonId> members(TeamId team) {
      return members.getOrDefault(team, List.of());
    }

    public Set<TeamId> teamsOf(PersonId person) {
      var teams = new HashSet<TeamId>();
      members.forEach(
          (team, people) -> teams.addAll(people.contains(person) ? Set.of(team) : Set.of()));
      return teams;
    }

    public List<PersonId> onCall(TeamId team, OnCallLevel level, Instant at) {
      return team.equals(PAYMENTS) ? onCall.getOrDefault(level, List.of()) : List.of();
    }

    public Optional<Component> component(String id) {
      return id.equals("search-api")
          ? Optional.of(new Component(id, Component.Function.MAJOR, SEARCH, Optional.empty()))
          : Optional.empty();
    }
  }

  /** What leaves; a page would fail, because nobody is paged to gather a crowd. */
  final class Mail {
    public void post(Post post) {
      posts.add(post);
    }

    public void tell(PrivateLine line) {
      boolean told =
          whispers.stream()
              .anyMatch(one -> one.to().equals(line.to()) && one.key().equals(line.key()));
      if (!told) {
        whispers.add(line);
      }
    }
  }

  final class Announcements {
    public void announce(Fact fact, org.honbu.outbox.Subject subject) {
      facts.add(fact);
    }
  }

  /** The room's process, which starts a run for each summons it hears of. */
  final class Room {
    public boolean tell(String message, Subject subject, Facts told) {
      if (listening) {
        engine()
            .engine()
            .getRuntimeService()
            .startProcessInstanceByKey(
                "SummonMember",
                subject.value(),
                told.and("incidentId", subject.value()).and("kind", kind).asMap());
      }
      return listening;
    }
  }

  final class Tasks {
    public List<HumanTask> open(Subject subject) {
      return engine().humanTasks().open(subject);
    }

    public void complete(HumanTask task, Facts answers) {
      engine().humanTasks().complete(task, answers);
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

  /** Rows in memory; one test is one thread. */
  static final class MemoryRoster implements RosterStore {
    private final List<MemberRow> members = new ArrayList<>();
    private final List<SummonsRow> summons = new ArrayList<>();
    private final List<HelpingRow> helping = new ArrayList<>();

    void empties() {
      members.clear();
      summons.clear();
      helping.clear();
    }

    @Override
    public List<MemberRow> members(IncidentId incident) {
      return members.stream()
          .filter(row -> row.incident().equals(incident.value()))
          .sorted(Comparator.comparing(row -> row.view().since()))
          .toList();
    }

    @Override
    public Optional<MemberRow> member(IncidentId incident, PersonId person) {
      return members(incident).stream().filter(row -> row.person().equals(person)).findFirst();
    }

    @Override
    public List<SummonsRow> summons(IncidentId incident) {
      return summons.stream().filter(row -> row.incident().equals(incident)).toList();
    }

    @Override
    public Optional<SummonsRow> summons(IncidentId incident, int number) {
      return summons(incident).stream().filter(row -> row.number() == number).findFirst();
    }

    @Override
    public List<HelpingRow> helping(IncidentId incident) {
      return helping.stream()
          .filter(row -> row.incident().equals(incident.value()) && row.isOpen())
          .toList();
    }

    @Override
    public void add(MemberRow row) {
      members.add(row);
    }

    @Override
    public void add(SummonsRow row) {
      summons.add(row);
    }

    @Override
    public void add(HelpingRow row) {
      helping.add(row);
    }

    @Override
    public void flush() {
      // Nothing is held back.
    }
  }
}
