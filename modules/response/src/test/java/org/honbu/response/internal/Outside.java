package org.honbu.response.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.honbu.incidents.CommandCandidate;
import org.honbu.incidents.CommandCandidates;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.notifications.Notifications;
import org.honbu.notifications.OutgoingMessage;
import org.honbu.notifications.Page;
import org.honbu.notifications.Post;
import org.honbu.notifications.PrivateLine;
import org.honbu.notifications.PrivateLines;
import org.honbu.notifications.Route;
import org.honbu.people.CommanderScore;
import org.honbu.people.Component;
import org.honbu.people.ContactPoint;
import org.honbu.people.DirectoryState;
import org.honbu.people.Eligibility;
import org.honbu.people.OnCallLevel;
import org.honbu.people.People;
import org.honbu.people.Person;
import org.honbu.people.ReadinessDefect;
import org.honbu.people.Role;
import org.honbu.people.Team;
import org.honbu.workflow.Decisions;
import org.honbu.workflow.Facts;

/** The people and the channels of a test: what was said and who was called. */
final class Outside implements Notifications, PrivateLines, People, CommandCandidates {
  final List<Post> posts = new ArrayList<>();
  final List<Page> pages = new ArrayList<>();
  final List<PrivateLine> whispers = new ArrayList<>();
  final List<String> cancelled = new ArrayList<>();

  /** Who could command, in their order. */
  final List<CommandCandidate> commanders =
      new ArrayList<>(List.of(commander("aoi"), commander("sakura"), commander("grace")));

  private final Supplier<Decisions> decisions;

  Outside(Supplier<Decisions> decisions) {
    this.decisions = decisions;
  }

  /** Nothing was said yet and nobody was called. */
  void begin() {
    posts.clear();
    pages.clear();
    whispers.clear();
    cancelled.clear();
  }

  /** Channels in the order they were spoken in. */
  List<String> channels() {
    return posts.stream().map(Post::channel).toList();
  }

  /** Who was called, in order. */
  List<String> called() {
    return pages.stream().map(page -> page.person().value()).toList();
  }

  @Override
  public boolean page(Page page) {
    return pages.add(page);
  }

  @Override
  public void post(Post post) {
    posts.add(post);
  }

  @Override
  public void tell(PrivateLine line) {
    whispers.add(line);
  }

  /** To whom something was said in private, in order. */
  List<String> whisperedTo() {
    return whispers.stream().map(line -> line.to().value()).toList();
  }

  @Override
  public Route route(Kind kind, int severity) {
    Facts row =
        decisions
            .get()
            .decide(
                "NotificationRoute",
                Facts.of("severity", severity).and("hours", "BUSINESS").and("kind", kind))
            .get(0);
    return new Route(
        List.of(row.text("channels").split(",", -1)),
        row.yes("page"),
        Optional.of(Duration.parse(row.text("answerWithin"))),
        row.text("counted").equals("BUSINESS_HOURS"),
        row.find("alsoPage").map(String::valueOf));
  }

  @Override
  public Optional<Person> find(PersonId person) {
    return person.value().equals("ghost") ? Optional.empty() : Optional.of(Person.unknown(person));
  }

  @Override
  public Set<Role> rolesOf(PersonId person) {
    return switch (person.value()) {
      case "takumi" -> Set.of(Role.PROCESS_OWNER);
      case "trainee" -> Set.of(Role.RESPONDER, Role.COMMANDER_TRAINEE);
      default -> Set.of(Role.RESPONDER);
    };
  }

  @Override
  public List<Person> withRole(Role role) {
    if (role != Role.PROCESS_OWNER) {
      throw unasked();
    }
    return List.of(Person.unknown(new PersonId("takumi")));
  }

  static CommandCandidate commander(String name) {
    return commander(
        name, Eligibility.of(Eligibility.Verdict.ELIGIBLE, Eligibility.Reason.QUALIFIED), true);
  }

  static CommandCandidate commander(String name, Eligibility eligibility, boolean mayTake) {
    return new CommandCandidate(
        new PersonId(name), eligibility, new CommanderScore(List.of()), mayTake);
  }

  @Override
  public Candidates of(IncidentId incident) {
    return new Candidates(commanders, List.of());
  }

  @Override
  public List<PersonId> onCall(TeamId team, OnCallLevel level, Instant at) {
    return List.of(new PersonId("aoi"));
  }

  // What the response never asks.

  private static UnsupportedOperationException unasked() {
    return new UnsupportedOperationException("the response does not ask this");
  }

  @Override
  public Optional<Words> advice(IncidentId incident, PersonId person) {
    throw unasked();
  }

  @Override
  public boolean mayRead(IncidentId incident, PersonId person) {
    throw unasked();
  }

  @Override
  public int cancelPages(String runId) {
    cancelled.add(runId);
    return 0;
  }

  @Override
  public int pageAgain(String runId, int step, Instant answerBy) {
    throw unasked();
  }

  @Override
  public List<OutgoingMessage> outgoing(int limit) {
    throw unasked();
  }

  @Override
  public List<OutgoingMessage> outgoing(IncidentId incident) {
    throw unasked();
  }

  @Override
  public List<Person> everybody() {
    throw unasked();
  }

  @Override
  public List<Team> teams() {
    throw unasked();
  }

  @Override
  public Optional<Team> team(TeamId team) {
    throw unasked();
  }

  @Override
  public List<PersonId> members(TeamId team) {
    throw unasked();
  }

  @Override
  public Set<TeamId> teamsOf(PersonId person) {
    throw unasked();
  }

  @Override
  public List<Component> components() {
    throw unasked();
  }

  @Override
  public Optional<Component> component(String id) {
    throw unasked();
  }

  @Override
  public List<ContactPoint> contactPoints(PersonId person) {
    throw unasked();
  }

  @Override
  public List<ReadinessDefect> readinessDefects(Instant at) {
    throw unasked();
  }

  @Override
  public DirectoryState directory() {
    throw unasked();
  }
}
