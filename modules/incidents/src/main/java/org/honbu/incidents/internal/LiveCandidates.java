package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.CommandCandidate;
import org.honbu.incidents.CommandCandidates;
import org.honbu.incidents.DutyKind;
import org.honbu.incidents.Severity;
import org.honbu.incidents.internal.OnlyQualifiedPeopleTakeCommand.Answer;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.people.CommandNeed;
import org.honbu.people.CommandRecords;
import org.honbu.people.CommanderRanking;
import org.honbu.people.Eligibility;
import org.honbu.people.Eligibility.Reason;
import org.honbu.people.People;
import org.honbu.people.RankedCommander;
import org.honbu.people.Role;

/**
 * Asks {@code people} for the order, and the rule of the seat whether each could take it: nobody is
 * called eligible whom a claim would refuse.
 */
@ApplicationScoped
@Transactional
class LiveCandidates implements CommandCandidates {
  private static final Set<Role> READERS =
      Set.of(Role.INCIDENT_COMMANDER, Role.RESPONDER, Role.PROCESS_OWNER);

  private final IncidentStore store;
  private final CommandLedger ledger;
  private final CommanderRanking ranking;
  private final People people;
  private final Clock clock;

  @Inject
  LiveCandidates(
      IncidentStore store,
      CommandLedger ledger,
      CommanderRanking ranking,
      People people,
      Clock clock) {
    this.store = store;
    this.ledger = ledger;
    this.ranking = ranking;
    this.people = people;
    this.clock = clock;
  }

  @Override
  public Candidates of(IncidentId incident) {
    Incident record = record(incident);
    Instant now = clock.instant();
    var records =
        new CommandRecords(
            ledger.histories(now),
            ledger.commandMajorElsewhere(incident),
            ledger.declined(incident));
    CommanderRanking.Ranking ranked = ranking.rank(need(record, now), records);
    Optional<PersonId> holder = store.seat(incident).filter(Seat::isHeld).map(Seat::holder);
    Set<PersonId> announcers = announcers(record);
    List<CommandCandidate> all =
        ranked.people().stream()
            .filter(one -> !holder.equals(Optional.of(one.person())))
            .map(one -> candidate(one, record, records, announcers))
            .sorted(Comparator.comparing(one -> !one.eligibility().isEligible()))
            .toList();
    return new Candidates(all, ranked.unknown());
  }

  private static CommandNeed need(Incident record, Instant now) {
    return new CommandNeed(
        record.id(),
        record.kind(),
        record.severity().map(Severity::level).orElse(1),
        record.team(),
        record.component(),
        record.breakGlass(),
        now);
  }

  private CommandCandidate candidate(
      RankedCommander one, Incident record, CommandRecords records, Set<PersonId> announcers) {
    PersonId person = one.person();
    Set<Role> roles = people.rolesOf(person);
    boolean elsewhere = record.isMajor() && records.commandElsewhere().contains(person);
    boolean announces = record.isMajor() && announcers.contains(person);
    Answer answer =
        OnlyQualifiedPeopleTakeCommand.ask(
            new OnlyQualifiedPeopleTakeCommand.Candidate(roles, elsewhere, announces),
            new OnlyQualifiedPeopleTakeCommand.Problem(
                record.kind(), record.isMajor(), record.breakGlass()));
    boolean mayTake = answer instanceof Answer.As;
    Eligibility said = one.eligibility();
    Eligibility stands = mayTake || !said.isEligible() ? said : refused(said, elsewhere, announces);
    return new CommandCandidate(person, stands, one.score(), mayTake);
  }

  /** Why the seat refuses somebody of whom the table says that they come into question. */
  private static Eligibility refused(Eligibility said, boolean elsewhere, boolean announces) {
    if (elsewhere) {
      return Eligibility.not(Reason.COMMANDS_ANOTHER);
    }
    if (announces) {
      return Eligibility.not(Reason.ANNOUNCES);
    }
    return Eligibility.not(
        said.verdict() == Eligibility.Verdict.WITH_COACH
            ? Reason.NEEDS_COACH
            : Reason.NOT_QUALIFIED);
  }

  private Set<PersonId> announcers(Incident record) {
    return Set.copyOf(
        store.services(record.id()).stream()
            .filter(service -> service.isOpen() && service.kind() == DutyKind.ANNOUNCER)
            .map(Service::person)
            .toList());
  }

  @Override
  public Optional<Words> advice(IncidentId incident, PersonId person) {
    return OwnersKeepTheirHandsOff.advice(people, record(incident), person);
  }

  @Override
  public boolean mayRead(IncidentId incident, PersonId person) {
    return people.rolesOf(person).stream().anyMatch(READERS::contains)
        || store.seat(incident).map(Seat::holder).filter(person::equals).isPresent();
  }

  private Incident record(IncidentId incident) {
    return store.find(incident).orElseThrow(() -> Book.unknown(incident));
  }
}
