package org.honbu.alerts.internal;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.honbu.alerts.Report;
import org.honbu.alerts.ReportReceived;
import org.honbu.alerts.ReportTriage;
import org.honbu.alerts.Reports.Outcome;
import org.honbu.alerts.Reports.Seen;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.PublicPhase;
import org.honbu.incidents.Room;
import org.honbu.incidents.Source;
import org.honbu.incidents.Times;
import org.honbu.incidents.Visibility;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ReportId;
import org.honbu.kernel.TeamId;
import org.honbu.notifications.Notifications;
import org.honbu.notifications.Post;
import org.honbu.outbox.Fact;
import org.honbu.outbox.Outbox;
import org.honbu.outbox.Subject;
import org.honbu.people.OwnerRouting.Owner;
import org.honbu.people.OwnerRouting.Route;
import org.honbu.people.People;
import org.honbu.people.Role;
import org.honbu.testkit.process.EngineHarness;
import org.honbu.testkit.process.Walked;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.HumanTasks;
import org.honbu.workflow.Processes;
import org.honbu.workflow.TaskHandler;
import org.honbu.workflow.TaskRule;
import org.jspecify.annotations.Nullable;

/** Customer support's desk: everything of reports is real, on an engine in memory. */
final class Support implements AutoCloseable {
  static final PersonId EMMA = new PersonId("emma");
  static final PersonId HARUKA = new PersonId("haruka");
  static final PersonId YUMI = new PersonId("yumi");

  final FakeIncidents incidents = new FakeIncidents();
  final List<Post> posts = new ArrayList<>();
  final Map<String, IncidentId> openOn = new HashMap<>();
  final Set<IncidentId> drills = new HashSet<>();
  final Database database = new Database();
  final EngineHarness engine;
  final ReportActs acts;
  private final List<ReportReceived> heard = new ArrayList<>();
  private final Clock clock = new EngineClock();

  Support(Walked walked) {
    acts =
        new ReportActs(
            database.reports(),
            new Filing(
                incidents.incidents(),
                board(),
                new FirstTeam(
                    symptom -> new Owner(new TeamId("payments"), Route.CATALOGUE_OWNER),
                    new FakeActivities(),
                    people())),
            incidents.incidents(),
            board(),
            fake(Notifications.class, Map.of("post", post -> posts.add((Post) post[0]))),
            people(),
            new Hearing(),
            tasks(),
            clock);
    var steps = new ReportSteps(acts);
    engine =
        EngineHarness.of("SignalIntake.bpmn", "triage-user-report.form")
            .watchedBy(walked)
            .handler(inTransaction(steps.remindSupport()))
            .handler(inTransaction(steps.fileReport()))
            .rule(new Rule(new TriageTheReport(acts, people())))
            .start();
  }

  /** Emma tells us; the process has begun when this returns. */
  ReportId hears(String what, @Nullable String component) {
    return hears(what, component, SupportHours.ALWAYS);
  }

  ReportId hears(String what, @Nullable String component, SupportHours hours) {
    var seen = new Seen(what, Optional.ofNullable(component), Optional.empty(), EMMA);
    ReportId report = database.inTransaction(() -> acts.report(seen));
    starts(hours);
    engine.settle();
    return report;
  }

  /** The fact reaches its handler, again too. */
  void starts(SupportHours hours) {
    startsBy(new StartsTheIntake(engine.processes(), acts, clock, hours));
  }

  private void startsBy(StartsTheIntake starter) {
    heard.forEach(fact -> database.inTransaction(() -> starter.on(fact)));
  }

  /** Emma tells us; this happens when the handler has looked and the process is about to begin. */
  ReportId hearsAndMeanwhile(String what, Consumer<ReportId> meanwhile) {
    var seen = new Seen(what, Optional.empty(), Optional.empty(), EMMA);
    ReportId report = database.inTransaction(() -> acts.report(seen));
    Processes late =
        fake(
            Processes.class,
            Map.of(
                "start",
                asked -> {
                  meanwhile.accept(report);
                  return engine
                      .processes()
                      .start(
                          (String) asked[0], (org.honbu.kernel.Subject) asked[1], (Facts) asked[2]);
                }));
    startsBy(new StartsTheIntake(late, acts, clock, SupportHours.ALWAYS));
    engine.settle();
    return report;
  }

  /** Through our own door, on a thread and in a transaction of its own. */
  CompletableFuture<Outcome> triagesBeside(ReportId report, ReportTriage triage, PersonId by) {
    return CompletableFuture.supplyAsync(
        () -> database.inTransaction(() -> acts.triage(report, triage, by)));
  }

  /** Through our own door. */
  Outcome triages(ReportId report, ReportTriage triage, PersonId by) {
    Outcome outcome = database.inTransaction(() -> acts.triage(report, triage, by));
    engine.settle();
    return outcome;
  }

  void passes(Duration time) {
    engine.time().passes(time);
  }

  Report report(ReportId report) {
    return database.inTransaction(() -> acts.view(report));
  }

  List<String> said() {
    return posts.stream().map(post -> post.channel() + " " + post.text().en()).toList();
  }

  @Override
  public void close() {
    engine.close();
    database.close();
  }

  private IncidentBoard board() {
    return fake(
        IncidentBoard.class,
        Map.of(
            "openOn", asked -> Optional.ofNullable(openOn.get((String) asked[0])),
            "view", asked -> view((IncidentId) asked[0])));
  }

  private IncidentView view(IncidentId incident) {
    return new IncidentView(
        incident,
        "",
        drills.contains(incident) ? Kind.DRILL : Kind.REAL,
        IncidentState.INVESTIGATING,
        Optional.empty(),
        Source.SYSTEM,
        Optional.empty(),
        new TeamId("payments"),
        Actor.honbu("test"),
        Optional.empty(),
        Impact.UNKNOWN,
        Visibility.UNKNOWN,
        PublicPhase.NONE,
        Room.NONE,
        Set.of(),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new IncidentView.Signals(0, 0, 0, 0),
        new Times(
            Optional.empty(),
            Instant.EPOCH,
            Instant.EPOCH,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        List.of(),
        false);
  }

  private People people() {
    return fake(
        People.class,
        Map.of(
            "hasRole", asked -> rolesOf((PersonId) asked[0]).contains((Role) asked[1]),
            "name", asked -> asked[0].toString()));
  }

  private Set<Role> rolesOf(PersonId person) {
    Set<String> groups = engine.people().find(person).orElseThrow().groups();
    return Arrays.stream(Role.values())
        .filter(role -> groups.contains(role.group()))
        .collect(Collectors.toSet());
  }

  private HumanTasks tasks() {
    return fake(
        HumanTasks.class,
        Map.of(
            "open",
            asked ->
                engine.humanTasks().open((org.honbu.kernel.Subject) asked[0], (String) asked[1]),
            "assign",
            asked -> {
              engine.humanTasks().assign((HumanTask) asked[0], (PersonId) asked[1]);
              return true;
            },
            "complete",
            asked -> {
              engine.humanTasks().complete((HumanTask) asked[0], (Facts) asked[1]);
              return true;
            }));
  }

  private TaskHandler inTransaction(TaskHandler handler) {
    return new TaskHandler() {
      @Override
      public String name() {
        return handler.name();
      }

      @Override
      public Facts perform(Step step) {
        return database.inTransaction(
            (Supplier<Facts>)
                () -> {
                  try {
                    return handler.perform(step);
                  } catch (org.honbu.workflow.BusinessError named) {
                    throw new AssertionError(named);
                  }
                });
      }
    };
  }

  private final class Rule implements TaskRule {
    private final TaskRule rule;

    Rule(TaskRule rule) {
      this.rule = rule;
    }

    @Override
    public Set<String> steps() {
      return rule.steps();
    }

    @Override
    public Verdict mayHold(HumanTask task, PersonId person) {
      return rule.mayHold(task, person);
    }

    @Override
    public Verdict completed(HumanTask task, PersonId person, Facts answers) {
      return database.inTransaction(() -> rule.completed(task, person, answers));
    }
  }

  private final class Hearing implements Outbox {
    @Override
    public void announce(Fact fact, Subject subject) {
      heard.add((ReportReceived) fact);
    }

    @Override
    public List<Stuck> stuck() {
      throw new UnsupportedOperationException("nothing is stuck");
    }

    @Override
    public void retry(long place) {
      throw new UnsupportedOperationException("nothing is stuck");
    }
  }

  /** Follows the engine's time once there is an engine. */
  private final class EngineClock extends Clock {
    @Override
    public Instant instant() {
      return engine.time().instant();
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

  private interface Does {
    @Nullable Object with(Object[] asked);
  }

  private static <T> T fake(Class<T> port, Map<String, Does> answers) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (self, method, asked) -> {
              Does does = answers.get(method.getName());
              if (does == null) {
                throw new UnsupportedOperationException(method.toString());
              }
              Object answer = does.with(requireNonNull(asked));
              return method.getReturnType() == void.class ? null : answer;
            }));
  }
}
