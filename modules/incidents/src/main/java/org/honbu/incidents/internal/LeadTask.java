package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.TakeOutcome;
import org.honbu.incidents.internal.OnlyQualifiedPeopleTakeCommand.Answer;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.people.Role;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.TaskRule;

/** 指揮する: claiming it is taking command; it ends with the incident, never by a button. */
@ApplicationScoped
class LeadTask implements TaskRule {
  private static final Words WITH_THE_INCIDENT =
      new Words(
          "指揮は復旧の宣言で終わります。ここでは完了できません",
          "Command ends when the incident is declared resolved, not here");

  private final CommandActs acts;
  private final IncidentStore store;
  private final Engine engine;
  private final DutyEnds ends;
  private final Verdicts verdicts;
  private final Names names;

  @Inject
  LeadTask(
      CommandActs acts,
      IncidentStore store,
      Engine engine,
      DutyEnds ends,
      Verdicts verdicts,
      Names names) {
    this.acts = acts;
    this.store = store;
    this.engine = engine;
    this.ends = ends;
    this.verdicts = verdicts;
    this.names = names;
  }

  @Override
  public Set<String> steps() {
    return Set.of(Steps.LEAD);
  }

  @Override
  public Verdict mayHold(HumanTask task, PersonId person) {
    Incident record = store.find(task.incident()).orElseThrow(() -> Book.unknown(task.incident()));
    Optional<Seat> seat = store.seat(task.incident());
    if (seat.filter(held -> held.holder().equals(person)).isPresent()) {
      return Verdict.yes();
    }
    if (seat.filter(Seat::isHeld).isPresent()) {
      return verdicts.heldBy(seat.get().holder());
    }
    return acts.mayCommand(record, person) instanceof Answer.No no
        ? Verdict.no(Names.fill(no.why(), names.whoHave(Role.INCIDENT_COMMANDER)))
        : Verdict.yes();
  }

  @Override
  public Verdict claimed(HumanTask task, PersonId person) {
    TakeOutcome outcome = acts.take(task.incident(), person);
    if (outcome instanceof TakeOutcome.Taken && !acts.isBeingHandedOver(task.incident())) {
      // An acting commander's handover is over; its tasks go at once.
      engine.tell(Steps.COMMAND_TAKEN, task.incident(), Facts.none());
    }
    return verdicts.of(outcome);
  }

  @Override
  public Verdict released(HumanTask task, PersonId person) {
    return Verdict.no(
        "指揮は手放せません。インシデントの画面から、名前を挙げて交代を頼んでください",
        "Command is not dropped. Hand it over to somebody by name, on the incident's page");
  }

  @Override
  public Verdict completed(HumanTask task, PersonId person, Facts answers) {
    return ends.byHand(task.incident(), WITH_THE_INCIDENT);
  }
}
