package org.honbu.incidents.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.honbu.incidents.CareQuestion.Why;
import org.honbu.kernel.PersonId;
import org.honbu.workflow.Facts;
import org.honbu.workflow.HumanTask;
import org.honbu.workflow.TaskRule;

/** What a commander is asked, in their own Tasklist: submitting the form is the answer. */
@ApplicationScoped
class CareTasks implements TaskRule {
  static final String HANDS_ON = "Activity_HandsOn";
  static final String REST_OR_GO_ON = "Activity_RestOrGoOn";

  private static final Verdict ONLY_THE_COMMANDER =
      Verdict.no("尋ねられているのはコマンダー本人です", "It is the commander who is asked");

  private final AskingActs acts;
  private final Verdicts verdicts;

  @Inject
  CareTasks(AskingActs acts, Verdicts verdicts) {
    this.acts = acts;
    this.verdicts = verdicts;
  }

  /** Where in the diagrams this is asked. */
  static String step(Why why) {
    return switch (why) {
      case HANDS_ON -> HANDS_ON;
      case FATIGUE -> REST_OR_GO_ON;
    };
  }

  @Override
  public Set<String> steps() {
    return Set.of(HANDS_ON, REST_OR_GO_ON);
  }

  @Override
  public Verdict mayHold(HumanTask task, PersonId person) {
    return acts.isAsked(task.incident(), person) ? Verdict.yes() : ONLY_THE_COMMANDER;
  }

  /** It is asked of one person; nobody else could take it. */
  @Override
  public Verdict released(HumanTask task, PersonId person) {
    return Verdict.no(
        "このままで大丈夫なら「このまま」を選んでください", "Choose “go on” if you want to leave it as it is");
  }

  @Override
  public Verdict completed(HumanTask task, PersonId person, Facts answers) {
    Why why = task.step().equals(HANDS_ON) ? Why.HANDS_ON : Why.FATIGUE;
    return verdicts.of(acts.answer(task.incident(), why, CareForm.read(answers), person));
  }
}
