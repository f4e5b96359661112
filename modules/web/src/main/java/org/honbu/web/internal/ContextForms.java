package org.honbu.web.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.honbu.context.Knowledge;
import org.honbu.context.Knowledge.Outcome;
import org.honbu.kernel.IncidentId;

/** Writes down, from an incident's page, what somebody has just missed there. */
@ApplicationScoped
public class ContextForms implements ActList {
  private final Knowledge knowledge;

  @Inject
  public ContextForms(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  @Override
  public List<Act> acts() {
    return List.of(new Act(Page.INCIDENT, "runbook-add", Set.of(), this::addRunbook));
  }

  private Act.Answer addRunbook(Act.Form form) {
    Outcome outcome =
        knowledge.addRunbook(
            new IncidentId(form.variable().orElse("")),
            form.field("url").orElse(""),
            form.person());
    if (outcome instanceof Outcome.NotAllowed refusal) {
      return Act.Answer.refused(refusal.why());
    }
    if (outcome instanceof Outcome.NotNow refusal) {
      return Act.Answer.refused(refusal.why());
    }
    return Act.Answer.done(
        "手順書を登録しました。次に壊れたときも、ここに出ます", "Added. It will be here the next time, too");
  }
}
