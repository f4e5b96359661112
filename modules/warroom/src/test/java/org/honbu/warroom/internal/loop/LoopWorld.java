package org.honbu.warroom.internal.loop;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
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
import org.honbu.incidents.Outcome;
import org.honbu.incidents.Privacy;
import org.honbu.incidents.PublicPhase;
import org.honbu.incidents.Room;
import org.honbu.incidents.Severity;
import org.honbu.incidents.Source;
import org.honbu.incidents.Standing;
import org.honbu.incidents.Times;
import org.honbu.incidents.Visibility;
import org.honbu.kernel.Actor;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.notifications.Notifications;
import org.honbu.notifications.Post;
import org.honbu.notifications.PrivateLine;
import org.honbu.outbox.Fact;
import org.honbu.outbox.Outbox;
import org.honbu.outbox.Subject;
import org.honbu.people.People;
import org.honbu.testkit.process.EngineHarness;
import org.honbu.testkit.process.Strict;
import org.honbu.workflow.Facts;

/** An open room of severity 1 that Aoi commands, everything around the loop kept in lists. */
final class LoopWorld {
  static final IncidentId OTHER = new IncidentId("INC-2026-0007");
  static final IncidentId HIDDEN = new IncidentId("INC-2026-0008");

  final List<IncidentId> merged = new ArrayList<>();

  static final IncidentId INCIDENT = new IncidentId("INC-2026-0001");
  static final PersonId MISAKI = new PersonId("misaki");
  static final PersonId AOI = new PersonId("aoi");
  static final PersonId SAKURA = new PersonId("sakura");
  private static final Instant OPENED = Instant.parse("2026-04-01T03:00:00Z");

  final List<Row> rows = new ArrayList<>();
  final List<Post> posted = new ArrayList<>();
  final List<PrivateLine> whispered = new ArrayList<>();
  final List<String> timeline = new ArrayList<>();
  final List<Fact> facts = new ArrayList<>();
  Optional<PersonId> commander = Optional.of(AOI);
  Optional<PersonId> deputy = Optional.empty();
  Optional<Instant> workGivenAt = Optional.empty();
  IncidentState state = IncidentState.INVESTIGATING;
  Room room = Room.OPEN;
  Severity severity = Severity.SEV1;
  Kind kind = Kind.REAL;

  private final Supplier<EngineHarness> engine;
  final Clock clock;
  final IncidentBoard board = Strict.fake(IncidentBoard.class, new Board());
  final Command command = Strict.fake(Command.class, new Seats());
  final Incidents incidents = Strict.fake(Incidents.class, new Records());
  final Outbox outbox = Strict.fake(Outbox.class, new Announced());
  final LoopStore store = new Rows();
  final GivenWork work =
      (incident, moment) -> workGivenAt.filter(given -> !given.isBefore(moment)).isPresent();
  final LoopVoice voice =
      new LoopVoice(
          Strict.fake(Notifications.class, new Channels()),
          whispered::add,
          Strict.fake(People.class, new Named()));
  final Rounds rounds;
  final LoopDesk desk;

  LoopWorld(Supplier<EngineHarness> engine) {
    this.engine = engine;
    this.clock = new EngineClock();
    this.rounds =
        new Rounds(
            store, board, work, (table, inputs) -> engine.get().decisions().decide(table, inputs));
    this.desk =
        new LoopDesk(
            store,
            command,
            incidents,
            board,
            Strict.fake(Privacy.class, new Doors()),
            rounds,
            voice,
            outbox,
            new Ids(clock),
            clock);
  }

  TwoDoorLoop door() {
    return new TwoDoorLoop(desk, rounds, store, engine.get().humanTasks());
  }

  EngineHarness start(EngineHarness.Builder builder) {
    var steps = new LoopSteps(command, board, rounds, store, clock);
    return builder
        .handler(steps.lookAtTheRound())
        .handler(steps.lookAtTheClock())
        .handler("remindToAssess", step -> nudges().remindToAssess().perform(step))
        .handler("reportStaleDecision", step -> nudges().reportStaleDecision().perform(step))
        .handler("remindToAssign", step -> nudges().remindToAssign().perform(step))
        .handler("remindToReview", step -> nudges().remindToReview().perform(step))
        .handler("askForUpdate", step -> nudges().askForUpdate().perform(step))
        .handler("reportLateUpdate", step -> nudges().reportLateUpdate().perform(step))
        .rule(new LoopTaskRules(desk, rounds, board, voice, store, outbox, clock))
        .start();
  }

  private LoopNudges nudges() {
    return new LoopNudges(board, rounds, door(), voice, clock);
  }

  /** As incidents does it when command changes hands: its seat and then its tasks. */
  void commandGoesTo(PersonId person) {
    commander = Optional.of(person);
    engine.get().humanTasks().open(INCIDENT).stream()
        .filter(task -> task.groups().contains("incident-commander"))
        .filter(task -> task.assignee().isPresent())
        .forEach(task -> engine.get().humanTasks().assign(task, person));
  }

  void recurs() {
    IncidentState from = state;
    state = IncidentState.INVESTIGATING;
    facts.add(new IncidentMoved(INCIDENT, kind, from, state, clock.instant()));
    engine.get().processes().tell("Message_Recurred", INCIDENT, Facts.none());
  }

  List<String> whispers() {
    return whispered.stream().map(line -> line.to() + ": " + line.text().en()).toList();
  }

  List<String> saidInTheRoom() {
    return posted.stream().map(post -> post.text().en()).toList();
  }

  /** Whoever asks is inside all but one. */
  static final class Doors {
    boolean mayRead(IncidentId incident, PersonId person) {
      return !incident.equals(HIDDEN);
    }
  }

  final class Board {
    /** Two others are open; one of them is a secret. */
    Optional<IncidentView> find(IncidentId incident) {
      return Set.of(INCIDENT, OTHER, HIDDEN).contains(incident)
          ? Optional.of(view(incident))
          : Optional.empty();
    }

    IncidentView view(IncidentId incident) {
      Times times =
          new Times(
              Optional.empty(),
              OPENED,
              OPENED,
              Optional.empty(),
              Optional.of(OPENED),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      return new IncidentView(
          INCIDENT,
          "決済が遅い",
          kind,
          state,
          Optional.of(severity),
          Source.SYSTEM,
          Optional.of("payment-api"),
          new TeamId("payments"),
          Actor.honbu("test"),
          Optional.empty(),
          Impact.UNKNOWN,
          Visibility.UNKNOWN,
          PublicPhase.NONE,
          room,
          Set.of(),
          false,
          Optional.of(MISAKI),
          Optional.empty(),
          seat(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          new IncidentView.Signals(1, 1, 1, 0),
          times,
          deputy.stream()
              .map(one -> new Duty(DutyKind.DEPUTY, one, OPENED, Optional.empty()))
              .toList(),
          false);
    }
  }

  private Optional<CommandSeat> seat() {
    return commander.map(one -> new CommandSeat(one, Standing.ACTING, OPENED, false, 1));
  }

  final class Seats {
    Optional<CommandSeat> lockSeat(IncidentId incident) {
      return seat();
    }
  }

  final class Records {
    void note(IncidentId incident, String type, Words words, Actor by) {
      timeline.add(type + " " + words.en());
    }

    Outcome declareMitigated(IncidentId incident, String how, PersonId by) {
      state = IncidentState.MITIGATED;
      engine.get().processes().tell("Message_MitigationDeclared", INCIDENT, Facts.none());
      return Outcome.done();
    }

    IncidentId merge(IncidentId one, IncidentId other, PersonId by) {
      merged.add(other);
      return one;
    }

    Outcome confirmFalseAlarm(IncidentId incident, String why, PersonId by) {
      state = IncidentState.FALSE_ALARM;
      room = Room.CLOSED;
      commander = Optional.empty();
      return Outcome.done();
    }
  }

  final class Channels {
    void post(Post post) {
      posted.add(post);
    }
  }

  final class Announced {
    void announce(Fact fact, Subject subject) {
      facts.add(fact);
    }
  }

  static final class Named {
    String name(PersonId person, Locale language) {
      return person.value();
    }
  }

  private final class Rows implements LoopStore {
    @Override
    public <R extends Row> Optional<R> newest(Class<R> kind, IncidentId incident) {
      return all(kind, incident).stream().findFirst();
    }

    @Override
    public <R extends Row> List<R> all(Class<R> kind, IncidentId incident) {
      return rows.stream()
          .filter(kind::isInstance)
          .map(kind::cast)
          .sorted(Comparator.comparing((R row) -> row.number()).reversed())
          .toList();
    }

    @Override
    public void add(Row row) {
      rows.add(row);
    }

    @Override
    public void flush() {}
  }

  /** The engine's clock, once there is an engine. */
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
      return this;
    }
  }
}
