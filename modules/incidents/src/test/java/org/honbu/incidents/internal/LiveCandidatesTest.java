package org.honbu.incidents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.honbu.incidents.CommandCandidate;
import org.honbu.incidents.CommandCandidates;
import org.honbu.incidents.Declaration;
import org.honbu.incidents.LargeReason;
import org.honbu.incidents.Severity;
import org.honbu.kernel.Actor;
import org.honbu.kernel.Ids;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.honbu.people.CommandHistory;
import org.honbu.people.CommandNeed;
import org.honbu.people.CommandRecords;
import org.honbu.people.CommanderRanking;
import org.honbu.people.CommanderScore;
import org.honbu.people.Eligibility;
import org.honbu.people.Eligibility.Reason;
import org.honbu.people.Eligibility.Verdict;
import org.honbu.people.RankedCommander;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who comes into question, as the seat's own rule and the ranking of people say it together. */
class LiveCandidatesTest {
  private static final PersonId MISAKI = new PersonId("misaki");
  private static final PersonId AOI = new PersonId("aoi");
  private static final PersonId SAKURA = new PersonId("sakura");
  private static final PersonId DANIEL = new PersonId("daniel");
  private static final PersonId RIKU = new PersonId("riku");
  private static final Actor RULE = Actor.honbu("rule");

  private final Clock clock = Clock.fixed(Instant.parse("2026-11-24T03:00:00Z"), ZoneOffset.UTC);
  private final MemoryStore store = new MemoryStore();
  private final Town town = new Town();
  private final Names names = new Names(town);
  private final Ids ids = new Ids(clock);
  private final Book book = new Book(store, Desk.nobodyListens(), ids, clock, names);
  private final CommandActs command = new CommandActs(store, book, names, town, ids);
  private final Life life = new Life(store, book, command, names, town, ids);
  private final Ledger ledger = new Ledger();
  private final Ranks ranks = new Ranks();
  private final CommandCandidates candidates =
      new LiveCandidates(store, ledger, ranks, town, clock);

  @Test
  void theOrderIsThatOfTheRankingAndEveryTermIsThere() {
    ranks.say(AOI, Reason.QUALIFIED);
    ranks.say(SAKURA, Reason.QUALIFIED);

    CommandCandidates.Candidates all = candidates.of(room(Severity.SEV2));

    assertThat(all.people()).extracting(CommandCandidate::person).containsExactly(AOI, SAKURA);
    assertThat(all.people().get(0).score()).isEqualTo(Ranks.SCORE);
    assertThat(all.unknown()).containsExactly(Ranks.UNKNOWN);
  }

  @Test
  void whatIsAskedForIsTheIncidentAsItStands() {
    IncidentId incident = room(Severity.SEV2);
    ledger.elsewhere.add(SAKURA);
    ledger.declined.add(DANIEL);

    candidates.of(incident);

    assertThat(ranks.need().severity()).isEqualTo(2);
    assertThat(ranks.need().component()).contains("payment-api");
    assertThat(ranks.need().breakGlass()).isFalse();
    assertThat(ranks.need().at()).isEqualTo(clock.instant());
    assertThat(ranks.records().commandElsewhere()).containsExactly(SAKURA);
    assertThat(ranks.records().declined()).containsExactly(DANIEL);
    assertThat(ranks.records().historyOf(AOI).commands()).isEqualTo(3);
  }

  @Test
  void anUnratedIncidentCountsAsTheWorst() {
    IncidentId incident =
        life.declaring.declare(Declaration.of("down", Actor.person(AOI), clock.instant()));

    candidates.of(incident);

    assertThat(ranks.need().severity()).isEqualTo(1);
  }

  @Test
  void whoHoldsCommandIsNotAskedAndAnActingCommanderIs() {
    ranks.say(AOI, Reason.QUALIFIED);
    ranks.say(SAKURA, Reason.QUALIFIED);
    IncidentId incident =
        life.declaring.declare(Declaration.of("down", Actor.person(AOI), clock.instant()));
    command.openRoom(incident, Set.of(LargeReason.L_HUMAN), Optional.of(AOI), RULE);
    assertThat(people(incident)).containsExactly(AOI, SAKURA);

    command.take(incident, AOI);

    assertThat(people(incident)).containsExactly(SAKURA);
  }

  @Test
  void whoAnnouncesAMajorIncidentDoesNotComeIntoQuestion() {
    ranks.say(DANIEL, Reason.QUALIFIED);
    ranks.say(AOI, Reason.QUALIFIED);
    IncidentId incident = room(Severity.SEV1);
    command.takeAnnouncing(incident, DANIEL);

    assertThat(people(incident)).containsExactly(AOI, DANIEL);
    assertThat(one(incident, DANIEL).eligibility()).isEqualTo(Eligibility.not(Reason.ANNOUNCES));
    assertThat(one(incident, DANIEL).mayTake()).isFalse();
  }

  /** The table lets a trainee command with a coach; the seat does not know coaches yet. */
  @Test
  void nobodyIsCalledEligibleWhomAClaimWouldRefuse() {
    ranks.say(RIKU, Eligibility.of(Verdict.WITH_COACH, Reason.COACHED));
    ranks.say(MISAKI, Reason.QUALIFIED);
    IncidentId incident = room(Severity.SEV3);

    assertThat(one(incident, RIKU).eligibility()).isEqualTo(Eligibility.not(Reason.NEEDS_COACH));
    assertThat(one(incident, MISAKI).eligibility())
        .isEqualTo(Eligibility.not(Reason.NOT_QUALIFIED));
    for (CommandCandidate candidate : candidates.of(incident).people()) {
      assertThat(candidate.mayTake()).isFalse();
    }
  }

  @Test
  void theReasonIsTheOneTheSeatRefusesFor() {
    ranks.say(AOI, Reason.QUALIFIED);
    ranks.say(new PersonId("yumi"), Reason.QUALIFIED);
    ledger.elsewhere.add(AOI);
    IncidentId grave = room(Severity.SEV2);
    IncidentId mild = room(Severity.SEV3);
    command.takeAnnouncing(mild, new PersonId("yumi"));

    assertThat(one(grave, AOI).eligibility()).isEqualTo(Eligibility.not(Reason.COMMANDS_ANOTHER));
    assertThat(one(mild, AOI).eligibility().isEligible()).isTrue();
    assertThat(one(mild, new PersonId("yumi")).eligibility())
        .as("who announces a mild one might command it, had they the role")
        .isEqualTo(Eligibility.not(Reason.NOT_QUALIFIED));
  }

  @Test
  void whoShouldRestMayStillTakeIt() {
    ranks.say(AOI, Eligibility.not(Reason.NEEDS_REST));
    IncidentId incident = room(Severity.SEV1);

    assertThat(one(incident, AOI).mayTake()).isTrue();
    assertThat(candidates.next(incident, Set.of())).isEmpty();
  }

  @Test
  void whoCommandsAnotherMajorOneMayTakeOnlyAMildOne() {
    ranks.say(AOI, Eligibility.not(Reason.COMMANDS_ANOTHER));
    ledger.elsewhere.add(AOI);

    assertThat(one(room(Severity.SEV1), AOI).mayTake()).isFalse();
    assertThat(one(room(Severity.SEV3), AOI).mayTake()).isTrue();
  }

  @Test
  void theNextOnesAreTheEligibleInOrderWithoutThoseWhoWereAsked() {
    ranks.say(SAKURA, Reason.QUALIFIED);
    ranks.say(AOI, Reason.QUALIFIED);
    ranks.say(DANIEL, Eligibility.not(Reason.DECLINED));
    IncidentId incident = room(Severity.SEV2);

    assertThat(candidates.next(incident, Set.of())).containsExactly(SAKURA, AOI);
    assertThat(candidates.next(incident, Set.of(SAKURA))).containsExactly(AOI);
    assertThat(candidates.next(incident, Set.of(SAKURA, AOI))).isEmpty();
  }

  @Test
  void whoOnlyMayBecauseTheGlassIsBrokenIsListedAndNotAskedByName() {
    ranks.say(AOI, Reason.QUALIFIED);
    ranks.say(MISAKI, Reason.BREAK_GLASS);
    IncidentId incident = room(Severity.SEV1);
    command.openBreakGlass(incident, RULE);

    assertThat(one(incident, MISAKI).eligibility().isEligible()).isTrue();
    assertThat(candidates.next(incident, Set.of())).containsExactly(AOI);
  }

  @Test
  void ownersOfWhatIsAffectedAreAdvised() {
    IncidentId incident = room(Severity.SEV2);
    IncidentId elsewhere =
        life.declaring.declare(
            Declaration.of("slow", Actor.person(AOI), clock.instant()).about("fax"));

    assertThat(candidates.advice(incident, MISAKI).map(Words::ja))
        .contains("詳しい領域です。手を動かしたくなったらパスしてください");
    assertThat(candidates.advice(incident, AOI)).isEmpty();
    assertThat(candidates.advice(elsewhere, MISAKI)).as("nobody knows whose it is").isEmpty();
  }

  @Test
  void whoChoosesMayReadAndOthersMayNot() {
    IncidentId incident =
        life.declaring.declare(Declaration.of("down", Actor.person(AOI), clock.instant()));
    PersonId emma = new PersonId("emma");
    for (PersonId reader : List.of(AOI, SAKURA, MISAKI)) {
      assertThat(candidates.mayRead(incident, reader)).as(reader.value()).isTrue();
    }
    for (PersonId reader : List.of(emma, RIKU, new PersonId("yumi"), new PersonId("nobody"))) {
      assertThat(candidates.mayRead(incident, reader)).as(reader.value()).isFalse();
    }

    command.openRoom(incident, Set.of(LargeReason.L_HUMAN), Optional.of(emma), RULE);

    assertThat(candidates.mayRead(incident, emma)).as("acting commander").isTrue();
  }

  @Test
  void anUnknownIncidentIsSaidSo() {
    var unknown = new IncidentId("INC-2026-9999");

    assertThatThrownBy(() -> candidates.of(unknown)).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> candidates.advice(unknown, AOI)).isInstanceOf(ProblemException.class);
  }

  private IncidentId room(Severity severity) {
    IncidentId incident =
        life.declaring.declare(
            Declaration.of("payment fails", Actor.person(MISAKI), clock.instant())
                .about("payment-api"));
    life.rating.rateByRule(incident, severity, List.of(), RULE);
    life.triage.acknowledge(incident, MISAKI);
    command.openRoom(incident, Set.of(LargeReason.L_SEV), Optional.empty(), RULE);
    return incident;
  }

  private List<PersonId> people(IncidentId incident) {
    return candidates.of(incident).people().stream().map(CommandCandidate::person).toList();
  }

  private CommandCandidate one(IncidentId incident, PersonId person) {
    return candidates.of(incident).people().stream()
        .filter(candidate -> candidate.person().equals(person))
        .findFirst()
        .orElseThrow();
  }

  private static final class Ledger implements CommandLedger {
    private final Set<PersonId> elsewhere = new HashSet<>();
    private final Set<PersonId> declined = new HashSet<>();

    @Override
    public Map<PersonId, CommandHistory> histories(Instant now) {
      return Map.of(AOI, new CommandHistory(3, Duration.ofHours(1), Optional.of(now)));
    }

    @Override
    public Set<PersonId> commandMajorElsewhere(IncidentId incident) {
      return elsewhere;
    }

    @Override
    public Set<PersonId> declined(IncidentId incident) {
      return declined;
    }
  }

  /** Ranks as the test says. */
  private static final class Ranks implements CommanderRanking {
    private static final Words UNKNOWN = new Words("休暇", "Leave");
    private static final CommanderScore SCORE =
        new CommanderScore(
            Stream.of(CommanderScore.Term.values())
                .map(
                    term ->
                        new CommanderScore.Part(
                            term, BigDecimal.ONE, 10, true, new Words("理由", "Why")))
                .toList());

    private final List<RankedCommander> people = new ArrayList<>();
    private @Nullable CommandNeed need;
    private @Nullable CommandRecords records;

    CommandNeed need() {
      return Objects.requireNonNull(need);
    }

    CommandRecords records() {
      return Objects.requireNonNull(records);
    }

    void say(PersonId person, Reason reason) {
      say(person, Eligibility.of(Verdict.ELIGIBLE, reason));
    }

    void say(PersonId person, Eligibility eligibility) {
      people.add(new RankedCommander(person, eligibility, SCORE));
    }

    @Override
    public Ranking rank(CommandNeed asked, CommandRecords known) {
      need = asked;
      records = known;
      return new Ranking(people, List.of(UNKNOWN));
    }
  }
}
