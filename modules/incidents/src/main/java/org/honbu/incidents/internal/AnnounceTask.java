package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.honbu.incidents.DutyKind;
import org.honbu.kernel.PersonId;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.TaskRule;

/** アナウンスする: claiming it is taking the duty; it ends with the incident. */
@ApplicationScoped
class AnnounceTask implements TaskRule {
  private final CommandActs acts;
  private final IncidentStore store;
  private final Verdicts verdicts;

  @Inject
  AnnounceTask(CommandActs acts, IncidentStore store, Verdicts verdicts) {
    this.acts = acts;
    this.store = store;
    this.verdicts = verdicts;
  }

  @Override
  public Set<String> steps() {
    return Set.of(Steps.ANNOUNCE);
  }

  @Override
  public Verdict mayHold(HumanTask task, PersonId person) {
    for (Service service : store.services(task.incident())) {
      if (service.isOpen() && service.kind() == DutyKind.ANNOUNCER) {
        return service.person().equals(person) ? Verdict.yes() : verdicts.heldBy(service.person());
      }
    }
    Incident record = store.find(task.incident()).orElseThrow(() -> Book.unknown(task.incident()));
    return acts.mayAnnounce(record, person).map(Verdict::no).orElse(Verdict.yes());
  }

  @Override
  public Verdict claimed(HumanTask task, PersonId person) {
    return verdicts.of(acts.takeAnnouncing(task.incident(), person));
  }

  @Override
  public Verdict released(HumanTask task, PersonId person) {
    return Verdict.no(
        "アナウンスは手放せません。ほかの担当に引き継いでください",
        "Announcing is not dropped. Hand it over to another announcer");
  }

  @Override
  public Verdict completed(HumanTask task, PersonId person, Facts answers) {
    boolean open = store.find(task.incident()).filter(i -> i.state().isOpen()).isPresent();
    return open
        ? Verdict.no(
            "アナウンスはインシデントと一緒に終わります。ここでは完了できません", "Announcing ends with the incident, not here")
        : Verdict.yes();
  }
}
