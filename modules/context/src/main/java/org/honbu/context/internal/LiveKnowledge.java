package org.honbu.context.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.honbu.context.Change;
import org.honbu.context.Changes;
import org.honbu.context.ContextPack;
import org.honbu.context.ContextPack.Neighbour;
import org.honbu.context.ContextPack.OnCall;
import org.honbu.context.ContextPack.RecentChange;
import org.honbu.context.ContextPack.SimilarIncident;
import org.honbu.context.Knowledge;
import org.honbu.context.Missing;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.IncidentView;
import org.honbu.incidents.Incidents;
import org.honbu.incidents.Privacy;
import org.honbu.incidents.Veil;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.people.Component;
import org.honbu.people.ContactPoint;
import org.honbu.people.OnCallLevel;
import org.honbu.people.People;
import org.honbu.workflow.Retried;

/** Asks everybody who knows something about the component, at one moment. */
@ApplicationScoped
@Retried
@Transactional
class LiveKnowledge implements Knowledge {
  private static final Duration LATELY = Duration.ofHours(24);
  private static final int CHANGES = 12;

  private final IncidentBoard board;
  private final Privacy privacy;
  private final Incidents incidents;
  private final People people;
  private final Changes changes;
  private final Precedents precedents;
  private final RunbookActs runbooks;
  private final Clock clock;

  @Inject
  LiveKnowledge(
      IncidentBoard board,
      Privacy privacy,
      Incidents incidents,
      People people,
      Changes changes,
      Precedents precedents,
      RunbookActs runbooks,
      Clock clock) {
    this.board = board;
    this.privacy = privacy;
    this.incidents = incidents;
    this.people = people;
    this.changes = changes;
    this.precedents = precedents;
    this.runbooks = runbooks;
    this.clock = clock;
  }

  @Override
  public ContextPack of(IncidentId incident, PersonId reader) {
    Map<String, Component> catalogue = new HashMap<>();
    people.components().forEach(one -> catalogue.put(one.id(), one));
    Instant now = clock.instant();
    IncidentView view = board.view(incident);
    Optional<Component> known =
        view.component().flatMap(id -> Optional.ofNullable(catalogue.get(id)));
    TeamId owner = known.map(Component::owner).orElse(view.team());
    Set<String> above = known.map(Component::dependsOn).orElse(Set.of());
    Set<String> below = view.component().map(id -> dependents(id, catalogue)).orElse(Set.of());
    // One question for all of them: hundreds may stand on one database.
    Map<String, IncidentId> broken = broken(union(above, below), reader);
    List<OnCall> onCall = onCall(owner, mayKnowAddresses(view, reader), now);
    List<RecentChange> recent = changes(view, known, now);
    return new ContextPack(
        incident,
        view.component(),
        owner,
        onCall,
        known.flatMap(Component::runbook),
        known.flatMap(Component::docs),
        view.link(),
        neighbours(above, catalogue, broken),
        neighbours(below, catalogue, broken),
        recent,
        similar(view, reader, now),
        missing(view, known, onCall, recent));
  }

  private List<SimilarIncident> similar(IncidentView view, PersonId reader, Instant now) {
    List<SimilarIncident> all = precedents.of(view, now);
    Veil veil = privacy.over(all.stream().map(SimilarIncident::id).toList(), reader);
    return all.stream().filter(one -> !veil.hides(one.id())).toList();
  }

  /**
   * The oldest real incident that is open on each component, where the reader may read it: what a
   * private one is about is not said here either.
   */
  private Map<String, IncidentId> broken(Set<String> components, PersonId reader) {
    Map<String, IncidentId> broken = new HashMap<>(board.openOn(components));
    Veil veil = privacy.over(broken.values(), reader);
    broken.values().removeIf(veil::hides);
    return broken;
  }

  @Override
  public Outcome addRunbook(IncidentId incident, String url, PersonId by) {
    return runbooks.add(incident, url, by);
  }

  /** A drill calls nobody, and onlookers do not learn telephone numbers. */
  private boolean mayKnowAddresses(IncidentView view, PersonId reader) {
    return view.kind() == Kind.REAL && incidents.mayRespond(view.id(), reader);
  }

  private List<OnCall> onCall(TeamId team, boolean addresses, Instant now) {
    return Stream.of(OnCallLevel.PRIMARY, OnCallLevel.SECONDARY)
        .flatMap(
            level ->
                people.onCall(team, level, now).stream()
                    .map(person -> new OnCall(person, level, addresses ? ways(person) : List.of())))
        .toList();
  }

  /** At three in the morning the telephone goes first. */
  private List<ContactPoint> ways(PersonId person) {
    return people.contactPoints(person).stream().sorted(Comparator.reverseOrder()).toList();
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
  }

  private static Set<String> dependents(String component, Map<String, Component> catalogue) {
    return catalogue.values().stream()
        .filter(one -> one.dependsOn().contains(component))
        .map(Component::id)
        .collect(Collectors.toSet());
  }

  /** Hundreds stand on one database: nothing here asks anybody for each of them. */
  private static List<Neighbour> neighbours(
      Set<String> components, Map<String, Component> catalogue, Map<String, IncidentId> broken) {
    return components.stream()
        .sorted()
        .map(
            id ->
                new Neighbour(
                    id,
                    Optional.ofNullable(catalogue.get(id)).map(Component::owner),
                    Optional.ofNullable(broken.get(id))))
        .toList();
  }

  /** What people do to the real thing is none of a drill's news. */
  private List<RecentChange> changes(IncidentView view, Optional<Component> known, Instant now) {
    if (view.kind() == Kind.DRILL || view.component().isEmpty()) {
      return List.of();
    }
    String component = view.component().get();
    Instant began = view.times().startedAt().orElse(view.times().detectedAt());
    Set<String> asked = new HashSet<>(known.map(Component::dependsOn).orElse(Set.of()));
    asked.add(component);
    Instant since = (began.isBefore(now) ? began : now).minus(LATELY);
    List<Change> all = new ArrayList<>(changes.on(asked, since));
    all.sort(Comparator.comparing(change -> !change.component().equals(component)));
    Optional<Change> suspect = all.stream().filter(one -> !one.at().isAfter(began)).findFirst();
    return all.stream()
        .limit(CHANGES)
        .map(
            one ->
                new RecentChange(
                    one, one.component().equals(component), suspect.equals(Optional.of(one))))
        .toList();
  }

  private static List<Missing> missing(
      IncidentView view,
      Optional<Component> known,
      List<OnCall> onCall,
      List<RecentChange> recent) {
    List<Missing> missing = new ArrayList<>();
    if (view.component().isEmpty()) {
      missing.add(Missing.COMPONENT);
    } else if (known.isEmpty()) {
      missing.add(Missing.CATALOGUE);
    }
    if (known.isPresent() && known.get().runbook().isEmpty()) {
      missing.add(Missing.RUNBOOK);
    }
    if (known.isPresent() && known.get().dependsOn().isEmpty()) {
      missing.add(Missing.DEPENDENCIES);
    }
    if (onCall.isEmpty()) {
      missing.add(Missing.ON_CALL);
    }
    if (recent.isEmpty() && view.component().isPresent() && view.kind() == Kind.REAL) {
      missing.add(Missing.CHANGES);
    }
    return Collections.unmodifiableList(missing);
  }
}
