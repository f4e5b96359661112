package org.honbu.context.internal;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.honbu.alerts.Alerts;
import org.honbu.alerts.Signal;
import org.honbu.context.Change;
import org.honbu.context.ChangeKind;
import org.honbu.context.Changes;
import org.honbu.context.ContextPack;
import org.honbu.incidents.BoardRow;
import org.honbu.incidents.Impact;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentState;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Incidents;
import org.honbu.incidents.Privacy;
import org.honbu.incidents.PublicPhase;
import org.honbu.incidents.Room;
import org.honbu.incidents.Source;
import org.honbu.incidents.TimelineEntry;
import org.honbu.incidents.Times;
import org.honbu.incidents.Veil;
import org.honbu.incidents.Visibility;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.people.Component;
import org.honbu.people.ContactPoint;
import org.honbu.people.ContactPoint.Channel;
import org.honbu.people.OnCallLevel;
import org.honbu.people.Organisation;
import org.honbu.people.People;
import org.honbu.testkit.process.Strict;

/**
 * A web shop at 03:40 in Tokyo, thirty-five minutes after its payments broke. Misaki is on call for
 * them, Itsuki behind her; Emma only looks on.
 */
final class Shop {
  static final IncidentId NOW_BROKEN = new IncidentId("INC-2026-0009");
  static final PersonId MISAKI = new PersonId("misaki");
  static final PersonId ITSUKI = new PersonId("itsuki");
  static final PersonId EMMA = new PersonId("emma");
  static final TeamId PAYMENTS = new TeamId("payments");
  static final TeamId PLATFORM = new TeamId("platform");
  static final Instant BEGAN = Instant.parse("2026-11-23T18:05:00Z");
  static final Clock CLOCK = Clock.fixed(BEGAN.plus(Duration.ofMinutes(35)), ZoneOffset.UTC);

  final Map<String, Component> catalogue = new LinkedHashMap<>();
  final List<Change> changes = new ArrayList<>();
  final List<BoardRow> past = new ArrayList<>();
  final Map<IncidentId, List<Signal>> signals = new HashMap<>();
  final Map<IncidentId, List<TimelineEntry>> timelines = new HashMap<>();
  final Map<String, IncidentId> open = new HashMap<>();
  final List<String> notes = new ArrayList<>();
  final Map<OnCallLevel, PersonId> onCall =
      new HashMap<>(Map.of(OnCallLevel.PRIMARY, MISAKI, OnCallLevel.SECONDARY, ITSUKI));

  /** What the reader may not read. */
  final Set<IncidentId> hidden = new HashSet<>();

  int questions;
  Kind kind = Kind.REAL;
  Optional<String> component = Optional.of("payment-api");

  private final People people = Strict.fake(People.class, new Town());
  private final IncidentBoard board = Strict.fake(IncidentBoard.class, new Register());
  private final Incidents incidents = Strict.fake(Incidents.class, new Register());
  final LiveKnowledge knowledge =
      new LiveKnowledge(
          board,
          Strict.fake(Privacy.class, new Door()),
          incidents,
          people,
          Strict.fake(Changes.class, new Told()),
          new Precedents(board, Strict.fake(Alerts.class, new Heard())),
          new RunbookActs(board, incidents, people, Strict.fake(Organisation.class, new Office())),
          CLOCK);

  private final class Door {
    @SuppressWarnings("unused")
    Veil over(Collection<IncidentId> incidents, PersonId reader) {
      Set<IncidentId> some = new HashSet<>(incidents);
      some.retainAll(hidden);
      return new Veil(some, some);
    }
  }

  Shop() {
    put(component("payment-api", PAYMENTS, "https://runbooks.example/payment-api", "postgres"));
    put(component("checkout", PAYMENTS, "https://runbooks.example/checkout", "payment-api"));
    put(component("postgres", PLATFORM, "https://runbooks.example/postgres"));
  }

  ContextPack pack() {
    return knowledge.of(NOW_BROKEN, MISAKI);
  }

  void put(Component one) {
    catalogue.put(one.id(), one);
  }

  static Component component(String id, TeamId owner, String runbook, String... needs) {
    return new Component(
        id,
        Component.Function.CORE,
        owner,
        Optional.of(URI.create(runbook)),
        Optional.empty(),
        Set.of(needs));
  }

  Change changed(String where, Duration beforeItBroke) {
    Change change =
        new Change(
            "ci",
            where,
            ChangeKind.DEPLOY,
            BEGAN.minus(beforeItBroke),
            "deploy-bot",
            "v" + (changes.size() + 1),
            Optional.empty(),
            Optional.empty());
    changes.add(change);
    return change;
  }

  /** Something that was over so long ago, with what stopped it. */
  IncidentId before(String what, String broken, Duration ago, String... happened) {
    IncidentId id = new IncidentId("INC-2026-000" + (past.size() + 1));
    past.add(
        new BoardRow(
            id,
            what,
            Kind.REAL,
            IncidentState.CLOSED,
            Optional.empty(),
            Optional.of(broken),
            PAYMENTS,
            Room.CLOSED,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            CLOCK.instant().minus(ago),
            Optional.of(CLOCK.instant().minus(ago))));
    List<TimelineEntry> lines = new ArrayList<>();
    for (String type : happened) {
      lines.add(
          new TimelineEntry(
              id, BEGAN, Actor.person(MISAKI), type, new Words("ja " + type, type), Kind.REAL));
    }
    timelines.put(id, lines);
    return id;
  }

  void cried(IncidentId incident, String labels) {
    signals.put(
        incident,
        List.of(
            new Signal(
                "prometheus",
                "f",
                "t",
                labels,
                Impact.Urgency.CRITICAL,
                BEGAN,
                BEGAN,
                1,
                Optional.empty())));
  }

  private final class Town {
    @SuppressWarnings("unused")
    Optional<Component> component(String id) {
      questions++;
      return Optional.ofNullable(catalogue.get(id));
    }

    @SuppressWarnings("unused")
    List<Component> components() {
      questions++;
      return List.copyOf(catalogue.values());
    }

    @SuppressWarnings("unused")
    List<PersonId> onCall(TeamId team, OnCallLevel level, Instant at) {
      return Optional.ofNullable(onCall.get(level)).stream().toList();
    }

    @SuppressWarnings("unused")
    List<ContactPoint> contactPoints(PersonId person) {
      return List.of(
          new ContactPoint(Channel.EMAIL, person.value() + "@honbu.example"),
          new ContactPoint(Channel.PHONE, "+819012345678"));
    }

    @SuppressWarnings("unused")
    Set<TeamId> teamsOf(PersonId person) {
      return person.equals(EMMA) ? Set.of() : Set.of(PAYMENTS);
    }
  }

  private final class Register {
    @SuppressWarnings("unused")
    IncidentView view(IncidentId incident) {
      Optional<Instant> none = Optional.empty();
      return new IncidentView(
          incident,
          "決済 API が応答しません / Payment API does not answer",
          kind,
          IncidentState.INVESTIGATING,
          Optional.empty(),
          Source.SYSTEM,
          component,
          PAYMENTS,
          Actor.honbu("test"),
          Optional.empty(),
          Impact.UNKNOWN,
          Visibility.INTERNAL,
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
          new IncidentView.Signals(1, 1, 1, 0),
          new Times(
              Optional.of(BEGAN),
              BEGAN,
              BEGAN,
              none,
              none,
              none,
              none,
              none,
              none,
              none,
              none,
              none),
          List.of(),
          false);
    }

    @SuppressWarnings("unused")
    List<BoardRow> resolvedSince(Instant since, int most) {
      return List.copyOf(past);
    }

    @SuppressWarnings("unused")
    Map<String, IncidentId> openOn(Set<String> components) {
      questions++;
      Map<String, IncidentId> asked = new HashMap<>(open);
      asked.keySet().retainAll(components);
      return asked;
    }

    @SuppressWarnings("unused")
    List<TimelineEntry> timeline(IncidentId incident) {
      return timelines.getOrDefault(incident, List.of());
    }

    @SuppressWarnings("unused")
    boolean mayRespond(IncidentId incident, PersonId person) {
      return !person.equals(EMMA);
    }

    @SuppressWarnings("unused")
    void note(IncidentId incident, String type, Words said, Actor by) {
      notes.add(type);
    }
  }

  private final class Told {
    @SuppressWarnings("unused")
    List<Change> on(Set<String> components, Instant since) {
      return changes.stream()
          .filter(one -> components.contains(one.component()) && !one.at().isBefore(since))
          .sorted(java.util.Comparator.comparing(Change::at).reversed())
          .toList();
    }
  }

  private final class Heard {
    @SuppressWarnings("unused")
    Map<IncidentId, List<Signal>> signals(Collection<IncidentId> of) {
      return Map.copyOf(signals);
    }
  }

  private final class Office {
    @SuppressWarnings("unused")
    void define(Component defined) {
      put(defined);
    }
  }
}
