package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.honbu.incidents.DutyKind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.TaskRule;

/** アナウンスする: claiming it is taking the duty; it ends with the incident. */
@ApplicationScoped
class AnnounceTask implements TaskRule {
  private static final Words WITH_THE_INCIDENT =
      new Words("アナウンスはインシデントと一緒に終わります。ここでは完了できません", "Announcing ends with the incident, not here");

  private final CommandActs acts;
  private final IncidentStore store;
  private final DutyEnds ends;
  private final Verdicts verdicts;

  @Inject
  AnnounceTask(CommandActs acts, IncidentStore store, DutyEnds ends, Verdicts verdicts) {
    this.acts = acts;
    this.store = store;
    this.ends = ends;
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
    return ends.byHand(task.incident(), WITH_THE_INCIDENT);
  }
}
