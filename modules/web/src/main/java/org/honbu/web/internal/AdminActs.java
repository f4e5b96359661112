package org.honbu.web.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.honbu.alerts.Alerts;
import org.honbu.outbox.Outbox;
import org.honbu.workflow.StalledSteps;

/** What operators can set going again. */
@ApplicationScoped
public class AdminActs implements ActList {
  private final StalledSteps stalledSteps;
  private final Outbox outbox;
  private final Alerts alerts;

  @Inject
  public AdminActs(StalledSteps stalledSteps, Outbox outbox, Alerts alerts) {
    this.stalledSteps = stalledSteps;
    this.outbox = outbox;
    this.alerts = alerts;
  }

  @Override
  public List<Act> acts() {
    Set<String> operators = Set.of("admin", "process-owner");
    return List.of(
        new Act(Page.STALLED, "retry", operators, this::retryStep),
        new Act(Page.STALLED, "retry-fact", operators, this::retryFact),
        new Act(Page.INTEGRATIONS, "admit", Set.of("admin"), this::admit));
  }

  private Act.Answer retryStep(Act.Form form) {
    stalledSteps.retry(form.field("subject").orElse(""));
    return Act.Answer.done("もう一度動かしています", "It is being tried again");
  }

  private Act.Answer admit(Act.Form form) {
    String id = form.field("id").orElse("");
    String key = alerts.admit(id, form.field("name").orElse(id));
    return Act.Answer.done(
        "鍵はいまだけ表示します。書き留めてください：" + key, "The key is shown only now, so note it down: " + key);
  }

  private Act.Answer retryFact(Act.Form form) {
    outbox.retry(Long.parseLong(form.field("subject").orElse("0")));
    return Act.Answer.done("もう一度届けています", "It is being delivered again");
  }
}
