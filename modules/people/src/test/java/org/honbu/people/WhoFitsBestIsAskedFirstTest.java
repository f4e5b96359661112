package org.honbu.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.honbu.people.CommanderScore.Term.CURRENT;
import static org.honbu.people.CommanderScore.Term.LATELY_BUSY;
import static org.honbu.people.CommanderScore.Term.ON_SCHEDULE;
import static org.honbu.people.CommanderScore.Term.OWNS_COMPONENT;
import static org.honbu.people.CommanderScore.Term.REACHABLE;
import static org.honbu.people.CommanderScore.Term.SPREAD;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.people.CommanderScore.Part;
import org.honbu.people.Eligibility.Reason;
import org.honbu.people.Eligibility.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhoFitsBestIsAskedFirstTest {
  /** Wednesday 12:00 in Tokyo. */
  private static final Instant AT_WORK = Instant.parse("2026-04-01T03:00:00Z");

  /** Thursday 03:00 in Tokyo. */
  private static final Instant AT_NIGHT = Instant.parse("2026-04-01T18:00:00Z");

  private static final IncidentId INCIDENT = new IncidentId("INC-2026-0001");

  // --- the terms, each worked out by hand

  @Test
  void everyTermIsShownAndTheTotalIsTheirSum() {
    CommandNeed sev2 = need(2, AT_WORK);
    CommanderFacts aoi =
        facts("aoi", true, true, history(4, Duration.ofHours(3), 10), Optional.of(true));
    CommanderFacts busiest = facts("busiest", false, true, history(10, Duration.ZERO, 400));

    CommanderScore score = score(sev2, aoi, busiest);

    assertThat(points(score, ON_SCHEDULE)).isEqualTo("40.0");
    assertThat(points(score, REACHABLE)).isEqualTo("20.0");
    assertThat(points(score, CURRENT)).isEqualTo("15.0");
    assertThat(points(score, SPREAD)).as("20 · (1 − 4/10)").isEqualTo("12.0");
    assertThat(points(score, OWNS_COMPONENT)).isEqualTo("-30.0");
    assertThat(points(score, LATELY_BUSY)).as("−10 · 3/10").isEqualTo("-3.0");
    assertThat(score.total()).as("40 + 20 + 15 + 12 − 30 − 3").isEqualByComparingTo("54");
    assertThat(score.parts()).extracting(Part::term).containsExactly(CommanderScore.Term.values());
    assertThat(score.parts()).extracting(Part::most).containsExactly(40, 20, 15, 20, -30, -10);
  }

  @Test
  void whoHasNothingToShowGetsNothingButTheChance() {
    CommanderScore score = score(need(3, AT_WORK), facts("new", false, false, CommandHistory.NONE));

    assertThat(score.parts())
        .extracting(part -> part.points().toString())
        .containsExactly("0.0", "0.0", "0.0", "40.0", "0.0", "0.0");
  }

  @Test
  void aThirdIsShownToATenth() {
    CommanderScore score =
        score(
            need(2, AT_WORK),
            facts("one", false, false, history(1, Duration.ZERO, 400)),
            facts("three", false, false, history(3, Duration.ZERO, 400)));

    assertThat(points(score, SPREAD)).as("20 · (1 − 1/3)").isEqualTo("13.3");
  }

  @ParameterizedTest(name = "{0} h of command in thirty days: {1}")
  @CsvSource({"PT0S,0.0", "PT1H,-1.0", "PT4H15M,-4.3", "PT10H,-10.0", "PT60H,-10.0"})
  void theBusyAreSparedUpToTenHours(Duration commanded, String points) {
    CommanderScore score =
        score(need(1, AT_NIGHT), facts("aoi", false, false, history(0, commanded, 400)));

    assertThat(points(score, LATELY_BUSY)).isEqualTo(points);
  }

  @Test
  void ninetyDaysAreStillCurrentAndAMomentMoreIsNot() {
    Instant ninety = AT_WORK.minus(Duration.ofDays(90));

    assertThat(points(score(need(3, AT_WORK), lastAt(ninety)), CURRENT)).isEqualTo("15.0");
    assertThat(points(score(need(3, AT_WORK), lastAt(ninety.minusMillis(1))), CURRENT))
        .isEqualTo("0.0");
  }

  private static CommanderFacts lastAt(Instant last) {
    return facts("aoi", false, false, new CommandHistory(0, Duration.ZERO, Optional.of(last)));
  }

  @Test
  void whatNobodyKnowsIsSaidAndCountsNeitherWay() {
    CommandNeed nobodySaidWhere =
        new CommandNeed(
            INCIDENT, Kind.REAL, 3, new TeamId("payments"), Optional.empty(), false, AT_WORK);

    Part named = score(need(3, AT_WORK), unknownOwner()).part(OWNS_COMPONENT);
    Part unnamed = score(nobodySaidWhere, unknownOwner()).part(OWNS_COMPONENT);

    assertThat(named.known()).isFalse();
    assertThat(named.points()).isEqualByComparingTo(BigDecimal.ZERO);
    assertThat(named.why().en()).isEqualTo("It is not known who owns payment-api");
    assertThat(unnamed.known()).isFalse();
    assertThat(unnamed.why().en()).isEqualTo("It is not known yet what is affected");
  }

  private static CommanderFacts unknownOwner() {
    return facts("aoi", false, false, CommandHistory.NONE, Optional.empty());
  }

  // --- W

  @ParameterizedTest(name = "severity {0} at {1}, {2}: W = {3}")
  @CsvSource({
    "1, 2026-04-01T18:00:00Z, REAL, 0",
    "1, 2026-04-01T03:00:00Z, REAL, 10",
    "2, 2026-04-01T18:00:00Z, REAL, 20",
    "2, 2026-04-01T03:00:00Z, REAL, 20",
    "3, 2026-04-01T18:00:00Z, REAL, 40",
    "3, 2026-04-01T03:00:00Z, REAL, 40",
    "4, 2026-04-01T03:00:00Z, REAL, 40",
    "1, 2026-04-01T18:00:00Z, DRILL, 40"
  })
  void theMilderItIsTheMoreCommandIsSpread(int severity, Instant at, Kind kind, int weight) {
    CommandNeed need =
        new CommandNeed(
            INCIDENT, kind, severity, new TeamId("payments"), Optional.empty(), false, at);

    Part spread = score(need, facts("aoi", false, false, CommandHistory.NONE)).part(SPREAD);

    assertThat(spread.most()).isEqualTo(weight);
    assertThat(spread.points()).isEqualByComparingTo(BigDecimal.valueOf(weight));
  }

  /** F1: 10, 6, 4, 2, 1, 1 commands; and an L5 who has only commanded in a drill, last month. */
  @Test
  void t07AtSeverity3WhoNeverCommandedComesBeforeWhoCommandedTen() {
    List<CommanderFacts> f1 = new ArrayList<>(poolOfF1());
    f1.add(facts("newcomer", false, true, history(0, Duration.ZERO, 30)));

    List<RankedCommander> ranked = WhoFitsBestIsAskedFirst.rank(need(3, AT_WORK), f1);

    assertThat(total(ranked, "newcomer")).as("20 + 15 + 40 · (1 − 0/10)").isEqualTo("75.0");
    assertThat(total(ranked, "ten")).as("20 + 15 + 40 · (1 − 10/10)").isEqualTo("35.0");
    assertThat(names(ranked)).startsWith("newcomer").endsWith("ten");
    assertThat(names(ranked)).containsSubsequence("newcomer", "two", "four", "six", "ten");
    assertThat(ranked.get(0).score().part(SPREAD).why().en())
        .isEqualTo("Real incidents commanded in 12 months: 0 (the most by anybody: 10)");
  }

  /** The duty of the week is worth as much as the spread, and the last month's load decides. */
  @Test
  void t07EvenWhenItIsTheTurnOfWhoCommandedTen() {
    List<RankedCommander> ranked =
        WhoFitsBestIsAskedFirst.rank(
            need(3, AT_WORK),
            List.of(
                facts("ten", true, true, history(10, Duration.ofHours(6), 3)),
                facts("newcomer", false, true, history(0, Duration.ZERO, 30))));

    assertThat(total(ranked, "newcomer")).as("20 + 15 + 40").isEqualTo("75.0");
    assertThat(total(ranked, "ten")).as("40 + 20 + 15 + 0 − 6").isEqualTo("69.0");
    assertThat(names(ranked)).containsExactly("newcomer", "ten");
  }

  private static List<CommanderFacts> poolOfF1() {
    return List.of(
        facts("ten", false, true, history(10, Duration.ZERO, 30)),
        facts("six", false, true, history(6, Duration.ZERO, 30)),
        facts("four", false, true, history(4, Duration.ZERO, 30)),
        facts("two", false, true, history(2, Duration.ZERO, 30)),
        facts("one", false, true, history(1, Duration.ZERO, 30)),
        facts("another-one", false, true, history(1, Duration.ZERO, 30)));
  }

  @Test
  void atSeverity1AtNightItDoesNotCountWhoCommandedHowOften() {
    List<RankedCommander> ranked = WhoFitsBestIsAskedFirst.rank(need(1, AT_NIGHT), poolOfF1());

    assertThat(ranked)
        .allSatisfy(
            one -> {
              assertThat(one.score().part(SPREAD).points()).isEqualByComparingTo("0");
              assertThat(one.score().total()).as("20 + 15").isEqualByComparingTo("35");
            });
    assertThat(namesFor(poolOfF1(), 1, AT_NIGHT))
        .as("the lot decides, and it is the same for other commands")
        .isEqualTo(namesFor(turnedRound(poolOfF1()), 1, AT_NIGHT));
  }

  private static List<CommanderFacts> turnedRound(List<CommanderFacts> pool) {
    List<CommandHistory> histories =
        new ArrayList<>(pool.stream().map(CommanderFacts::history).toList());
    Collections.reverse(histories);
    return IntStream.range(0, pool.size())
        .mapToObj(i -> facts(pool.get(i).person().value(), false, true, histories.get(i)))
        .toList();
  }

  private static List<String> namesFor(List<CommanderFacts> pool, int severity, Instant at) {
    return names(WhoFitsBestIsAskedFirst.rank(need(severity, at), pool));
  }

  // --- the order

  @Test
  void whoDoesNotComeIntoQuestionComesLastAndBreakGlassAfterTheQualified() {
    CommanderFacts busy = facts("qualified", false, false, history(10, Duration.ofHours(20), 400));
    CommanderFacts responder =
        as(Eligibility.of(Verdict.ELIGIBLE, Reason.BREAK_GLASS), "responder");
    CommanderFacts onLeave = as(Eligibility.not(Reason.ON_LEAVE), "on-leave");
    CommanderFacts trainee = as(Eligibility.of(Verdict.WITH_COACH, Reason.COACHED), "trainee");

    List<RankedCommander> ranked =
        WhoFitsBestIsAskedFirst.rank(need(3, AT_WORK), List.of(onLeave, responder, busy, trainee));

    assertThat(names(ranked)).containsExactly("trainee", "qualified", "responder", "on-leave");
  }

  private static CommanderFacts as(Eligibility eligibility, String name) {
    return new CommanderFacts(
        new PersonId(name), eligibility, true, true, CommandHistory.NONE, Optional.of(false));
  }

  @Test
  void equalsAreDrawnByLotOnceForEachIncident() {
    List<CommanderFacts> same =
        Arrays.stream("aoi,grace,sakura".split(","))
            .map(name -> facts(name, false, true, CommandHistory.NONE))
            .toList();
    List<CommanderFacts> reversed = new ArrayList<>(same);
    Collections.reverse(reversed);

    assertThat(names(WhoFitsBestIsAskedFirst.rank(need(3, AT_WORK), same)))
        .isEqualTo(names(WhoFitsBestIsAskedFirst.rank(need(3, AT_WORK), reversed)));
    List<String> firsts =
        IntStream.range(1000, 1300)
            .mapToObj(number -> firstFor(new IncidentId("INC-2026-" + number), same))
            .toList();
    for (String name : List.of("aoi", "grace", "sakura")) {
      assertThat(Collections.frequency(firsts, name)).as(name).isBetween(70, 130);
    }
  }

  private static String firstFor(IncidentId incident, List<CommanderFacts> people) {
    CommandNeed need =
        new CommandNeed(
            incident, Kind.REAL, 3, new TeamId("payments"), Optional.empty(), false, AT_WORK);
    return names(WhoFitsBestIsAskedFirst.rank(need, people)).get(0);
  }

  @Property
  void whoCommandedMoreIsNeverAskedFirstAllElseEqual(
      @ForAll @IntRange(max = 400) int fewer,
      @ForAll @IntRange(min = 1, max = 400) int more,
      @ForAll @IntRange(max = 900) int most,
      @ForAll @IntRange(min = 1, max = 5) int severity,
      @ForAll boolean atNight,
      @ForAll boolean onSchedule,
      @ForAll boolean reachable,
      @ForAll @IntRange(max = 20) int hours,
      @ForAll boolean own,
      @ForAll @IntRange(min = 1, max = 9999) int number) {
    CommandNeed need =
        new CommandNeed(
            new IncidentId("INC-2026-" + "%04d".formatted(number)),
            Kind.REAL,
            severity,
            new TeamId("payments"),
            Optional.of("payment-api"),
            false,
            atNight ? AT_NIGHT : AT_WORK);
    Duration commanded = Duration.ofHours(hours);
    CommanderFacts less =
        facts("less", onSchedule, reachable, history(fewer, commanded, 9), Optional.of(own));
    CommanderFacts much =
        facts("much", onSchedule, reachable, history(fewer + more, commanded, 9), Optional.of(own));
    CommanderFacts other = facts("other", false, true, history(most, Duration.ZERO, 9));

    List<RankedCommander> ranked = WhoFitsBestIsAskedFirst.rank(need, List.of(much, less, other));

    BigDecimal pointsOfLess = new BigDecimal(total(ranked, "less"));
    assertThat(pointsOfLess).isGreaterThanOrEqualTo(new BigDecimal(total(ranked, "much")));
    if (severity > 1 || !atNight) {
      assertThat(names(ranked)).containsSubsequence("less", "much");
    } else {
      assertThat(pointsOfLess).isEqualByComparingTo(total(ranked, "much"));
    }
  }

  // --- people

  private static CommandNeed need(int severity, Instant at) {
    return new CommandNeed(
        INCIDENT,
        Kind.REAL,
        severity,
        new TeamId("payments"),
        Optional.of("payment-api"),
        false,
        at);
  }

  private static CommandHistory history(int commands, Duration commanded, int lastDaysAgo) {
    return new CommandHistory(
        commands, commanded, Optional.of(AT_WORK.minus(Duration.ofDays(lastDaysAgo))));
  }

  private static CommanderFacts facts(
      String name, boolean onSchedule, boolean reachable, CommandHistory history) {
    return facts(name, onSchedule, reachable, history, Optional.of(false));
  }

  private static CommanderFacts facts(
      String name,
      boolean onSchedule,
      boolean reachable,
      CommandHistory history,
      Optional<Boolean> ownsComponent) {
    return new CommanderFacts(
        new PersonId(name),
        Eligibility.of(Verdict.ELIGIBLE, Reason.QUALIFIED),
        onSchedule,
        reachable,
        history,
        ownsComponent);
  }

  /** Of the first of them. */
  private static CommanderScore score(CommandNeed need, CommanderFacts... people) {
    return WhoFitsBestIsAskedFirst.rank(need, List.of(people)).stream()
        .filter(one -> one.person().equals(people[0].person()))
        .findFirst()
        .orElseThrow()
        .score();
  }

  private static String points(CommanderScore score, CommanderScore.Term term) {
    return score.part(term).points().toString();
  }

  private static String total(List<RankedCommander> ranked, String name) {
    return ranked.stream()
        .filter(one -> one.person().value().equals(name))
        .findFirst()
        .orElseThrow()
        .score()
        .total()
        .toString();
  }

  private static List<String> names(List<RankedCommander> ranked) {
    return ranked.stream().map(one -> one.person().value()).toList();
  }
}
