package org.honbu.people.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.kernel.Words;
import org.honbu.people.CommandHistory;
import org.honbu.people.CommandNeed;
import org.honbu.people.CommandRecords;
import org.honbu.people.CommanderRanking.Ranking;
import org.honbu.people.CommanderScore;
import org.honbu.people.CommanderScore.Term;
import org.honbu.people.Component;
import org.honbu.people.Eligibility;
import org.honbu.people.Eligibility.Reason;
import org.honbu.people.Eligibility.Verdict;
import org.honbu.people.People;
import org.honbu.people.Person;
import org.honbu.people.RankedCommander;
import org.honbu.people.Role;
import org.honbu.testkit.process.EngineHarness;
import org.honbu.workflow.Decisions;
import org.honbu.workflow.Facts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** DM-6, as the process owners' own table answers it, row by row. */
class LiveRankingTest {
  private static final EngineHarness ENGINE = EngineHarness.of("CommanderEligibility.dmn").start();

  /** Wednesday 12:00 in Tokyo. */
  private static final Instant NOW = Instant.parse("2026-04-01T03:00:00Z");

  /** Thursday 03:00 in Tokyo. */
  private static final Instant NIGHT = Instant.parse("2026-04-01T18:00:00Z");

  private static final IncidentId INCIDENT = new IncidentId("INC-2026-0001");
  private static final TeamId PAYMENTS = new TeamId("payments");

  private final Map<PersonId, Set<Role>> roles = new TreeMap<>();
  private final Set<PersonId> onSchedule = new HashSet<>();
  private final Set<PersonId> reachable = new HashSet<>();
  private final Set<PersonId> owners = new HashSet<>();
  private final Set<PersonId> woken = new HashSet<>();
  private final Set<PersonId> elsewhere = new HashSet<>();
  private final Set<PersonId> declined = new HashSet<>();
  private final List<Facts> asked = new ArrayList<>();
  private @Nullable Instant wokenSince;

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  // --- the rows

  @Test
  void aCommanderIsEligible() {
    person("aoi", Role.INCIDENT_COMMANDER);

    assertThat(judged(real(1, NOW), "aoi"))
        .isEqualTo(Eligibility.of(Verdict.ELIGIBLE, Reason.QUALIFIED));
  }

  @Test
  void whoDeclinedIsNotAskedAgain() {
    person("aoi", Role.INCIDENT_COMMANDER);
    declined.add(id("aoi"));

    assertThat(judged(real(2, NOW), "aoi")).isEqualTo(Eligibility.not(Reason.DECLINED));
  }

  @Test
  void whoCommandsAnotherIsLeftToIt() {
    person("aoi", Role.INCIDENT_COMMANDER);
    elsewhere.add(id("aoi"));

    assertThat(judged(real(2, NOW), "aoi")).isEqualTo(Eligibility.not(Reason.COMMANDS_ANOTHER));
  }

  @Test
  void whoWasWokenRestsForEightHours() {
    person("aoi", Role.INCIDENT_COMMANDER);
    person("sakura", Role.INCIDENT_COMMANDER);
    woken.add(id("aoi"));

    assertThat(judged(real(2, NOW), "aoi")).isEqualTo(Eligibility.not(Reason.NEEDS_REST));
    assertThat(wokenSince).isEqualTo(NOW.minus(Duration.ofHours(8)));
    assertThat(names(real(2, NOW))).containsExactly("sakura", "aoi");
  }

  @Test
  void whoRestsIsAskedWhenNobodyElseIsLeft() {
    person("aoi", Role.INCIDENT_COMMANDER);
    person("sakura", Role.INCIDENT_COMMANDER);
    person("riku", Role.COMMANDER_TRAINEE);
    woken.add(id("aoi"));
    elsewhere.add(id("sakura"));

    assertThat(judged(real(2, NOW), "aoi"))
        .isEqualTo(Eligibility.of(Verdict.ELIGIBLE, Reason.QUALIFIED));
    assertThat(judged(real(2, NOW), "sakura")).isEqualTo(Eligibility.not(Reason.COMMANDS_ANOTHER));
  }

  @Test
  void aResponderComesIntoQuestionOnceTheGlassIsBroken() {
    person("aoi", Role.INCIDENT_COMMANDER);
    person("itsuki", Role.RESPONDER);
    reachable.add(id("itsuki"));
    CommandNeed broken = need(Kind.REAL, 1, NOW, true);

    assertThat(names(real(1, NOW))).containsExactly("aoi");
    assertThat(judged(broken, "itsuki"))
        .isEqualTo(Eligibility.of(Verdict.ELIGIBLE, Reason.BREAK_GLASS));
    assertThat(names(broken)).as("after the qualified").containsExactly("aoi", "itsuki");
  }

  @Test
  void aTraineeCommandsInADrill() {
    person("riku", Role.COMMANDER_TRAINEE);

    assertThat(judged(need(Kind.DRILL, 1, NIGHT, false), "riku"))
        .isEqualTo(Eligibility.of(Verdict.WITH_COACH, Reason.DRILL));
  }

  @Test
  void aTraineeCommandsASeverity3AtWorkWithACoach() {
    person("riku", Role.COMMANDER_TRAINEE);

    assertThat(judged(real(3, NOW), "riku"))
        .isEqualTo(Eligibility.of(Verdict.WITH_COACH, Reason.COACHED));
  }

  @Test
  void otherwiseATraineeLacksTheRole() {
    person("riku", Role.COMMANDER_TRAINEE);

    assertThat(judged(real(3, NIGHT), "riku")).isEqualTo(Eligibility.not(Reason.NOT_QUALIFIED));
    assertThat(judged(real(2, NOW), "riku")).isEqualTo(Eligibility.not(Reason.NOT_QUALIFIED));
  }

  /**
   * Nobody knows yet who is on leave: the row is in the table, and Honbu says that it cannot ask.
   */
  @Test
  void leaveIsNotKnownAndNotInvented() {
    person("aoi", Role.INCIDENT_COMMANDER);

    Ranking ranking = rank(real(1, NOW));

    assertThat(asked).allSatisfy(facts -> assertThat(facts.yes("onLeave")).isFalse());
    assertThat(ranking.unknown())
        .extracting(Words::en)
        .containsExactly("Honbu does not know yet who is on leave");
    assertThat(table().ask(asked.get(0).and("onLeave", true)))
        .isEqualTo(Eligibility.not(Reason.ON_LEAVE));
  }

  @Test
  void aReasonThatProcessOwnersAddedIsSaidInTheirOwnWords() {
    var table =
        new EligibilityTable(
            (name, inputs) ->
                List.of(Facts.of("verdict", "NOT_ELIGIBLE").and("reason", "ON_A_COURSE")),
            (name, answer) -> Optional.of(new Words("研修中 / " + answer, "On a course")));

    Eligibility said = table.ask(Facts.none());

    assertThat(said.reason()).isEqualTo(Reason.OTHER);
    assertThat(said.why()).isEqualTo(new Words("研修中 / ON_A_COURSE", "On a course"));
  }

  @Test
  void aTableWithoutARowLetsNobodyCommand() {
    var table =
        new EligibilityTable((name, inputs) -> List.of(), (name, answer) -> Optional.empty());

    assertThat(table.ask(Facts.none())).isEqualTo(Eligibility.not(Reason.OTHER));
  }

  // --- what is gathered

  @Test
  void theTermsComeFromScheduleContactPointsCatalogueAndRecord() {
    person("aoi", Role.INCIDENT_COMMANDER);
    person("sakura", Role.INCIDENT_COMMANDER);
    onSchedule.add(id("aoi"));
    reachable.add(id("aoi"));
    owners.add(id("aoi"));

    CommanderScore aoi = score(real(2, NOW), "aoi");
    CommanderScore sakura = score(real(2, NOW), "sakura");

    assertThat(points(aoi, Term.ON_SCHEDULE)).isEqualTo("40.0");
    assertThat(points(aoi, Term.REACHABLE)).isEqualTo("20.0");
    assertThat(points(aoi, Term.CURRENT)).isEqualTo("15.0");
    assertThat(points(aoi, Term.SPREAD)).as("20 · (1 − 5/5)").isEqualTo("0.0");
    assertThat(points(aoi, Term.OWNS_COMPONENT)).isEqualTo("-30.0");
    assertThat(points(aoi, Term.LATELY_BUSY)).as("2 hours").isEqualTo("-2.0");
    assertThat(sakura.total()).as("20 · (1 − 0/5)").isEqualByComparingTo("20");
  }

  @Test
  void aComponentThatIsNotInTheCatalogueIsNobodys() {
    person("aoi", Role.INCIDENT_COMMANDER);
    CommandNeed unknown =
        new CommandNeed(INCIDENT, Kind.REAL, 2, PAYMENTS, Optional.of("fax"), false, NOW);

    assertThat(score(unknown, "aoi").part(Term.OWNS_COMPONENT).known()).isFalse();
  }

  @Test
  void whoIsOnTheScheduleWithoutTheRoleIsShownSo() {
    person("aoi", Role.INCIDENT_COMMANDER);
    person("emma", Role.EMPLOYEE);
    onSchedule.add(id("emma"));

    assertThat(judged(real(1, NOW), "emma")).isEqualTo(Eligibility.not(Reason.NOT_QUALIFIED));
    assertThat(names(real(1, NOW))).containsExactly("aoi", "emma");
  }

  @Test
  void theTableIsAskedOnceForPeopleOfWhomItAsksTheSame() {
    for (int i = 0; i < 60; i++) {
      person("commander-" + i, Role.INCIDENT_COMMANDER);
    }
    woken.add(id("commander-7"));

    assertThat(names(real(2, NOW))).hasSize(60);
    assertThat(asked).hasSize(2);
  }

  // --- the town

  private void person(String name, Role role) {
    roles.put(id(name), EnumSet.of(Role.EMPLOYEE, role));
  }

  private static PersonId id(String name) {
    return new PersonId(name);
  }

  private static CommandNeed real(int severity, Instant at) {
    return need(Kind.REAL, severity, at, false);
  }

  private static CommandNeed need(Kind kind, int severity, Instant at, boolean breakGlass) {
    return new CommandNeed(
        INCIDENT, kind, severity, PAYMENTS, Optional.of("payment-api"), breakGlass, at);
  }

  private Ranking rank(CommandNeed need) {
    asked.clear();
    var ranking =
        new LiveRanking(
            people(),
            (from, except) -> {
              assertThat(except).isEqualTo(INCIDENT);
              wokenSince = from;
              return woken;
            },
            table());
    var history =
        new CommandHistory(
            5, Duration.ofHours(2), Optional.of(need.at().minus(Duration.ofDays(20))));
    return ranking.rank(need, new CommandRecords(Map.of(id("aoi"), history), elsewhere, declined));
  }

  private EligibilityTable table() {
    Decisions decisions = ENGINE.decisions();
    return new EligibilityTable(
        (name, inputs) -> {
          asked.add(inputs);
          return decisions.decide(name, inputs);
        },
        ENGINE.decisionNotes());
  }

  private RankedCommander one(CommandNeed need, String name) {
    return rank(need).people().stream()
        .filter(ranked -> ranked.person().equals(id(name)))
        .findFirst()
        .orElseThrow();
  }

  private Eligibility judged(CommandNeed need, String name) {
    return one(need, name).eligibility();
  }

  private CommanderScore score(CommandNeed need, String name) {
    return one(need, name).score();
  }

  private List<String> names(CommandNeed need) {
    return rank(need).people().stream().map(ranked -> ranked.person().value()).toList();
  }

  private static String points(CommanderScore score, Term term) {
    return score.part(term).points().toString();
  }

  private People people() {
    return (People)
        Proxy.newProxyInstance(
            LiveRankingTest.class.getClassLoader(),
            new Class<?>[] {People.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "withRole" -> withRole((Role) arguments[0]);
                  case "rolesOf" -> roles.getOrDefault((PersonId) arguments[0], Set.of());
                  case "onCall" -> List.copyOf(onSchedule);
                  case "members" -> List.copyOf(owners);
                  case "component" ->
                      Optional.of("payment-api")
                          .filter(arguments[0]::equals)
                          .map(LiveRankingTest::component);
                  case "reachable" -> among((Collection<?>) arguments[0]);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private Set<PersonId> among(Collection<?> people) {
    Set<PersonId> found = new HashSet<>(reachable);
    found.retainAll(people);
    return found;
  }

  private static Component component(String name) {
    return new Component(name, Component.Function.CORE, PAYMENTS, Optional.empty());
  }

  private List<Person> withRole(Role role) {
    return roles.entrySet().stream()
        .filter(entry -> entry.getValue().contains(role))
        .map(entry -> Person.unknown(entry.getKey()))
        .toList();
  }
}
