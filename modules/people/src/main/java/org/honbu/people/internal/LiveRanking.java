package org.honbu.people.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.people.CommandNeed;
import org.honbu.people.CommandRecords;
import org.honbu.people.CommanderFacts;
import org.honbu.people.CommanderRanking;
import org.honbu.people.Component;
import org.honbu.people.Eligibility;
import org.honbu.people.NightCalls;
import org.honbu.people.OnCallLevel;
import org.honbu.people.People;
import org.honbu.people.Person;
import org.honbu.people.Role;
import org.honbu.people.WhoFitsBestIsAskedFirst;
import org.honbu.workflow.Facts;

/** Gathers what people, schedules and the table say, and leaves the order to the rule. */
@ApplicationScoped
class LiveRanking implements CommanderRanking {
  /** How long somebody who was woken in deep night is left alone (DM-6). */
  private static final Duration REST = Duration.ofHours(8);

  private static final Words LEAVE =
      new Words("休暇の予定は、まだ Honbu ではわかりません", "Honbu does not know yet who is on leave");

  private final People people;
  private final NightCalls nightCalls;
  private final EligibilityTable table;

  @Inject
  LiveRanking(People people, NightCalls nightCalls, EligibilityTable table) {
    this.people = people;
    this.nightCalls = nightCalls;
    this.table = table;
  }

  @Override
  public Ranking rank(CommandNeed need, CommandRecords records) {
    Set<PersonId> onSchedule =
        Set.copyOf(people.onCall(need.team(), OnCallLevel.COMMANDERS, need.at()));
    Set<PersonId> considered = considered(need, onSchedule);
    Map<PersonId, Eligibility> judged = judge(need, records, considered);
    Set<PersonId> reachable = people.reachable(considered);
    Optional<Set<PersonId>> owners = owners(need);
    List<CommanderFacts> facts =
        considered.stream()
            .map(
                person ->
                    new CommanderFacts(
                        person,
                        judged.getOrDefault(person, Eligibility.not(Eligibility.Reason.OTHER)),
                        onSchedule.contains(person),
                        reachable.contains(person),
                        records.historyOf(person),
                        owners.map(all -> all.contains(person))))
            .toList();
    return new Ranking(WhoFitsBestIsAskedFirst.rank(need, facts), List.of(LEAVE));
  }

  private Set<PersonId> considered(CommandNeed need, Set<PersonId> onSchedule) {
    Set<PersonId> all = new TreeSet<>(onSchedule);
    people.withRole(Role.INCIDENT_COMMANDER).stream().map(Person::id).forEach(all::add);
    people.withRole(Role.COMMANDER_TRAINEE).stream().map(Person::id).forEach(all::add);
    if (need.breakGlass()) {
      people.withRole(Role.RESPONDER).stream().map(Person::id).forEach(all::add);
    }
    return all;
  }

  private Optional<Set<PersonId>> owners(CommandNeed need) {
    return need.component()
        .flatMap(people::component)
        .map(Component::owner)
        .map(team -> Set.copyOf(people.members(team)));
  }

  /** When nobody else comes into question, those who would rest are asked after all. */
  private Map<PersonId, Eligibility> judge(
      CommandNeed need, CommandRecords records, Set<PersonId> considered) {
    Set<PersonId> woken = nightCalls.since(need.at().minus(REST), need.incident());
    Map<PersonId, Eligibility> judged = judge(need, records, considered, woken, false);
    return judged.values().stream().anyMatch(Eligibility::isEligible)
        ? judged
        : judge(need, records, considered, woken, true);
  }

  /** Most people differ in nothing the table asks, so it is asked once for all of them. */
  private Map<PersonId, Eligibility> judge(
      CommandNeed need,
      CommandRecords records,
      Set<PersonId> considered,
      Set<PersonId> woken,
      boolean nobodyElse) {
    Map<Facts, Eligibility> answers = new HashMap<>();
    Map<PersonId, Eligibility> judged = new LinkedHashMap<>();
    for (PersonId person : considered) {
      Set<Role> roles = people.rolesOf(person);
      Facts question =
          // Nobody knows yet who is on leave: see LEAVE.
          Facts.of("onLeave", false)
              .and("declined", records.declined().contains(person))
              .and("commandsAnother", records.commandElsewhere().contains(person))
              .and("pagedAtNight", woken.contains(person))
              .and("nobodyElse", nobodyElse)
              .and("commander", roles.contains(Role.INCIDENT_COMMANDER))
              .and("trainee", roles.contains(Role.COMMANDER_TRAINEE))
              .and("breakGlass", need.breakGlass() && roles.contains(Role.RESPONDER))
              .and("kind", need.kind())
              .and("severity", need.severity())
              .and("hours", need.hours());
      judged.put(person, answers.computeIfAbsent(question, table::ask));
    }
    return judged;
  }
}
