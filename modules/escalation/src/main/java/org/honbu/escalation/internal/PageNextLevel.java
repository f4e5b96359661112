package org.honbu.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.TeamId;
import org.honbu.workflow.Facts;
import org.honbu.workflow.TaskHandler;

/** 次の段の人を呼び出す / Page the next level. */
@ApplicationScoped
class PageNextLevel implements TaskHandler {
  private final Climb climb;

  @Inject
  PageNextLevel(Climb climb) {
    this.climb = climb;
  }

  @Override
  public String name() {
    return "pageNextLevel";
  }

  @Override
  public Facts perform(Step step) {
    Facts facts = step.facts();
    Climb.Next next =
        climb.next(
            step.runId(),
            new IncidentId(facts.text("incidentId")),
            Kind.valueOf(facts.text("kind")),
            facts.number("severity"),
            new TeamId(facts.text("teamId")));
    return heard(next);
  }

  private static Facts heard(Climb.Next next) {
    Facts nothing = Facts.of("levelFound", false).and("answered", false);
    if (next instanceof Climb.Next.Ringing ringing) {
      return nothing
          .and("levelFound", true)
          .and("level", ringing.level().number())
          .and("answerWithin", ringing.answerWithin())
          .and(
              "answerers",
              ringing.mayAnswer().stream().map(PersonId::value).collect(Collectors.joining(",")));
    }
    if (next instanceof Climb.Next.Answered answered) {
      return nothing
          .and("answered", true)
          .and("answeredBy", answered.by())
          .and("outcome", "ANSWERED");
    }
    return next instanceof Climb.Next.Over
        ? nothing.and("answered", true).and("outcome", "OVER")
        : nothing.and("outcome", "EXHAUSTED");
  }
}
