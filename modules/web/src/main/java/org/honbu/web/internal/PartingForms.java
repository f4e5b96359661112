package org.honbu.web.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.honbu.incidents.Merges;
import org.honbu.incidents.Outcome;
import org.honbu.kernel.IncidentId;

/** 統合を取り消す, on the page of the incident that went. */
@ApplicationScoped
public class PartingForms implements ActList {
  private final Merges merges;

  @Inject
  public PartingForms(Merges merges) {
    this.merges = merges;
  }

  @Override
  public List<Act> acts() {
    return List.of(new Act(Page.INCIDENT, "part", Set.of(), this::part));
  }

  private Act.Answer part(Act.Form form) {
    Outcome outcome =
        merges.takeApart(
            new IncidentId(form.variable().orElse("")),
            form.field("reason").orElse(""),
            form.person());
    if (outcome instanceof Outcome.NotAllowed no) {
      return Act.Answer.refused(no.why());
    }
    return outcome instanceof Outcome.NotNow no
        ? Act.Answer.refused(no.why())
        : Act.Answer.done("統合を取り消し、元のところから続けます", "They are two again; it goes on where it stood");
  }
}
