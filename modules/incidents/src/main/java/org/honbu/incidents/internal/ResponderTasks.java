package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.Triage;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.TaskRule;

/** The short tasks of responders: submitting the form is the act. */
@ApplicationScoped
class ResponderTasks implements TaskRule {
  private static final Verdict NOT_YET =
      Verdict.no(
          "影響が止まったら「暫定復旧した」を、助けが要るなら「助けを呼ぶ」を選んでください",
          "Tick “mitigated” once the impact has stopped, or ask for help");

  private final TriageActs triage;
  private final RecoveryActs recovery;
  private final EndingActs ending;
  private final Responders responders;
  private final EscalatingActs escalating;
  private final IncidentStore store;
  private final Verdicts verdicts;

  @Inject
  ResponderTasks(
      TriageActs triage,
      RecoveryActs recovery,
      EndingActs ending,
      Responders responders,
      EscalatingActs escalating,
      IncidentStore store,
      Verdicts verdicts) {
    this.triage = triage;
    this.recovery = recovery;
    this.ending = ending;
    this.responders = responders;
    this.escalating = escalating;
    this.store = store;
    this.verdicts = verdicts;
  }

  @Override
  public Set<String> steps() {
    return Set.of(
        Steps.ACKNOWLEDGE,
        Steps.TRIAGE,
        Steps.WORK_AS_TEAM,
        Steps.VERIFY,
        Steps.RESOLVE,
        Steps.CONFIRM_FALSE_ALARM);
  }

  @Override
  public Verdict mayHold(HumanTask task, PersonId person) {
    Incident record = store.find(task.incident()).orElseThrow(() -> Book.unknown(task.incident()));
    boolean may =
        switch (task.step()) {
          case Steps.RESOLVE -> responders.mayLead(record, person);
          default -> responders.mayRespond(record, person);
        };
    return may
        ? Verdict.yes()
        : Verdict.no("この作業は担当の人に任されています", "This is for the people it was given to");
  }

  @Override
  public Verdict completed(HumanTask task, PersonId person, Facts answers) {
    IncidentId incident = task.incident();
    return switch (task.step()) {
      case Steps.ACKNOWLEDGE -> verdicts.of(triage.acknowledge(incident, person));
      case Steps.TRIAGE ->
          verdicts.of(triage.triage(incident, TriageForm.read(answers, incident), person));
      case Steps.WORK_AS_TEAM -> worked(incident, person, answers);
      case Steps.VERIFY -> verified(incident, person, answers);
      case Steps.RESOLVE ->
          verdicts.of(recovery.declareResolved(incident, text(answers, "summary"), person));
      case Steps.CONFIRM_FALSE_ALARM -> confirmed(incident, person, answers);
      default -> Verdict.yes();
    };
  }

  private Verdict worked(IncidentId incident, PersonId person, Facts answers) {
    if (answers.yes("mitigated")) {
      return verdicts.of(recovery.declareMitigated(incident, text(answers, "actions"), person));
    }
    if (answers.yes("askHelp")) {
      return verdicts.of(escalating.escalate(incident, person).outcome());
    }
    return NOT_YET;
  }

  private Verdict verified(IncidentId incident, PersonId person, Facts answers) {
    Outcome outcome =
        text(answers, "verdict").equals("CONTINUES")
            ? recovery.recurred(incident, text(answers, "evidence"), Actor.person(person))
            : recovery.verify(incident, person);
    return verdicts.of(outcome);
  }

  private Verdict confirmed(IncidentId incident, PersonId person, Facts answers) {
    if (text(answers, "verdict").equals("REAL")) {
      Incident record = store.find(incident).orElseThrow(() -> Book.unknown(incident));
      return verdicts.of(triage.triage(incident, Triage.real(record.impact()), person));
    }
    return verdicts.of(ending.confirmFalseAlarm(incident, text(answers, "evidence"), person));
  }

  private static String text(Facts answers, String name) {
    return answers.find(name).map(Object::toString).orElse("");
  }
}
